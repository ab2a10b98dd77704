"""The scorecard of a talk: measures, criteria, one score from 0 to 100, what was found, and rewrites.

The score is the weighted mean of the criteria that could be judged: 100 × Σ weight × level / (4 × Σ weight), with the
weights of the stance (`levels.WEIGHTS`). It is given from three manager turns, and only where criteria with at least
half of the weight were judged; a score out of less would not be the same thing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from simulator.conversation import Conversation, Segment
from simulator.evaluation.bands import band
from simulator.evaluation.case import Case
from simulator.evaluation.corrections import Correction, applied
from simulator.evaluation.criteria.every import judgements
from simulator.evaluation.criteria.given import with_given
from simulator.evaluation.criteria.judging import Judged
from simulator.evaluation.criteria.levels import WEIGHTS
from simulator.evaluation.feedback.best_question import best_question
from simulator.evaluation.feedback.headline import headline
from simulator.evaluation.feedback.lesson_moments import Looked
from simulator.evaluation.feedback.missed_cue import missed_cue
from simulator.evaluation.feedback.one_thing import one_thing
from simulator.evaluation.feedback.rewriter import NoRewriter, Rewriter
from simulator.evaluation.findings import findings
from simulator.evaluation.grounding import grounded
from simulator.evaluation.labelling.labeller import Coding, Judge
from simulator.evaluation.lessons import Lesson
from simulator.evaluation.measures import floors
from simulator.evaluation.measures.every import MEASURES_VERSION, measures
from simulator.evaluation.measures.found import fact_outcomes, idea_outcomes, in_words
from simulator.evaluation.measures.self_rating import self_rating
from simulator.evaluation.scorecard import Criterion, Estimate, Measured, OneThing, Scorecard, Versions
from simulator.llm.patience import NO_HURRY, Deadline
from simulator.scenario.model import Scenario, Stance
from simulator.state import RepState

__all__ = ["CODEBOOK_VERSION", "MEASURES_VERSION", "assess", "band", "named", "score", "versions", "weighted"]

CODEBOOK_VERSION: Final = "codebook-1"
"""Raise it when a code changes its meaning."""
NOBODY: Final = NoRewriter()
HALF: Final = 0.5
"""The least part of the weights that must be judged for a score."""
NO_LEVELS: Final[Mapping[str, int]] = MappingProxyType({})


def assess(
    talk: Conversation,
    judge: Judge,
    rewriter: Rewriter,
    *,
    app: str,
    scenario: Scenario | None = None,
    state: RepState | None = None,
    estimate: Estimate | None = None,
    corrections: Sequence[Correction] = (),
    levels: Mapping[str, int] = NO_LEVELS,
    last: OneThing | None = None,
    meant: Stance = Stance.COACH,
    language: str = "",
) -> Scorecard:
    """Have a talk coded and score it; `app` is the product's version, the rest as in `score`."""
    deadline = Deadline.after(judge.patience)
    coding = judge.code(talk, deadline)
    segments, lost = applied(coding.segments, corrections)
    made = versions(coding, app, scenario)
    card = score(
        talk,
        segments,
        versions=made,
        levels=levels,
        scenario=scenario,
        state=state,
        estimate=estimate,
        rewriter=rewriter,
        deadline=deadline,
        last=last,
        meant=meant,
        language=language,
    )
    note = " ".join(filter(None, (coding.note, _lost(len(lost)))))
    return replace(card, note=note, usage=coding.usage.plus(card.usage) if coding.usage else card.usage)


def versions(coding: Coding, app: str, scenario: Scenario | None) -> Versions:
    """What scores of this coding are made with."""
    return Versions(
        app=app,
        codebook=CODEBOOK_VERSION,
        labeller=coding.labeller,
        measures=MEASURES_VERSION,
        scenario=named(scenario),
        model=coding.model,
        prompt=coding.prompt,
    )


def named(scenario: Scenario | None) -> str:
    """The scenario as `Versions` names it; empty where there was none."""
    return f"{scenario.id}-{scenario.version}" if scenario else ""


