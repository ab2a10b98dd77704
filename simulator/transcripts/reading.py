"""A transcript read from a file: its form is known by its name's ending, and where that says nothing by its first words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from simulator.conversation import Conversation, Speaker, words_in
from simulator.errors import TranscriptError
from simulator.language.halves import mended
from simulator.numbers import count_of
from simulator.transcripts import captions, lines, nested, tables
from simulator.transcripts.decoding import DOCX, content_of, decoded
from simulator.transcripts.naming import with_names
from simulator.transcripts.sides import Party, conversation, managers, names, persons
from simulator.transcripts.utterance import Found, Utterance

Reader = Callable[[str, str], Found]

FORMS: Final[dict[str, Reader]] = {
    ".vtt": captions.utterances,
    ".srt": captions.utterances,
    ".sbv": captions.utterances,
    ".json": nested.utterances,
    ".jsonl": nested.utterances,
    ".csv": tables.utterances,
    ".tsv": tables.utterances,
    ".txt": lines.utterances,
    ".text": lines.utterances,
    ".md": lines.utterances,
    DOCX: lines.utterances,
}
"""A file name's ending to how such a file is read."""
_CAPTION: Final = re.compile(r"^\s*(?:\d+:)?\d+:\d{2}[.,]?\d*(?:\s*-->\s*|,)\d", re.MULTILINE)
LEAST_OF_A_VOICE: Final = 0.05
"""The share of all words from which a third voice makes a talk one of three."""
NOBODYS: Final = 0.2
"""The share of words without a name from which figures are of a part of the talk only."""


@dataclass(frozen=True, kw_only=True)
class Transcript:
    """A talk as it was read: the turns of two sides, and who was counted as whom.

    `nobodys` is how many words nobody is named for, `notes` what a person should know of the reading.
    """

    talk: Conversation
    parties: tuple[Party, ...]
    nobodys: int = 0
    notes: tuple[str, ...] = ()

    def counted(self) -> str:
        """Who was counted as whom, in a sentence or three."""
        manager, others = ([one.plain() for one in self.parties if one.side is side] for side in Speaker)
        apart = f" Words of nobody named: {self.nobodys:,}." if self.nobodys else ""
        return f"Manager: {'; '.join(manager)}. Rep's side: {'; '.join(others)}.{apart}"


def read(path: Path, *, manager: Sequence[str] = (), rep: Sequence[str] = ()) -> Transcript:
    """Read a talk from a file: WebVTT, SRT, SBV, Word, Markdown, JSON, CSV, or plain text.

    What one side says in a row is one turn. Everybody who is not the manager counts as the rep's side. `manager` are the names the
    manager goes by, or parts of them that only one speaker has; empty takes a speaker called Manager, Coach, Boss or Me. `rep` are names
    that look like the manager's and are not.

    Raises:
        TranscriptError: the file cannot be read; with its line and what is wrong there.
        UnclearManager: it cannot be told who the manager is.
    """
    return opened(content_of(path), path.suffix, str(path)).transcript(manager=manager, rep=rep)


def opened(content: bytes, form: str, source: str) -> "Opened":
    """The content of a file with that ending, read as far as it can be before it is known who the manager is; TranscriptError as `read`."""
    text, note = decoded(content, source, form)
    found = _found(text, form, source)
    return Opened(found=replace(found, notes=tuple(filter(None, (note, *found.notes)))), source=source)


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file that was read; `source` names it in errors."""

    found: Found
    source: str

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks and is named, in the order in which they begin."""
        return names(self.found.said)

    def transcript(self, *, manager: Sequence[str] = (), rep: Sequence[str] = ()) -> Transcript:
        """The talk between these; UnclearManager and TranscriptError as `read`."""
        return _transcript(self.found, manager, rep, self.source)


def parse(text: str, *, manager: Sequence[str] = (), rep: Sequence[str] = (), form: str = "", source: str = "the text") -> Transcript:
    """The same for text at hand. `form` is an ending of `FORMS`, empty to go by the text; `source` names it in errors."""
    return _transcript(_found(text, form, source), manager, rep, source)


def _transcript(found: Found, manager: Sequence[str], rep: Sequence[str], source: str) -> Transcript:
    said = found.said
    if len(names(said)) == 1:
        raise TranscriptError(
            f"In {source} only {names(said)[0]} speaks. A score needs the other side, too; export the talk with everybody in it."
        )
    talk, parties = conversation(said, managers(said, manager, rep, source))
    nobodys = sum(words_in(one.words) for one in said if not one.name)
    return Transcript(talk=talk, parties=parties, nobodys=nobodys, notes=(*found.notes, *_of_parties(parties, nobodys)))


def _of_parties(parties: Sequence[Party], nobodys: int) -> list[str]:
    """What the parties say of the figures: more than two people, one who hardly speaks, many words without a name."""
    every = sum(one.words for one in parties) + nobodys
    others = [one for one in parties if one.side is Speaker.REP]
    found = []
    if sum(voice.words >= LEAST_OF_A_VOICE * every for voice in others) > 1 and persons([voice.name for voice in others]) > 1:
        who = ", ".join(voice.name for voice in others)
        found.append(
            f"More than two people talk here; {who} are counted as one side. What is said of listening is of all of them together."
        )
    if others and sum(voice.words for voice in others) < LEAST_OF_A_VOICE * every:
        found.append("The other side hardly speaks, so this was hardly a talk of two; only the shares of words and moves say something.")
    if nobodys >= NOBODYS * max(1, every):
        found.append(f"Nobody is named for {count_of(nobodys, 'word')}, so the figures are of a part of the talk.")
    return found


def _found(text: str, form: str, source: str) -> Found:
    found = FORMS.get(form.casefold(), _reader(text))(text, source)
    said = with_names([_mended(one) for one in found.said], found.listed)
    if not said:
        raise TranscriptError(f'{source} holds no talk. Write one turn a line, as in "Manager: How did it go?"')
    if not any(one.name for one in said):
        raise TranscriptError(
            f"{source}, line {said[0].line}: nobody is named. Have your tool tell the voices apart, or begin every turn with who speaks, "
            'as in "Dana: I\'m fine."'
        )
    return replace(found, said=said)


def _mended(one: Utterance) -> Utterance:
    """JSON can write half a character; what is scored can be printed and kept."""
    return replace(one, name=mended(one.name), words=mended(one.words))


def _reader(text: str) -> Reader:
    """How a text of no known ending is read."""
    start = text.lstrip("\ufeff \n\r\t")[:2000]
    if start.startswith("WEBVTT") or _CAPTION.search(start[:400]):
        return captions.utterances
    return nested.utterances if start.startswith(("[{", "{", "[\n")) else lines.utterances
