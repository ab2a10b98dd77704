"""Which of the speakers are the manager, who is one person under two names, and the utterances as turns of two sides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.conversation import Conversation, Speaker, Timing, Turn, words_in
from simulator.errors import TranscriptError
from simulator.numbers import count_of
from simulator.transcripts.around import all_of
from simulator.transcripts.joining import joined, without_hums
from simulator.transcripts.naming import folded
from simulator.transcripts.utterance import Utterance

_BESIDE: Final = re.compile(r"[(\[{|#+@].*$|\s[-–—]\s.*$")
_LEAST_OF_A_NAME: Final = 2


class UnclearManager(TranscriptError):
    """Nobody said who of the speakers is the manager; `speakers` are their names."""

    def __init__(self, text: str, speakers: tuple[str, ...]) -> None:
        """`text` is the sentence for the person."""
        super().__init__(text)
        self.speakers = speakers


@dataclass(frozen=True, kw_only=True)
class Party:
    """One speaker as the file names them, on which side they were counted, with how many turns and words."""

    name: str
    side: Speaker
    turns: int
    words: int

    def plain(self) -> str:
        """As a person reads it: the name, turns, words."""
        return f"{self.name}, {count_of(self.turns, 'turn')}, {count_of(self.words, 'word')}"


def names(said: Sequence[Utterance]) -> tuple[str, ...]:
    """Everybody who speaks and is named, in the order in which they begin, each as first written."""
    seen: dict[str, str] = {}
    for one in said:
        if one.name:
            seen.setdefault(folded(one.name), one.name)
    return tuple(seen.values())


def managers(said: Sequence[Utterance], wanted: Sequence[str], others: Sequence[str], source: str) -> frozenset[str]:
    """The manager's names, folded: those that are `wanted`, or else somebody who goes by a name like Manager, Coach or Me.

    Raises:
        UnclearManager: nobody is wanted and nobody goes by such a name, somebody wanted does not speak or is more than one, or somebody
            else may be the manager under another name and is not among `others`.
    """
    speakers = names(said)
    every = ", ".join(speakers)
    if not any(one.strip() for one in wanted):
        likely = next((name for name in all_of("managers") for one in speakers if folded(one) == name), "")
        if not likely:
            raise UnclearManager(
                f"In {source} it is not clear who the manager is. The speakers are {every}: name the manager with --manager.", speakers
            )
        return frozenset({likely})
    apart = {folded(_one_of(speakers, name, source)) for name in others}
    chosen = {folded(_one_of(speakers, name, source)) for name in wanted if name.strip()}
    also = [name for name in speakers if folded(name) not in chosen | apart and any(_one_person(name, own) for own in chosen)]
    if also:
        first = next(name for name in speakers if folded(name) in chosen)
        raise UnclearManager(
            f"In {source} {also[0]} may be {first} under another name. If so, give both: --manager "
            f'"{first}" --manager "{also[0]}"; if not, say so with --rep "{also[0]}".',
            speakers,
        )
    return frozenset(chosen)


def _one_of(speakers: Sequence[str], wanted: str, source: str) -> str:
    """The speaker who is meant: the name, or a part that only one has."""
    exact = [name for name in speakers if folded(name) == folded(wanted)]
    within = [name for name in speakers if folded(wanted) in folded(name)]
    same = all(_one_person(name, folded(within[0])) for name in within) if within else False
    if exact or len(within) == 1 or same:
        return (exact or within)[0]
    who = f"{wanted} does not speak" if not within else f"{wanted} may be {' or '.join(within)}"
    raise UnclearManager(f"In {source} {who}. The speakers are {', '.join(speakers)}: name the manager with --manager.", tuple(speakers))


def _one_person(name: str, other: str) -> bool:
    """Whether two names may be one person's: the same but for what stands in brackets, the order, or a device."""
    one, two = (_parts(each) for each in (name, other))
    return one == two and len("".join(one)) >= _LEAST_OF_A_NAME


def _parts(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", _BESIDE.sub("", folded(name)))) or frozenset({folded(name)})


def persons(voices: Sequence[str]) -> int:
    """How many people these names are, at least."""
    return len({_parts(name) for name in voices})


def conversation(said: Sequence[Utterance], manager: frozenset[str]) -> tuple[Conversation, tuple[Party, ...]]:
    """The talk as turns, what one side says in a row is one turn, and who was counted as whom.

    Nobody's words are in neither, and part what was said before them from what came after.
    """
    runs: list[tuple[Speaker, list[Utterance]]] = []
    parted = True
    for one in joined(said):
        speaker = Speaker.MANAGER if folded(one.name) in manager else Speaker.REP
        if one.name and not parted and runs[-1][0] is speaker:
            runs[-1][1].append(one)
        elif one.name:
            runs.append((speaker, [one]))
        parted = not one.name
    talk = Conversation(turns=tuple(_turn(number, speaker, run) for number, (speaker, run) in enumerate(runs, start=1)))
    return talk, tuple(_voice(name, manager, [run for _, run in runs]) for name in names(said))


def _voice(name: str, manager: frozenset[str], runs: Sequence[Sequence[Utterance]]) -> Party:
    own = [[one for one in run if folded(one.name) == folded(name)] for run in runs]
    side = Speaker.MANAGER if folded(name) in manager else Speaker.REP
    return Party(name=name, side=side, turns=sum(map(bool, own)), words=sum(words_in(one.words) for some in own for one in some))


def _turn(number: int, speaker: Speaker, run: Sequence[Utterance]) -> Turn:
    text = " ".join(one.words for one in run if one.words)
    # A hum of the other side, cut out of the manager's turn, is no word that the next one answers; a manager's own is listening.
    text = without_hums(text) if speaker is Speaker.REP else text
    return Turn(number=number, speaker=speaker, text=text, timing=_timing(run))


def _timing(run: Sequence[Utterance]) -> Timing | None:
    spans = [(one.start, one.end) for one in run if one.start is not None and one.end is not None]
    if len(spans) < len(run):
        return None
    spoken = sum(one.spoken if one.spoken is not None else end - start for one, (start, end) in zip(run, spans, strict=True))
    return Timing(start=min(start for start, _ in spans), end=max(end for _, end in spans), spoken=spoken)
