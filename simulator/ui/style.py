"""The only hand-written CSS and HTML, for what neither Streamlit's elements nor its theme can do.

People's words go through `escape` here and nowhere else: whatever somebody types or writes in a scenario file (HTML, Markdown,
LaTeX, icon names) is shown as typed, with its line breaks and spaces.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from simulator.codes import Move
from simulator.conversation import Segment
from simulator.ui import wording
from simulator.ui.moves import ORDER, look_of

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def verbatim(text: str) -> str:
    """Text for a label or caption that Streamlit reads as Markdown, so that it is shown as it stands, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def words(text: str, *, quiet: bool = False, where: DeltaGenerator | None = None) -> None:
    """Words that were said or written for a talk, set in the talk's serif."""
    (where or st).html(f'<div class="words{" quiet" if quiet else ""}">{escape(text)}</div>')


def quote(text: str, *, turn: int | None = None, note: str = "") -> None:
    """Words as a quotation, with the turn of the talk they are from, and what there is to know of them."""
    source = ", ".join(filter(None, ("" if turn is None else f"turn {turn}", escape(note))))
    st.html(f'<blockquote class="words quoted">{escape(text.strip())}{f"<small>{source}</small>" if source else ""}</blockquote>')


def lead(text: str) -> None:
    """One sentence that everything under it is about."""
    st.html(f'<p class="lead">{escape(text)}</p>')


def exchange(said: Iterable[tuple[str, str]], proposed: tuple[str, str] | None = None) -> None:
    """Who said what, one after the other, and under it what could have been said."""
    rows = [f"<dt>{escape(who)}</dt><dd>{escape(words)}</dd>" for who, words in said]
    rows += [f'<dt class="proposed">{escape(proposed[0])}</dt><dd class="proposed">{escape(proposed[1])}</dd>'] if proposed else []
    st.html(f'<dl class="exchange">{"".join(rows)}</dl>')


def coded(segments: Iterable[Segment], *, chosen: Segment | None = None) -> None:
    """A turn with each segment underlined in its move's colour and marked with its letter."""
    st.html(f'<div class="words">{_stretches(segments, chosen)}</div>')


def transcript(turns: Iterable[tuple[str, int, str, Sequence[Segment]]], address: Callable[[int], str], at: int | None = None) -> None:
    """A whole talk to read again: who speaks, the turn's number, the words, and for a coded turn its segments, marked as in `coded`.

    The number leads to the turn's own `address`; the turn `at` is the one that was asked for.
    """
    rows = "".join(
        f'<dt{" class=asked" if number == at else ""}>{escape(who)}<a href="{escape(address(number))}" target="_self">{number}</a></dt>'
        f'<dd class="words{" asked" if number == at else ""}">{_stretches(segments, None) if segments else escape(said)}</dd>'
        for who, number, said, segments in turns
    )
    st.html(f'<dl class="transcript">{rows}</dl>')


def show_asked(once: str) -> None:
    """Bring the turn that was asked for into view, once for each value of `once`."""
    _run(_INTO_VIEW, once)


def _stretches(segments: Iterable[Segment], chosen: Segment | None) -> str:
    parts = []
    for segment in segments:
        mark = " chosen" if segment is chosen else ""
        title = f"{segment.code.move.value}: {wording.code(segment.code)}"
        chip = f'<span class="chip {segment.code.move}" role="img" aria-label="{title}" title="{title}">{segment.code.move.letter}</span>'
        spoken = segment.text.rstrip()
        rest = segment.text[len(spoken) :]
        parts.append(f'{chip}<span class="stretch {segment.code.move}{mark}">{escape(spoken)}</span>{escape(rest)}')
    return "".join(parts)


def listed(segments: Iterable[Segment]) -> None:
    """Stretches of the manager's words, each with its move's letter and its turn."""
    rows = (
        f'<li><span class="chip {one.code.move}" title="{wording.code(one.code)}">{one.code.move.letter}</span>{escape(one.text.strip())}'
        f" <small>turn {one.turn}</small></li>"
        for one in segments
    )
    st.html(f'<ul class="counted">{"".join(rows)}</ul>')


