"""A talk's debrief on one page: a tagged PDF (PDF/UA-1) with its fonts inside, set by Typst.

What people typed reaches Typst as JSON, never as source. A character that no font has would end a PDF/UA run: it becomes a square.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, ClassVar, Final

import typst

from simulator.evaluation.measures.shares import ASKED_TOLD
from simulator.evaluation.scorecard import Scorecard
from simulator.export.harmless import printable
from simulator.export.put_right import beside_measured
from simulator.export.terms import Terms
from simulator.language.words import Words
from simulator.practice.attempt import Attempt

SQUARE: Final = "□"
LONGEST: Final = (220, 110, 50)
"""Characters of one text; the fewer, where the page would else be two."""
_PAGES: Final = re.compile(rb"/Type\s*/Pages/Count (\d+)")
_SOURCE: Final = Path(__file__).with_name("debrief.typ")
_NO_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES: Final = 5
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)


class Paper(Words):
    """What stands on the page besides the talk's own."""

    topic: ClassVar[str] = "paper"
    title: str
    score: str
    unscored: str
    put_right: str
    level_put_right: str
    asked_told: str
    one_thing: str
    criteria: str
    criterion: str
    level: str
    rests_on: str
    quote: str
    question: str
    carries: str
    missing: str


def papers(attempts: Iterable[Attempt], terms: Terms, folder: Path) -> tuple[Path, ...]:
    """Write a page for each finished talk, `debrief-ID.pdf`."""
    made = []
    for attempt in attempts:
        if attempt.scorecard:
            path = folder / f"debrief-{attempt.id}.pdf"
            path.write_bytes(paper(attempt, terms))
            made.append(path)
    return tuple(made)


def paper(attempt: Attempt, terms: Terms) -> bytes:
    """The page of a finished talk; the same talk gives the same bytes on the same machine."""
    assert attempt.scorecard
    for longest in LONGEST:
        done = typeset(_SOURCE, _values(attempt, attempt.scorecard, terms, longest))
        if pages(done) == 1:
            break
    return done


def pages(done: bytes) -> int:
    """How many pages it has."""
    found = _PAGES.search(done)
    return int(found[1]) if found else 0


def typeset(source: Path, values: dict[str, Any]) -> bytes:
    """What a Typst file makes of these values, with squares for what no font has; `carries` is then said to hold some."""
    for _ in range(_TRIES):
        try:
            return _set(source, values)
        except typst.TypstError as error:
            missing = set("".join(_plain(found) for found in _NO_GLYPH.findall(error.diagnostic))) - {SQUARE}
            if not missing:
                break
            values = _told(_without(values, missing))
    # Whatever else a font may not do: what is left is Latin.
    return _set(source, _told(_without(values, {one for one in json.dumps(values, ensure_ascii=False) if one > "\u024f"} - {SQUARE})))


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Typst's own (Latin, Greek, Cyrillic), before those of the machine."""
    return typst.Fonts()


def _set(source: Path, values: dict[str, Any]) -> bytes:
    inputs = {"data": json.dumps(values, ensure_ascii=False)}
    # A compiler of its own for each page: two visitors may ask at once.
    done = typst.Compiler(source.read_bytes(), font_paths=_fonts()).compile(
        format="pdf", pdf_standards="ua-1", sys_inputs=inputs, timestamp=_MADE
    )
    assert isinstance(done, bytes)
    return done


def _plain(found: str) -> str:
    return _ESCAPED.sub(lambda one: chr(int(one[1], 16)), found)


def _without(value: Any, missing: set[str]) -> Any:
    if isinstance(value, str):
        return "".join(SQUARE if one in missing else one for one in value)
    if isinstance(value, list):
        return [_without(one, missing) for one in value]
    return {key: _without(one, missing) for key, one in value.items()} if isinstance(value, dict) else value


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """The page says what a square means."""
    said = Paper.of().missing
    return values if said in values["carries"] else values | {"carries": f"{values['carries']} {said}"}


def _values(attempt: Attempt, card: Scorecard, terms: Terms, longest: int) -> dict[str, Any]:
    """All that the page says."""
    words, one, cut = Paper.of(), card.one_thing, partial(cut_short, longest)
    ratio = next((measure.shown for measure in card.measures if measure.id == ASKED_TOLD.id), "–")
    named = terms.named or not attempt.source
    who = [attempt.player] if terms.named and attempt.player else []
    return {
        "language": "en",
        "labels": words.model_dump(),
        "title": cut(words.title.format(title=attempt.scenario_title if named else "")).rstrip(": "),
        "held": cut(" · ".join([*who, f"{attempt.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"])),
        "headline": cut(card.headline),
        "score": words.unscored if card.score is None else beside_measured(words.put_right, card.score, card.measured),
        "why": cut(card.unscored),
        "asked_told": ratio,
        "one_thing": cut(one.says) if one else "",
        "theirs": cut(one.theirs.text) if one and terms.words else "",
        "yours": cut(one.yours.text) if one and terms.words else "",
        "question": cut(words.question.format(question=one.question)) if one and one.question and terms.words else "",
        "criteria": [
            [
                one.name,
                "–" if one.level is None else beside_measured(words.level_put_right, one.level, one.measured),
                cut(one.unscored or one.number),
                cut(one.quotes[0].text) if one.quotes and terms.words else "",
            ]
            for one in card.criteria
        ],
        "carries": words.carries.format(labeller=card.versions.labeller),
    }


def cut_short(longest: int, text: str) -> str:
    """The text on one line, without what cannot be printed, and no longer than that."""
    clean = " ".join(printable(text).split())
    return clean if len(clean) <= longest else f"{clean[: longest - 2]} …"
