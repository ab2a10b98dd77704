"""The parts of the debrief that are folded: criteria, more moments, what was kept back, ideas and the promise, all measures."""

from collections.abc import Callable, Iterable

import streamlit as st

from simulator.evaluation.criteria.levels import CRITERIA, texts
from simulator.evaluation.scorecard import (
    Criterion,
    FactOutcome,
    FactState,
    Highlight,
    IdeaOutcome,
    Measure,
    Measured,
    Quote,
    Rewrite,
    Scorecard,
)
from simulator.numbers import rounded
from simulator.state import Owner, Promise
from simulator.ui import style, wording
from simulator.ui.wording import say


def criteria(items: tuple[Criterion, ...], under: Callable[[Criterion], None]) -> None:
    """Each criterion with its level, number, what it means, what would raise it, and the words it rests on; then what `under` draws."""
    for item in items:
        if item.level is not None:
            _criterion(item, item.level)
            under(item)
            st.space("small")
    for reason in dict.fromkeys(item.unscored for item in items if item.level is None):
        names = [item.name for item in items if item.level is None and item.unscored == reason]
        st.markdown(f"**Not scored:** {style.verbatim(', '.join(names))}")
        st.caption(style.verbatim(reason))
    for item in items:
        if item.level is None:
            under(item)


def _criterion(item: Criterion, level: int) -> None:
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
            st.markdown(f"**{style.verbatim(item.name)}**", width="content")
            st.markdown(f"{style.dots(level)} {say('folded.of_four', level=level)}", width="content")
        if item.measured:
            st.caption(say("folded.given" if item.given else "folded.moved", measured=_measured(item.measured)))
        st.markdown(f"{style.verbatim(item.number)} · {style.verbatim(item.reading)}" if item.number else style.verbatim(item.reading))
        if item.next:
            st.markdown(f"*Next time:* {style.verbatim(item.next)}")
        if item.unsupported:
            st.caption(say("folded.unsupported"))
        _quotes(item.quotes)
        _anchors(item, level)


def _measured(one: Measured) -> str:
    """The level that was measured, or why there was none."""
    if one.value is None:
        return say("folded.not_measured", why=style.verbatim(one.unscored.rstrip(".")))
    return say("folded.of_four", level=rounded(one.value))


def _anchors(item: Criterion, level: int) -> None:
    """What each level of a criterion means, in words."""
    if item.id not in CRITERIA:
        return  # a scorecard can be older than today's criteria
    with st.expander(say("folded.levels"), type="compact"):
        rows = [
            f"{'**' if place == level else ''}{place}  {style.verbatim(words)}{'**' if place == level else ''}"
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
    name = style.verbatim(rep)
    if found:
        st.markdown(say("folded.told", name=name, found=len(found), all=len(facts)))
        for fact in found:
            how = say("folded.drawn_out") if fact.state is FactState.ELICITED else say("folded.offered", name=name)
            _told(fact.said, fact.summary, f"{wording.words().layer[fact.layer]}: {how}")
    if missed:
        st.markdown(say("folded.some_stayed" if found else "folded.all_stayed", count=len(missed), name=name))
    else:
        st.markdown(say("folded.none_stayed", name=name))
    for number, fact in enumerate(missed, start=1):
        with st.expander(f"Note {number}: {wording.words().layer[fact.layer].lower()}", key=f"missed-{number}"):
            style.words(fact.summary)
            st.markdown(say("folded.opener"))
            style.quote(fact.opener)


def ideas(card: Scorecard, rep: str) -> None:
    """Whose ideas were on the table, and what was promised."""
    name = style.verbatim(rep)
    groups: list[tuple[str, list[IdeaOutcome]]] = [
        (say("folded.theirs", name=name), [idea for idea in card.ideas if idea.owner is Owner.REP]),
        (say("folded.yours"), [idea for idea in card.ideas if idea.owner is Owner.MANAGER]),
        (say("folded.nobody"), [idea for idea in card.ideas if idea.owner is None]),
    ]
    for title, some in groups:
        if some:
            st.markdown(f"**{title}**")
            for idea in some:
                _told(idea.said, idea.summary)
    promise = card.commitment
    if promise is None:
        st.markdown(say("folded.no_promise", name=name))
        return
    st.markdown(say("folded.promise", name=name))
    _told(card.promised, f"{promise.what.rstrip(' .')}. {promise.when}")
    st.markdown(say("folded.own", name=name) if promise.kind is Promise.OWN else say("folded.imposed"))


def _told(said: Quote | None, summary: str, note: str = "") -> None:
    """What was said, in the words it was said in; a scorecard of before has none, and of what nobody said there is only what it is."""
    if said:
        style.quote(said.text, turn=said.turn, note=note)
    else:
        st.markdown(f"- {style.verbatim(summary)}" + (f" :gray[{style.verbatim(note)}]" if note else ""))


def best_question(card: Scorecard) -> None:
    """The question that worked best, if one did."""
    best = card.best_question
    if best:
        with st.container(border=True, gap="xsmall"):
            st.caption(say("folded.best", turn=best.quote.turn))
            style.quote(best.quote.text)
            st.caption(style.verbatim(best.why))


def missed_cue(missed: Highlight | None, rep: str) -> None:
    """The cue that went by, if one did."""
    if missed:
        with st.container(border=True, gap="xsmall"):
            st.caption(say("folded.missed", turn=missed.quote.turn, name=style.verbatim(rep)))
            style.quote(missed.quote.text)
            st.caption(style.verbatim(f"{missed.why} {missed.answer}".strip()))


def rewrites(items: Iterable[Rewrite]) -> None:
    """The manager's own tells, each with a question that could have stood in its place."""
    for item in items:
        with st.container(border=True, gap="xsmall"):
            st.caption(say("folded.told_here", turn=item.quote.turn, code=wording.code(item.code)))
            style.quote(item.quote.text)
            st.caption(say("folded.could_ask"))
            style.words(item.question)
            st.caption(style.verbatim(f"{item.why} {say('folded.written_by', by=item.by)}" if item.by else item.why))


def measures(card: Scorecard) -> None:
    """Every number of the talk; each opens onto what it is, where its anchor is from, and the words it was counted from."""
    with st.container(key="measures", gap=None):
        for item in card.measures:
            with st.expander(f"{style.verbatim(item.name)} · **{style.verbatim(item.shown)}**", type="compact", key=f"measure-{item.id}"):
                _measure(item, card)


def _measure(item: Measure, card: Scorecard) -> None:
    st.markdown(style.verbatim(item.definition))
    if item.anchor:
        st.caption(style.verbatim(item.anchor))
    if item.unscored:
        st.markdown(f"*Not scored:* {style.verbatim(item.unscored)}")
    if item.counted:
        style.listed([card.segments[place] for place in item.counted if place < len(card.segments)])
    else:
        for quote in item.evidence:
            style.quote(quote.text, turn=quote.turn)
