"""What somebody who knows the craft says of another's talk: comments, codes and levels, each change with its reason, signed in the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from simulator.errors import ReviewError
from simulator.evaluation.corrections import Correction, Span
from simulator.language.controls import without_controls
from simulator.language.halves import mended

MOST_WORDS: Final = 2000
"""The most characters of a comment or a reason."""
HIGHEST_LEVEL: Final = 4
GONE: Final = "gone"
"""Who signed, where they are not known here any more."""
_WHY: Final = "Say why, so that who practised can learn from it."


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What somebody says of the words of turn `turn` from `start` to `end`."""

    turn: int
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Which words it is about."""
        return self.turn, self.start, self.end


@dataclass(frozen=True, kw_only=True)
class GivenLevel:
    """The level of a criterion, 0 to 4, that somebody gave and why; None: what was measured is right."""

    criterion: str
    level: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Review:
    """All that one person says of a talk at one time; it counts, and the talk's player sees it, once it is signed.

    `by` is the id of who says it, `signed_at` (UTC) when they signed it, None for a draft. Reasons and comments go with who wrote them:
    they are empty, and `by` is `GONE`, where that person had all of theirs deleted.
    """

    by: str
    signed_at: datetime | None = None
    codes: tuple[Correction, ...] = ()
    comments: tuple[Comment, ...] = ()
    levels: tuple[GivenLevel, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.codes or self.comments or self.levels)

    def with_code(self, correction: Correction) -> "Review":
        """The same, with that code in the place of any that it has for these words; ReviewError without a reason."""
        return self._coded(replace(correction, reason=written(correction.reason, _WHY)))

    def with_yes(self, correction: Correction) -> "Review":
        """The same, with the player's own code signed; who says yes need give no reason."""
        return self._coded(replace(correction, reason=""))

    def with_comment(self, comment: Comment) -> "Review":
        """The same, with that comment in the place of any that it has on these words; ReviewError if it is blank."""
        made = replace(comment, text=written(comment.text, "There is nothing to keep yet. Type what you want to say of these words."))
        return replace(self, comments=(*(one for one in self.comments if one.span != made.span), made))

    def with_level(self, level: GivenLevel) -> "Review":
        """The same, with that level in the place of any that it has for this criterion; ReviewError without a reason or such a level."""
        if level.level is not None and not 0 <= level.level <= HIGHEST_LEVEL:
            raise ReviewError(f"A level is 0 to {HIGHEST_LEVEL}.")
        made = replace(level, reason=written(level.reason, _WHY))
        return replace(self, levels=(*(one for one in self.levels if one.criterion != made.criterion), made))

    def without(self, *, code: Span | None = None, comment: Span | None = None, criterion: str = "") -> "Review":
        """The same without the code of these words, the comment on those, and the level of that criterion."""
        return replace(
            self,
            codes=tuple(one for one in self.codes if one.span != code),
            comments=tuple(one for one in self.comments if one.span != comment),
            levels=tuple(one for one in self.levels if one.criterion != criterion),
        )

    def _coded(self, correction: Correction) -> "Review":
        made = replace(correction, by=self.by, made_at=None)
        return replace(self, codes=(*(one for one in self.codes if one.span != made.span), made))

    def without_author(self) -> "Review":
        """What is left of it when who wrote it had all of theirs deleted: the figures, and that they are somebody's."""
        return replace(
            self,
            by=GONE,
            codes=tuple(replace(one, by=GONE, reason="") for one in self.codes),
            comments=(),
            levels=tuple(replace(one, reason="") for one in self.levels),
        )


def written(text: str, otherwise: str) -> str:
    """What somebody typed, as it is kept; ReviewError, with the sentence `otherwise` where it is blank, or if it is too long."""
    clean = without_controls(mended(text, alone="").replace("\r\n", "\n")).strip()
    if not clean:
        raise ReviewError(otherwise)
    if len(clean) > MOST_WORDS:
        raise ReviewError(
            f"That is {len(clean):,} characters; a comment or a reason can have {MOST_WORDS:,}. Your text is kept; shorten it."
        )
    return clean


def given_levels(reviews: Iterable[Review]) -> dict[str, int]:
    """By criterion, the newest level that somebody gave; `reviews` are in the order in which they were signed."""
    newest = {one.criterion: one.level for review in reviews for one in review.levels}
    return {name: level for name, level in newest.items() if level is not None}


def signed_codes(reviews: Iterable[Review]) -> tuple[Correction, ...]:
    """The codes that reviewers signed, in that order, each with when it was signed."""
    return tuple(replace(one, made_at=review.signed_at) for review in reviews for one in review.codes)


def counting(own: Sequence[Correction], reviews: Iterable[Review], *, together: bool) -> tuple[Correction, ...]:
    """The corrections that count, in the order in which they were made: `own` of the player, and what reviewers signed.

    In a workshop (`together`) figures are compared with others': there a player's own count when somebody else has signed them.
    """
    return (*(() if together else own), *signed_codes(reviews))
