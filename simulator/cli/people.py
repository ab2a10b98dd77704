"""`simulator people`: who is here, what for, and whose a talk is."""

from typing import Annotated

import typer

from simulator.errors import PersonError
from simulator.people.directory import Directory
from simulator.people.person import GIVEN, OPERATOR, Role
from simulator.practice.owned import OwnedTalks
from simulator.settings import load as load_settings
from simulator.store.people import SqlPeople
from simulator.store.repository import SqlRepository

app = typer.Typer(no_args_is_help=True, help="Who is here, and what for.")


def _directory() -> Directory:
    return Directory(SqlPeople(load_settings().database), OPERATOR)


@app.command("list")
def list_people() -> None:
    """List everybody who came by cookie or account: id, name, roles."""
    found = _directory().everybody()
    for person in found:
        typer.echo(f"{person.id}  {person.name}  ({', '.join(sorted(person.roles))})")
    if not found:
        typer.echo("Nobody has given a name or signed in yet.", err=True)


@app.command("appoint")
def appoint(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="An id from `simulator people list`.")],
    roles: Annotated[list[str], typer.Argument(metavar="ROLE...", help="manager, trainer, facilitator, admin; these and no others.")],
) -> None:
    """Say what somebody is here for. Where ROLES_CLAIM is set, the sign-in says so instead."""
    known = {role.value: role for role in GIVEN}
    wrong = [one for one in roles if one not in known]
    if wrong:
        raise PersonError(f"{wrong[0]} is no role. Roles are {', '.join(sorted(known))}.")
    _directory().appoint(person, {known[one] for one in roles})
    typer.echo(f"{person}  {', '.join(sorted(roles))}")


@app.command("give")
def give(
    talk: Annotated[str, typer.Argument(metavar="TALK", help="A talk's id, as in an export.")],
    person: Annotated[str, typer.Argument(metavar="PERSON", help="An id from `simulator people list`.")],
) -> None:
    """Give a talk, and what was tried again from it, to a person."""
    to = next((one for one in _directory().everybody() if one.id == person), None)
    if to is None:
        raise PersonError("Nobody of that id is kept here. `simulator people list` shows who is.")
    OwnedTalks(SqlRepository(load_settings().database), OPERATOR).give(talk, to)
    typer.echo(f"{talk}  {Role.MANAGER.value}: {to.name}")
