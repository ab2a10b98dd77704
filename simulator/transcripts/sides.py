"""Which of the speakers is the manager, and the utterances joined to turns of two sides."""

from collections.abc import Sequence
from typing import Final

from simulator.conversation import Conversation, Speaker, Timing, Turn
from simulator.errors import TranscriptError
from simulator.transcripts.utterance import Utterance

LIKELY_MANAGERS: Final = ("manager", "coach", "boss", "me")


class UnclearManager(TranscriptError):
    """Nobody said who of the speakers is the manager; `speakers` are their names."""

    def __init__(self, text: str, speakers: tuple[str, ...]) -> None:
        """`text` is the sentence for the person."""
        super().__init__(text)
        self.speakers = speakers


def names(said: Sequence[Utterance]) -> tuple[str, ...]:
    """Everybody who speaks, in the order in which they begin, each as first written."""
    seen: dict[str, str] = {}
    for one in said:
        seen.setdefault(one.name.casefold(), one.name)
    return tuple(seen.values())


def conversation(said: Sequence[Utterance], manager: str, source: str) -> Conversation:
    """The talk as turns; what one side says in a row is one turn. Everybody who is not the manager is the rep's side.

    Raises:
        UnclearManager: `manager` is empty and nobody goes by one of `LIKELY_MANAGERS`, or it is somebody who does not speak.
    """
    chosen = _manager(names(said), manager.strip(), source)
    runs: list[tuple[Speaker, list[Utterance]]] = []
    for one in said:
        speaker = Speaker.MANAGER if one.name.casefold() == chosen else Speaker.REP
        if runs and runs[-1][0] is speaker:
            runs[-1][1].append(one)
        else:
            runs.append((speaker, [one]))
    return Conversation(turns=tuple(_turn(number, speaker, run) for number, (speaker, run) in enumerate(runs, start=1)))


def _turn(number: int, speaker: Speaker, run: Sequence[Utterance]) -> Turn:
    text = " ".join(one.words for one in run if one.words)
    return Turn(number=number, speaker=speaker, text=text, timing=_timing(run))


def _timing(run: Sequence[Utterance]) -> Timing | None:
    spans = [(one.start, one.end) for one in run if one.start is not None and one.end is not None]
    if len(spans) < len(run):
        return None
    return Timing(start=min(start for start, _ in spans), end=max(end for _, end in spans), spoken=sum(end - start for start, end in spans))


def _manager(speakers: tuple[str, ...], wanted: str, source: str) -> str:
    folded = [name.casefold() for name in speakers]
    for candidate in [wanted.casefold()] if wanted else LIKELY_MANAGERS:
        if candidate in folded:
            return candidate
    who = f"{wanted} does not speak" if wanted else "it is not clear who the manager is"
    raise UnclearManager(f"In {source} {who}. The speakers are {', '.join(speakers)}: name the manager with --manager.", speakers)
