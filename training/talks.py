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
from typing import Final, NamedTuple

from simulator.codes import Code

FOLDER: Final = Path(__file__).parent / "corpus" / "talks"
HEAD: Final = ("id", "setting", "style", "variety", "written", "about")
STYLES: Final = ("teller", "seller", "inspector", "coach", "mixed")
WRITTEN: Final = ("typed", "spoken", "recogniser")
"""As typed; as a careful transcript of speech; as a speech recogniser writes, without case and points."""

_SEGMENT: Final = re.compile(r"(?P<text>[^{}]*)\{(?P<code>\w+)\}")


class Row(NamedTuple):
    """One segment: its words, its code, the other coder's code, and what else it does (`training.marks`)."""

    text: str
    code: Code
    other: Code
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Coded:
    """A manager's turn in segments, and what the other said before it."""

    talk: str
    turn: int
    context: str
    rows: tuple[Row, ...]

    def having(self, rows: Sequence[Row]) -> "Coded":
        """The same turn with these segments."""
        return replace(self, rows=tuple(rows))

    @property
    def parts(self) -> tuple[str, ...]:
        """Each segment's words."""
        return tuple(row.text for row in self.rows)

    @property
    def codes(self) -> tuple[Code, ...]:
        """Each segment's code."""
        return tuple(row.code for row in self.rows)

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
            rows = _coded(words, f"{path.name}, line {number}")
            context = lines[-1][1] if lines and lines[-1][0] == "R" else ""
            lines.append(("M", " ".join(row.text for row in rows)))
            turns.append(Coded(talk=path.stem, turn=len(lines), context=context, rows=rows))
        else:
            raise ValueError(f"{path.name}, line {number}: not a turn of M or R.")
    return Talk(**{name: fields[name] for name in HEAD}, turns=tuple(turns), lines=tuple(lines))


def read_all(folder: Path = FOLDER) -> tuple[Talk, ...]:
    """Every talk, by id."""
    return tuple(read(path) for path in sorted(folder.glob("*.txt")))


def _coded(words: str, where: str) -> tuple[Row, ...]:
    found = [(match["text"].strip(), match["code"]) for match in _SEGMENT.finditer(words)]
    rest = _SEGMENT.sub("", words).strip()
    if not found or rest or not all(text for text, _ in found):
        raise ValueError(f"{where}: every segment needs words, and a code in braces after them.")
    try:
        return tuple(Row(text, Code(code), Code(code)) for text, code in found)
    except ValueError as error:
        raise ValueError(f"{where}: {error}.") from error
