"""A flight simulator for the one-to-one talk between a sales manager and a rep."""

__version__ = "0.1.0"
