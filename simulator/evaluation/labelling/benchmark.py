"""How well a labeller agrees with people: kappa, F1, a confusion matrix, speed, and how often it contradicts itself.

A row of data is a turn or a stretch of one with a code of the codebook (`code`), or with one of the four moves that yardsticks from other
fields know (`label`: ASK, LISTEN, TELL, OTHER, where selling is telling). A labeller answers a row with `whole` of its segments.
"""

import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.codes import Code
from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import TranscriptError
from simulator.evaluation.labelling.labeller import Judge
from simulator.evaluation.labelling.whole import whole
from simulator.evaluation.scorecard import Usage

MOVES: Final = ("ASK", "LISTEN", "TELL", "OTHER")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A turn that people have coded; `code` is None where they gave only a move."""

    text: str
    context: str
    move: str
    code: Code | None


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Two codings of the same rows: `f1` by class, None where neither has it; `confusion` by (people's, labeller's)."""

    count: int
    macro_f1: float
    kappa: float
    accuracy: float
    f1: dict[str, float | None]
    confusion: dict[tuple[str, str], int]


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a labeller did on the rows; `codes` is None where the rows have only moves.

    `contradicted` is the share of rows that did not get the same code in every run, None after one run.
    """

    labeller: str
    rows: int
    moves: Agreement
    codes: Agreement | None
    rows_a_second: float
    contradicted: float | None
    stood_in: int
    """Segments that another labeller had to code."""
    usage: Usage | None


def move_of(code: Code) -> str:
    """A code's move as the yardsticks name it: selling counts as telling."""
    return "TELL" if code.told else code.move.value.upper()


def read(path: Path) -> tuple[Row, ...]:
    """Rows from JSON lines with `text`, perhaps `context`, and `code` or `label`.

    Raises:
        TranscriptError: the file cannot be read, or a line is no such row.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TranscriptError(f"{path} cannot be read as UTF-8 text. Check the name, and that it is a file of JSON lines.") from error
    return tuple(_row(line, f"{path}, line {number}") for number, line in enumerate(lines, start=1) if line.strip())


def _row(line: str, where: str) -> Row:
    try:
        values = json.loads(line)
        code = Code(values["code"]) if "code" in values else None
        move = move_of(code) if code else {"SELL": "TELL"}.get(values["label"], values["label"])
        if not isinstance(values["text"], str) or move not in MOVES:
            raise ValueError("no text, or a move that is none")
    except (ValueError, KeyError, TypeError) as error:
        raise TranscriptError(f'{where}: a row needs "text", and a "code" of the codebook or a "label" of {", ".join(MOVES)}.') from error
    return Row(text=values["text"], context=str(values.get("context") or ""), move=move, code=code)


def run(judge: Judge, rows: Sequence[Row], runs: int = 1) -> Report:
    """Have every row coded, as often as `runs` says, and compare the first answers with people's."""
    began = time.perf_counter()
    given = [[_coded(judge, row) for row in rows] for _ in range(runs)]
    took = time.perf_counter() - began
    first = [code for code, _, _, _ in given[0]]
    used = [usage for answers in given for _, usage, _, _ in answers if usage]
    total = Usage()
    for one in used:
        total = total.plus(one)
    changed = sum(len({answers[place][0] for answers in given}) > 1 for place in range(len(rows)))
    coded = [(row.code.value, code.value) for row, code in zip(rows, first, strict=True) if row.code]
    return Report(
        labeller=given[0][0][3] if rows else "",
        rows=len(rows),
        moves=agreement([(row.move, move_of(code)) for row, code in zip(rows, first, strict=True)], MOVES),
        codes=agreement(coded, [code.value for code in Code]) if coded else None,
        rows_a_second=runs * len(rows) / took if took else 0.0,
        contradicted=changed / len(rows) if runs > 1 and rows else None,
        stood_in=sum(count for answers in given for _, _, count, _ in answers),
        usage=total if used else None,
    )


def _coded(judge: Judge, row: Row) -> tuple[Code, Usage | None, int, str]:
    turns = (Turn(number=1, speaker=Speaker.REP, text=row.context),) if row.context else ()
    coding = judge.code(Conversation(turns=(*turns, Turn(number=2, speaker=Speaker.MANAGER, text=row.text))))
    return whole(coding.segments), coding.usage, sum(bool(one.stand_in) for one in coding.segments), coding.labeller


def agreement(pairs: Sequence[tuple[str, str]], classes: Iterable[str]) -> Agreement:
    """How far pairs of (people's, labeller's) agree. Kappa is Cohen's (1960); macro-F1 is over the classes that occur."""
    confusion = Counter(pairs)
    f1: dict[str, float | None] = {}
    for name in classes:
        right = confusion[name, name]
        wrong = sum(count for (people, labeller), count in confusion.items() if (people == name) != (labeller == name))
        f1[name] = 2 * right / (2 * right + wrong) if right + wrong else None
    known = [value for value in f1.values() if value is not None]
    return Agreement(
        count=len(pairs),
        macro_f1=sum(known) / len(known) if known else 0.0,
        kappa=kappa([people for people, _ in pairs], [labeller for _, labeller in pairs]),
        accuracy=sum(people == labeller for people, labeller in pairs) / len(pairs) if pairs else 0.0,
        f1=f1,
        confusion=dict(confusion),
    )


def kappa(first: Sequence[object], second: Sequence[object]) -> float:
    """Cohen's kappa of two codings of the same things: (observed - expected agreement) / (1 - expected)."""
    if not first:
        return 0.0
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    left, right = Counter(first), Counter(second)
    expected = sum(left[value] * right[value] for value in left) / len(first) ** 2
    return 1.0 if expected >= 1 else (observed - expected) / (1 - expected)


def plain(report: Report) -> dict[str, object]:
    """A report as JSON values."""

    def shown(one: Agreement | None) -> object:
        return one and {
            "count": one.count,
            "macro_f1": round(one.macro_f1, 4),
            "kappa": round(one.kappa, 4),
            "accuracy": round(one.accuracy, 4),
            "f1": {name: None if value is None else round(value, 4) for name, value in one.f1.items()},
            "confusion": [
                {"people": people, "labeller": given, "count": count} for (people, given), count in sorted(one.confusion.items())
            ],
        }

    used = report.usage
    return {
        "labeller": report.labeller,
        "rows": report.rows,
        "moves": shown(report.moves),
        "codes": shown(report.codes),
        "rows_a_second": round(report.rows_a_second, 1),
        "contradicted": report.contradicted,
        "stood_in": report.stood_in,
        "usage": used and {"calls": used.calls, "read": used.read, "written": used.written, "cost": used.cost},
    }
