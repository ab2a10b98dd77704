"""Real talks in: a transcript in any common form becomes a conversation between a manager and a rep."""

from simulator.transcripts.reading import FORMS, Transcript, parse, read, speakers
from simulator.transcripts.sides import Party, UnclearManager

__all__ = ["FORMS", "Party", "Transcript", "UnclearManager", "parse", "read", "speakers"]
