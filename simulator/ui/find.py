"""Find: the manager says what is going on, and picks one of the situations that come close."""

from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.language.languages import name_of
from simulator.library.search import Filters, Hit
from simulator.practice.recommending import recommend
from simulator.scenario.model import Scenario, Stance
from simulator.ui import brief, state, style, who, wording
from simulator.ui.wording import say

_ANY: Final = "any"
_PAGE: Final = 12
"""Cards drawn at a time; more come when they are asked for."""
_MOST_BROKEN: Final = 20
"""Files with mistakes that are told here; the command line tells all of them."""
_LATEST: Final = 20
"""Finished talks that are looked at for what to practise next; some of them may be too short for a score."""
_RANGES: Final[dict[str, tuple[int, int] | None]] = {
    _ANY: None,
    "gentle to fairly easy": (1, 2),
    "takes care": (3, 3),
    "hard to very hard": (4, 5),
}


def render(services: Services) -> None:
    """Draw the page."""
    st.title(say("find.title"), anchor=False)
    st.markdown(say("find.lead"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            say("find.title"),
            key=state.SEARCH,
            type="search",
            placeholder=say("find.example"),
            label_visibility="collapsed",
            persist_state="session",
        )
        st.button("Find a talk", type="primary")
    filters = _filters(services.catalogue.scenarios)
    hits = services.search.search(words or "", filters)
    if not (words or "").strip() and filters == Filters():
        _next(services)
    _results(services, hits, (words or "").strip(), filters)
    _broken_files(services)


def _next(services: Services) -> None:
    """What to practise next, for whoever has practised before."""
    theirs = who.theirs(services)
    latest = services.repository.summaries(theirs, _LATEST)
    found = recommend(services.catalogue.scenarios, latest, services.repository.played(theirs))
    if found is None:
        return
    with st.container(border=True, gap="xsmall", key="next"):
        st.caption(say("find.next"))
        st.subheader(style.verbatim(found.scenario.title), anchor=False)
        st.markdown(style.verbatim(found.why))
        if st.button(f"Talk with {style.verbatim(found.scenario.persona.first_name)}", key="choose-next"):
            state.go("practice", scenario=found.scenario.id)


def _filters(scenarios: tuple[Scenario, ...]) -> Filters:
    skills = sorted({skill for scenario in scenarios for skill in scenario.skills})
    languages = sorted({scenario.language for scenario in scenarios})
    with st.expander("Narrow it down", type="compact"):
        left, right = st.columns(2)
        skill = left.selectbox("Skill", [_ANY, *skills], key="find-skill", format_func=wording.skill, persist_state="session")
        stance = right.selectbox("It calls for", [_ANY, *(stance.value for stance in Stance)], key="find-stance", persist_state="session")
        difficulty = left.selectbox("Difficulty", list(_RANGES), key="find-difficulty", persist_state="session")
        language = right.selectbox("Language", [_ANY, *languages], key="find-language", format_func=name_of, persist_state="session")
    return Filters(
        skill="" if skill == _ANY else skill,
        stance=None if stance == _ANY else Stance(stance),
        difficulty=_RANGES[difficulty],
        language="" if language == _ANY else language,
    )


def _results(services: Services, hits: tuple[Hit, ...], searched: str, filters: Filters) -> None:
    if not services.catalogue.scenarios:
        st.markdown(say("find.empty"))
    elif not hits:
        st.markdown(say("find.no_fit"))
        st.markdown(say("find.widen") if filters != Filters() else say("find.another_way"))
    else:
        if searched and not any(hit.close for hit in hits):
            st.markdown(say("find.not_close"))
            st.caption(say("find.nearest"))
        else:
            st.caption(say("find.closest") if searched else say("find.every"))
        catalogue = services.catalogue
        asked_for = (searched, filters)
        shown = hits[: _PAGE * state.pages_shown(asked_for)]
        for hit in shown:
            _card(catalogue.get(hit.scenario_id), hit.matched if searched and hit.close else "")
        if left := len(hits) - len(shown):
            with st.container(horizontal=True, vertical_alignment="center", key="more"):
                st.button(say("find.more", count=min(_PAGE, left)), on_click=state.show_more, args=(asked_for,))
                st.caption(say("find.shown", shown=len(shown), all=f"{len(hits):,}"))


def _card(scenario: Scenario, matched: str) -> None:
    persona = scenario.persona
    with st.container(border=True, gap="xsmall", key=f"card-{scenario.id}"):
        st.subheader(style.verbatim(scenario.title), anchor=False)
        st.markdown(style.verbatim(scenario.summary))
        facts = [brief.partner(scenario), wording.words().stance[scenario.stance]]
        facts.append(wording.difficulty(scenario.difficulty))
        if scenario.language != "en":
            facts.append(f"in {name_of(scenario.language)}")
        st.caption(" · ".join(facts))
        if matched and matched not in (scenario.title, scenario.summary):
            st.caption(say("find.matched", words=style.verbatim(matched)))
        if st.button(f"Talk with {style.verbatim(persona.first_name)}", key=f"choose-{scenario.id}"):
            state.go("practice", scenario=scenario.id)


def _broken_files(services: Services) -> None:
    broken = services.catalogue.broken
    if not broken:
        return
    st.space("small")
    title = say("find.one_broken") if len(broken) == 1 else say("find.some_broken", count=len(broken))
    with st.expander(title, type="compact"):
        st.caption(say("find.others_fine"))
        for file in broken[:_MOST_BROKEN]:
            st.markdown(f"**{style.verbatim(file.path.name)}**")
            for mistake in file.mistakes:
                hint = f". {style.verbatim(mistake.hint)}" if mistake.hint else ""
                place = f"Line {mistake.line}, " if mistake.line else ""
                st.markdown(f"- {place}{style.verbatim(mistake.field)}: {style.verbatim(mistake.problem)}{hint}")
        if len(broken) > _MOST_BROKEN:
            st.caption(say("find.more_broken", count=len(broken) - _MOST_BROKEN))
