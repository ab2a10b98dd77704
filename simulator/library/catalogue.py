"""Every scenario there is, from the product's own folder and a trainer's; files with mistakes stand beside, never in the way."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from simulator.errors import ScenarioError
from simulator.library.check import Checked, Mistake, check_files, read_file, scenario_files
from simulator.scenario.model import Scenario


@dataclass(frozen=True, kw_only=True)
class BrokenFile:
    """A file that cannot be played, and why."""

    path: Path
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The scenarios that can be played, by title, and the files that cannot."""

    scenarios: tuple[Scenario, ...]
    broken: tuple[BrokenFile, ...] = ()

    def get(self, scenario_id: str) -> Scenario:
        """The scenario of that id.

        Raises:
            ScenarioError: there is none.
        """
        if scenario := self._by_id.get(scenario_id):
            return scenario
        text = f"There is no scenario called {scenario_id[:60]!r}. Look for it under Find, or with `simulator scenarios list`."
        raise ScenarioError(text)

    @cached_property
    def _by_id(self) -> dict[str, Scenario]:
        return {scenario.id: scenario for scenario in self.scenarios}


def load(folders: Sequence[Path], *, read: Callable[[Path], Checked] = read_file) -> Catalogue:
    """Read every scenario file of the folders, by `read`; of two scenarios with one id the first counts.

    A folder that cannot be read is reported like a file with a mistake: the other folders' scenarios can still be played.
    """
    paths: list[Path] = []
    broken: list[BrokenFile] = []
    for folder in dict.fromkeys(Path(os.path.realpath(folder)) for folder in folders):
        try:
            paths += scenario_files(folder)
        except OSError as error:
            broken.append(_unreadable(folder, error))
    checked = list(check_files(paths, read=read))
    broken += [BrokenFile(path=item.path, mistakes=item.mistakes) for item in checked if not item.scenario]
    scenarios = (item.scenario for item in checked if item.scenario)
    return Catalogue(scenarios=tuple(sorted(scenarios, key=lambda scenario: scenario.title.casefold())), broken=tuple(broken))


def _unreadable(folder: Path, error: OSError) -> BrokenFile:
    problem = "this folder is not there" if isinstance(error, FileNotFoundError) else f"this folder cannot be read: {error.strerror}"
    hint = "Set SCENARIOS_DIR to a folder of scenario files, or leave it empty."
    return BrokenFile(path=folder, mistakes=(Mistake(path=folder, line=1, field="(folder)", problem=problem, hint=hint),))
