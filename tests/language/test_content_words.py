"""Words that carry a subject: their forms fall together, and empty words are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.content_words import Empty, content_words, stem
from simulator.language.words import languages


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "slip slips slipped Slipping"),
        ("en", "forecast forecasts forecasting"),
        ("de", "Kunde Kunden"),
        ("de", "Angebot Angebote Angeboten Angebots"),
        ("fr", "visite visites visiter"),
        ("es", "cliente clientes"),
    ],
)
def test_the_forms_of_a_word_fall_together(language: str, forms: str) -> None:
    assert len(content_words(forms, language)) == 1


@pytest.mark.parametrize("language", languages(Empty.topic))
def test_empty_words_carry_no_subject(language: str) -> None:
    assert not content_words(" ".join(Empty.of(language).empty), language)
    assert content_words("forecast 1,200", language) >= {"1,200"}


@given(st.text(max_size=30), st.sampled_from(["en", "de", "fr", "xx", ""]))
def test_any_text_has_its_words_whatever_the_case(text: str, language: str) -> None:
    assert content_words(text, language) == content_words(text, language)
    assert all(isinstance(word, str) and word for word in content_words(text, language))


def test_words_of_a_language_without_a_stemmer_stay_whole() -> None:
    assert stem("running", "xx") == "running"
