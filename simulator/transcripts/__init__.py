"""Real talks in: a transcript in any common form becomes a conversation between a manager and a rep."""

from simulator.transcripts.reading import FORMS, parse, read, speakers
from simulator.transcripts.sides import LIKELY_MANAGERS, UnclearManager

__all__ = ["FORMS", "LIKELY_MANAGERS", "UnclearManager", "parse", "read", "speakers"]
