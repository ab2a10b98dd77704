"""`simulator scenarios`: list, show, search, index, check, and the JSON schema of a scenario file."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from simulator.scenario.model import Scenario, Stance, json_schema

app = typer.Typer(no_args_is_help=True, help="The scenario library.")

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@app.command("list")
def list_(as_json: Json = False) -> None:
    """List every scenario, and the files that could not be used."""
    from simulator.library.catalogue import load
    from simulator.settings import load as load_settings

    catalogue = load(load_settings().scenario_dirs)
    if as_json:
        broken = [{"path": str(item.path), "mistakes": [_mistake(mistake) for mistake in item.mistakes]} for item in catalogue.broken]
        return _print_json({"scenarios": [_card(scenario) for scenario in catalogue.scenarios], "broken": broken})
    for scenario in catalogue.scenarios:
        typer.echo(f"{scenario.id:32} {scenario.stance.value:7} {scenario.difficulty}/5  {scenario.title}")
    for item in catalogue.broken:
        typer.echo(f"\n{item.path} cannot be used; {len(item.mistakes)} to mend: simulator scenarios check {item.path}", err=True)


@app.command()
def show(scenario_id: Annotated[str, typer.Argument(metavar="ID")], as_json: Json = False) -> None:
    """Show what a manager may know of a scenario before the talk."""
    from simulator.library.catalogue import load
    from simulator.settings import load as load_settings

    scenario = load(load_settings().scenario_dirs).get(scenario_id)
    if as_json:
        return _print_json({**_card(scenario), "brief": scenario.brief.model_dump(mode="json"), "symptoms": scenario.symptoms})
    typer.echo(f"{scenario.title}\n{scenario.summary}\n")
    typer.echo(
        f"You talk with {scenario.persona.name}, {scenario.persona.role}. Stance: {scenario.stance.value}, difficulty "
        f"{scenario.difficulty} of 5.\n"
    )
    typer.echo(f"{scenario.brief.situation}\n\n{scenario.brief.aim}\n")
    for known in scenario.brief.known:
        typer.echo(f"  · {known}")


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="The problem in your own words.")],
    skill: Annotated[str, typer.Option(help="Only scenarios that train this skill.")] = "",
    stance: Annotated[Stance | None, typer.Option(help="Only this stance.")] = None,
    language: Annotated[str, typer.Option(help="Only this language, as two letters.")] = "",
    hardest: Annotated[int, typer.Option(min=1, max=5, help="No harder than this.")] = 5,
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most so many.")] = 6,
    as_json: Json = False,
) -> None:
    """Find scenarios by the problem in your own words."""
    from simulator.app import build
    from simulator.library.search import Filters

    services = build()
    hits = services.search.search(words, Filters(skill=skill, stance=stance, difficulty=(1, hardest), language=language), limit=limit)
    if as_json:
        cards = ((_card(services.catalogue.get(hit.scenario_id)), hit) for hit in hits)
        return _print_json([{**card, "score": hit.score, "matched": hit.matched, "close": hit.close} for card, hit in cards])
    if not hits:
        typer.echo("Nothing passes these filters. Loosen one, or describe the problem in other words.")
    elif not any(hit.close for hit in hits):
        typer.echo("Nothing here is about that. The nearest there is:")
    for hit in hits:
        scenario = services.catalogue.get(hit.scenario_id)
        typer.echo(f"{scenario.id:32} {scenario.title}\n{'':32} “{hit.matched}”")


@app.command()
def index() -> None:
    """Bring the search index in step with the scenario files; only what changed is embedded anew."""
    from rich.progress import Progress

    from simulator.app import build

    with Progress(transient=True) as progress:
        task = progress.add_task("Indexing scenarios", total=None)
        services = build(progress=lambda done, all_: progress.update(task, completed=done, total=all_))
    typer.echo(f"{len(services.catalogue.scenarios)} scenarios are ready to be found.")


@app.command()
def check(path: Annotated[Path, typer.Argument(help="A scenario file, or a folder of them.")]) -> None:
    """Report every mistake in your own scenario files, and what makes one unfit to practise with. Exit code 1 if there is any."""
    from simulator.library.check import check_path, faults_of
    from simulator.settings import load

    scenarios, mistakes = check_path(path, beside=load().scenario_dirs[:1])
    mistakes = (*mistakes, *(faults_of(path) if scenarios else ()))
    for mistake in mistakes:
        typer.echo(
            f"{mistake.path}:{mistake.line}: {mistake.field}: {mistake.problem}\n    {mistake.hint}"
            if mistake.hint
            else f"{mistake.path}:{mistake.line}: {mistake.field}: {mistake.problem}"
        )
    spoiled = {mistake.path.stem for mistake in mistakes}
    for scenario in scenarios:
        ready = "can be played; mend what stands above first" if scenario.id in spoiled else "is ready to be played"
        typer.echo(f"{scenario.id} {ready}.")
    if mistakes:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON schema of a scenario file."""
    _print_json(json_schema())


def _card(scenario: Scenario) -> dict[str, Any]:
    """What may be known before the talk: nothing that the rep has to be asked for."""
    fields = {"id", "version", "title", "summary", "language", "stance", "difficulty", "skills"}
    return {**scenario.model_dump(mode="json", include=fields), "persona": {"name": scenario.persona.name, "role": scenario.persona.role}}


def _mistake(mistake: Any) -> dict[str, Any]:
    return {"line": mistake.line, "field": mistake.field, "problem": mistake.problem, "hint": mistake.hint}


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