def score(
    talk: Conversation,
    segments: Sequence[Segment],
    *,
    versions: Versions,
    levels: Mapping[str, int] = NO_LEVELS,
    scenario: Scenario | None = None,
    state: RepState | None = None,
    estimate: Estimate | None = None,
    rewriter: Rewriter = NOBODY,
    deadline: Deadline = NO_HURRY,
    last: OneThing | None = None,
    meant: Stance = Stance.COACH,
    language: str = "",
) -> Scorecard:
    """Score a talk.

    Args:
        talk: every turn of it.
        segments: the coded segments of the manager's turns.
        versions: what the scores are made with.
        levels: by criterion, the level that a person gave; it counts in the place of what is measured.
        scenario: what was practised; None for a real talk, and then what needs a scenario is unscored.
        state: where the talk left the rep.
        estimate: what the manager thought of it before they saw a number; None where nobody asked.
        rewriter: who writes what could have stood in the place of a tell; without one nobody does.
        deadline: until when it may take.
        last: the one thing of this person's talk before; None where there was none.
        meant: what a talk without a scenario called for.
        language: what the talk is said to be in, as a two-letter code; empty: its words tell.
    """
    modelled = bool(versions.model) and not any(one.stand_in for one in segments)
    held = grounded(state, talk, segments) if state else None
    case = Case(
        talk=talk,
        segments=tuple(segments),
        scenario=scenario,
        state=held,
        coded_by_model=modelled,
        meant=meant,
        language=language,
    )
    found = findings(case)
    judged, measured = judgements(found), None
    if levels or any(one.labelled for one in segments):
        bare = _untouched(case, state)
        judged = with_given(judged, bare, levels)
        measured = Measured(value=(both := _score(case, bare))[0], unscored=both[1])
    criteria = tuple(one.criterion for one in judged)
    value, unscored = _score(case, criteria)
    rewrites, usage = rewriter.rewritten(case, deadline)
    seen = Looked(found=found, rewrites=rewrites, missed=missed_cue(case))
    return Scorecard(
        versions=versions,
        segments=tuple(segments),
        measures=(*measures(case), *self_rating(case, estimate, value, unscored)),
        criteria=criteria,
        score=value,
        unscored=unscored,
        facts=fact_outcomes(case),
        ideas=idea_outcomes(case),
        commitment=found.promise,
        promised=in_words(case, found.promise.turn) if found.promise else None,
        headline=headline(found) if value is not None else "",
        one_thing=one_thing(seen, worth(judged, case.stance), last) if value is not None else None,
        rewrites=tuple(sorted(rewrites, key=lambda one: (one.quote.turn, one.quote.start))),
        best_question=best_question(case),
        missed_cue=seen.missed,
        usage=usage,
        measured=measured,
    )


def _untouched(case: Case, state: RepState | None) -> tuple[Criterion, ...]:
    """The criteria as they are measured, without anything that people put right."""
    segments = tuple(one.corrected(None) for one in case.segments)
    bare = replace(case, segments=segments, state=grounded(state, case.talk, segments) if state else None)
    return tuple(one.criterion for one in judgements(findings(bare)))


def worth(judged: Sequence[Judged], stance: Stance) -> dict[str, dict[Lesson, float]]:
    """What each lesson would have added to the score, by criterion: the levels it would have raised, weighed."""
    weights = {one.criterion.id: WEIGHTS[stance][one.criterion.id] for one in judged if one.criterion.level is not None}
    total = sum(weights.values())
    return {
        one.criterion.id: {lesson: 100 * levels * weights[one.criterion.id] / (4 * total) for lesson, levels in one.lacks.items()}
        for one in judged
        if one.criterion.id in weights
    }


def weighted(judged: Sequence[Criterion], stance: Stance) -> float | None:
    """The weighted mean of the judged criteria, 0 to 100; None where less than half of the weight was judged."""
    weights = WEIGHTS[stance]
    levels = {one.id: one.level for one in judged if one.level is not None and one.id in weights}
    total = sum(weights[name] for name in levels)
    if total < HALF * sum(weights.values()):
        return None
    return 100 * sum(weights[name] * level for name, level in levels.items()) / (4 * total)


def _lost(count: int) -> str:
    if not count:
        return ""
    what = "One correction fits" if count == 1 else f"{count} corrections fit"
    return f"{what} no stretch of words any more, because the turn is now cut in another place; it is kept, and does not count."


def _score(case: Case, judged: Sequence[Criterion]) -> tuple[float | None, str]:
    if why := floors.too_few_turns(case):
        return None, why
    value = weighted(judged, case.stance)
    if value is None:
        reasons = dict.fromkeys(one.unscored for one in judged if one.unscored)
        return None, " ".join(["Too little of this talk could be judged for a score.", *reasons])
    return value, ""
