"""Settings: who plays the rep, who codes the talk, what a talk may cost. To look at; they are set where the product is started."""

from typing import Final

import streamlit as st

from simulator import __version__
from simulator.app import Services
from simulator.numbers import count_of, nearest
from simulator.rep import budget
from simulator.settings import SCRIPTED, Settings
from simulator.ui import style, wording, yours

LOOKED_AT: Final = 20
"""Talks among which the newest practised one is looked for."""
_ON: dict[bool, str] = {True: "on", False: "off"}


def render(services: Services) -> None:
    """Draw the page."""
    settings = services.settings
    yours.draw(services)
    st.header(wording.say("settings.title"), anchor=False)
    st.markdown(wording.say("settings.lead"))
    _group("The rep", _rep(settings))
    _group("What one talk may cost", _budgets(settings))
    _last_talk(services)
    _group("The scorecard", _judge(settings))
    _group("Help while you talk", [("Nudges", f"{_ON[settings.nudges]}, and each talk has its own switch", "NUDGES")])
    _group("Where talks are kept", _kept(settings))
    _group("Whom the page is for", [("Served to", wording.words().access[settings.access], "ACCESS")])
    st.caption(wording.say("settings.keys", version=__version__))


def _rep(settings: Settings) -> list[tuple[str, str, str]]:
    scripted = settings.rep_voice == SCRIPTED
    rows = [("Who speaks", "the scenario's own lines" if scripted else settings.rep_voice, "REP_MODEL")]
    rows.append(("Who understands your turns", settings.mind_model or "the built-in network", "MIND_MODEL"))
    if not scripted:
        rows.append(("Patience with the model", f"{count_of(nearest(settings.model_timeout), 'second')} without a word", "MODEL_TIMEOUT"))
    return rows


def _budgets(settings: Settings) -> list[tuple[str, str, str]]:
    tokens = f"about {settings.talk_tokens:,}, then the script goes on" if settings.talk_tokens else "no limit"
    minutes = f"{settings.talk_minutes}, then the rep has to go" if settings.talk_minutes else "no limit"
    return [("Tokens", tokens, "TALK_TOKENS"), ("Minutes", minutes, "TALK_MINUTES")]


def _last_talk(services: Services) -> None:
    practised = (one for one in services.repository.listed(limit=LOOKED_AT).attempts if not one.source)
    newest = next(practised, None)
    if newest is None:
        return
    talk = newest.conversation
    used, minutes = budget.tokens(talk), budget.talked(talk) / 60
    took = count_of(nearest(minutes), "minute") if minutes >= 1.5 else "about a minute"
    st.caption(wording.say("settings.newest", took=took, tokens=f"about {used:,} tokens" if used else "no tokens"))


def _judge(settings: Settings) -> list[tuple[str, str, str]]:
    return [("Who codes the talk", settings.judge_model or "the built-in labeller", "JUDGE_MODEL")]


def _kept(settings: Settings) -> list[tuple[str, str, str]]:
    days = f"for {count_of(settings.retention_days, 'day')}, then deleted" if settings.retention_days else "until somebody deletes them"
    return [("Database", _database(settings), "DATABASE_URL, DATA_DIR"), ("How long", days, "RETENTION_DAYS")]


def _database(settings: Settings) -> str:
    """Which kind, and never an address: it can hold a password."""
    return "a PostgreSQL server" if settings.database.startswith("postgresql") else "a file on this machine"


def _group(title: str, rows: list[tuple[str, str, str]]) -> None:
    st.subheader(title, anchor=False)
    style.settings(rows)
