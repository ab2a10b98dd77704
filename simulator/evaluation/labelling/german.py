"""Linguistic rules over the codebook for German, "du" and "Sie": the labeller of German talks.

Tried in the codebook's order of precedence; the first that fits names the segment, and what none names is information if it states, a
question of one kind or the other if it asks. There is no trained network behind them, so a segment has no confidence. How well they
agree with people's codes is measured by `python -m training.german`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from simulator.codes import PRECEDENCE, Code
from simulator.conversation import Segment
from simulator.evaluation.labelling import german_lexicon as lexicon
from simulator.evaluation.labelling.german_marks import GERMAN
from simulator.evaluation.labelling.labeller import Said
from simulator.evaluation.labelling.segmenting import segment
from simulator.language.content_words import word_set

VERSION: Final = "rules-de-2"
MOST_CHARACTERS: Final = 600
"""A segment is judged by its first words."""
ECHO: Final = 0.6
"""Share of a statement's content words that the rep had just used, from which it gives the rep's words back."""
SOME_ECHO: Final = 0.2
"""The same for a statement that may give something back by its form."""

_HANGS: Final = re.compile(
    r"^(?:(?:also|na ja|naja|na gut|na|ja|nein|nee|gut|okay|ok|so|nun|jetzt|schau mal|schau|schauen sie|hör mal|hören sie|"
    r"sag mal|sagen sie mal|und|aber|äh+m?|ach so|ach|hm+|mhm|tja|weißt du|wissen sie|ehrlich gesagt|prima|schön|klar|genau|"
    r"oh|"
    r"dann|verstehe|mensch|stimmt|denn|doch|trotzdem|natürlich|sicher|moment)(?:[,.!…–—:-]+\s*|\s+(?=\w)))+(?=\S)"
)
_KEEPS: Final = re.compile(
    r"^(?:ja|na|gut|so|nun|jetzt|dann|schön|klar|stimmt|danke|schau|hör|sag|doch|denn|sicher) (?!(?:und|aber|also|ja|gut|"
    r"dann|jetzt|was|wie|warum|wieso|wann|wo|wer|du|sie|ich|wir|das|es|da|dir|ihnen|mal|erzähl|ruf|schick|mach|geh)\b)"
)
"""Words that begin a sentence of their own: "gut gemacht", "danke für deine Zeit", "schön, dass du da bist"."""
_NAME: Final = re.compile(
    r"^(?!(?:Also|Und|Aber|Gut|Ja|Nein|So|Nun|Schön|Danke|Das|Du|Sie|Was|Wie|Wenn|Dann|Klar|Stark|Toll|Mutig|Super|Prima|"
    r"Klasse|Hallo|Moin|Okay|Verstehe|Vielleicht|Bitte)\b)(?:Herr |Frau )?[A-ZÄÖÜ][\w’'-]+,\s+"
)
_QUOTED: Final = re.compile('[„»"](.+)[“«"]')
"""Nothing but a quotation: of the rep's own words it gives them back, whatever they say."""
_TRAILING_NAME: Final = re.compile(r",\s+(?:(?:lieber|liebe) )?(?:Herr |Frau )?[A-ZÄÖÜ][\w’'-]+(?=\s*[?.!]*\s*$)")
_TAG: Final = re.compile(
    r",?\s*(?:oder|nicht|nicht wahr|ne|gell|ja|richtig|stimmt's|stimmt das|ist das so|habe ich das richtig verstanden|"
    r"hab ich das richtig verstanden|oder nicht)\s*\?+$"
)
_CHECKS: Final = re.compile(
    r"(?:stimmt das|ist das so|ist das richtig|habe? ich (?:das|dich|sie) (?:so )?richtig verstanden|richtig verstanden)\s*\?+$"
)
_WORD: Final = re.compile(r"[^\W_]+")
_STATES: Final = re.compile(
    r"^(?:was|wie) (?:ich|du|sie|wir|mir|uns|mich|dich|gesagt|immer|hilft|funktioniert|zählt|bei|man|hier|das (?:angeht|"
    r"betrifft))\b|^(?:wie|was) (?:schön|gut|schade)\b"
)
"""Begins like a question and states: "Was mir Sorgen macht, ist der Mai." """
_UNFINISHED: Final = re.compile(r"^(?:\S+\s+){0,5}\S*(?:\s*[-–—]{1,2}|…|\.\.\.)$")
_OF_THEM: Final = re.compile(r"\b(?:du|dich|dir|deine?\w*|ihnen)\b")
_OF_ME: Final = re.compile(r"\b(?:ich|wir|mich|mir|uns|unser\w*|meine?\w*|morgen|ab|bis|musst|sollst|darfst|wirst)\b")
A_PICTURE: Final = 14
"""Words; a statement of no more, about the rep and not about the speaker, paints a picture of what the rep said."""
_SMALL: Final = word_set("""
    aber alle alles also am an auch auf aus bei bin bis bist da dann das dass dein deine deinem deinen deiner dem den denn der des
    dich die dir doch du ein eine einem einen einer es für gar ganz gerade habe haben hat hast ich ihm ihn ihnen ihr ihre im immer
    in ist ja jetzt kann kein keine mal man mehr mein meine mich mir mit nach nicht nichts noch nun nur ob oder schon sehr sein
    seine sich sie sind so um und uns unser vom von vor war was weil wenn wer wie wieder wir wird wo zu zum zur über hatte hattest
    würde wäre gut okay nein
    """)


