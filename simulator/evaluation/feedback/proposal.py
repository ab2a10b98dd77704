"""What a tell is about: the action it proposes, forbids or misses, the thing it offers, or the gain it promises.

Only the words of the tell are used. A phrase ends where its clause ends; where no phrase can be taken out and still be
grammatical, there is none, and the question is built from the rep's words alone.
"""

import re
from dataclasses import dataclass
from typing import Final

from simulator.evaluation.feedback.tell_patterns import DO, GAIN, IF, MATTER, MISSED, STOP, THING, WILL, Aim
from simulator.evaluation.feedback.verbs import VERBS, base_of_gerund, base_of_past, gerund
from simulator.language.content_words import word_set

LONGEST = 13
"""A phrase of more words makes a question nobody can say."""

LONGEST_TELL = 400
"""Characters of a tell that are read; what it proposes is said by then."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """`doing` is the phrase as it stands after "what would": "calling the CFO", or a thing: "a discount".

    `base` is the same after "to": "call the CFO"; empty where the form is not known.
    """

    aim: Aim
    doing: str
    base: str = ""

    @property
    def state(self) -> bool:
        """Whether it is a way to be rather than a thing to do."""
        return self.base.split(" ")[0] in _STATES


_STATES: Final = word_set("be have think know understand remember feel care trust believe want focus keep learn forget")
_BREAKS: Final = re.compile(
    r"""\s*(?:[,;:.!?…](?=\s|$)|[()“”"\[\]—–]|\s-\s)\s* | \s+(?:because|so\ that|or\ else|otherwise|which|although|though|unless
        |instead\ of|rather\ than|before\ (?:it|they|he|she|we|i|you)
    |and\ (?:then\ )?(?:you|i|we|they|he|she|it|that|this)\b|and\ then|but|if|then|when|while|since|okay|ok|right|please|for\ once
    |at\ all|anymore|any\ (?:more|longer)|yet\b|again\ and\ again)\b.*""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENERS: Final = re.compile(
    r"^(?:(?:so|look|listen|okay|ok|right|well|and|but|no|yes|yeah|honestly|frankly|now|then|first|next|just|please|again|"
    r"also|or|anyway|good|fine|step one|look here|come on|sure|great|hey)\b[,:.!]?\s+|[A-Z]\w+,\s+)+",
    re.IGNORECASE,
)
_MINE: Final = {
    "my": "your",
    "mine": "yours",
    "me": "you",
    "myself": "yourself",
    "i": "you",
    "i'm": "you're",
    "i've": "you've",
    "i'll": "you'll",
    "i'd": "you'd",
    "am": "are",
}
_NO_THING: Final = word_set("it that this them those these so what")
_DANGLING: Final = word_set("a an the to of and or with for at by from your my their our very so as that about into")


def proposal(text: str, *, sold: bool = False) -> Proposal | None:
    """What the tell `text` is about, or None. `sold` says that it argues rather than advises."""
    clean = _plain(text)
    groups = (GAIN, IF, DO, THING) if sold else (MISSED, STOP, DO, WILL, THING, MATTER, IF)
    for group in groups:
        for aim, pattern in group:
            match = re.search(pattern, clean, re.IGNORECASE)
            if match and (made := _made(aim, match)):
                return made
    return _order(clean)


def _made(aim: Aim, match: re.Match[str]) -> Proposal | None:
    kind, phrase = next((name, value) for name, value in match.groupdict().items() if value)
    if kind == "thing":
        return _thing(aim, phrase)
    if kind == "ingorthing" and not re.match(r"\w+ing\b", phrase):
        return _thing(Aim.THING, phrase)
    words = _clause(_flipped(phrase) if kind == "mine" else phrase)
    if aim is Aim.GAIN and words[1:2] == ["you"] and words[0].lower() in _FOR_YOU and len(words) > 2:
        words = [_FOR_YOU[words[0].lower()], *words[2:]]
    return _action(aim, kind, words) if words else None


def _action(aim: Aim, kind: str, words: list[str]) -> Proposal | None:
    verb = words[0].lower()
    if verb in ("think", "imagine", "remember", "not", "never") or (kind == "known" and (verb not in VERBS or words[1:2] == ["going"])):
        return None
    if verb == "be" and len(words) > 1 and base_of_gerund(words[1].lower()):
        return _with(aim, base_of_gerund(words[1].lower()), words[2:], words[1].lower())
    if kind in ("ing", "ingorthing", "baseoring") and verb.endswith("ing") and verb not in VERBS:
        base = base_of_gerund(verb)
        return _with(aim, base, words[1:], verb)
    if kind in ("past", "pastorbase", "baseorpast"):
        base = base_of_past(verb)
        if not base and kind != "past":
            base = verb if verb in VERBS or verb == "have" else ""
        return _with(aim, base, words[1:], gerund(base)) if base else None
    if verb == "go" and len(words) > 1 and words[1].lower() in _AFTER_GO:
        return _action(aim, kind, words[1:])
    if kind in ("base", "mine", "baseoring") and verb in ("try", "start", "stop", "consider", "keep", "go") and len(words) > 1:
        inner = words[1].lower()
        if inner.endswith("ing") and base_of_gerund(inner):
            return _with(Aim.STOP if verb == "stop" else aim, base_of_gerund(inner), words[2:], inner)
    if not re.fullmatch(r"[a-z][a-z-]+", verb) or verb in _NO_VERB or (verb.endswith("ly") and verb not in VERBS):
        return None
    return _with(aim, verb, words[1:], gerund(verb))


_AFTER_GO: Final = word_set("ask call check find get look meet see speak talk tell visit")
_FOR_YOU: Final = {
    "save": "save",
    "earn": "earn",
    "spare": "spare",
    "win": "win",
    "give": "get",
    "bring": "get",
    "get": "get",
    "buy": "get",
}
"""What a promised gain does "for you", as the one does who gets it: "save you time" to "save time"."""
_NO_VERB: Final = word_set("""not never no the a an you i we they he she it this that these those your my our their and or but very
more so too all here there
    got gonna been being better for of in on at to by with from about as than""")


def _with(aim: Aim, base: str, rest: list[str], doing: str) -> Proposal | None:
    """Put the phrase together; a verb joined with "and" goes along. "Do it" says nothing that could be asked about."""
    if base in ("do", "get", "make", "try", "be") and all(word.lower() in ("it", "this", "that", "so", "there") for word in rest):
        return None
    ing, plain = list(rest), list(rest)
    for place in range(len(rest) - 1):
        if rest[place].lower() in ("and", "or") and rest[place + 1].lower() in VERBS:
            ing[place + 1] = gerund(rest[place + 1].lower())
    return Proposal(aim=aim, doing=" ".join([doing, *ing]), base=" ".join([base, *plain]) if base else "")


def _thing(aim: Aim, phrase: str) -> Proposal | None:
    words = _clause(phrase)
    if not words or words[0].lower() in _NO_THING or words[0].lower() in ("you", "we", "i", "if", "to"):
        return None
    return Proposal(aim=aim, doing=" ".join([_lowered(words[0]), *words[1:]]))


def _order(clean: str) -> Proposal | None:
    """A bare order: its first word is a verb."""
    words = _clause(clean)
    if len(words) < 2 or words[0].lower() not in VERBS or words[1].lower() in ("is", "are", "was", "were", "will", "would"):
        return None
    words[0] = words[0].lower()
    return _action(Aim.DO, "base", words)


def _clause(phrase: str) -> list[str]:
    """The words up to the end of the clause, short enough to say; empty where nothing is left."""
    words = _BREAKS.split(phrase.strip(), maxsplit=1)[0].split()
    if len(words) > LONGEST:
        ends = [place for place, word in enumerate(words) if place >= 3 and place <= LONGEST and word.lower() in _JOINTS]
        words = words[: ends[-1]] if ends else []
    while words and words[-1].lower() in _DANGLING:
        words.pop()
    return words


_JOINTS: Final = word_set("and or to with for by until that who where how what in on at from about after before into as like")


def _plain(text: str) -> str:
    clean = " ".join(text[:LONGEST_TELL].split()).strip(" .!?…,;:—–-")
    return _OPENERS.sub("", clean)


def _flipped(phrase: str) -> str:
    """The manager's "I'd call my contact" as the rep would do it: "call your contact"."""
    return " ".join(_MINE.get(word.lower().replace("’", "'"), word) for word in phrase.split())


def _lowered(word: str) -> str:
    return (
        word.lower()
        if word.lower() in ("a", "an", "the", "more", "better", "some", "your", "another", "this", "that", "our", "my", "every", "all")
        else word
    )
