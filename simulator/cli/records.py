"""`simulator label`, `backup`, `delete` and `rescore`: codes for lines of talk, kept talks copied whole, removed, scored anew."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.errors import UserError
from simulator.export.put_right import score_as_read
from simulator.numbers import count_of

if TYPE_CHECKING:
    from simulator.app import Services


def label() -> None:
    """Code what a manager said: JSON lines {"id", "text", "context"} in, {"id", "code", "segments"} out."""
    from simulator.evaluation.labelling.by_language import ByLanguage
    from simulator.evaluation.labelling.label_lines import label_lines
    from simulator.evaluation.labelling.trained import built_in

    for line in label_lines(sys.stdin, ByLanguage(built_in())):
        typer.echo(line)


def rescore(
    talks: Annotated[list[str] | None, typer.Argument(metavar="[TALK]...", help="Ids of talks, as in an export; none means all.")] = None,
) -> None:
    """Score finished talks anew under today's versions. The older scorecards are kept."""
    from simulator.app import build
    from simulator.practice.attempt import Listed

    services = build()
    unreadable: list[str] = []
    # Their ids alone are held: however many talks there are, one is in memory while it is scored.
    chosen = talks or [attempt.id for attempt in services.repository.each(unreadable.append) if attempt.finished_at][::-1]
    failed = sum(not _rescored(services, name) for name in chosen)
    if not chosen:
        typer.echo("No talk has been finished yet, so there is nothing to score.", err=True)
    if unreadable:
        typer.echo(Listed(attempts=(), unreadable=tuple(unreadable)).missing, err=True)
    if failed or unreadable:
        raise typer.Exit(1)


def _rescored(services: "Services", name: str) -> bool:
    """Score one talk anew and say what came of it; False where it could not be done, which is told."""
    try:
        before = services.repository.get(name)
        after = services.practice.rescore(name)
    except UserError as error:
        typer.echo(f"{name}  not scored: {error}", err=True)
        return False
    old, new = before.scorecard, after.scorecard
    if old and new:
        changed = old.versions.differing(new.versions)
        why = f"other {', '.join(changed)}: not to be compared" if changed else "the same versions: can be compared"
        points, now = (score_as_read(card, "no score") for card in (old, new))
        typer.echo(f"{name}  {before.scenario_title}: {points} before, {now} now ({why})")
        if new.note and new.note != old.note:
            typer.echo(f"{'':{len(name)}}  {new.note}")
    return True


def backup(file: Annotated[Path, typer.Argument(help="The file to make; it must not be there yet.")]) -> None:
    """Copy the database whole into a file, also while the product runs."""
    from simulator.settings import load as load_settings
    from simulator.store.backup import backup as copy

    copy(load_settings().database, file)
    typer.echo(str(file))


def delete(
    talks: Annotated[list[str], typer.Argument(metavar="TALK...", help="Ids of talks, as in an export.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
) -> None:
    """Remove talks for good, with every word, code, score and correction."""
    from simulator.settings import load as load_settings
    from simulator.store.repository import SqlRepository

    if not yes:
        typer.confirm(f"{count_of(len(talks), 'talk')} will be gone for good. Delete?", abort=True)
    repository = SqlRepository(load_settings().database)
    failed = False
    for name in talks:
        try:
            repository.delete(name)
            typer.echo(f"{name}  deleted")
        except UserError as error:
            failed = True
            typer.echo(f"{name}  {error}", err=True)
    if failed:
        raise typer.Exit(1)
