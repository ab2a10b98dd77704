"""The labeller for the language of the words: the trained one reads English, rules read German, turn by turn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.conversation import Segment
from simulator.evaluation.labelling.german import GermanLabeller
from simulator.evaluation.labelling.labeller import Labeller, Said
from simulator.language.languages import is_german


@dataclass(frozen=True)
class ByLanguage:
    """An `evaluation.labelling.labeller.Labeller`. What is neither is read as English.

    `only` is the two-letter code of what all of it is said to be in; empty: every turn's words tell.
    """

    english: Labeller
    german: Labeller = field(default_factory=GermanLabeller)
    only: str = ""

    @property
    def version(self) -> str:
        """Both labellers' versions."""
        return f"{self.english.version}+{self.german.version}"

    def label(self, text: str, *, context: str = "", turn: int = 0) -> tuple[Segment, ...]:
        """As `Labeller.label`."""
        return self._of(Said(text=text, context=context)).label(text, context=context, turn=turn)

    def label_many(self, said: Sequence[Said]) -> list[tuple[Segment, ...]]:
        """As `Labeller.label_many`; turns of one language still go through their labeller together."""
        found: dict[int, tuple[Segment, ...]] = {}
        for labeller in (self.english, self.german):
            places = [place for place, one in enumerate(said) if self._of(one) is labeller]
            found |= dict(zip(places, labeller.label_many([said[place] for place in places]), strict=True))
        return [found[place] for place in range(len(said))]

    def _of(self, said: Said) -> Labeller:
        german = self.only == "de" if self.only else is_german(said.text, said.context)
        return self.german if german else self.english
