"""The corpus: one-to-one talks written for this project, with every stretch of the manager's words coded.

A talk is a text file: a head of `name: value` lines, a blank line, then one turn a line. `M:` is the manager, `R:` the
person they lead. In a manager's turn each segment is followed by its code in braces:

    M: Again it has moved. {reflection} When can you do it? {closed_question}
    R: Monday, I hope.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from simulator.codes import Code

FOLDER: Final = Path(__file__).parent / "corpus" / "talks"
HEAD: Final = ("id", "setting", "style", "variety", "written", "about")
STYLES: Final = ("teller", "seller", "inspector", "coach", "mixed")
WRITTEN: Final = ("typed", "spoken", "recogniser")
"""As typed; as a careful transcript of speech; as a speech recogniser writes, without case and points."""

_SEGMENT: Final = re.compile(r"(?P<text>[^{}]*)\{(?P<code>\w+)\}")


@dataclass(frozen=True, kw_only=True)
class Coded:
    """A manager's turn: its segments' texts, their codes, and what the other said before it."""

    talk: str
    turn: int
    context: str
    parts: tuple[str, ...]
    codes: tuple[Code, ...]
    others: tuple[Code, ...] = ()
    """What the coder who was overruled had said, where the two codings differ; the code itself elsewhere. Empty: nobody differed."""

    def stretch(self, start: int, end: int) -> "Coded":
        """Only the segments from `start` up to `end`."""
        return replace(self, parts=self.parts[start:end], codes=self.codes[start:end], others=self.others[start:end])

    def having(self, rows: Sequence[tuple[str, Code, Code]]) -> "Coded":
        """The same turn with these segments: words, code, and the other coder's code."""
        parts, codes, others = (tuple(column) for column in zip(*rows, strict=True)) if rows else ((), (), ())
        return replace(self, parts=parts, codes=codes, others=others)

    @property
    def rows(self) -> list[tuple[str, Code, Code]]:
        """Each segment's words, code, and the other coder's code."""
        return list(zip(self.parts, self.codes, self.others or self.codes, strict=True))

    @property
    def text(self) -> str:
        """The turn; the segments joined by a space."""
        return " ".join(self.parts)


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One talk of the corpus; `turns` are the manager's, in order."""

    id: str
    setting: str
    style: str
    variety: str
    written: str
    about: str
    turns: tuple[Coded, ...]
    lines: tuple[tuple[str, str], ...]
    """Every turn as (speaker M or R, words)."""

    def __iter__(self) -> Iterator[tuple[str, Code]]:
        return ((part, code) for turn in self.turns for part, code in zip(turn.parts, turn.codes, strict=True))


def read(path: Path) -> Talk:
    """One talk; ValueError naming file and line where it is not in the form above."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in head.splitlines())}
    if missing := [name for name in HEAD if not fields.get(name)]:
        raise ValueError(f"{path.name}: the head lacks {', '.join(missing)}.")
    if fields["style"] not in STYLES or fields["written"] not in WRITTEN or fields["id"] != path.stem:
        raise ValueError(f"{path.name}: id, style or written is not one of those there are.")
    turns: list[Coded] = []
    lines: list[tuple[str, str]] = []
    for number, line in enumerate(body.splitlines(), start=len(head.splitlines()) + 2):
        if not line.strip():
            continue
        speaker, _, words = line.partition(":")
        if speaker == "R" and "{" not in words:
            lines.append(("R", words.strip()))
        elif speaker == "M":
            parts, codes = _coded(words, f"{path.name}, line {number}")
            context = lines[-1][1] if lines and lines[-1][0] == "R" else ""
            lines.append(("M", " ".join(parts)))
            turns.append(Coded(talk=path.stem, turn=len(lines), context=context, parts=parts, codes=codes))
        else:
            raise ValueError(f"{path.name}, line {number}: not a turn of M or R.")
    return Talk(**{name: fields[name] for name in HEAD}, turns=tuple(turns), lines=tuple(lines))


def read_all(folder: Path = FOLDER) -> tuple[Talk, ...]:
    """Every talk, by id."""
    return tuple(read(path) for path in sorted(folder.glob("*.txt")))


def _coded(words: str, where: str) -> tuple[tuple[str, ...], tuple[Code, ...]]:
    found = [(match["text"].strip(), match["code"]) for match in _SEGMENT.finditer(words)]
    rest = _SEGMENT.sub("", words).strip()
    if not found or rest or not all(text for text, _ in found):
        raise ValueError(f"{where}: every segment needs words, and a code in braces after them.")
    try:
        return tuple(text for text, _ in found), tuple(Code(code) for _, code in found)
    except ValueError as error:
        raise ValueError(f"{where}: {error}.") from error
