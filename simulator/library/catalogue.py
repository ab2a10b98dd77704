"""Every scenario there is, from the product's own folder and a trainer's; files with mistakes stand beside, never in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import ScenarioError
from simulator.library.check import Mistake, check_file, scenario_files
from simulator.scenario import Scenario


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
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        raise ScenarioError(f"There is no scenario called {scenario_id[:60]!r}. Look for it under Find, or with `simulator scenarios list`.")


def load(folders: Sequence[Path]) -> Catalogue:
    """Read every scenario file of the folders; of two scenarios with one id the first counts.

    A folder that is not there is reported like a file with a mistake: the other folders' scenarios can still be played.
    """
    found: dict[str, Scenario] = {}
    broken: list[BrokenFile] = []
    for folder in folders:
        if not folder.is_dir():
            broken.append(_broken(folder, "(folder)", "this folder is not there", "Set SCENARIOS_DIR to a folder of scenario files, or leave it empty."))
            continue
        for path in scenario_files(folder):
            scenario, mistakes = check_file(path)
            if scenario is None:
                broken.append(BrokenFile(path=path, mistakes=mistakes))
            elif scenario.id in found:
                broken.append(_broken(path, "id", f"another file already has the id {scenario.id}", "Give this scenario, and its file, another name."))
            else:
                found[scenario.id] = scenario
    return Catalogue(scenarios=tuple(sorted(found.values(), key=lambda scenario: scenario.title.casefold())), broken=tuple(broken))


def _broken(path: Path, field: str, problem: str, hint: str) -> BrokenFile:
    return BrokenFile(path=path, mistakes=(Mistake(path=path, line=1, field=field, problem=problem, hint=hint),))