def balance(counts: dict[Move, int], *, where: DeltaGenerator | None = None) -> None:
    """The talk so far as one bar of tell, sell, ask and listen, each part with its letter and count."""
    shown = [move for move in ORDER if move is not Move.OTHER]
    bar = "".join(f'<span class="part {move}" style="flex:{counts[move]}">{move.letter}</span>' for move in shown if counts[move])
    legend = "".join(f'<li><span class="chip {move}">{move.letter}</span>{move.value} <b>{counts[move]}</b></li>' for move in shown)
    said = ", ".join(f"{move.value} {counts[move]}" for move in shown)
    (where or st).html(f'<div class="balance" role="img" aria-label="So far: {said}"><div class="bar">{bar}</div><ul>{legend}</ul></div>')


def cursor_in(key: str, *, once: str) -> None:
    """Put the cursor into the box of that key, once for each value of `once`: drawn again, the page leaves it where it is by then."""
    _run(_CURSOR.replace("KEY", key), once)


def _run(script: str, once: str) -> None:
    """Run it in the browser, once for each value of `once`."""
    st.html(f'<script data-once="{escape(once)}">{script}</script>', unsafe_allow_javascript=True)


def nudge(text: str) -> None:
    """One quiet line of help above the message box."""
    st.html(f'<div class="nudge" role="status">{escape(text)}</div>')


def settings(rows: Iterable[tuple[str, str, str]]) -> None:
    """Settings as a list: what it is, how it is set, and the name to set it by."""
    items = (f"<dt>{escape(what)}</dt><dd>{escape(value)}<code>{escape(name)}</code></dd>" for what, value, name in rows)
    st.html(f'<dl class="settings">{"".join(items)}</dl>')


def legend() -> None:
    """What the letters and colours of the moves mean."""
    items = (
        f'<li><span class="chip {move}">{move.letter}</span>{move.value} <i>{wording.words().move_means[move]}</i></li>' for move in ORDER
    )
    st.html(f'<ul class="legend">{"".join(items)}</ul>')


def figures(items: Iterable[tuple[str, str]]) -> None:
    """A row of large figures, each with what it is under it."""
    cells = "".join(f"<div><strong>{escape(value)}</strong><span>{escape(label)}</span></div>" for value, label in items)
    st.html(f'<div class="figures">{cells}</div>')


def compared(heads: tuple[str, str], rows: Iterable[tuple[str, str, str]]) -> None:
    """Figures in two columns, each row with what it is."""
    cells = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td>{escape(left)}</td><td>{escape(right)}</td></tr>" for name, left, right in rows
    )
    head = "".join(f"<th scope='col'>{escape(one)}</th>" for one in ("", *heads))
    st.html(f'<table class="compared"><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table>')


def dots(level: int) -> str:
    """A level of 0 to 4 as filled and open dots."""
    return "●" * level + "○" * (4 - level)


def install() -> None:
    """Put the style sheet on the page; once a run."""
    st.html(f"<style>{_sheet()}</style>")


def _sheet() -> str:
    moves = "".join(_colours(move) for move in Move)
    return _CSS.replace("/*moves*/", moves)


def _colours(move: Move) -> str:
    light, dark = look_of(move, dark=False), look_of(move, dark=True)
    names = f"--move: light-dark({light.colour}, {dark.colour}); --ink: light-dark({light.ink}, {dark.ink});"
    return f'.chip.{move}, .stretch.{move}, .part.{move}, [class*="st-key-cell-{move}-"] {{ {names} }}\n'


# The part that holds it may be drawn later than this, or folded out first.
_INTO_VIEW = """(script => {
  const look = () => {
    const turn = document.querySelector("dl.transcript dt.asked");
    if (turn?.checkVisibility()) turn.scrollIntoView({block: "center"});
    else if (script.isConnected) requestAnimationFrame(look);
  };
  look();
})(document.currentScript);"""

# Streamlit has no setting for it. The box may be drawn, or shown, later than this; a page that was left waits no longer.
_CURSOR = """(script => {
  const look = () => {
    const box = document.querySelector(".st-key-KEY textarea:enabled");
    box?.focus();
    if (script.isConnected && (!box || document.activeElement !== box)) requestAnimationFrame(look);
  };
  look();
})(document.currentScript);"""

