"""One talk, and what writes its lines as tools do; the words are our own."""

import io
import json
from collections.abc import Callable
from typing import Any

Line = tuple[str, float, float, str]

KIM, TOM = "Priya Nair", "Tom Becker"
TALK: tuple[Line, ...] = (
    (KIM, 1.0, 4.0, "Morning, Tom. What was the week like for you?"),
    (TOM, 4.5, 9.0, "Long. The hospital moved the date again, and nobody told me why."),
    (KIM, 10.0, 13.5, "So you heard it last, and that sits badly with you."),
    (TOM, 14.0, 19.0, "It does. I had promised it to my own boss on Monday."),
    (KIM, 20.0, 23.0, "What have you tried so far?"),
    (TOM, 24.0, 31.0, "I rang twice. Then I wrote to the ward sister, who was kind and knew nothing."),
    (KIM, 32.0, 36.0, "Who decides the date over there?"),
    (TOM, 37.0, 43.0, "The head of theatres. I have never met her."),
)


def clock(seconds: float, *, hours: bool = True, point: str = ".", digits: int = 3) -> str:
    """A clock time in the form that is asked for."""
    whole, rest = divmod(round(seconds * 1000), 1000)
    minutes, left = divmod(whole, 60)
    head = f"{minutes // 60:02}:{minutes % 60:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    return head + (f"{point}{rest:03}"[: digits + 1] if digits else "")


def by_line(write: Callable[[int, Line], str], head: str = "", foot: str = "") -> bytes:
    """A text with each line written so."""
    return (head + "".join(write(number, line) for number, line in enumerate(TALK, start=1)) + foot).encode()


def as_json(values: Any) -> bytes:
    """JSON."""
    return json.dumps(values, ensure_ascii=False).encode()


def pieces(line: Line) -> list[tuple[str, float, float]]:
    """A line's words, each with its times."""
    words = line[3].split()
    step = (line[2] - line[1]) / len(words)
    return [(word, line[1] + place * step, line[1] + (place + 1) * step) for place, word in enumerate(words)]


def docx(paragraphs: list[str]) -> bytes:
    """A Word document of these paragraphs."""
    from docx import Document

    document, file = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def label(name: str) -> int:
    """What a recogniser calls the speaker."""
    return int(name == TOM)


def timed(line: Line) -> str:
    """The times of a caption."""
    return f"{clock(line[1])} --> {clock(line[2])}"


WORDS = [(line[0], word, start, end) for line in TALK for word, start, end in pieces(line)]
