"""Small pictures as SVG: a confusion matrix, a heat map, a reliability diagram. Readable on light and on dark ground."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from simulator.numbers import percent, rounded

_INK: Final = "#6f6a63"
_BLUE: Final = "0,114,178"
_LINES: Final = ("#0072b2", "#009e73", "#d55e00", "#cc79a7", "#8c6d1f", "#56b4e9", "#7a5195", "#8c8c8c")
_CELL: Final = 40
_LEFT: Final = 150


def confusion(title: str, classes: Sequence[str], counts: Mapping[tuple[str, str], int]) -> str:
    """Rows are what people said, columns what the labeller said; the darker, the larger a cell's share of its row."""
    size = _CELL * len(classes)
    parts = [_text(0, 16, title, size=15)]
    for row, people in enumerate(classes):
        total = sum(counts.get((people, given), 0) for given in classes)
        y = 130 + row * _CELL
        parts.append(_text(_LEFT - 8, y + 25, people.replace("_", " "), anchor="end"))
        x = _LEFT + row * _CELL + 22
        parts.append(
            f'<text x="{x}" y="122" transform="rotate(-45 {x} 122)" font-size="12" fill="{_INK}">{escape(people.replace("_", " "))}</text>'
        )
        for column, given in enumerate(classes):
            count = counts.get((people, given), 0)
            share = count / total if total else 0.0
            parts.append(
                f'<rect x="{_LEFT + column * _CELL}" y="{y}" width="{_CELL - 2}" height="{_CELL - 2}" rx="4" fill="rgba({_BLUE},'
                f'{0.06 + 0.9 * share:.2f})"/>'
            )
            if count:
                ink = "#ffffff" if share > 0.45 else _INK
                parts.append(_text(_LEFT + column * _CELL + _CELL / 2 - 1, y + 24, str(count), anchor="middle", ink=ink))
    return _svg(_LEFT + size + 80, 140 + size, parts)


def heat(title: str, rows: Sequence[str], columns: Sequence[str], values: Mapping[tuple[str, str], float | None], most: float) -> str:
    """A table of figures from 0 to `most`; the darker, the higher. None stays empty."""
    left, wide, high = 250, 74, 26
    parts = [_text(0, 16, title, size=15)]
    parts += [_text(left + place * wide + wide / 2, 44, name, anchor="middle") for place, name in enumerate(columns)]
    for place, row in enumerate(rows):
        y = 54 + place * high
        parts.append(_text(left - 8, y + 17, row, anchor="end"))
        for number, column in enumerate(columns):
            value = values.get((row, column))
            share = 0.0 if value is None else max(0.0, min(1.0, value / most))
            fill = f"rgba({_BLUE},{0.05 + 0.9 * share:.2f})"
            parts.append(f'<rect x="{left + number * wide}" y="{y}" width="{wide - 2}" height="{high - 2}" rx="4" fill="{fill}"/>')
            ink = "#ffffff" if share > 0.45 else _INK
            shown = "–" if value is None else rounded(value)
            parts.append(_text(left + number * wide + wide / 2 - 1, y + 17, shown, anchor="middle", ink=ink))
    return _svg(left + wide * len(columns) + 4, 62 + high * len(rows), parts)


def lines(title: str, series: Mapping[str, Sequence[float]], down: str, along: str) -> str:
    """Series of values from 0 to 1 as lines, each named at its end; `down` and `along` name the axes."""
    wide, high, left = 560, 300, 60
    longest = max((len(values) for values in series.values()), default=2)
    parts = [_text(0, 16, title, size=15), _text(0, 36, down)]
    parts.append(f'<path d="M{left} 50V{50 + high}H{left + wide}" stroke="{_INK}" fill="none"/>')
    parts += [_text(left - 8, 54 + (1 - tick) * high, rounded(tick, 1), anchor="end") for tick in (0.0, 0.5, 1.0)]
    ends: list[float] = []
    for number, (name, values) in enumerate(sorted(series.items(), key=lambda item: -item[1][-1])):
        points = [(left + place * wide / max(1, longest - 1), 50 + (1 - value) * high) for place, value in enumerate(values)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        ink = _LINES[number % len(_LINES)]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2"/>')
        x, y = points[-1]
        while any(abs(y - other) < 13 for other in ends):
            y += 2
        ends.append(y)
        parts.append(_text(x + 6, y + 4, name, ink=ink))
    parts.append(_text(left + wide / 2, 50 + high + 24, along, anchor="middle"))
    return _svg(left + wide + 90, 50 + high + 36, parts)


def reliability(points: Sequence[tuple[float, float, int]]) -> str:
    """Points (mean confidence, share right, how many); on the diagonal the labeller is as often right as it says."""
    side = 300

    def place(confidence: float, right: float) -> tuple[float, float]:
        return 60 + confidence * side, 20 + (1 - right) * side

    parts = [f'<path d="M60 {20 + side}H{60 + side}M60 {20 + side}V20" stroke="{_INK}" fill="none"/>']
    parts.append(f'<path d="M60 {20 + side}L{60 + side} 20" stroke="{_INK}" stroke-dasharray="4 4" fill="none"/>')
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = place(tick, tick)
        parts += [_text(x, side + 38, percent(tick), anchor="middle"), _text(52, y + 4, percent(tick), anchor="end")]
    most = max((count for _, _, count in points), default=1)
    for confidence, right, count in points:
        x, y = place(confidence, right)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{4 + 8 * (count / most) ** 0.5:.1f}" fill="rgba({_BLUE},0.75)"/>')
    parts += [_text(60 + side / 2, side + 62, "how sure the labeller was", anchor="middle"), _text(0, 12, "how often it was right")]
    return _svg(side + 100, side + 76, parts)


def _text(x: float, y: float, words: str, *, anchor: str = "start", size: int = 12, ink: str = _INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{ink}">{escape(words)}</text>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" font-family="sans-serif">'
    return "\n".join([head, *parts, "</svg>"]) + "\n"
