"""The one place where a measure is put together, with its value as a person reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.conversation import Segment
from simulator.evaluation.case import Case
from simulator.evaluation.measures.anchors import anchor
from simulator.evaluation.measures.reading import Reads
from simulator.evaluation.quoting import quote, verified
from simulator.evaluation.scorecard import Measure, Quote

DASH = "–"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What a measure is, apart from any talk. `reads` says which talks it can be taken of; of any other it is unscored."""

    id: str
    name: str
    definition: str
    unit: str
    reads: Reads

    def scored(self, case: Case, value: float, shown: str, basis: int, evidence: Sequence[Quote | Segment] = ()) -> Measure:
        """The measure with its number; evidence that is not in the talk to the character is dropped."""
        if why := self.reads(case):
            return self.unscored(case, why, basis)
        return self._made(case, basis, evidence, value=float(value), shown=shown, unscored="")

    def unscored(self, case: Case, why: str, basis: int = 0, shown: str = DASH, evidence: Sequence[Quote | Segment] = ()) -> Measure:
        """The measure without a number, and why; `shown` can still give the counts."""
        if unread := self.reads(case):
            return self._made(case, basis, (), value=None, shown=DASH, unscored=unread)
        return self._made(case, basis, evidence, value=None, shown=shown, unscored=why)

    def _made(
        self, case: Case, basis: int, evidence: Sequence[Quote | Segment], *, value: float | None, shown: str, unscored: str
    ) -> Measure:
        quotes = (quote(one) if isinstance(one, Segment) else one for one in evidence)
        return Measure(
            id=self.id,
            name=self.name,
            definition=self.definition,
            unit=self.unit,
            value=value,
            shown=shown,
            basis=basis,
            anchor=anchor(self.id),
            unscored=unscored,
            evidence=verified(case.talk, quotes),
            counted=case.places([one for one in evidence if isinstance(one, Segment)]),
        )


def both(first: Sequence[Segment], second: Sequence[Segment]) -> tuple[Segment, ...]:
    """All of both, a few of each to begin with: what is quoted shows both sides, what is counted leaves none out."""
    return (*first[:3], *second[:3], *first[3:], *second[3:])


def counts(left: int, right: int) -> str:
    """Two counts side by side: "3 : 9"."""
    return f"{left} : {right}"
