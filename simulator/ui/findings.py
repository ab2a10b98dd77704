"""The parts of the debrief under the headline: criteria, what was kept back, ideas, rewrites, all measures."""

import streamlit as st

from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.evaluation.scorecard import Criterion, FactOutcome, FactState, IdeaOutcome, Measure, Quote, Rewrite, Scorecard
from simulator.state import Owner, Promise
from simulator.ui import style, wording


def criteria(items: tuple[Criterion, ...]) -> None:
    """Each criterion with its level, number, what it means, what would raise it, and the words it rests on."""
    for item in items:
        if item.level is not None:
            _criterion(item, item.level)
    for reason in dict.fromkeys(item.unscored for item in items if item.level is None):
        names = [item.name for item in items if item.level is None and item.unscored == reason]
        st.markdown(f"**Not scored:** {style.plain(', '.join(names))}")
        st.caption(style.plain(reason))


def _criterion(item: Criterion, level: int) -> None:
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
            st.markdown(f"**{style.plain(item.name)}**", width="content")
            st.markdown(f"{style.dots(level)} {level} of 4", width="content")
        st.markdown(f"{style.plain(item.number)} · {style.plain(item.reading)}" if item.number else style.plain(item.reading))
        if item.next:
            st.markdown(f"*Next time:* {style.plain(item.next)}")
        if item.unsupported:
            st.caption("Some words this rested on are not in the talk to the character, so they are left out; take it with care.")
        _quotes(item.quotes)
        _anchors(item, level)
    st.space("small")


def _anchors(item: Criterion, level: int) -> None:
    """What each level of a criterion means, in words."""
    if item.id not in CRITERIA:
        return  # a scorecard can be older than today's criteria
    with st.expander("What 0 to 4 mean here", type="compact"):
        rows = [
            f"{'**' if place == level else ''}{place}  {style.plain(words)}{'**' if place == level else ''}"
            for place, words in enumerate(texts(item.id).levels)
        ]
        st.markdown("  \n".join(rows))


def _quotes(quotes: tuple[Quote, ...]) -> None:
    if not quotes:
        return
    with st.expander("Your words" if len(quotes) == 1 else f"Your words, {len(quotes)} times", type="compact"):
        for quote in quotes:
            style.quote(quote.text, turn=quote.turn)


def kept_back(facts: tuple[FactOutcome, ...], rep: str) -> None:
    """What came out, and what did not: folded notes that open one by one."""
    found = [fact for fact in facts if fact.state is not FactState.MISSED]
    missed = [fact for fact in facts if fact.state is FactState.MISSED]
    name = style.plain(rep)
    if found:
        st.markdown(f"**{name} told you {len(found)} of {len(facts)} things**")
        for fact in found:
            how = "you drew it out" if fact.state is FactState.ELICITED else f"{name} offered it"
            st.markdown(f"- {style.plain(fact.summary)} :gray[{wording.LAYER[fact.layer]}, turn {fact.turn}: {how}]")
    if missed:
        st.markdown(f"**{len(missed)} stayed with {name}**" if found else f"**All {len(missed)} stayed with {name}**")
    else:
        st.markdown(f"Nothing stayed with {name}. That is rare.")
    for number, fact in enumerate(missed, start=1):
        with st.expander(f"Note {number}: {wording.LAYER[fact.layer].lower()}", key=f"missed-{number}"):
            style.words(fact.summary)
            st.markdown("This might have opened it:")
            style.quote(fact.opener)


def ideas(card: Scorecard, rep: str) -> None:
    """Whose ideas were on the table, and what was promised."""
    name = style.plain(rep)
    groups: list[tuple[str, list[IdeaOutcome]]] = [
        (f"{name}'s own", [idea for idea in card.ideas if idea.owner is Owner.REP]),
        ("Yours", [idea for idea in card.ideas if idea.owner is Owner.MANAGER]),
        ("Nobody said it", [idea for idea in card.ideas if idea.owner is None]),
    ]
    for title, some in groups:
        if some:
            st.markdown(f"**{title}**\n" + "\n".join(f"- {style.plain(idea.summary)}" for idea in some))
    promise = card.commitment
    if promise is None:
        st.markdown(f"**No commitment.** {name} left without saying what happens next.")
        return
    mine = promise.kind is Promise.OWN
    st.markdown(f"**{name}'s promise:** {style.plain(promise.what)}. :gray[{style.plain(promise.when)}]")
    st.markdown(
        f"It is {name}'s own promise, which is the kind that gets kept." if mine else "It was your demand: expect it done, not owned."
    )


def highlights(card: Scorecard, rep: str) -> None:
    """The question that worked best, and the cue that went by."""
    best, missed = card.best_question, card.missed_cue
    if best:
        with st.container(border=True, gap="xsmall"):
            st.caption(f"Your best question, in turn {best.quote.turn}")
            style.quote(best.quote.text)
            st.caption(style.plain(best.why))
    if missed:
        with st.container(border=True, gap="xsmall"):
            st.caption(f"A cue that went by, in turn {missed.quote.turn}. {style.plain(rep)} said")
            style.quote(missed.quote.text)
            st.caption(style.plain(f"{missed.why} {missed.answer}".strip()))


def rewrites(items: tuple[Rewrite, ...]) -> None:
    """The manager's own tells, each with a question that could have stood in its place."""
    for item in items:
        with st.container(border=True, gap="xsmall"):
            st.caption(f"You said, in turn {item.quote.turn} ({wording.code(item.code)})")
            style.quote(item.quote.text)
            st.caption("You could ask")
            style.words(item.question)
            st.caption(style.plain(f"{item.why} Written by {item.by}." if item.by else item.why))


def measures(card: Scorecard) -> None:
    """Every number of the talk; each opens onto what it is, where its anchor is from, and the words it was counted from."""
    with st.container(key="measures", gap=None):
        for item in card.measures:
            with st.expander(f"{style.plain(item.name)} · **{style.plain(item.shown)}**", type="compact", key=f"measure-{item.id}"):
                _measure(item, card)


def _measure(item: Measure, card: Scorecard) -> None:
    st.markdown(style.plain(item.definition))
    if item.anchor:
        st.caption(style.plain(item.anchor))
    if item.unscored:
        st.markdown(f"*Not scored:* {style.plain(item.unscored)}")
    if item.counted:
        style.listed([card.segments[place] for place in item.counted if place < len(card.segments)])
    else:
        for quote in item.evidence:
            style.quote(quote.text, turn=quote.turn)
