"""The model card: what the built-in labeller was trained on, how good it is on talks it has not seen, and what it cannot do."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.codes import Code, Move
from simulator.evaluation.labelling.benchmark import MOVES, Agreement, agreement, move_of
from simulator.evaluation.labelling.labeller import Said
from simulator.evaluation.labelling.trained import FOLDER, TrainedLabeller
from simulator.pictures import confusion, reliability
from training import agreement as two_codings
from training.corpora import Split, corpus, split
from training.marks import MARKS
from training.talks import Coded, read_all
from training.varying import stripped

PATH: Final = Path(__file__).parent.parent / "docs" / "labeller.md"
HELD_OUT: Final = Path(__file__).parent / "corpus" / "held_out.jsonl"
BEGIN, END = "<!-- figures -->\n", "<!-- /figures -->"
BINS: Final = 10


def write(path: Path, folder: Path, parts: Split) -> None:
    """Measure the network in `folder` on the talks kept apart, and put the figures between the marks of the card."""
    labeller = TrainedLabeller(folder)
    turns = [turn for talk in parts.test for turn in talk.turns]
    as_spoken = [one for turn in turns if (one := stripped(turn)).parts]
    pairs, sure = _by_segment(labeller, turns)
    later, _ = _by_segment(labeller, [turn for talk in parts.later_test for turn in talk.turns])
    bare, _ = _by_segment(labeller, as_spoken)
    pictures = path.parent / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    points = _points(sure)
    (pictures / "labeller-reliability.svg").write_text(reliability(points), encoding="utf-8")
    codes = agreement([(right.value, given.value) for right, given in pairs], [code.value for code in Code])
    picture = confusion("Held-out talks: people's codes (rows), the labeller's (columns)", [code.value for code in Code], codes.confusion)
    (pictures / "labeller-confusion.svg").write_text(picture, encoding="utf-8")
    figures = "\n".join(
        [
            *_corpus(parts),
            *_codings(),
            *_results(codes, pairs, bare, later),
            *_marks(labeller, [*turns, *(turn for talk in parts.later_test for turn in talk.turns)]),
            *_cuts(labeller, turns, as_spoken),
            *_calibration(points, sure, labeller.uncertain_below),
            *_speed(labeller, turns),
        ]
    )
    text = path.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    path.write_text(head + BEGIN + figures + "\n" + END + rest.split(END)[1], encoding="utf-8")
    rows = (
        json.dumps({"text": part, "context": turn.context, "code": code.value}, ensure_ascii=False)
        for turn in turns
        for part, code in zip(turn.parts, turn.codes, strict=True)
    )
    HELD_OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(figures)


def _by_segment(labeller: TrainedLabeller, turns: Sequence[Coded]) -> tuple[list[tuple[Code, Code]], list[tuple[float, bool]]]:
    """People's code and the labeller's for every segment, each as a person cut it; and how sure it was and whether it was right."""
    pairs, sure = [], []
    for turn, given in zip(
        turns, labeller.code_spans([(Said(text=turn.text, context=turn.context), _starts(turn)) for turn in turns]), strict=True
    ):
        for right, (code, confidence, _) in zip(turn.codes, given, strict=True):
            pairs.append((right, code))
            sure.append((confidence, right is code))
    return pairs, sure


def _marks(labeller: TrainedLabeller, turns: Sequence[Coded]) -> list[str]:
    """How well each mark is found in all talks that were kept apart."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    spans = labeller.code_spans([(Said(text=turn.text, context=turn.context), _starts(turn)) for turn in turns])
    for turn, given in zip(turns, spans, strict=True):
        for row, read in zip(turn.rows, given, strict=True):
            right.update(set(row.marks) & set(read.marks))
            wrong.update(set(read.marks) - set(row.marks))
            missed.update(set(row.marks) - set(read.marks))
    rows = []
    for mark in MARKS:
        people = right[mark] + missed[mark]
        f1 = 2 * right[mark] / max(1, 2 * right[mark] + wrong[mark] + missed[mark])
        rows.append(f"| {mark.replace('_', ' ').replace(':', ': ')} | {people} | {f1:.2f} |")
    return ["| what else the words do, in all talks kept apart | segments | F1 |", "|---|---|---|", *rows, ""]


