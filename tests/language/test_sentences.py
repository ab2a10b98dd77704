"""Sentences concatenate to their text, begin only where one begins, and come out of a stream as out of the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.sentences import Abbreviations, begins, sentences, streamed
from simulator.language.words import languages

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [".", "…", "...", "?!", " ", "\n", "\r\n", "\u2028", "3.5", "Mr.", "z. B.", "e.g.", "no.", "I", "a", ")", "”", "'s"]
        ),
        st.text(max_size=4),
    ),
    max_size=20,
).map("".join)
LANGUAGES = ("en", "de", "fr", "xx")
PLAIN = st.sampled_from(["We met", "she wrote 12 pages", "Nobody called", "they left it", "Ask him"])
MARKS = st.sampled_from([". ", "! ", "? ", "?! ", '." ', ".) ", "\n", "…\n", ".\n\n"])


@given(TEXTS, st.sampled_from(LANGUAGES), st.integers(1, 5))
def test_nothing_is_lost_and_a_stream_is_cut_as_the_whole(text: str, language: str, size: int) -> None:
    found = sentences(text, language)
    assert "".join(found) == text
    assert all(not text[place].isspace() and text[place - 1].isspace() for place in begins(text, language))
    pieces = (text[place : place + size] for place in range(0, len(text), size))
    assert list(streamed(pieces, language)) == found


@given(st.lists(st.tuples(PLAIN, MARKS), min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_whole_sentences_are_parted(said: list[tuple[str, str]], language: str) -> None:
    assert len(sentences("".join(words.capitalize() + mark for words, mark in said), language)) == len(said)


@pytest.mark.parametrize(
    ("language", "word"), [(one, word) for one in languages("abbreviations") for word in sorted(Abbreviations.of(one).always)]
)
def test_an_abbreviation_cuts_nothing(language: str, word: str) -> None:
    for written in (word, word.capitalize(), word.upper()):
        assert len(sentences(f"It was {written}. Pike and {written}. 5 of them", language)) == 1


@given(st.decimals(0, 10_000, places=2), st.sampled_from([*LANGUAGES]), st.sampled_from([" pages", " %", "k.", ")"]))
def test_a_decimal_cuts_nothing(number: object, language: str, unit: str) -> None:
    for written in (f"{number}", f"{number}".replace(".", ",")):
        assert len(sentences(f"He wrote {written}{unit}", language)) == 1


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("It runs to 3.5 pages. He likes it.", "en", 2),
        ("Take a draft, e.g. this one. It holds.", "en", 2),
        ("I saw Mr. Pike and Dr. J. R. Moss at approx. 5 p.m. on site.", "en", 1),
        ("I thought… maybe not. And then ... nothing.", "en", 2),
        ("I waited… Then she called.", "en", 2),
        ("No. I did not.", "en", 2),
        ("It is no. 5 on the list.", "en", 1),
        ("We sold 12. They sold none.", "en", 2),
        ("Das ist z. B. ein Grund. Und d. h. nein.", "de", 2),
        ("Wir sehen uns am 3. Mai bzw. am 12. Juni.", "de", 1),
        ("Das kostet ca. 3,5 Mio. Euro. Viel Geld!", "de", 2),
        ("It's what it's. Next one.", "en", 2),
        ("It includes St Brendan's. The reason is new.", "en", 2),
        ("First line\nsecond line", "en", 2),
        ("", "en", 0),
        (" \n ", "en", 1),
    ],
)
def test_what_people_write(text: str, language: str, count: int) -> None:
    assert len(sentences(text, language)) == count


@pytest.mark.parametrize("hard", ["." * 60_000, "a. " * 20_000, "\n" * 60_000, " " * 60_000, "x" * 60_000 + ".", "… a" * 20_000])
def test_a_long_text_takes_no_longer_than_its_length(hard: str) -> None:
    assert "".join(sentences(hard)) == hard
