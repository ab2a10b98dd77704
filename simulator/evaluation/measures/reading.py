"""What the rules behind a number read. A number is given only for a talk in a language they read; elsewhere the reason stands in its place.

Each of these looks at a talk and says why it is not read, in a sentence for the manager; what it says is empty where the talk is read.
"""

from collections.abc import Callable, Iterable
from typing import Final

from simulator.evaluation.case import Case
from simulator.evaluation.labelling.labeller import CODED
from simulator.language.languages import name_of

Reads = Callable[[Case], str]
ENGLISH: Final = ("en",)


def sums(case: Case) -> str:
    """Words, turns and seconds, which are counted in any language."""
    del case
    return ""


def codes(case: Case) -> str:
    """What each stretch of the manager's words does. A model codes any language."""
    return "" if case.coded_by_model else unread(CODED, case.spoken)


def own_words(*languages: str) -> Reads:
    """The manager's words, in these languages."""
    return lambda case: unread(languages, case.spoken)


def english(case: Case) -> str:
    """The words of both, in English."""
    return unread(ENGLISH, case.spoken) or unread(ENGLISH, case.heard, whose="the rep's")


def understood(case: Case) -> str:
    """What came of the talk with the rep of a scenario, who understands the scenario's language alone."""
    if case.scenario is None:
        return ""
    return unread((case.scenario.language,), case.spoken, subject="The rep of this scenario understands")


def unread(languages: Iterable[str], found: Iterable[str], *, whose: str = "your", subject: str = "The rules behind this read") -> str:
    """The reason, where not all `found` languages are among `languages`."""
    found = tuple(found)
    strange = [one for one in found if one not in languages]
    if not strange:
        return ""
    partly = "partly " if len(strange) < len(found) else ""
    return f"{subject} {_named(languages)}; {whose} words are {partly}in {_named(strange)}."


def _named(languages: Iterable[str]) -> str:
    return " and ".join(name_of(one) for one in languages)
