"""Real talks in: plain text with one "Name: words" a line becomes a conversation between a manager and a rep."""

import re
from pathlib import Path

from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import TranscriptError

LARGEST_FILE = 5_000_000
"""Bytes; a day of talk is about a tenth of it."""
LIKELY_MANAGERS = ("manager", "coach", "boss", "me")

_NAMED = re.compile(r"^\s*(?P<name>[^\W\d_][\w .,'’()&/-]{0,59}?)\s*:(?!//)\s*(?P<words>.*)$")


def read(path: Path, *, manager: str = "") -> Conversation:
    """Read a talk from a text file.

    A line without a name goes on with the speaker before it; lines of one speaker in a row are one turn. Everybody who
    is not the manager counts as the rep's side. `manager` is compared without regard to case; empty takes a
    speaker called Manager, Coach, Boss or Me.

    Raises:
        TranscriptError: the file cannot be read, has no names, or nobody in it is the manager.
    """
    return parse(_text(path), manager=manager, source=str(path))


def parse(text: str, *, manager: str = "", source: str = "the text") -> Conversation:
    """The same for text at hand; `source` names it in errors."""
    said: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        if match := _NAMED.match(line):
            said.append((match["name"], match["words"].strip()))
        elif said:
            said[-1] = (said[-1][0], f"{said[-1][1]} {line.strip()}".strip())
        else:
            raise TranscriptError(f'{source}, line {number}: nobody is named. Begin every turn with who speaks, as in "Dana: I\'m fine."')
    if not said:
        raise TranscriptError(f'{source} holds no talk. Write one turn a line, as in "Manager: How did it go?"')
    chosen = _manager(sorted({name for name, _ in said}, key=str.casefold), manager, source)
    turns: list[Turn] = []
    for name, words in said:
        speaker = Speaker.MANAGER if name.casefold() == chosen else Speaker.REP
        if turns and turns[-1].speaker is speaker:
            turns[-1] = Turn(number=len(turns), speaker=speaker, text=f"{turns[-1].text} {words}".strip())
        else:
            turns.append(Turn(number=len(turns) + 1, speaker=speaker, text=words))
    return Conversation(turns=tuple(turns))


def _manager(names: list[str], wanted: str, source: str) -> str:
    folded = [name.casefold() for name in names]
    for candidate in [wanted.strip().casefold()] if wanted.strip() else LIKELY_MANAGERS:
        if candidate in folded:
            return candidate
    who = f"{wanted} does not speak" if wanted.strip() else "it is not clear who the manager is"
    raise TranscriptError(f"In {source} {who}. The speakers are {', '.join(names)}: name the manager with --manager.")


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TranscriptError(
                f"{path} is larger than {LARGEST_FILE // 1_000_000} MB, which is more than a talk. Score one talk at a time."
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{path} is not UTF-8 text (byte {error.start}). Save it as plain text in UTF-8 and try again.") from error
    except OSError as error:
        raise TranscriptError(f"{path} cannot be read: {error.strerror}. Check the name, and that it is a file.") from error
