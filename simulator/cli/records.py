"""`simulator label` and `simulator export`: codes for lines of talk, and practised talks as files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from simulator.export import Format
from simulator.export import export as write


def label() -> None:
    """Code what a manager said: JSON lines {"id", "text", "context"} in, {"id", "code", "segments"} out."""
    from simulator.evaluation.label_lines import label_lines
    from simulator.evaluation.rules import RuleLabeller

    for line in label_lines(sys.stdin, RuleLabeller()):
        typer.echo(line)


def export(
    out: Annotated[Path, typer.Option(help="Folder to write into; it is made if it is not there.")],
    format: Annotated[Format, typer.Option(help="csv (three files), xlsx (one workbook) or jsonl.")] = Format.XLSX,
) -> None:
    """Write every attempt with its turns and segments to files."""
    from simulator.settings import load as load_settings
    from simulator.store.repository import SqlRepository

    attempts = SqlRepository(load_settings().database).all()
    for path in write(attempts, format, out):
        typer.echo(str(path))
    if not attempts:
        typer.echo("No talk has been practised yet, so the files hold only their headings.", err=True)