@dataclass(frozen=True)
class _Words:
    """A segment's words, as the rules look at them. `concludes` is whether "also" stood in front."""

    plain: str
    context: str
    concludes: bool

    @cached_property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return self.plain.rstrip(" \"')”…").endswith("?")

    @cached_property
    def echo(self) -> float:
        """Share of its content words that the rep had just used, in one form or another."""
        own = {word[:5] for word in _WORD.findall(self.plain) if word not in _SMALL}
        theirs = {word[:5] for word in _WORD.findall(self.context) if word not in _SMALL}
        return len(own & theirs) / len(own) if len(own) > 1 else 0.0

    @cached_property
    def inverted(self) -> bool:
        """Whether it has the form of a question, with a mark or without."""
        return bool(lexicon.OPEN.search(self.plain) or lexicon.CLOSED.search(self.plain))

    @property
    def size(self) -> int:
        """Its words."""
        return len(self.plain.split())


class GermanLabeller:
    """An `evaluation.labelling.labeller.Labeller`. Deterministic, and safe to share between threads."""

    version = VERSION

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        """As `Labeller.label`: any text, segments that concatenate to it."""
        before = " ".join(context[-2000:].casefold().split())
        return tuple(
            Segment(
                turn=turn,
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
                code=_code(text[span.start : span.end], before),
            )
            for span in segment(text, GERMAN)
        )

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        """As `Labeller.label_many`."""
        return [self.label(one.text, context=one.context, turn=one.turn) for one in said]


def _lowered(text: str) -> str:
    # casefold would turn "ß" into "ss", and the patterns are written as people write.
    return " ".join(text.replace("’", "'").lower().split())


def _code(text: str, context: str) -> Code:
    whole = _lowered(text[:MOST_CHARACTERS])
    if not _WORD.search(whole):
        return Code.SOCIAL
    named = _lowered(_TRAILING_NAME.sub("", _NAME.sub("", text[:MOST_CHARACTERS].strip())))
    bare = named if _KEEPS.match(named) else (_HANGS.sub("", named) or named)
    words = _Words(bare, context, concludes=bool(re.match(r"(?:(?:und|ja|okay|gut|mhm|hm),? )?also\b", named)))
    if any(lexicon.SOCIAL.search(one) for one in (whole, named, bare)) or _UNFINISHED.search(whole):
        return Code.SOCIAL
    if len(whole) < 60 and lexicon.ACKNOWLEDGEMENT.fullmatch(named.rstrip("?")):
        return Code.ACKNOWLEDGEMENT
    for code in PRECEDENCE:
        if (rule := _RULES.get(code)) and rule(words):
            return code
    return Code.INFORMATION


