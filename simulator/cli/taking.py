"""`simulator export`: kept talks as files; all of them, or those of a workshop, a person, a period."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from simulator.errors import PersonError, StoreError, WorkshopError
from simulator.export import Format, Terms, pseudonym_key
from simulator.export import export as write
from simulator.practice.attempt import Listed, Selection

if TYPE_CHECKING:
    from simulator.settings import Settings
    from simulator.store.repository import SqlRepository
    from simulator.workshop.room import Workshop

_DAY: Final = ["%Y-%m-%d"]


def export(
    out: Annotated[Path, typer.Option(help="Folder to write into; it is made if it is not there.")],
    format: Annotated[Format, typer.Option(help="As what; all is a ZIP of every other one.")] = Format.XLSX,
    words: Annotated[
        bool, typer.Option("--words/--no-words", help="With what was said, or without: texts, quotes, names of files.")
    ] = True,
    names: Annotated[
        bool | None, typer.Option("--names/--pseudonyms", help="Names or pseudonyms; not said: names in tables, pseudonyms in xAPI.")
    ] = None,
    pass_mark: Annotated[float | None, typer.Option(min=0, max=100, help="In xAPI, the score from which a talk is passed.")] = None,
    workshop: Annotated[
        str | None, typer.Option(help="Talks of one workshop: its six letters, its name or its id. PDF has its group's debrief, too.")
    ] = None,
    person: Annotated[str | None, typer.Option(help="Talks of one person: a name, or an id from `simulator people list`.")] = None,
    since: Annotated[datetime | None, typer.Option("--from", formats=_DAY, help="Talks begun on that day (UTC) or later.")] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=_DAY, help="Talks begun on that day (UTC) or before.")] = None,
) -> None:
    """Write attempts with their turns, segments, criteria, facts, corrections and comments to files, and what each column means."""
    from simulator.people.directory import Directory
    from simulator.people.person import OPERATOR
    from simulator.settings import load as load_settings
    from simulator.store.people import SqlPeople
    from simulator.store.repository import SqlRepository

    settings = load_settings()
    repository = SqlRepository(settings.database)
    room = _workshop(settings, workshop) if workshop is not None else None
    chosen = replace(
        _person(settings, repository, person) if person is not None else Selection(),
        workshop=room.id if room else None,
        since=since.replace(tzinfo=UTC) if since else None,
        until=until.replace(tzinfo=UTC) + timedelta(days=1) if until else None,
    )
    called = Directory(SqlPeople(settings.database), OPERATOR).called
    chosen_terms = _terms(settings, room, format, names=names)
    terms = replace(chosen_terms, words=words, pass_mark=pass_mark, scenario=repository.scenario, called=called)
    unreadable: list[str] = []
    for path in write(repository.each(unreadable.append, chosen), format, out, terms):
        typer.echo(str(path))
    if room and format in (Format.PDF, Format.ALL):
        typer.echo(str(_group(settings, room, out)))
    if unreadable:
        typer.echo(Listed(attempts=(), unreadable=tuple(unreadable)).missing, err=True)
        raise typer.Exit(1)
    if not repository.count(chosen):
        found = "No talk is among these" if chosen != Selection() else "No talk has been practised yet"
        typer.echo(f"{found}, so the files hold only their headings.", err=True)


def _terms(settings: "Settings", room: "Workshop | None", format: Format, *, names: bool | None) -> Terms:
    """A workshop that shows no names has none in its files, and everybody in it is told so; WorkshopError where they are asked for."""
    from simulator.export.terms import workshop_key

    if room:
        if names and not room.names:
            raise WorkshopError(f"{room.name} was made with pseudonyms, and its people are told so. Leave --names out.")
        return Terms(names=names if room.names else False, key=workshop_key(settings, room.id))
    keyed = names is False or format in (Format.XAPI, Format.ALL)
    return Terms(names=names, key=pseudonym_key(settings) if keyed else b"")


def _workshop(settings: "Settings", called: str) -> "Workshop":
    from simulator.people.person import name_key
    from simulator.store.workshops import SqlWorkshops
    from simulator.workshop.code import typed_code

    kept = SqlWorkshops(settings.database).made_by()
    code = typed_code(called)
    by_code = [one for one in kept if code and one.code == code]
    found = by_code or [one for one in kept if one.id == called] or [one for one in kept if name_key(one.name) == name_key(called)]
    if len(found) == 1:
        return found[0]
    among = "\n".join(f"{one.id}  {one.name}" for one in found or kept) or "None is kept here."
    raise WorkshopError(f"{'Several workshops are' if found else 'No workshop is'} called {called}. Name one by its id:\n{among}")


def _person(settings: "Settings", repository: "SqlRepository", called: str) -> Selection:
    """By id, by the name that is kept, else by the name that talks were held under where nobody is asked who they are."""
    from simulator.store.people import SqlPeople

    people = SqlPeople(settings.database)
    found = [kept] if (kept := people.get(called)) else list(people.named(called))
    if len(found) == 1 and not found[0].local:
        return Selection(owner=found[0].id)
    if len(found) > 1:
        raise PersonError(f"Several people are called {called}. Name one by their id: {', '.join(one.id for one in found)}.")
    under = Selection(player=called)
    if not repository.count(under):
        raise PersonError(
            f"Nobody here is called {called}, and no talk was held under that name. `simulator people list` shows who is here."
        )
    return under


def _group(settings: "Settings", room: "Workshop", out: Path) -> Path:
    """Write the debrief of the workshop's group."""
    from simulator.export.group_paper import FILE_NAME, group_paper
    from simulator.export.terms import called_there
    from simulator.library.catalogue import load
    from simulator.store.people import SqlPeople
    from simulator.store.workshops import SqlWorkshops
    from simulator.workshop.use_cases import debriefed

    group = debriefed(room, SqlWorkshops(settings.database), load(settings.scenario_dirs))
    path = out / FILE_NAME
    try:
        path.write_bytes(group_paper(group, room.name, called_there(settings, SqlPeople(settings.database), room.id, names=room.names)))
    except OSError as error:
        raise StoreError(f"The export cannot be written to {out}: {error.strerror}. Choose a folder that you may write to.") from error
    return path
