"""What a scenario's author wrote is embedded once, by nobody's leave and in nobody's way."""

from collections import Counter
from collections.abc import Sequence
from threading import Event, Thread

import pytest

from simulator import app
from simulator.codes import Code
from simulator.conversation import Segment, Speaker, Turn
from simulator.language.embedding import Vectors, bundled
from simulator.rep import matching
from simulator.rep.matching import Matcher
from simulator.scenario.model import Scenario
from simulator.settings import load
from tests.scenarios_for_tests import fields, make_scenario

SEGMENTS = (Segment(turn=1, start=0, end=14, text="What is it, then?", code=Code.OPEN_QUESTION),)


class Counting:
    """The bundled embedder, which counts what it is asked for."""

    id = bundled().id
    dimensions = bundled().dimensions

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked.update(texts)
        return bundled().embed(texts)


def authored(scenario: Scenario) -> set[str]:
    """All that the rep may be asked for, and how it is told."""
    return {text for fact in scenario.facts for text in (*fact.cues, fact.opener, fact.summary, *fact.lines)}


def said(services: app.Services, words: Sequence[str]) -> None:
    """A talk through the services."""
    attempt = services.practice.start("burnt-out-and-leaving", player="")
    for one in words:
        for _ in services.practice.say(attempt.id, one):
            pass


def test_after_a_restart_no_authored_text_is_embedded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["How have the last weeks been for you?", "You sound tired of it."]
    counts = []
    for _ in range(2):
        counting = Counting()
        monkeypatch.setattr(app, "bundled", lambda counting=counting: counting)
        services = app.build(load())
        counting.asked.clear()
        said(services, words)
        counts.append(counting.asked & Counter(authored(services.catalogue.get("burnt-out-and-leaving"))))
    first, second = counts
    assert first
    assert not second


def test_matcher_and_guard_share_what_was_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting()
    monkeypatch.setattr(app, "bundled", lambda: counting)
    services = app.build(load())
    counting.asked.clear()
    scenario, answering = services.catalogue.get("burnt-out-and-leaving"), services.practice.answering
    begun = services.practice.start(scenario.id, player="", seed=1)
    text = SEGMENTS[0].text
    talk = begun.conversation.plus(Turn(number=2, speaker=Speaker.MANAGER, text=text))
    meant = answering.meant(scenario, begun.state, talk, SEGMENTS)
    assert answering.guard.objection(meant.bounds, "It rained all of the way to the office.") == ""
    assert counting.asked[scenario.facts[-1].lines[0]] == 1
    assert {text for text in authored(scenario) if counting.asked[text] > 1} == set()


def test_a_talk_does_not_wait_for_the_cues_of_another_scenario() -> None:
    slow, quick = make_scenario(), Scenario.model_validate(fields(id="another"))
    begun, go_on = Event(), Event()

    class Waiting(Counting):
        """Waits in the middle of the first embedding until it is told to go on."""

        def embed(self, texts: Sequence[str]) -> Vectors:
            if not begun.is_set():
                begun.set()
                assert go_on.wait(300)
            return super().embed(texts)

    matcher = Matcher(Waiting())
    warming = Thread(target=matcher.warm, args=(slow,))
    warming.start()
    assert begun.wait(300)
    try:
        assert matcher.hear(quick, SEGMENTS).segments == SEGMENTS  # would never come back inside the lock
    finally:
        go_on.set()
        warming.join()


def test_cues_of_few_scenarios_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_SCENARIOS", 2)
    counting = Counting()
    matcher = Matcher(counting)
    scenarios = [Scenario.model_validate(fields(id=name)) for name in ("a", "b", "c")]
    cue = scenarios[0].facts[0].cues[0]
    matcher.warm(scenarios[0])
    once = counting.asked[cue]
    for scenario in (*scenarios, scenarios[2], scenarios[1]):
        matcher.warm(scenario)
    assert counting.asked[cue] == 3 * once
    matcher.warm(scenarios[0])
    assert counting.asked[cue] == 4 * once
