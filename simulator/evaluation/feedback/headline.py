"""What happened in a talk, in one sentence a coach would say: how the manager spoke, and what came of it."""

from typing import ClassVar
from zlib import crc32

from simulator.conversation import Conversation
from simulator.evaluation.findings import DECISION, ROOM, Findings
from simulator.evaluation.measures.clarity_words import WORDS
from simulator.evaluation.measures.reading import codes, english, own_words, understood
from simulator.language.words import Words
from simulator.scenario.model import Stance
from simulator.state import Promise


class Headlines(Words):
    """The two halves of the sentence, each in several ways, by what was found."""

    topic: ClassVar[str] = "headlines"
    spoke: dict[str, tuple[str, ...]]
    came: dict[str, tuple[str, ...]]


def chance(talk: Conversation) -> int:
    """A number that differs from talk to talk and stays the same for one: it chooses between ways to say a thing."""
    return crc32(" ".join(turn.text for turn in talk).encode("utf-8", "replace"))


def headline(found: Findings) -> str:
    """The sentence; empty in a language whose codes are not read."""
    if codes(found.case):
        return ""
    words, at = Headlines.of(), chance(found.case.talk)
    first = words.spoke[_spoke(found)]
    came = _came(found)
    halves = [first[at % len(first)]]
    halves += [words.came[came][at // len(first) % len(words.came[came])]] if came else []
    said = ", ".join(halves).format(rep=found.rep)
    return f"{said[0].upper()}{said[1:]}."


def _spoke(found: Findings) -> str:
    """How the manager spoke."""
    kept, told = found.kept, len(found.told)
    if len(found.hollow) > max(kept, told):
        return "hollow"
    if found.case.stance is not Stance.COACH and not own_words(*WORDS)(found.case):
        return _decided(found)
    if told > kept:
        return "told_most"
    if found.below:
        return "told_much"
    if not kept:
        return "nodded"
    if not found.case.asked:
        return "heard" if found.back else "nodded"
    if not found.openly:
        return "checked"
    return "listened" if found.back or found.praise else "asked"


def _decided(found: Findings) -> str:
    """The same where the moment calls for a plain word."""
    if DECISION not in found.given:
        return "undecided_quiet" if found.kept > len(found.told) else "undecided"
    if ROOM in found.given:
        return "decided_much" if found.below else "decided_heard"
    return "decided_told" if found.below else "decided"


def _came(found: Findings) -> str:
    """What came of it; empty where nobody knows."""
    case = found.case
    if case.scenario is None:
        return "" if english(case) else "said" if found.said else "unsaid"
    if case.state is None or understood(case):
        return ""
    if found.promise:
        own = found.promise.kind is Promise.OWN
        return "own_idea" if own and found.theirs else "own" if own else "imposed"
    return "drawn_open" if found.drawn else "offered_open" if found.offered else "shut"
