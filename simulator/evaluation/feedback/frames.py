"""Open questions to put in the place of a tell: frames with room for its phrase and for the rep's own words.

{doing} is the phrase after "what would" ("calling the CFO"), {base} after "to" ("call the CFO"), {echo} the rep's words.
Within one scorecard no frame is used twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulator.codes import Code
from simulator.evaluation.feedback.proposal import Proposal
from simulator.evaluation.feedback.tell_patterns import Aim


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A question with gaps, and why it works better than the tell, in one short sentence."""

    words: str
    why: str
    longest: int = 14
    """Words of a phrase up to which the question can still be said in one breath."""
    acts: bool = False
    """Whether the phrase must be something one does: "being bolder" is no option among others."""
    short: bool | None = None
    """Whether the rep's words must be one or two (True) or more (False)."""

    def fits(self, proposal: Proposal | None, echo: str) -> bool:
        """Whether there is something for every gap."""
        if proposal and "{doing}" in self.words and (len(proposal.doing.split()) > self.longest or (self.acts and proposal.state)):
            return False
        if "{echo}" in self.words and self.short is not None and self.short != (len(echo.split()) < SHORT_ECHO):
            return False
        has = {"{doing}": bool(proposal and proposal.doing), "{base}": bool(proposal and proposal.base), "{echo}": bool(echo)}
        return all(there for gap, there in has.items() if gap in self.words)


_WEIGH: Final = "Your idea becomes one that they weigh."
_OTHERS: Final = "It makes room for ideas of theirs beside yours."
_FIRST: Final = "Their first idea is often closer to what they will really do."
_AMONG: Final = "Your idea stays on the table without being the answer."
_TERMS: Final = "They work out what it takes, and so it becomes theirs."
_HINDERS: Final = "It asks what stood in the way, instead of who is to blame."
_SENSE: Final = "It asks what good it does them, and that is where a change begins."
_SIDE: Final = "You hear their side before you judge."
_WORTH: Final = "They say what it is worth to them, so you need not argue."

BY_AIM: Final[dict[Aim, tuple[Frame, ...]]] = {
    Aim.DO: (
        Frame(words="If {doing} were one option, what would the others be?", why=_OTHERS, longest=6, acts=True),
        Frame(words="Apart from {doing}, what ways do you see?", why=_FIRST, acts=True),
        Frame(words="What would {doing} change, as you see it?", why=_WEIGH, longest=8),
        Frame(words="What would speak for {doing}, and what against it?", why=_WEIGH, acts=True),
        Frame(words="What would you expect to come of {doing}?", why=_WEIGH),
    ),
    Aim.STOP: (
        Frame(words="What does {doing} do for you, as you see it?", why=_SENSE),
        Frame(words="What would you do in place of {doing}?", why=_OTHERS),
        Frame(words="What leads up to {doing}?", why=_SIDE),
    ),
    Aim.MISSED: (
        Frame(words="What got in the way of {doing}?", why=_HINDERS),
        Frame(words="What would have made it easier to {base}?", why=_HINDERS),
        Frame(words="How do you see it yourself: what would {doing} have changed?", why=_SIDE),
    ),
    Aim.THING: (
        Frame(words="Besides {doing}, what could help here?", why=_AMONG),
        Frame(words="What would {doing} solve for you, and what would stay open?", why=_WEIGH),
        Frame(words="How would you compare {doing} with other ways you see?", why=_WEIGH),
    ),
    Aim.GAIN: (
        Frame(words="What would it take, in your eyes, to {base}?", why=_TERMS),
        Frame(words="How important is it to you to {base}, and why?", why=_WORTH),
        Frame(words="What would {doing} mean for you?", why=_WORTH),
    ),
    Aim.MATTER: (
        Frame(words="How do you see {doing} yourself?", why=_SIDE),
        Frame(words="What is behind {doing}, from where you stand?", why=_SIDE),
        Frame(words="What would you like to be different about {doing}?", why=_OTHERS),
    ),
}
"""Frames around the phrase of a tell."""

ORDERED: Final = (
    Frame(words="What would you need in order to {base}?", why=_TERMS),
    Frame(words="How would you go about {doing}?", why=_TERMS),
)
"""What an order can be asked as: what is to happen stays, the how becomes theirs."""

BY_CODE: Final[dict[Code, tuple[Frame, ...]]] = {
    Code.CRITICISM: (
        Frame(words="When you say “{echo}”, what was going on there, as you see it?", short=False, why=_SIDE),
        Frame(words="You said “{echo}”. How do you see your own part in that?", short=False, why=_SIDE),
    ),
    Code.PERSUASION: (
        Frame(words="You said “{echo}”. What would have to change for you there?", short=False, why=_WORTH),
        Frame(words="When you say “{echo}”, what matters most to you in it?", short=False, why=_WORTH),
    ),
    Code.ADVICE: (
        Frame(words="You said “{echo}”. What have you thought of doing about that?", short=False, why=_OTHERS),
        Frame(words="When you say “{echo}”, what would you like to see instead?", short=False, why=_OTHERS),
    ),
    Code.INSTRUCTION: (
        Frame(words="You said “{echo}”. What would be a good first step from there?", short=False, why=_TERMS),
        Frame(words="Given “{echo}”, what do you want to do first?", short=False, why=_TERMS),
    ),
    Code.LEADING_QUESTION: (
        Frame(words="When you say “{echo}”, what do you make of it yourself?", short=False, why=_WEIGH),
        Frame(words="You said “{echo}”. What ways out do you see?", short=False, why=_OTHERS),
    ),
}
"""Frames for a tell without a phrase that can be taken out: the rep's own words carry them."""

BRIEF: Final = (
    Frame(words="You said “{echo}”. What is behind that?", why=_SIDE, short=True),
    Frame(words="“{echo}”, you said. What would you add if we had all afternoon?", why=_SIDE, short=True),
)
"""Where a word or two is all the rep said."""
SHORT_ECHO: Final = 3
"""From so many words the rep's words say something by themselves."""

LEADS: Final = ("You said “{echo}”. ", "I heard you say “{echo}”. ", "“{echo}”, you said. ")
"""What goes before a frame that has no room for the rep's words; no two questions of a scorecard begin alike."""


def frames(code: Code, proposal: Proposal | None, echo: str) -> Iterator[Frame]:
    """The frames that fit a tell, the best first."""
    about: tuple[Frame, ...] = ()
    if proposal and not (code is Code.CRITICISM and proposal.aim in (Aim.DO, Aim.GAIN)):
        about = BY_AIM[proposal.aim]
        if code is Code.INSTRUCTION and proposal.aim is Aim.DO:
            about = (*ORDERED, *about)
    yield from (frame for frame in (*about, *BY_CODE.get(code, ()), *BRIEF) if frame.fits(proposal, echo))
