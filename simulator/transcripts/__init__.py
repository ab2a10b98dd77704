"""Real talks in: a transcript in any common form becomes a conversation between a manager and a rep."""

from simulator.transcripts.decoding import LARGEST_FILE
from simulator.transcripts.mending import put_right
from simulator.transcripts.reading import FORMS, Opened, Transcript, opened, parse, read
from simulator.transcripts.sides import Party, UnclearManager

__all__ = ["FORMS", "LARGEST_FILE", "Opened", "Party", "Transcript", "UnclearManager", "opened", "parse", "put_right", "read"]
