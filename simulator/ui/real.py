"""Real talk: bring what a meeting tool saved, say who you were, and see the talk as a practised one."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.conversation import Speaker
from simulator.errors import TranscriptError
from simulator.practice.real import File
from simulator.scenario.model import Stance
from simulator.transcripts import FORMS, LARGEST_FILE, Opened, Transcript, UnclearManager, opened, put_right
from simulator.ui import guess, state, style, who, wording
from simulator.ui.wording import say

LARGEST: Final = LARGEST_FILE // 1_000_000
"""Megabytes of a file."""
LIKE: Final = 3
"""Scenarios that a talk is said to resemble."""
ROW: Final = 56
"""Pixels of a turn in the table: room for two lines of it."""
LONGEST_QUERY: Final = 1500
"""Characters of the other side's words that similar scenarios are looked for by."""


def render(services: Services) -> None:
    """Draw the page."""
    st.title(say("real.title"), anchor=False)
    st.markdown(say("real.lead"))
    if services.settings.judge_model:
        st.caption(say("real.codes", model=style.verbatim(services.settings.judge_model)))
    file = _chosen(_brought())
    if file is None:
        return
    if kept := services.real.again(file):
        st.info(say("real.kept"))
        if st.button("See its debrief", type="primary"):
            state.go("debrief", attempt=kept)
        return
    try:
        _talk(services, file, opened(file.content, file.form, file.name))
    except TranscriptError as error:
        st.warning(style.verbatim(str(error)))


def _brought() -> list[File]:
    endings = sorted(ending.removeprefix(".") for ending in FORMS)
    dropped = st.file_uploader(say("real.drop"), type=endings, accept_multiple_files=True, max_upload_size=LARGEST, key="real-files")
    files = [File(name=one.name, form=PurePath(one.name).suffix, content=one.getvalue()) for one in dropped]
    if not files:
        pasted = st.text_area(say("real.paste"), placeholder=say("real.example"), key="real-pasted", height=120)
        files = [File(name="pasted", form="", content=pasted.encode("utf-8", "replace"))] if (pasted or "").strip() else []
    return files


def _chosen(files: Sequence[File]) -> File | None:
    if len(files) < 2:
        return next(iter(files), None)
    place = st.selectbox(say("real.which"), range(len(files)), format_func=lambda place: files[place].name, key="real-which")
    return files[place or 0]


def _talk(services: Services, file: File, read: Opened) -> None:
    """The talk as it was read: who was whom, what it called for, and the way to its debrief."""
    mine = st.pills(say("real.who"), read.speakers, selection_mode="multi", default=_likely(read), key=f"real-who-{file.hash}")
    if not mine:
        st.caption(say("real.who_none"))
        return
    # Whoever is not chosen was not me, also where the names are alike: that has just been said.
    talk = read.transcript(manager=mine, rep=[name for name in read.speakers if name not in mine])
    talk = _put_right(file, talk)
    if {turn.speaker for turn in talk.talk} != set(Speaker):
        st.warning(say("real.one_side"))
        return
    st.caption(style.verbatim(" ".join((talk.counted(), *talk.notes))))
    words = wording.words()
    stance = st.segmented_control(
        say("real.called"),
        list(Stance),
        format_func=lambda one: Stance(one).value,
        default=Stance.COACH,
        required=True,
        key="real-stance",
    )
    st.caption(words.stance_means[Stance(stance)])
    like = st.selectbox(
        say("real.like"),
        ["", *_similar(services, talk)],
        format_func=lambda name: services.catalogue.get(name).title if name else say("real.like_none"),
        key=f"real-like-{file.hash}",
    )
    shorten = st.toggle(say("real.shorten"), value=True, key="real-shorten")
    player = who.ask_name(services)
    if st.button("See the debrief", type="primary"):
        who.keep_name(services, player)
        guess.ask(
            lambda estimate: (
                services.real.keep(talk, file, player=player, stance=Stance(stance), like=like or "", shorten=shorten, estimate=estimate).id
            )
        )


def _likely(read: Opened) -> list[str]:
    """Who goes by a name like Manager or Me."""
    try:
        parties = read.transcript().parties
    except UnclearManager:
        return []
    return [one.name for one in parties if one.side is Speaker.MANAGER]


def _put_right(file: File, talk: Transcript) -> Transcript:
    """The turns in a table in which a turn's side can be changed."""
    with st.expander(say("real.read")):
        st.caption(say("real.read_how"))
        rows = [{"Turn": turn.number, "Yours": turn.speaker is Speaker.MANAGER, "Words": turn.text} for turn in talk.talk]
        edited = st.data_editor(
            rows,
            hide_index=True,
            row_height=ROW,
            disabled=("Turn", "Words"),
            column_config={"Turn": st.column_config.NumberColumn(width=60), "Yours": st.column_config.CheckboxColumn(width=70)},
            key=f"real-turns-{file.hash}",
        )
    chosen = {turn.number for turn, row in zip(talk.talk, edited, strict=True) if row["Yours"]}
    same = chosen == {turn.number for turn in talk.talk.by(Speaker.MANAGER)}
    return talk if same else put_right(talk, chosen)


def _similar(services: Services, talk: Transcript) -> list[str]:
    """Ids of the scenarios that the other side's words come nearest to."""
    words = " ".join(turn.text for turn in talk.talk.by(Speaker.REP))[:LONGEST_QUERY]
    return [hit.scenario_id for hit in services.search.search(words, limit=LIKE)]
