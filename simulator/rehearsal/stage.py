"""Many scenarios rehearsed at once, in processes of their own, each with its own labeller and matcher."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from functools import lru_cache
from multiprocessing import get_context

from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.trained import built_in
from simulator.language.embedding import Remembering, Vectors, bundled
from simulator.rehearsal.managers import MANAGERS
from simulator.rehearsal.play import rehearse
from simulator.rehearsal.verdict import Verdict, verdict
from simulator.rep.answering import Answering
from simulator.rep.guard import Guard
from simulator.rep.matching import Matcher
from simulator.rep.scripted import ScriptedVoice
from simulator.rep.understanding import Understanding
from simulator.rep.voice import Voice
from simulator.scenario.model import Scenario

MOST_TURNS = 4_000
"""Turns that are kept in memory with their vectors, some 10 MB."""


class _Asker(Understanding):
    """Keeps what it was asked: managers of one kind say the same to the same answer, whatever the seed."""

    @lru_cache(maxsize=MOST_TURNS)  # noqa: B019  # there is one, for as long as the process lives
    def _asked(self, texts: tuple[str, ...], last: str) -> Vectors:
        return super().asked(texts, last)

    def asked(self, texts: Sequence[str], last: str) -> Vectors:
        """As `Asker.asked`."""
        return self._asked(tuple(texts), last)


@lru_cache(maxsize=1)
def _scripted() -> Answering:
    embedder = Remembering(bundled())
    return Answering(matcher=Matcher(_Asker()), voice=ScriptedVoice(), guard=Guard(embedder))


def answering(voice: Voice | None = None) -> Answering:
    """Whoever answers in a rehearsal, the script where no voice is given; what was embedded once serves all of them."""
    return replace(_scripted(), voice=voice) if voice else _scripted()


def rehearse_one(
    scenario: Scenario, *, seeds: Sequence[int], voice: Voice | None = None, progress: Callable[[int], None] = lambda _: None
) -> Verdict:
    """Rehearse one scenario here and now; `voice` is the script's where none is given, `progress` hears how many talks have just ended."""
    plays = rehearse(scenario, seeds=seeds, labeller=ByLanguage(built_in()), answering=answering(voice), progress=progress)
    return verdict(scenario, plays)


def rehearse_all(
    scenarios: Sequence[Scenario], *, seeds: Sequence[int], voice: Voice | None = None, progress: Callable[[int], None] = lambda _: None
) -> tuple[Verdict, ...]:
    """Rehearse scenarios; `progress` hears how many talks have just ended. Verdicts keep the scenarios' order.

    The script plays in processes side by side; a model, which is waited for, one scenario after the other with its talks side by side.
    """
    count = min(os.cpu_count() or 1, len(scenarios))
    if voice or count < 2:
        return tuple(rehearse_one(scenario, seeds=seeds, voice=voice, progress=progress) for scenario in scenarios)
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(rehearse_one, scenario, seeds=tuple(seeds)) for scenario in scenarios]
        for _ in as_completed(waiting):
            progress(len(seeds) * len(MANAGERS))
        return tuple(done.result() for done in waiting)
