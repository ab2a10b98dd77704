"""Find: the manager says what is going on, and picks one of the situations that come close."""

from typing import Final

import streamlit as st

from simulator.app import Services
from simulator.library.search import Filters, Hit
from simulator.practice.recommending import recommend
from simulator.scenario.model import Scenario, Stance
from simulator.ui import state, style, wording

_ANY: Final = "any"
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
    st.title("What is going on with your rep?", anchor=False)
    st.markdown(
        "Say it the way you would to a colleague. You get situations to practise, each with a rep who has more to say than they let on."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            "What is going on with your rep?",
            key=state.SEARCH,
            type="search",
            placeholder="Her forecast slips every month and she always has a reason",
            label_visibility="collapsed",
            persist_state="session",
        )
        st.button("Find a talk", type="primary")
    filters = _filters(services.catalogue.scenarios)
    hits = services.search.search(words or "", filters)
    if not (words or "").strip() and filters == Filters():
        _next(services)
    _results(services, hits, searched=bool((words or "").strip()), narrowed=filters != Filters())
    _broken_files(services)


def _next(services: Services) -> None:
    """What to practise next, for whoever has practised before."""
    player = state.player()
    latest = services.repository.listed(limit=_LATEST, player=player, finished=True).attempts
    found = recommend(services.catalogue.scenarios, latest, services.repository.played(player))
    if found is None:
        return
    with st.container(border=True, gap="xsmall", key="next"):
        st.caption("**Next for you**")
        st.subheader(style.plain(found.scenario.title), anchor=False)
        st.markdown(style.plain(found.why))
        if st.button(f"Talk with {style.plain(found.scenario.persona.first_name)}", key="choose-next"):
            state.go("practice", scenario=found.scenario.id)


def _filters(scenarios: tuple[Scenario, ...]) -> Filters:
    skills = sorted({skill for scenario in scenarios for skill in scenario.skills})
    languages = sorted({scenario.language for scenario in scenarios})
    with st.expander("Narrow it down", type="compact"):
        left, right = st.columns(2)
        skill = left.selectbox("Skill", [_ANY, *skills], key="find-skill", format_func=wording.skill, persist_state="session")
        stance = right.selectbox("It calls for", [_ANY, *(stance.value for stance in Stance)], key="find-stance", persist_state="session")
        difficulty = left.selectbox("Difficulty", list(_RANGES), key="find-difficulty", persist_state="session")
        language = right.selectbox(
            "Language", [_ANY, *languages], key="find-language", format_func=wording.language, persist_state="session"
        )
    return Filters(
        skill="" if skill == _ANY else skill,
        stance=None if stance == _ANY else Stance(stance),
        difficulty=_RANGES[difficulty],
        language="" if language == _ANY else language,
    )


def _results(services: Services, hits: tuple[Hit, ...], *, searched: bool, narrowed: bool) -> None:
    if not services.catalogue.scenarios:
        st.markdown("**There is nothing to practise yet.** No scenario file could be read; the note below says why.")
    elif not hits:
        st.markdown("**Nothing fits that yet.**")
        st.markdown(
            "Widen the filters, or say it another way." if narrowed else "Say it another way, or clear the box to see every situation."
        )
    else:
        st.caption("The closest first" if searched else "Every situation there is, to browse")
        for hit in hits:
            _card(services.catalogue.get(hit.scenario_id), hit.matched if searched else "")


def _card(scenario: Scenario, matched: str) -> None:
    persona = scenario.persona
    with st.container(border=True, gap="xsmall", key=f"card-{scenario.id}"):
        st.subheader(style.plain(scenario.title), anchor=False)
        st.markdown(style.plain(scenario.summary))
        facts = [f"You talk with **{style.plain(persona.name)}**, {style.plain(persona.role)}", wording.STANCE[scenario.stance]]
        facts.append(wording.DIFFICULTY[scenario.difficulty])
        if scenario.language != "en":
            facts.append(f"in {wording.language(scenario.language)}")
        st.caption(" · ".join(facts))
        if matched and matched not in (scenario.title, scenario.summary):
            st.caption(f"Close to what you said: “{style.plain(matched)}”")
        if st.button(f"Talk with {style.plain(persona.first_name)}", key=f"choose-{scenario.id}"):
            state.go("practice", scenario=scenario.id)


def _broken_files(services: Services) -> None:
    broken = services.catalogue.broken
    if not broken:
        return
    st.space("small")
    title = "One scenario file could not be read" if len(broken) == 1 else f"{len(broken)} scenario files could not be read"
    with st.expander(title, type="compact"):
        st.caption("The others are not affected. `simulator scenarios check` on a file tells the same while you mend it.")
        for file in broken:
            st.markdown(f"**{style.plain(file.path.name)}**")
            for mistake in file.mistakes:
                hint = f". {style.plain(mistake.hint)}" if mistake.hint else ""
                place = f"Line {mistake.line}, " if mistake.line else ""
                st.markdown(f"- {place}{style.plain(mistake.field)}: {style.plain(mistake.problem)}{hint}")
