"""`simulator benchmark`: how well the labellers agree with people, side by side; how often the rep's answer fits what was asked."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.errors import SettingError, TranscriptError
from simulator.evaluation.labelling.benchmark import Report, Row, plain
from simulator.evaluation.labelling.labeller import Judge
from simulator.numbers import percent, rounded
from simulator.settings import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rehearsal.answers import Played

app = typer.Typer(no_args_is_help=True, help="Measure a part of the product against people.")

_NO_SAMPLE = (
    "Signed codes are those that somebody looked at, often because they seemed wrong: no fair sample of talks. "
    "They show where the labeller and the house differ, and not how often."
)
HELD_OUT = PROJECT / "training" / "corpus" / "held_out.jsonl"


class Which(StrEnum):
    """The labellers there are."""

    BUILT_IN = "built-in"
    LLM = "llm"


@app.callback()
def group() -> None:
    """Measure a part of the product against people."""


@app.command("labeller")
def labeller(
    data: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DATA]...", help='JSON lines with "text", "context", and "code" or "label". Default: the project\'s held-out talks.'
        ),
    ] = None,
    which: Annotated[list[Which] | None, typer.Option("--labeller", help="built-in, llm, or both one after the other.")] = None,
    runs: Annotated[int, typer.Option(min=1, help="How often the llm codes each row, to see how often it contradicts itself.")] = 1,
    signed: Annotated[
        bool, typer.Option("--signed", help="Measure on the codes that reviewers signed in the talks kept here: the house's own gold set.")
    ] = False,
    first: Annotated[int, typer.Option(min=0, help="Only so many rows of each file; 0 is all.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    picture: Annotated[Path | None, typer.Option(help="Write the confusion matrices into this folder, as SVG.")] = None,
) -> None:
    """Compare labellers with human labels: kappa, F1, confusion, speed. The llm is the one JUDGE_MODEL names."""
    from simulator.evaluation.labelling.benchmark import read, run

    if not data and not signed and not HELD_OUT.is_file():
        raise TranscriptError("The held-out talks come with the source and not with the installed package. Name a file of your own: DATA.")
    judges = {one: _judge(one) for one in which or [Which.BUILT_IN]}
    results: dict[str, dict[str, object]] = {}
    named = {str(path): read(path) for path in data or ([] if signed else [HELD_OUT])} | (_signed() if signed else {})
    for name, every in named.items():
        rows = every[: first or None]
        reports = {one: run(judge, rows, runs if one is Which.LLM else 1) for one, judge in judges.items()}
        results[name] = {one.value: plain(report) for one, report in reports.items()}
        if not as_json:
            _tables(Path(name).name, rows, reports)
        if picture:
            _pictures(picture, Path(name).stem, reports)
    if as_json:
        typer.echo(json.dumps(results, ensure_ascii=False, indent=2))


@app.command("answers")
def answers(
    data: Annotated[
        list[Path], typer.Argument(metavar="DATA...", help="JSON lines, one manager turn each, as docs/rep.md describes them.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a row instead of a table.")] = False,
) -> None:
    """Play single turns exactly as a talk would: how often the answer is right, alien (new and not asked for) or silent, by kind."""
    from simulator.app import build
    from simulator.rehearsal.answers import play, read
    from simulator.settings import load

    services = build(load())
    played = []
    for path in data:
        for row in read(path):
            one = play(row, services.catalogue.get(row.scenario), services.labeller, services.practice.answering)
            played.append(one)
            if as_json:
                typer.echo(json.dumps(one.plain(), ensure_ascii=False))
    if not as_json:
        _shares(played)


def _judge(which: Which) -> Judge:
    from simulator.app import judge
    from simulator.settings import load

    settings = load()
    if which is Which.BUILT_IN:
        return judge(settings.model_copy(update={"judge_model": ""}))
    if not settings.judge_model:
        raise SettingError("There is no model to measure. Set JUDGE_MODEL, for example JUDGE_MODEL=openai:gpt-5-mini.")
    return judge(settings)


def _signed() -> dict[str, tuple[Row, ...]]:
    """The house's gold set, by what it is called."""
    from simulator.practice.attempt import Listed
    from simulator.practice.gold import signed_rows
    from simulator.settings import load
    from simulator.store.repository import SqlRepository

    unreadable: list[str] = []
    rows = tuple(signed_rows(SqlRepository(load().database).each(unreadable.append)))
    if unreadable:
        typer.echo(Listed(attempts=(), unreadable=tuple(unreadable)).missing, err=True)
    if not rows:
        raise TranscriptError("Nobody has signed a code in a talk kept here yet. Who leads a workshop does so when they look at its talks.")
    typer.echo(_NO_SAMPLE, err=True)
    return {"signed": rows}


def _tables(name: str, rows: tuple[Row, ...], reports: dict[Which, Report]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(f"\n[bold]{name}[/bold], {len(rows):,} rows")
    table = Table("", *(f"{one.value} ({report.labeller})" for one, report in reports.items()), box=None, pad_edge=False)
    agreements = {
        "moves": [report.moves for report in reports.values()],
        "codes": [report.codes for report in reports.values() if report.codes],
    }
    for title, found in agreements.items():
        if not found:
            continue
        table.add_row(f"{title}: macro-F1", *(_figure(one.macro_f1) for one in found))
        table.add_row(f"{title}: kappa", *(_figure(one.kappa) for one in found))
        for name in found[0].f1:
            table.add_row(f"  {name.replace('_', ' ')}", *(_figure(one.f1.get(name)) for one in found))
    table.add_row("rows a second", *(f"{report.rows_a_second:,.0f}" for report in reports.values()))
    table.add_row(
        "contradicts itself", *("–" if report.contradicted is None else percent(report.contradicted) for report in reports.values())
    )
    table.add_row("coded by a stand-in", *(str(report.stood_in) for report in reports.values()))
    table.add_row("tokens read, written", *(_tokens(report) for report in reports.values()))
    console.print(table)


def _shares(played: "Sequence[Played]") -> None:
    from rich.console import Console
    from rich.table import Table

    from simulator.rehearsal.answers import fitting

    table = Table("", "rows", "right", "alien", "silent", box=None, pad_edge=False)
    for name in ("all", *dict.fromkeys(one.kind for one in played)):
        some = [one for one in played if name in ("all", one.kind)]
        table.add_row(name, str(len(some)), *(percent(share) for share in fitting(some).values()))
    Console().print(table)


def _figure(value: float | None) -> str:
    return "–" if value is None else rounded(value, 3)


def _tokens(report: Report) -> str:
    used = report.usage
    if used is None:
        return "–"
    return f"{used.read:,}, {used.written:,}" + ("" if used.cost is None else f" (${rounded(used.cost, 4)})")


def _pictures(folder: Path, name: str, reports: dict[Which, Report]) -> None:
    from simulator.pictures import confusion

    folder.mkdir(parents=True, exist_ok=True)
    for one, report in reports.items():
        found = report.codes or report.moves
        path = folder / f"{name}-{one.value}.svg"
        path.write_text(confusion(f"{name}: people (rows), {report.labeller} (columns)", list(found.f1), found.confusion), encoding="utf-8")
        typer.echo(str(path), err=True)
