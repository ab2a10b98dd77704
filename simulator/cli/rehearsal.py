"""`simulator rehearse`: simulated managers play scenarios, and what goes wrong is told before a manager meets it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.errors import ScenarioError
from simulator.numbers import percent, rounded

if TYPE_CHECKING:
    from simulator.rehearsal.verdict import Verdict
    from simulator.rep.voice import Voice
    from simulator.scenario.model import Scenario

_WIDE = 140


def rehearse(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[ID or FILE]...", help="Scenarios to play. Default: every one there is.")
    ] = None,
    seeds: Annotated[int, typer.Option(min=1, max=50, help="How often each manager plays each scenario.")] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    picture: Annotated[Path | None, typer.Option(help="Write the heat map of scores to this SVG file.")] = None,
) -> None:
    """Let thirteen managers play scenarios, and report scores, what can be found and what is wrong. Exit code 1 if anything is."""
    from simulator.app import rep_voice
    from simulator.settings import SCRIPTED, load

    settings = load()
    scenarios = _chosen(names or [], settings.scenario_dirs)
    voice = None if settings.rep_voice == SCRIPTED else rep_voice(settings)
    found = _played(scenarios, seeds, voice)
    if picture:
        picture.write_text(_heat(found), encoding="utf-8")
        typer.echo(str(picture), err=True)
    if as_json:
        typer.echo(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _table(found)
    if any(not one.publishable for one in found):
        raise typer.Exit(1)


def _chosen(names: Sequence[str], folders: Sequence[Path]) -> tuple["Scenario", ...]:
    from simulator.library.catalogue import load
    from simulator.library.check import check_file

    catalogue = load(folders)
    if not names:
        return catalogue.scenarios
    chosen = []
    for name in names:
        path = Path(name)
        if path.suffix.lower() not in (".yaml", ".yml"):
            chosen.append(catalogue.get(name))
            continue
        scenario, mistakes = check_file(path)
        if scenario is None:
            raise ScenarioError(f"{path} cannot be played yet: {mistakes[0].problem}. simulator scenarios check {path} tells all of it.")
        chosen.append(scenario)
    return tuple(chosen)


def _played(scenarios: Sequence["Scenario"], seeds: int, voice: "Voice | None") -> "tuple[Verdict, ...]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from simulator.rehearsal import MANAGERS
    from simulator.rehearsal.stage import rehearse_all

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("Talks", total=len(scenarios) * len(MANAGERS) * seeds)
        return rehearse_all(scenarios, seeds=range(1, seeds + 1), voice=voice, progress=lambda ended: bar.advance(task, ended))


def _table(found: "Sequence[Verdict]") -> None:
    from rich.console import Console
    from rich.table import Column, Table

    managers = list(dict.fromkeys(name for one in found for name in one.scores))
    table = Table(Column("scenario", no_wrap=True), *managers, "heard", "publish", box=None, pad_edge=False)
    for one in found:
        scores = [_figure(one.scores.get(name)) for name in managers]
        table.add_row(one.scenario, *scores, percent(one.coverage), "yes" if one.publishable else "no")
    console = Console()
    if not console.is_terminal:  # a file has no width to fold at
        console.width = _WIDE
    console.print(table)
    for one in found:
        for problem in one.problems:
            console.print(f"{one.scenario}: {problem}", highlight=False, markup=False, soft_wrap=True)


def _figure(value: float | None) -> str:
    return "–" if value is None else rounded(value)


def _heat(found: "Sequence[Verdict]") -> str:
    from simulator.pictures import heat

    managers = list(dict.fromkeys(name for one in found for name in one.scores))
    values = {(one.scenario, name): score for one in found for name, score in one.scores.items()}
    return heat("Mean score of each simulated manager", [one.scenario for one in found], managers, values, 100.0)


def _plain(one: "Verdict") -> dict[str, object]:
    return {
        "scenario": one.scenario,
        "publishable": one.publishable,
        "scores": one.scores,
        "lines_heard": round(one.coverage, 3),
        "unheard": list(one.unheard),
        "problems": list(one.problems),
    }
