"""Find with a library of any size: one page of cards at a time."""

import pytest
from streamlit.testing.v1 import AppTest

from simulator import app
from simulator.settings import load
from tests.library.test_catalogue import put

_SERVICES: dict[str, app.Services] = {}


def page(folder: str) -> None:
    """Find alone, over the services that the test has built."""
    from simulator.ui import find
    from tests.ui.test_find import built

    find.render(built(folder))


def built(folder: str) -> app.Services:
    """The services over a folder."""
    return _SERVICES[folder]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Forty scenarios, ten of them with a skill of their own, and thirty files with mistakes, beside the product's."""
    root = tmp_path_factory.mktemp("find")
    for number in range(40):
        put(root / "many", f"s{number:03}", title=f"A case of its own, number {number:03}", skills=["ten" if number < 10 else "thirty"])
    for number in range(30):
        (root / "many" / f"broken{number:03}.yaml").write_text("id: 1", encoding="utf-8")
    name = str(root / "many")
    _SERVICES[name] = app.build(load(scenarios_dir=root / "many", data_dir=root / "data"))
    return name


@pytest.fixture
def drawn(folder: str) -> AppTest:
    """Find over them, as it is first drawn."""
    return AppTest.from_function(page, default_timeout=300, args=(folder,)).run()


def cards(drawn: AppTest) -> list[str]:
    """The cards that are drawn, by their buttons."""
    assert not drawn.exception
    return [str(button.key) for button in drawn.button if str(button.key).startswith("choose-")]


def more(drawn: AppTest) -> list[int]:
    """The places of the buttons that show more."""
    return [place for place, button in enumerate(drawn.button) if button.label.startswith("Show")]


def test_one_page_of_cards_is_drawn_and_more_are_a_click_away(drawn: AppTest) -> None:
    seen = len(cards(drawn))
    everything = len(next(iter(_SERVICES.values())).catalogue.scenarios)
    pages = 1
    while found := more(drawn):
        first = cards(drawn)
        drawn.button[found[0]].click().run()
        assert cards(drawn)[: len(first)] == first
        assert len(first) < len(cards(drawn)) <= len(first) + seen
        pages += 1
    assert len(set(cards(drawn))) == everything
    assert pages == -(-everything // seen)


def test_whoever_asks_for_something_else_begins_with_one_page(drawn: AppTest) -> None:
    one = len(cards(drawn))
    drawn.button[more(drawn)[0]].click().run()
    assert len(cards(drawn)) == 2 * one
    drawn.selectbox(key="find-skill").set_value("ten").run()
    assert len(cards(drawn)) == 10
    assert not more(drawn)
    drawn.selectbox(key="find-skill").set_value("thirty").run()
    assert len(cards(drawn)) == one


def test_of_many_broken_files_the_first_are_told_and_the_rest_counted(drawn: AppTest) -> None:
    cards(drawn)
    assert sum("broken" in text.value for text in drawn.markdown) == 20
    assert any("And 10 more" in text.value for text in drawn.caption)