_CSS = """
/*moves*/
.stApp { --paper: light-dark(#fbf8f2, #1d1b19); --pen: light-dark(#2b2722, #ece6db);
  --faint: color-mix(in srgb, currentColor 25%, transparent); }
.stHeader { display: none; }
[data-testid="stLayoutWrapper"]:has(> .st-key-menu) { position: sticky; top: 0; z-index: 5; margin-bottom: 1rem; padding: 0.8rem 0 0.5rem;
  background: var(--paper); }
.st-key-menu a { padding: 0.2rem 0; margin-right: 0.5rem; background: none; }
@media (max-width: 40rem) { .st-key-menu { gap: 0; justify-content: space-between; }
  .st-key-menu:has(> :nth-child(8)) { gap: 0 0.8rem; justify-content: flex-start; }
  .st-key-menu a { margin-right: 0; font-size: 0.84rem; } }
.st-key-menu a:hover { background: none; text-decoration: underline; }
.stBottom [data-testid="stBottomBlockContainer"] { padding-top: 0.4rem; padding-bottom: 0.7rem; }
.stBottom [data-testid="stBottomBlockContainer"] > .stVerticalBlock { gap: 0.35rem; }
.st-key-foot button { min-height: 2.1rem; padding-top: 0; padding-bottom: 0; white-space: nowrap; }
.stMain :is(h1, h2, h3) { text-wrap: balance; }
.stMain h1 { padding: 0.4rem 0 0.6rem; }
/* A dialog stands outside .stApp, which alone says whether it is dark; like the page, it goes by the reader's own choice. */
[data-testid="stDialog"] { color-scheme: light; }
@media (prefers-color-scheme: dark) { [data-testid="stDialog"] { color-scheme: dark; } }
/* Streamlit writes white on the primary colour, which is pale on a dark page. */
button[data-testid^="stBaseButton-primary"] { color: light-dark(#ffffff, #1d1b19); }

.words { font-family: "Source Serif", serif; font-size: 1.12rem; line-height: 1.55; max-width: 66ch;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.words.quiet { font-size: 1rem; opacity: 0.8; }
.words.quoted { margin: 0; padding: 0 0 0 0.9rem; font-style: italic; font-size: 1.05rem; border-left: 3px solid var(--faint); }
.st-key-debrief-head { margin-top: -1.4rem; }
.st-key-debrief-head h1 { padding-bottom: 1.3rem; font-size: 2.2rem; }
.lead { margin: 0; font: 1.3rem/1.4 "Source Serif", serif; text-wrap: pretty; }
dl.exchange { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1rem; margin: 0; padding: 0; }
dl.exchange dt { margin: 0; padding-top: 0.12rem; font-size: 0.85rem; opacity: 0.75; white-space: nowrap; }
dl.exchange dd { margin: 0; font: 1.05rem/1.45 "Source Serif", serif; max-width: 62ch; white-space: pre-wrap; overflow-wrap: anywhere; }
dl.exchange dd.proposed { font-style: italic; }
@media (max-width: 40rem) { dl.exchange { grid-template-columns: 1fr; gap: 0; } dl.exchange dd { margin-bottom: 0.4rem; } }
dl.transcript { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: 0.7rem 1rem; margin: 0; padding: 0; }
dl.transcript dt { margin: 0; padding-top: 0.2rem; font-size: 0.85rem; opacity: 0.75; }
dl.transcript dt a { margin-left: 0.5em; color: inherit; text-decoration: none; }
dl.transcript dt a:hover { text-decoration: underline; }
dl.transcript dd.asked { background: color-mix(in srgb, currentColor 8%, transparent); }
dl.transcript dd { margin: 0; font-size: 1.05rem; }
@media (max-width: 40rem) { dl.transcript { grid-template-columns: 1fr; gap: 0; } dl.transcript dd { margin-bottom: 0.7rem; } }
.words.quoted small { margin-left: 0.7em; font: 0.85rem "Source Sans", sans-serif; opacity: 0.75; white-space: nowrap; }
.st-key-gauge { margin-bottom: -0.8rem; }
.stMain [data-testid="stElementToolbar"] { display: none; }

.stChatMessage { padding: 0; gap: 0.9rem; }
.stChatMessage > [aria-hidden] { background: transparent; border: 1px solid var(--faint); }
.stChatMessage .stVerticalBlock { gap: 0.1rem; }

.chip { display: inline-block; min-width: 1.4em; margin-right: 0.35em; border-radius: 0.25em; background: var(--move); color: var(--ink);
  font: 600 0.8rem/1.45 "Source Sans", sans-serif; text-align: center; vertical-align: 0.08em; }
.stretch { text-decoration: underline 2px var(--move); text-underline-offset: 0.22em; }
.stretch.chosen { background: color-mix(in srgb, var(--move) 22%, transparent); text-decoration-thickness: 3px; }

.balance .bar { display: flex; gap: 2px; height: 1.25rem; border-radius: 0.3rem; overflow: hidden;
  background: color-mix(in srgb, currentColor 10%, transparent); }
.balance .part { min-width: 0; overflow: hidden; background: var(--move); color: var(--ink);
  font: 600 0.8rem/1.25rem "Source Sans", sans-serif; text-align: center; }
.balance ul, ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.15rem 1.2rem; margin: 0.4rem 0 0; padding: 0; }
.balance li, ul.legend li { margin: 0; padding: 0; font-size: 0.88rem; }
.st-key-meter .bar { height: 0.6rem; }
.st-key-meter .part { font-size: 0; }
.st-key-meter ul { flex-wrap: nowrap; gap: 0.9rem; margin-top: 0.2rem; white-space: nowrap; }
@media (max-width: 40rem) { [data-testid="stLayoutWrapper"]:has(> .st-key-meter) { display: none; }
  .st-key-foot { justify-content: space-between; } }
ul.legend i { opacity: 0.75; font-style: normal; }

.nudge { padding: 0.1rem 0 0.1rem 0.9rem; border-left: 3px solid var(--faint); font-size: 0.95rem; line-height: 1.4; }
dl.settings { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0.5rem 1rem; margin: 0; padding: 0; }
dl.settings dt { opacity: 0.75; margin: 0; padding: 0; }
dl.settings dd { margin: 0; overflow-wrap: anywhere; }
dl.settings code { margin-left: 0.6rem; font-size: 0.8rem; opacity: 0.7; white-space: nowrap; }
@media (max-width: 40rem) { dl.settings { grid-template-columns: 1fr; gap: 0; } dl.settings dd { margin-bottom: 0.7rem; } }

table.compared { border-collapse: collapse; max-width: 34rem; width: 100%; }
table.compared :is(th, td) { padding: 0.3rem 0.6rem 0.3rem 0; text-align: left; font-weight: 400; border: 0;
  border-bottom: 1px solid var(--faint); }
table.compared thead th { font-size: 0.85rem; opacity: 0.75; }
.figures { display: flex; justify-content: space-between; gap: 1rem; max-width: 34rem; }
.figures div { display: flex; flex-direction: column; }
.figures strong { font: 600 clamp(2rem, 8vw, 2.8rem)/1.2 "Source Serif", serif; white-space: nowrap; }
.figures span { font-size: 0.95rem; }

ul.counted { list-style: none; margin: 0.3rem 0; padding: 0; font-family: "Source Serif", serif; }
ul.counted li { margin: 0.25rem 0; overflow-wrap: anywhere; }
ul.counted small { margin-left: 0.4em; font: 0.82rem "Source Sans", sans-serif; opacity: 0.7; white-space: nowrap; }

/* A cell shows the first letter of its label; the rest is for screen readers. */
[class*="st-key-cell-"] .stButton button:is(*, :hover, :focus, :active) { width: 1.7rem; min-width: 1.7rem;
  height: 2.1rem; min-height: 2.1rem; margin-right: 1px; padding: 0; border: 0; border-radius: 0.2rem; background: var(--move); color:
  var(--ink); }
[class*="st-key-cell-"] .stButton button:hover { filter: brightness(1.1); }
[class*="st-key-cell-"] .stButton button:focus-visible { outline: 3px solid var(--pen); outline-offset: 2px; z-index: 1; }
[class*="st-key-cell-"] button :is(div, span) { display: block; overflow: visible; }
[class*="st-key-cell-"] button p { display: block; width: 1.7rem; height: 2.1rem; overflow: hidden; font-size: 0; line-height: 2.1rem;
  text-align: center; }
[class*="st-key-cell-"] button p::first-letter { font-size: 0.95rem; font-weight: 600; }
[class*="st-key-cell-"][class*="-unsure"] .stButton button:is(*, :hover, :focus, :active) {
  background: color-mix(in srgb, var(--move) 30%, var(--paper)); color: var(--pen); box-shadow: inset 0 0 0 2px var(--move); }
[class*="st-key-cell-"][class*="-marked"] .stButton { position: relative; }
[class*="st-key-cell-"][class*="-marked"] .stButton::after { content: ""; position: absolute; top: -3px; right: -2px;
  width: 9px; height: 9px; border-radius: 50%; background: var(--pen); border: 2px solid var(--paper); pointer-events: none; }
[class*="st-key-cell-"][class*="-chosen"] { position: relative; z-index: 1; }
[class*="st-key-cell-"][class*="-chosen"] .stButton button { box-shadow: 0 0 0 2px var(--paper), 0 0 0 4px var(--pen); }
"""
