"""Every scenario is played by simulated managers before it is published; what goes wrong there keeps it out of the library."""

from simulator.rehearsal.managers import MANAGERS
from simulator.rehearsal.play import Play, rehearse
from simulator.rehearsal.verdict import Verdict, verdict

__all__ = ["MANAGERS", "Play", "Verdict", "rehearse", "verdict"]
