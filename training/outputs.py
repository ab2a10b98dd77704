"""What the network says of every token, in order: the codes, a cut before it, the marks; and, while it learns, the acts of AMI."""

from typing import Final

from simulator.codes import Code
from training.marks import MARKS

CODES: Final = tuple(Code)
ACTS: Final = (
    *("inform", "assess", "backchannel", "fragment", "suggest", "stall", "elicit-inform", "comment-about-understanding"),
    *("elicit-assessment", "be-positive", "other", "offer", "elicit-offer-or-suggestion", "elicit-comment-about-understanding"),
    "be-negative",
)
"""Dialogue acts of the AMI Meeting Corpus (Carletta 2007)."""

OUTPUTS: Final = (*(f"code:{code.value}" for code in CODES), "cut", *MARKS, *(f"ami:{act}" for act in ACTS))
CUT: Final = OUTPUTS.index("cut")
AS_MARKS: Final = slice(CUT + 1, CUT + 1 + len(MARKS))
AS_CODES: Final = slice(0, CUT)
AS_ACTS: Final = slice(AS_MARKS.stop, len(OUTPUTS))
SHIPPED: Final = OUTPUTS[: AS_ACTS.start]
"""What the product reads; the rest only helps to learn."""
