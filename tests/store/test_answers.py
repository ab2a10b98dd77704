"""What a model answered, kept."""

from simulator.store.answers import SqlAnswers


def test_an_answer_is_kept_once_and_found_by_its_key(address: str) -> None:
    first, second = SqlAnswers(address), SqlAnswers(address)
    assert first.get("k") is None
    first.put("k", '{"a": "ü"}')
    second.put("k", "later")
    assert second.get("k") == '{"a": "ü"}'
    assert first.get("other") is None
    first.close()
    second.close()
