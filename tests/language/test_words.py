"""Words are data: every language says what it lacks, every file has a model that checks it, and a new language is a folder."""

import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

import simulator
from simulator.errors import WordsError
from simulator.language import words
from simulator.language.words import ENGLISH, FOLDER, Words

LANGUAGES = words.languages()
TOPICS = tuple(sorted(path.stem for path in (FOLDER / ENGLISH).glob("*.yaml")))


def models() -> dict[str, type[Words]]:
    for module in pkgutil.walk_packages(simulator.__path__, "simulator."):
        if ".migrations." not in module.name:
            import_module(module.name)
    return {model.topic: model for model in Words.__subclasses__() if model.__module__.startswith("simulator.")}


def texts(values: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a file by where it stands; texts of a list are left out."""
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from texts(value, f"{before}{key}.")
        elif isinstance(value, str):
            yield before + key, value


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all words, read in the place of the product's own."""
    shutil.copytree(FOLDER, tmp_path / "words")
    monkeypatch.setattr(words, "FOLDER", tmp_path / "words")
    return tmp_path / "words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_what_it_lacks(language: str) -> None:
    path = FOLDER / language / f"{words.LACKS}.yaml"
    told = words.read(path) if path.is_file() else {}
    lacking = set(words.lacks(language))
    named = lacking if "*" in told else set(told)
    assert lacking == named, f"{path} and what {language} lacks are not the same"
    assert set(told) - {"*"} <= lacking
    assert all(isinstance(why, str) and why.endswith(".") for why in told.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_says_what_nobody_asks_for(language: str) -> None:
    assert {path.stem for path in (FOLDER / language).iterdir()} <= {*TOPICS, words.LACKS}
    assert set(models()) == set(TOPICS)
    for topic, model in models().items():
        assert isinstance(model.of(language), model), topic


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != ENGLISH])
def test_a_sentence_has_the_same_places_in_every_language(language: str) -> None:
    for topic in TOPICS:
        if topic in words.lacks(language):
            continue
        english = dict(texts(words.read(FOLDER / ENGLISH / f"{topic}.yaml")))
        for where, text in texts(words.read(FOLDER / language / f"{topic}.yaml")):
            assert places(text) == places(english.get(where, text)), f"{language}, {topic}.{where}"


def test_a_third_language_is_a_folder_and_no_code(folder: Path) -> None:
    topic, model = "levels", models()["levels"]
    (folder / "xx").mkdir()
    (folder / "xx" / f"{topic}.yaml").write_text("balance:\n  name: Evenwicht\n", encoding="utf-8")
    dutch, english = model.of("xx").model_dump(), model.of().model_dump()
    assert dutch["balance"] == {**english["balance"], "name": "Evenwicht"}
    assert {**dutch, "balance": 0} == {**english, "balance": 0}
    assert "xx" in words.languages()
    assert words.languages(topic) == (ENGLISH, "xx")
    lacking = words.lacks("xx")
    assert {"levels.balance.levels", "levels.close", "anchors"} <= set(lacking)
    assert "levels" not in lacking
    assert "levels.balance.name" not in lacking


@pytest.mark.parametrize("topic", TOPICS)
def test_a_wrong_field_is_named_with_its_file(folder: Path, topic: str) -> None:
    path = folder / ENGLISH / f"{topic}.yaml"
    whole = words.read(path)
    model = models()[topic]
    slips: dict[str, dict[str, Any]] = {"no_such_field": {**whole, "no_such_field": "x"}}
    for field in whole:
        slips[field] = {**whole, field: [{"not": "words"}]}
    for field, slip in slips.items():
        path.write_text(yaml.safe_dump(slip), encoding="utf-8")
        words._loaded.cache_clear()
        with pytest.raises(WordsError, match=rf"{topic}\.yaml, {field}\b"):
            model.of()
    for text in ("a: [", "- a list\n", "", "\udcff"):
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        words._loaded.cache_clear()
        with pytest.raises(WordsError, match=rf"{topic}\.yaml"):
            model.of()


def test_an_enum_without_words_for_a_member_is_named(folder: Path) -> None:
    for topic, model in models().items():
        path = folder / ENGLISH / f"{topic}.yaml"
        whole = words.read(path)
        for field in words.by_enum(model):
            gone = next(iter(whole[field]))
            left = {key: value for key, value in whole[field].items() if key != gone}
            path.write_text(yaml.safe_dump({**whole, field: left}), encoding="utf-8")
            words._loaded.cache_clear()
            with pytest.raises(WordsError, match=rf"{field} lacks {gone}"):
                model.of()
            path.write_text(yaml.safe_dump(whole), encoding="utf-8")


def test_words_are_read_when_they_are_first_needed_and_once() -> None:
    child = (
        "import simulator.cli, simulator.app, simulator.ui.debrief\n"
        "from simulator.language import words\n"
        "assert words._loaded.cache_info().currsize == 0, 'read with the import'\n"
        "from simulator.evaluation.criteria.levels import texts\n"
        "assert texts('close') is texts('close') and words._loaded.cache_info().misses == 1\n"
    )
    subprocess.run([sys.executable, "-c", child], check=True)