def _starts(turn: Coded) -> list[int]:
    starts = [0]
    for part in turn.parts[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    return starts


def _corpus(parts: Split) -> list[str]:
    every = [*parts.learn, *parts.calibrate, *parts.test, *parts.later_test]
    sizes = {
        name: sum(len(turn.codes) for talk in some for turn in talk.turns)
        for name, some in (("learn", parts.learn), ("calibrate", parts.calibrate), ("test", (*parts.test, *parts.later_test)))
    }
    styles, written = Counter(talk.style for talk in every), Counter(talk.written for talk in every)
    varieties = len({talk.variety.split("(")[0].strip() for talk in every})
    return [
        f"**Corpus:** {len(every)} talks, {sum(sizes.values()):,} manager segments, {varieties} kinds of English; "
        + ", ".join(f"{count} {name}" for name, count in styles.most_common())
        + "; "
        + ", ".join(f"{count} {name}" for name, count in written.most_common())
        + ".",
        f"**Split by talk:** {len(parts.learn)} to learn from ({sizes['learn']:,} segments), {len(parts.calibrate)} to "
        f"calibrate ({sizes['calibrate']:,}), {len(parts.test)} and, of those that came later, {len(parts.later_test)} to "
        f"measure ({sizes['test']:,}).",
        "",
    ]


def _codings() -> list[str]:
    rows = two_codings.report(two_codings.first_codes(read_all()), two_codings.second_codes())
    lines = ["| coded twice | segments | kappa |", "|---|---|---|"]
    return [*lines, *(f"| {name.replace('_', ' ')} | {count:,} | {value:.2f} |" for name, count, value in rows), ""]


def _results(
    codes: Agreement, pairs: Sequence[tuple[Code, Code]], bare: Sequence[tuple[Code, Code]], later: Sequence[tuple[Code, Code]]
) -> list[str]:
    moves = agreement([(move_of(right), move_of(given)) for right, given in pairs], MOVES)
    bare_moves = agreement([(move_of(right), move_of(given)) for right, given in bare], MOVES)
    bare_codes = agreement([(right.value, given.value) for right, given in bare], [code.value for code in Code])
    later_moves = agreement([(move_of(right), move_of(given)) for right, given in later], MOVES)
    later_codes = agreement([(right.value, given.value) for right, given in later], [code.value for code in Code])
    held = Counter(right.value for right, _ in pairs)
    return [
        "| telling heard as listening | share |",
        "|---|---|",
        f"| held-out talks | {_flattering(pairs):.3f} |",
        f"| held-out talks, of those that came later | {_flattering(later):.3f} |",
        "",
        "| held-out talks | macro-F1 | kappa | without points and case, macro-F1 |",
        "|---|---|---|---|",
        f"| moves | {moves.macro_f1:.3f} | {moves.kappa:.3f} | {bare_moves.macro_f1:.3f} |",
        f"| 14 codes | {codes.macro_f1:.3f} | {codes.kappa:.3f} | {bare_codes.macro_f1:.3f} |",
        f"| moves, later talks | {later_moves.macro_f1:.3f} | {later_moves.kappa:.3f} | |",
        f"| 14 codes, later talks | {later_codes.macro_f1:.3f} | {later_codes.kappa:.3f} | |",
        "",
        "| code | segments | F1 | without points and case | F1, later talks |",
        "|---|---|---|---|---|",
        *(
            f"| {name.replace('_', ' ')} | {held[name]} | {_shown(value)} | {_shown(bare_codes.f1[name])} "
            f"| {_shown(later_codes.f1[name])} |"
            for name, value in codes.f1.items()
        ),
        "",
    ]


def _flattering(pairs: Sequence[tuple[Code, Code]]) -> float:
    """The share of told segments that come back as listening: the error that flatters tellers."""
    told = [given for right, given in pairs if right.told]
    return sum(given.move is Move.LISTEN for given in told) / max(1, len(told))


def _cuts(labeller: TrainedLabeller, turns: Sequence[Coded], as_spoken: Sequence[Coded]) -> list[str]:
    found = [_cut_f1(labeller, some) for some in (turns, as_spoken)]
    return [f"**Where segments begin** (F1 of cuts inside turns): {found[0]:.3f}; without points and case {found[1]:.3f}.", ""]


def _cut_f1(labeller: TrainedLabeller, turns: Sequence[Coded]) -> float:
    right = wrong = 0
    for turn, segments in zip(turns, labeller.label_many([Said(text=turn.text, context=turn.context) for turn in turns]), strict=True):
        people, own = set(_starts(turn)[1:]), {one.start for one in segments[1:]}
        right += len(people & own)
        wrong += len(people ^ own)
    return 2 * right / (2 * right + wrong) if right + wrong else 1.0


def _points(sure: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in sure:
        bins.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, right))
    return [(sum(c for c, _ in some) / len(some), sum(r for _, r in some) / len(some), len(some)) for _, some in sorted(bins.items())]


def _calibration(points: Sequence[tuple[float, float, int]], sure: Sequence[tuple[float, bool]], below: float) -> list[str]:
    total = sum(count for _, _, count in points)
    error = sum(count * abs(confidence - right) for confidence, right, count in points) / total
    unsure = [right for confidence, right in sure if confidence < below]
    rest = [right for confidence, right in sure if confidence >= below]
    caught = unsure.count(False) / max(1, sum(not right for _, right in sure))
    return [
        f"**Calibration:** expected calibration error {error:.3f} over {BINS} bins. {len(unsure) / total * 100:.0f} % of the "
        f"segments are marked uncertain; {sum(unsure) / max(1, len(unsure)) * 100:.0f} % of those are right, and "
        f"{sum(rest) / max(1, len(rest)) * 100:.0f} % of the others; so the mark catches {caught * 100:.0f} % of the errors.",
        "",
    ]


def _speed(labeller: TrainedLabeller, turns: Sequence[Coded]) -> list[str]:
    said = [Said(text=turn.text, context=turn.context) for turn in turns]
    began = time.perf_counter()
    segments = sum(len(one) for one in labeller.label_many(said))
    batch = time.perf_counter() - began
    times = []
    for one in said[:200]:
        began = time.perf_counter()
        labeller.label_many([one])
        times.append(time.perf_counter() - began)
    times.sort()
    return [
        f"**Speed on one core:** {segments / batch:,.0f} segments a second in batches; one turn "
        f"{times[len(times) // 2] * 1000:.1f} ms in the middle, {times[int(len(times) * 0.95)] * 1000:.1f} ms p95.",
        "",
    ]


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def main() -> None:
    """Measure the shipped network again and renew the card."""
    write(PATH, FOLDER, split(corpus()))


if __name__ == "__main__":
    main()
