"""`simulator doctor`: looks at settings, scenarios, database, index and models, and says what to do."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Final

import typer

from simulator.conversation import words_in
from simulator.errors import ModelTooLong, ScenarioError, SimulatorError, StandInError, StoreError
from simulator.numbers import count_of
from simulator.settings import SCRIPTED, Settings, load


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was looked at, whether it is well, and one sentence about it."""

    what: str
    well: bool
    says: str


_WITHOUT: Final = {
    "model": "so the rep would speak from the script",
    "mind": "so the built-in network would understand every turn",
    "judge": "so the built-in labeller would code the talks",
}
"""What a model that does not answer means for a talk."""


def doctor() -> None:
    """Check the whole installation. Exit code 1 if something needs attention."""
    findings = examine()
    for finding in findings:
        mark = typer.style("ok  ", fg="green") if finding.well else typer.style("LOOK", fg="red", bold=True)
        typer.echo(f"{mark} {finding.what:10} {finding.says}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def examine() -> tuple[Finding, ...]:
    """Look at everything once. Where the settings are wrong, nothing else can be looked at."""
    try:
        settings = load()
    except SimulatorError as error:
        return (Finding(what="settings", well=False, says=str(error)),)
    checks = [("scenarios", _scenarios), ("database", _database), ("index", _index), ("model", _rep)]
    others = (("mind", settings.mind_model), ("judge", settings.judge_model))
    checks += [(what, partial(_answers, name)) for what, name in others if name not in ("", SCRIPTED, settings.rep_voice)]
    first = Finding(what="settings", well=True, says=f"All can be used; the rep is played by {settings.rep_voice}.")
    return (first, *(_look(what, partial(check, settings)) for what, check in checks))


def _look(what: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(what=what, well=True, says=check())
    except StandInError as error:
        return Finding(what=what, well=False, says=error.meaning(_WITHOUT[what], "try again later"))
    except SimulatorError as error:
        return Finding(what=what, well=False, says=str(error))


def _scenarios(settings: Settings) -> str:
    from simulator.library.catalogue import load as load_catalogue

    catalogue = load_catalogue(settings.scenario_dirs)
    if catalogue.broken:
        files = ", ".join(str(item.path) for item in catalogue.broken)
        raise ScenarioError(f"{len(catalogue.scenarios)} can be played; these files cannot: {files}. See `simulator scenarios check FILE`.")
    return f"{len(catalogue.scenarios):,} can be played."


def _database(settings: Settings) -> str:
    from simulator.store.looking import look

    seen = look(settings.database)
    if not seen.made:
        return "No talk is kept yet; it is made with the first start."
    if seen.spoiled:
        raise StoreError(
            f"Of {count_of(seen.talks, 'talk')} {seen.spoiled:,} cannot be read; History names them. "
            "Nothing was deleted; a backup may help."
        )
    kept = "One talk is kept." if seen.talks == 1 else f"{seen.talks:,} talks are kept."
    return kept + (" The next start brings the tables up to date." if seen.older else "")


def _index(settings: Settings) -> str:
    from simulator.library.looking import passages

    found = passages(settings.index_dir, settings.chroma_url)
    if found is None:
        return "Not made yet; the first start makes it from the scenario files."
    return f"{count_of(found, 'passage')} can be found. What has changed in the files is brought in with the next search."


def _rep(settings: Settings) -> str:
    if settings.rep_voice == SCRIPTED:
        return "None is set, so the rep speaks from the script. That works without a key and without a network."
    return _answers(settings.rep_voice, settings)


def _answers(name: str, settings: Settings) -> str:
    from simulator.llm.chat import Message, connect

    words = ""
    with suppress(ModelTooLong):  # one that has much to say is there as well
        for piece in connect(name, settings).stream([Message(role="user", text="Say hello.")]):
            words += piece
    return f"{name} answers ({count_of(words_in(words), 'word')})."
