"""GROW coverage: whether Goal, Reality, Options and Will were touched. A compass, not an order to keep.

Read in English: a question, a reflection or a summary touches the first stage below whose words it holds, else what the labeller marks it
with; each stage is shown with the words that touched it. Advice touches nothing here: an option has to be asked for.

Words and marks together find more than either alone. The mark of Will is wrong more often than right, so Will has its words alone.
"""

import re
from collections.abc import Mapping
from typing import Final

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.evaluation.case import Case, once
from simulator.evaluation.measures.making import Kind
from simulator.evaluation.measures.reading import own_words
from simulator.evaluation.scorecard import Measure

GROW = Kind(
    id="grow",
    name="GROW",
    definition="How many of Goal, Reality, Options and Will your questions and reflections touched, in whatever order.",
    unit="count",
    reads=own_words("en"),
)
STAGES: Final = ("Goal", "Reality", "Options", "Will")

_READ: Final = (Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.REFLECTION, Code.SUMMARY)
_MARKS: Final = {"grow:goal": "Goal", "grow:reality": "Reality", "grow:options": "Options"}
_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    stage: re.compile(rf"\b(?:{words})", re.VERBOSE)
    for stage, words in (
        (
            "Will",
            r"""what\ (will|are)\ you\ (do|going|doing\ next|taking|take|committing) | you(['’]ll|\ will|(['’]re
                |\ are)\ going\ to) | will\ you | by\ when
            | when\ (will|would|do|could|can|shall|should)\ (you|we) | next\ step | first\ step | (do|start\ with|begin\ with|tackle)\ first
            | commit(ting|ted|ment)?\b | how\ (can|could|may)\ i\ (help|support) | what\ (do\ you\ need|support|help)\b.*\b(from\ me|me)
            | who\ (will|needs\ to)\ | (shall|should)\ we\ (check|talk|meet|look) | how\ (sure|confident)\ are\ you\ (that\ )?you""",
        ),
        (
            "Options",
            r"""what\ (else\ )?(could|might|can)\ (you|we|help|work|be|make) | what\ would\ (you\ (do|try|change|start|need
                |like\ to\ (do|try|change))|help|make\ it)
            | what\ (are\ )?(your|other)\ (options|ideas|ways) | options | ideas? | how\ (could|might|can|would)\ you
            | alternativ | what\ would\ it\ take
            | (other|another|different)\ ways? | if\ (it\ were|it\ was|you\ (had|could|were)) | what\ do\ you\ think\ (you
            |we)\ (should|could|can)
            | how\ would\ you\ like\ to\ (handle|go\ about|tackle|approach) | which\ of\ (these|those|them)""",
        ),
        (
            "Goal",
            r"""goals? | aim(ing)?\b | what\ (do|would)\ you\ (really\ |like\ to\ |actually\ )?(want|wish|hope|like|achieve
                |get\ out) | you\ want | success
            | what\ would\ (good|great|better|done|it\ look) | look\ like\ (if|when|in|for\ you\ if) | outcome
            | what\ matters\ (most|to\ you) | hop(e|ing)\ (for|to)
            | ideal | (get|take)\ out\ of\ (this|our|today) | leave\ (here\ )?with | like\ to\ (talk\ about|achieve|see|have|use\ this)
            | worth\ (your|our)\ time | important\ to\ you""",
        ),
        (
            "Reality",
            r"""what(['’]s|\ is|\ was|\ are)\ (happening|going\ on|in\ the\ way|getting|making|behind|stopping|keeping|it\ like
                |different|missing|the\ (story|situation|status))
            | what\ (happened|happens|went|goes|did|do\ you\ (see|think|make|know|hear)|makes|made|keeps|kept|gets|got|gives
            |have\ you|holds|stops)
            | what\ (worries|bothers|troubles|frustrates) | where\ (do|does|are|is|did|were) | walk\ me\ through | tell\ me
            | talk\ me\ through
            | how\ (did|does|do|is|are|was|were|has|have|often|much|many|long|sure|come) | who(['’]s|\ is|\ else|\ was|\ signs|\ decides)
            | why | when\ (did|does|is|was) | have\ you | did\ (you|they|he|she|it) | is\ (there|it) | sounds\ like | so\ (the|you
            |it|they) | you(['’]re|\ are|\ feel)""",
        ),
    )
}

_WILL_DE: Final = re.compile(
    r"""\b(?:
        was\ (?:wirst|machst|tust|unternimmst|nimmst|werden|machen|tun|unternehmen|nehmen)\ (?:du|sie|wir|ihr)\b
      | bis\ wann | womit\ f[aä]ng(?:st|en)
      | wann\ (?:wirst|machst|rufst|sprichst|redest|schickst|gehst|fängst|werden|machen|rufen|sprechen|reden|schicken|gehen|fangen
          |schauen|sehen)\b
      | (?:nächste|erste)[rn]?\ schritt | als\ (?:erstes|nächstes) | wie\ (?:kann\ ich|können\ wir)\b.*\b(?:helfen|unterstützen)
      | was\ brauch(?:st|en)\ (?:du|sie)\b.*\bvon\ mir | wie\ sicher\ (?:bist|sind)
      | (?:wann|wie|sollen)\b.*\bwir\b.*\b(?:noch\ (?:ein)?mal|wieder)\b
    )""",
    re.VERBOSE,
)
WILL_READ: Final = ("en", "de")
"""The languages in which a question after the next step is found."""


def grow(case: Case) -> Measure:
    """How many stages were touched, with the first words that touched each."""
    if not case.turns:
        return GROW.unscored(case, "You have not said anything yet.")
    touched = stages(case)
    names = [stage for stage in STAGES if stage in touched]
    shown = f"{len(names)} of {len(STAGES)}" + (f": {', '.join(names)}" if names else "")
    return GROW.scored(case, len(names), shown, len(case.of(*_READ)), [touched[stage] for stage in names])


@once
def stages(case: Case) -> dict[str, Segment]:
    """Each stage that was touched, with the first segment that touched it."""
    first: dict[str, Segment] = {}
    for segment in case.of(*_READ):
        worded = _stage(segment.text.lower())
        for stage in [worded] if worded else [_MARKS[mark] for mark in segment.marks if mark in _MARKS]:
            first.setdefault(stage, segment)
    return first


def will(case: Case) -> tuple[Segment, ...]:
    """Every segment that touched Will, in any language of `WILL_READ`."""
    return tuple(one for one in case.of(*_READ) if _touches_will(case, one))


def _touches_will(case: Case, segment: Segment) -> bool:
    small = segment.text.lower()
    english, german = bool(_WORDS["Will"].search(small)), bool(_WILL_DE.search(small))
    return english if english == german else german == (case.language_in(segment.turn) == "de")


def _stage(small: str) -> str:
    """The first stage whose words a text, in small letters, holds; empty where it holds none."""
    return next((stage for stage, words in _WORDS.items() if words.search(small)), "")
