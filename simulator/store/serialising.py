"""Values to rows of the tables, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from simulator.codes import Code
from simulator.conversation import Coded, Conversation, Segment, Speaker, Timing, Turn, Understood
from simulator.evaluation.corrections import Correction
from simulator.evaluation.review import Review
from simulator.evaluation.scorecard import Estimate, OneThing, Scorecard
from simulator.people.person import name_key
from simulator.practice.attempt import FREE, Attempt, Rules, Source, Summary
from simulator.state import RepState

_STATE: TypeAdapter[RepState] = TypeAdapter(RepState)
_REVIEW: TypeAdapter[Review] = TypeAdapter(Review)
_SCORECARD: TypeAdapter[Scorecard] = TypeAdapter(Scorecard)
_SUMMARY: TypeAdapter[Summary] = TypeAdapter(Summary)
_ONE_THING: TypeAdapter[OneThing | None] = TypeAdapter(OneThing | None)
_SOURCE: TypeAdapter[Source | None] = TypeAdapter(Source | None)
_TIMING: TypeAdapter[Timing | None] = TypeAdapter(Timing | None)
_UNDERSTOOD: TypeAdapter[Understood] = TypeAdapter(Understood)
_SEGMENTS: TypeAdapter[tuple[Segment, ...]] = TypeAdapter(tuple[Segment, ...])


def storable(text: str) -> str:
    """Text that every database takes: NUL, which PostgreSQL refuses, becomes U+FFFD, half of a surrogate pair a question mark."""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def state_json(state: RepState) -> Any:
    """A rep's state as JSON values."""
    return _json(_STATE, state)


def scorecard_json(scorecard: Scorecard) -> Any:
    """A scorecard as JSON values."""
    return _json(_SCORECARD, scorecard)


def state(values: Any) -> RepState:
    """The rep's state of these JSON values; ValueError if they are none."""
    return _STATE.validate_python(values)


def scorecard(values: Any) -> Scorecard:
    """The scorecard of these JSON values; ValueError if they are none."""
    return _SCORECARD.validate_python(values)


def one_thing_of(body: Any) -> OneThing | None:
    """The one thing of a scorecard's body; None where it has none, as those of before, or one that cannot be read."""
    try:
        return _ONE_THING.validate_python(body.get("one_thing"))
    except (AttributeError, ValueError):
        return None


def attempt(
    row: Row[Any],
    talk: Sequence[Turn],
    body: Mapping[str, Any] | None,
    corrected: Sequence[Correction] = (),
    reviewed: Sequence[Review] = (),
    rules: Rules = FREE,
) -> Attempt:
    """The attempt of a row, its turns and its scorecard's body, if it has one; ValueError if they are not readable."""
    return Attempt(
        id=row.id,
        scenario_id=row.scenario_id,
        scenario_version=row.scenario_version,
        scenario_title=row.scenario_title,
        player=row.player,
        started_at=row.started_at,
        state=state(row.state),
        conversation=Conversation(turns=tuple(talk)),
        finished_at=row.finished_at,
        scorecard=None if body is None else scorecard(body),
        estimate=_estimate(row),
        corrections=tuple(corrected),
        reviews=tuple(reviewed),
        branch_of=row.branch_of,
        branch_turn=row.branch_turn,
        scenario_text=row.scenario_text or "",
        source=_SOURCE.validate_python(row.source),
        owner=row.owner,
        workshop=row.workshop or "",
        rules=rules,
    )


def _estimate(row: Row[Any]) -> Estimate | None:
    guess = Estimate(asked_share=row.estimated_asked_share, score=row.estimated_score)
    return guess if guess != Estimate() else None


def correction(row: Row[Any]) -> Correction:
    """The correction of a row; ValueError if it is not readable."""
    return Correction(
        turn=row.turn,
        start=row.start,
        end=row.end,
        code=None if row.code is None else Code(row.code),
        made_at=row.made_at,
        labelled=Code(row.labelled) if row.labelled else None,
    )


def review(row: Row[Any]) -> Review:
    """The review of a row; ValueError if it is not readable."""
    found = _REVIEW.validate_python({**row.body, "by": row.made_by, "signed_at": row.signed_at})
    return replace(found, codes=tuple(replace(one, by=found.by) for one in found.codes))


def review_json(review: Review) -> Any:
    """What is said in a review as JSON values; by whom and when stands beside them."""
    beside: dict[str, Any] = {"by": True, "signed_at": True, "codes": {"__all__": {"by", "made_at"}}}
    return _plain(_REVIEW.dump_python(review, mode="json", exclude=beside))


def estimate_row(estimate: Estimate | None) -> dict[str, Any]:
    """The columns of `attempts` that hold an estimate."""
    guess = estimate or Estimate()
    return {"estimated_asked_share": guess.asked_share, "estimated_score": guess.score}


def correction_row(attempt_id: str, at: datetime, correction: Correction) -> dict[str, Any]:
    """A row of `corrections`: the player's own."""
    return {
        "attempt_id": storable(attempt_id),
        "made_at": at,
        "turn": correction.turn,
        "start": correction.start,
        "end": correction.end,
        "code": correction.code.value if correction.code else None,
        "labelled": correction.labelled.value if correction.labelled else "",
    }


