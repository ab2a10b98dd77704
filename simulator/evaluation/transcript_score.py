"""A scorecard for a real talk, which has no scenario behind it."""

from simulator.conversation import Conversation, Segment, Speaker
from simulator.evaluation.labeller import Labeller
from simulator.evaluation.scorecard import Scorecard, Versions
from simulator.evaluation.scoring import CODEBOOK_VERSION, MEASURES_VERSION, score


def score_talk(talk: Conversation, labeller: Labeller, *, app_version: str) -> Scorecard:
    """Label every manager turn and score the talk; criteria that need a scenario are unscored."""
    segments: list[Segment] = []
    for turn in talk.by(Speaker.MANAGER):
        before = talk.before(turn.number, Speaker.REP)
        segments += labeller.label(turn.text, context=before.text if before else "", turn=turn.number)
    versions = Versions(app=app_version, codebook=CODEBOOK_VERSION, labeller=labeller.version, measures=MEASURES_VERSION)
    return score(talk, segments, versions=versions)
