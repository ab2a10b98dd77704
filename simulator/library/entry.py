"""What of a scenario can be found: short passages, and the labels to filter by. Nothing a rep has to be asked for."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property

from simulator.scenario.model import Scenario, Stance


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One scenario as the search sees it. Each passage is matched by itself: a need is near one symptom, not near ten."""

    id: str
    title: str
    passages: tuple[str, ...]
    stance: Stance
    difficulty: int
    language: str
    skills: tuple[str, ...]

    @cached_property
    def hash(self) -> str:
        """Changes whenever anything here does."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def entry(scenario: Scenario) -> Entry:
    """The scenario's title, summary and symptoms, as passages."""
    return Entry(
        id=scenario.id,
        title=scenario.title,
        passages=(scenario.title, scenario.summary, *scenario.symptoms),
        stance=scenario.stance,
        difficulty=scenario.difficulty,
        language=scenario.language,
        skills=tuple(scenario.skills),
    )


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What a hit has to be; empty means any. `difficulty` is the lowest and the highest, both allowed."""

    skill: str = ""
    stance: Stance | None = None
    difficulty: tuple[int, int] | None = None
    language: str = ""

    def passes(self, entry: Entry) -> bool:
        """Whether the entry is all of it."""
        low, high = self.difficulty or (1, 5)
        return (
            (not self.skill or self.skill in entry.skills)
            and (self.stance is None or self.stance is entry.stance)
            and low <= entry.difficulty <= high
            and (not self.language or self.language == entry.language)
        )


NO_FILTERS = Filters()