def _leading(words: _Words) -> bool:
    return bool(lexicon.LEADING.search(words.plain)) and not lexicon.PERMISSION.search(words.plain)


def _instruction(words: _Words) -> bool:
    if (
        (words.asks and not _TAG.search(words.plain))
        or _is_open(words)
        or lexicon.PERMISSION.search(words.plain)
        or lexicon.SUMMARY.search(words.plain)
    ):
        return False
    if lexicon.ADVICE.match(words.plain) or lexicon.PERSUASION.match(words.plain):
        return False
    return bool(lexicon.INSTRUCTION.search(words.plain) or lexicon.IMPERATIVE.search(words.plain))


def _criticism(words: _Words) -> bool:
    return words.echo < ECHO and not words.asks and bool(lexicon.CRITICISM.search(words.plain))


def _persuasion(words: _Words) -> bool:
    return not words.asks and bool(lexicon.PERSUASION.search(words.plain)) and not _is_open(words)


def _advice(words: _Words) -> bool:
    return not (words.asks and words.inverted) and bool(lexicon.ADVICE.search(words.plain)) and not _is_open(words)


def _permission(words: _Words) -> bool:
    return bool(lexicon.PERMISSION.search(words.plain))


def _summary(words: _Words) -> bool:
    if lexicon.SUMMARY.search(words.plain):
        return True
    joined = words.plain.count(", ") + len(re.findall(r"\b(?:und|aber)\b", words.plain))
    return words.concludes and joined >= 3 and words.size >= 12 and not words.inverted and not words.asks


def _reflection(words: _Words) -> bool:
    if (quoted := _QUOTED.fullmatch(words.plain)) and quoted[1].rstrip(".!…").casefold() in words.context:
        return True
    if _CHECKS.search(words.plain) or lexicon.AFFIRMATION.search(words.plain):
        return False
    if words.asks and not _TAG.search(words.plain) and not words.concludes:
        return False
    if words.inverted and not _STATES.search(words.plain) and not lexicon.REFLECTION.search(words.plain):
        return False
    if words.asks and words.inverted:
        return False
    if lexicon.REFLECTION.search(words.plain):
        return True
    if lexicon.WEAK_REFLECTION.search(words.plain) or words.concludes:
        return words.size <= (16 if words.concludes else 8) or words.echo >= SOME_ECHO
    if words.context and _OF_THEM.search(words.plain) and not _OF_ME.search(words.plain):
        return words.size <= A_PICTURE
    return words.echo >= ECHO and words.size <= 14


def _is_open(words: _Words) -> bool:
    return bool(lexicon.OPEN.search(words.plain)) and (words.asks or not _STATES.search(words.plain))


def _closed(words: _Words) -> bool:
    return words.asks or (bool(lexicon.CLOSED.search(words.plain)) and not words.plain.endswith((".", "!")))


def _affirmation(words: _Words) -> bool:
    return bool(lexicon.AFFIRMATION.search(words.plain))


_RULES: Final[dict[Code, Callable[[_Words], bool]]] = {
    Code.LEADING_QUESTION: _leading,
    Code.INSTRUCTION: _instruction,
    Code.CRITICISM: _criticism,
    Code.PERSUASION: _persuasion,
    Code.ADVICE: _advice,
    Code.PERMISSION: _permission,
    Code.SUMMARY: _summary,
    Code.REFLECTION: _reflection,
    Code.OPEN_QUESTION: _is_open,
    Code.CLOSED_QUESTION: _closed,
    Code.AFFIRMATION: _affirmation,
}
