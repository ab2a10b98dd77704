"""Cuts a manager's turn into segments: the smallest stretches that do one thing.

A new sentence begins a new segment, and so does a new act inside a sentence: "I hear you, | but call them today, | when
can you do it?" What only hangs on another act (a name, a filler, a tag) stays with it. Boundaries are all there is: the
segments of a text concatenate to the text, whatever it holds.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from re import Pattern
from typing import Final

from simulator.language.sentences import begins


@dataclass(frozen=True)
class Span:
    """A stretch of text: characters `start` up to, not including, `end`."""

    start: int
    end: int


LONGEST_FILLER: Final = 60
"""Characters; a longer stretch is no mere filler, name or tag."""

_ASKS: Final = (
    r"(?:what|how|why|where|when|who|which)(?:'s|'re|'d|'ll)?\s+(?:is|are|was|were|do|does|did|would|could|can|will|should|"
    r"has|have|had|else|about|if|kind|"
    r"makes?|made|happened|happens|stops?|stopped|gets?|got|comes?|needs?|worries|you|the|your|that|it|they|we|many|much|"
    r"long|often|sure|likely)\b"
    r"|(?:do|does|did|can|could|would|will|are|is|was|were|have|has|should|shall)(?:n't)?\s+(?:you|we|they|he|she|it|that|"
    r"this|there|i|your|the)\b"
    r"|tell me|walk me|talk me|help me understand"
)
_VERBS: Final = (
    r"(?:please\s+)?(?:just\s+)?(?:call|send|ask|write|tell|book|set|log|go|take|make|get|give|stop|start|try|put|bring|"
    r"check|keep|meet|follow|focus|use|show|"
    r"fix|update|email|ring|speak|talk|pick|prepare|plan|finish|close|push|move|come|do|don't|let's|let me|be|enter|fill|"
    r"schedule|reach|visit|drop|copy|report|commit)\b"
)
_TELLS: Final = (
    r"you (?:should|need to|have to|must|ought to|could|can|might want to|'ve got to|will)\b|you've got to\b|i(?:'d|"
    r" would) (?:suggest|recommend|go|start|call|ask|like you|want you)\b"
    r"|i (?:need|want|expect|suggest|recommend|think you should)\b|we (?:need to|have to|must|should)\b|trust me\b|"
    r"believe me\b|maybe you\b|why don't you\b"
)
_LISTENS: Final = (
    r"it sounds\b|sounds like\b|you're feeling\b|you feel\b|i hear\b|i understand\b|i appreciate\b|thank you\b|thanks for\b|i'm sorry\b"
)

_JOIN: Final = r"(?:and|but|so|then|or|because|though|although|also|anyway|now|okay|ok|well|right)"
_ACT_AFTER_MARK: Final = re.compile(
    rf"[,;:–—]\s+(?=(?:{_JOIN}\s+){{0,3}}(?:{_ASKS}|{_TELLS}|{_LISTENS}))"
    rf"|(?:[,;:–—]\s+(?=(?:(?:but|so|then|and|now|please)\s+){{1,3}}{_VERBS}))"
    rf"|(?<!\s)\s+-+\s+(?=(?:{_JOIN}\s+){{0,3}}(?:{_ASKS}|{_TELLS}|{_LISTENS}|{_VERBS}))"
    rf"|;\s+",
    re.IGNORECASE,
)
_ACT_AFTER_JOIN: Final = re.compile(
    rf"\s(?=(?:but|so)\s+(?:{_JOIN}\s+){{0,3}}(?:{_ASKS}|{_TELLS}|{_VERBS}))|\s(?=and\s+(?:{_TELLS}|(?:what|how|when|"
    r"why)\b(?:'s|\s+(?:do|does|did|is|are|would|will|can))))",
    re.IGNORECASE,
)
_UNMARKED: Final = re.compile(
    r"\s(?=(?:(?:what|how|why|when|where)(?:'s|\s+(?:is|are|was|were|do|does|did|would|could|can|will|should|else|about))\b|"
    rf"(?:do|did|can|could|would|will|have|are)\s+you\b|{_TELLS}|it sounds\b|sounds like\b))",
    re.IGNORECASE,
)
"""Where an act begins in a text without punctuation, as speech recognisers write."""
_EMBEDS: Final = re.compile(
    r"(?:\b(?:know|knows|knew|see|seen|understand|wonder|tell|told|ask|asked|asking|say|said|says|hear|think|about|of|on|to|"
    r"with|for|at|from|me|that|which|who|what|how|why|when|where|if|"
    r"whether|sure|curious|is|was|are|be|depends|matter|matters|idea|because|as|than|and|like|the|a|your|my|so|or|but|then|"
    r"well|okay|ok|now|right|all|see))\s*$",
    re.IGNORECASE,
)
_HANGS_FORWARD: Final = re.compile(
    r"(?:(?:so|well|okay|ok|right|now|look|listen|and|but|um+|uh+|erm?|hey|yeah|yes|yep|oh|ah|alright|all right|then|hm+|"
    r"see|anyway|also|or|you know|i mean|good|great|sure|fine|no)\b[\s,.–—-]*)+",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"(?:right|okay|ok|yeah|yes|no|huh|eh|hm+|correct|is that (?:right|correct|it|fair|so)|have i got (?:that|"
    r"it)(?: right)?|did i get (?:that|it)(?: right)?|am i right|agreed|deal|alright|all right|got it|you know|you see|"
    r"(?:is|are|was|were|do|does|did|have|has|can|could|would|will|should)n't (?:it|you|he|she|they|we|i|that)"
    r"|(?:is|are|was|do|does|did|have|has|can|will) (?:it|you|he|she|they|we))\s*\?+\s*",
    re.IGNORECASE,
)
_LEADS_IN: Final = re.compile(
    r"(?:on a scale\b.*|in your (?:view|opinion|eyes|words)|from (?:your|his|her|their) (?:side|point of view|perspective)|"
    r"if you (?:could|had to|look)\b.*|when you\b.*|next time\b.*|by the way|one more thing|for (?:you|me)|if i may)[\s,]*",
    re.IGNORECASE,
)
"""What only sets the scene for the act that follows."""
_NAME: Final = re.compile(r"[A-Z][\w'’-]+\s*(?:[,!.…]+\s*|$)")
_WORDS: Final = re.compile(r"\w")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What one language cuts by.

    `acts` begin behind a match of one of them; `unmarked` are the same in a text without punctuation, unless `embeds` stands just before.
    `hangs` are stretches that do nothing by themselves, `tag` is one that hangs on what stands before it.
    """

    language: str
    acts: tuple[Pattern[str], ...]
    unmarked: Pattern[str]
    embeds: Pattern[str]
    hangs: tuple[Pattern[str], ...]
    tag: Pattern[str]


