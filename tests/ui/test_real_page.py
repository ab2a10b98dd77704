"""Real talk, drawn: paste a talk, say who you were, put a speaker right, and see the debrief; History and exports have it."""

import pytest
from streamlit.testing.v1 import AppTest

from simulator import app
from simulator.conversation import Speaker
from simulator.export import Format, as_bytes
from simulator.settings import load

TALK = """Kim Lee: How was the visit for you?
Dana Reed: Hard. I froze on the price.
Kim Lee: So the price caught you out.
Dana Reed: Yes, and I knew the answer.
Kim Lee: What would help you next time?
Dana Reed: Half an hour with you. When can you?
Kim Lee: Thursday. You should bring the price list.
Dana Reed: I will.
"""

_SERVICES: dict[str, app.Services] = {}


def page(folder: str, render: str) -> None:
    """One page alone, over the services that the test has built."""
    from importlib import import_module

    from tests.ui.test_real_page import built

    import_module(f"simulator.ui.{render}").render(built(folder))


def built(folder: str) -> app.Services:
    """The services over a folder."""
    return _SERVICES[folder]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    name = str(tmp_path_factory.mktemp("real"))
    _SERVICES[name] = app.build(load(data_dir=name))
    return name


@pytest.fixture
def drawn(folder: str) -> AppTest:
    return AppTest.from_function(page, default_timeout=300, args=(folder, "real")).run()


def said(drawn: AppTest) -> str:
    return " ".join(str(one.value) for one in (*drawn.caption, *drawn.warning, *drawn.info, *drawn.markdown))


def pasted(drawn: AppTest, text: str) -> AppTest:
    return drawn.text_area(key="real-pasted").set_value(text).run()


def test_nothing_is_asked_until_there_is_a_talk(drawn: AppTest) -> None:
    assert not drawn.exception
    assert [button.label for button in drawn.button] == []


@pytest.mark.parametrize(("text", "says"), [("How was it?", "nobody is named"), ("Kim: So.\nKim: Well.", "only Kim speaks")])
def test_what_is_no_talk_of_two_is_told_in_a_sentence(drawn: AppTest, text: str, says: str) -> None:
    told = said(pasted(drawn, text))
    assert says in told.replace("\\", "")


def test_a_talk_is_laid_out_once_it_is_known_who_you_were(drawn: AppTest, folder: str) -> None:
    pasted(drawn, TALK)
    assert "Choose yourself" in said(drawn)
    assert not drawn.button
    drawn.button_group[0].set_value(["Kim Lee"]).run()
    assert not drawn.exception
    assert "Manager: Kim Lee, 4 turns, 25 words" in said(drawn).replace("\\", "")
    assert [button.label for button in drawn.button] == ["See the debrief"]


def test_a_talk_that_is_kept_stands_in_history_and_exports_and_is_known_again(drawn: AppTest, folder: str) -> None:
    from simulator.practice.real import File
    from simulator.transcripts import opened

    services = built(folder)
    file = File(name="pasted", form="", content=TALK.strip().encode())
    kept = services.real.keep(opened(file.content, "", "pasted").transcript(manager=["Kim Lee"]), file, player="Kim")
    assert len(kept.conversation.by(Speaker.MANAGER)) == 4
    again = pasted(drawn, TALK.strip())
    assert "in your History already" in said(again)
    history = AppTest.from_function(page, default_timeout=300, args=(folder, "history")).run()
    assert "a real talk" in said(history)
    rows = as_bytes(services.repository.each(lambda _: None), Format.JSONL)
    assert rows
    debrief = AppTest.from_function(page, default_timeout=300, args=(folder, "debrief"))
    debrief.query_params["attempt"] = kept.id
    debrief.run()
    assert not debrief.exception
    assert "A real talk" in said(debrief)
    assert [button.label for button in debrief.button if button.label in ("Practise again", "Try again from here")] == []
