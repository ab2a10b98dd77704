"""The same services without a screen."""

import sys

import typer

from simulator.cli import benchmark, doctor, library, people, records, rehearsal, serve, taking, talk
from simulator.errors import SimulatorError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Practise the coaching talk, and see told against asked.",
)
app.add_typer(library.app, name="scenarios")
app.add_typer(benchmark.app, name="benchmark")
app.add_typer(people.app, name="people")
app.command("serve")(serve.serve)
app.command("practice")(talk.practise)
app.command("score")(talk.score_files)
app.command("label")(records.label)
app.command("export")(taking.export)
app.command("backup")(records.backup)
app.command("rescore")(records.rescore)
app.command("delete")(records.delete)
app.command("rehearse")(rehearsal.rehearse)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run the command line; an error of ours is one plain text on standard error, and exit code 1."""
    try:
        app()
    except SimulatorError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
        sys.exit(130)