ENGLISH: Final = Marks(
    language="en",
    acts=(_ACT_AFTER_MARK, _ACT_AFTER_JOIN),
    unmarked=_UNMARKED,
    embeds=_EMBEDS,
    hangs=(_HANGS_FORWARD, _LEADS_IN),
    tag=_TAG,
)


def segment(text: str, marks: Marks = ENGLISH) -> tuple[Span, ...]:
    """The segments of a text, in order, without a gap; none for an empty text. Takes time in proportion to its length."""
    if not text:
        return ()
    cuts = begins(text, marks.language)
    inner = [cut for start, end in pairwise([0, *cuts, len(text)]) for cut in _clause_cuts(text, start, end, marks)]
    return _joined(text, sorted({0, len(text), *cuts, *inner}), marks)


def _clause_cuts(text: str, start: int, end: int, marks: Marks) -> list[int]:
    plain = text[start:end].replace("’", "'")
    cuts = [match.end() for pattern in marks.acts for match in pattern.finditer(plain)]
    if not re.search(r"[,.!?;:]", plain):
        cuts += [
            match.end()
            for match in marks.unmarked.finditer(plain)
            if not marks.embeds.search(plain[max(0, match.start() - 12) : match.start()])
        ]
    last = len(plain.rstrip())
    kept: list[int] = []
    for cut in sorted(set(cuts)):
        begin = kept[-1] if kept else 0
        if cut < last and (cut - begin > LONGEST_FILLER or not _only_hangs(plain[begin:cut], marks)):
            kept.append(cut)
    return [start + cut for cut in kept]


def _only_hangs(stretch: str, marks: Marks) -> bool:
    """Whether a stretch does nothing by itself: a filler, a name, or nothing but marks."""
    stretch = stretch.strip()
    stretch = _NAME.sub("", stretch, count=1) if _NAME.match(stretch) else stretch
    return not _WORDS.search(stretch) or any(pattern.fullmatch(stretch) for pattern in marks.hangs)


def _joined(text: str, cuts: list[int], marks: Marks) -> tuple[Span, ...]:
    """Spans between the cuts; a tag goes back to what it hangs on, and so does a stretch without a word."""
    spans: list[Span] = []
    wordless = False
    for start, end in pairwise(cuts):
        stretch = text[start:end]
        silent = not _WORDS.search(stretch)
        tag = end - start < LONGEST_FILLER and bool(marks.tag.fullmatch(stretch.replace("’", "'")))
        if spans and (silent or tag or wordless):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
        wordless = silent and (wordless or (len(spans) == 1 and spans[0].start == start))
    return tuple(spans)
