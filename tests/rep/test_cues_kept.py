"""What a scenario's author wrote is embedded once, by nobody's leave and in nobody's way."""

from collections import Counter
from collections.abc import Sequence
from threading import Event, Thread

import pytest

from simulator import app
from simulator.codes import Code
from simulator.conversation import Segment
from simulator.language.embedding import Vectors
from simulator.rep import matching
from simulator.rep.matching import Asker, Matcher
from simulator.rep.understanding import understanding
from simulator.scenario.model import Scenario
from simulator.settings import load
from tests.scenarios_for_tests import fields, make_scenario

SEGMENTS = (Segment(turn=1, start=0, end=14, text="What is it, then?", code=Code.OPEN_QUESTION),)


class Counting:
    """What the product embeds with, which counts the texts that it is asked for."""

    def __init__(self, embedder: Asker) -> None:
        self._embedder = embedder
        self.id, self.dimensions, self.nothing = embedder.id, embedder.dimensions, embedder.nothing
        self.texts: Counter[str] = Counter()

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts.update(texts)
        return self._embedder.embed(texts)

    def asked(self, texts: Sequence[str], last: str) -> Vectors:
        return self._embedder.asked(texts, last)


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
        counting = Counting(understanding())
        monkeypatch.setattr(app, "understanding", lambda counting=counting: counting)
        services = app.build(load())
        said(services, words)
        counts.append(counting.texts & Counter(authored(services.catalogue.get("burnt-out-and-leaving"))))
    first, second = counts
    assert first
    assert not second


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

    matcher = Matcher(Waiting(understanding()))
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
    counting = Counting(understanding())
    matcher = Matcher(counting, counting)
    scenarios = [Scenario.model_validate(fields(id=name)) for name in ("a", "b", "c")]
    cue = scenarios[0].facts[0].cues[0]
    matcher.warm(scenarios[0])
    once = counting.texts[cue]
    for scenario in (*scenarios, scenarios[2], scenarios[1]):
        matcher.warm(scenario)
    assert counting.texts[cue] == 3 * once
    matcher.warm(scenarios[0])
    assert counting.texts[cue] == 4 * once