def turn(row: Row[Any]) -> Turn:
    """The turn of a row; ValueError if it is not readable."""
    return Turn(
        number=row.number,
        speaker=Speaker(row.speaker),
        text=row.text,
        said_at=row.said_at,
        voice=row.voice,
        note=row.note,
        coded=coded(row.coded, row.number, row.text),
        understood=_understood(row.understood),
        timing=_TIMING.validate_python(row.timing),
    )


def _understood(values: Any) -> Understood | None:
    """What the rep understood; None where nothing is kept that this version can read: the talk goes on without."""
    try:
        return _UNDERSTOOD.validate_python(values)
    except ValueError:
        return None


def coded_json(coded: Coded | None) -> Any:
    """What a labeller made of a turn as JSON values. The words stand in the turn, so of a segment its place is kept and not its text."""
    if coded is None:
        return None
    segments = _SEGMENTS.dump_python(coded.segments, mode="json", exclude_defaults=True, exclude={"__all__": {"turn", "text"}})
    return _plain({"labeller": coded.labeller, "segments": list(segments), "heads": dict(coded.heads)})


def coded(values: Any, number: int, text: str) -> Coded | None:
    """What a labeller made of the words of turn `number`; None where nothing is kept that this version can read: it can be made again."""
    try:
        spans = [{**one, "turn": number, "text": text[one["start"] : one["end"]]} for one in values["segments"]]
        if "".join(one["text"] for one in spans) != text:
            return None
        return Coded(labeller=values["labeller"], segments=_SEGMENTS.validate_python(spans), heads=values["heads"])
    except (TypeError, KeyError, ValueError):
        return None


def attempt_row(attempt: Attempt) -> dict[str, Any]:
    """A row of `attempts`."""
    return {
        "id": storable(attempt.id),
        "scenario_id": attempt.scenario_id,
        "scenario_version": attempt.scenario_version,
        "scenario_title": storable(attempt.scenario_title),
        "player": storable(attempt.player),
        "player_key": name_key(attempt.player),
        "owner": attempt.owner,
        "workshop": attempt.workshop or None,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
        "state": state_json(attempt.state),
        "branch_of": storable(attempt.branch_of),
        "branch_turn": attempt.branch_turn,
        "scenario_text": attempt.scenario_text or None,
        "source": _json(_SOURCE, attempt.source),
        "source_hash": attempt.source.hash if attempt.source else None,
        **estimate_row(attempt.estimate),
    }


def turn_row(attempt_id: str, turn: Turn) -> dict[str, Any]:
    """A row of `turns`."""
    return {
        "attempt_id": storable(attempt_id),
        "number": turn.number,
        "speaker": turn.speaker.value,
        "text": storable(turn.text),
        "said_at": turn.said_at,
        "voice": storable(turn.voice),
        "note": storable(turn.note),
        "coded": coded_json(turn.coded),
        "understood": None if turn.understood is None else _json(_UNDERSTOOD, turn.understood),
        "timing": _json(_TIMING, turn.timing),
    }


def scorecard_row(attempt_id: str, at: datetime, scorecard: Scorecard) -> dict[str, Any]:
    """A row of `scorecards`."""
    made_with = scorecard.versions
    return {
        "attempt_id": storable(attempt_id),
        "created_at": at,
        "app_version": made_with.app,
        "codebook_version": made_with.codebook,
        "labeller_version": made_with.labeller,
        "measures_version": made_with.measures,
        "scored_scenario": made_with.scenario,
        "model": storable(made_with.model),
        "prompt_version": made_with.prompt,
        "body": scorecard_json(scorecard),
        "score": scorecard.score,
        "levels": _levels(scorecard),
        "figures": _figures(scorecard),
    }


def summary(row: Row[Any], body: Any = None) -> Summary:
    """The summary of a scorecard's row with its attempt's; from `body`, where the row is one of before that has none beside it.

    ValueError if it is not readable.
    """
    card = None if body is None else scorecard(body)
    source = _SOURCE.validate_python(row.source)
    return _SUMMARY.validate_python(
        {
            "scenario_id": row.scenario_id,
            "score": card.score if card else row.score,
            "levels": _levels(card) if card else row.levels,
            "figures": _figures(card) if card else row.figures,
            "at": row.started_at,
            "stance": source.stance if source else None,
            "versions": (row.labeller_version, row.measures_version, row.codebook_version),
        }
    )


def _levels(card: Scorecard) -> dict[str, int]:
    return {one.id: one.level for one in card.criteria if one.level is not None}


def _figures(card: Scorecard) -> dict[str, float]:
    return {one.id: one.value for one in card.measures if one.value is not None}


def _json(adapter: TypeAdapter[Any], value: Any) -> Any:
    return _plain(adapter.dump_python(value, mode="json"))


def _plain(value: Any) -> Any:
    """JSON values with every text storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
