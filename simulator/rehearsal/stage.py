"""Many scenarios rehearsed at once, in processes of their own, each with its own labeller and matcher."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import lru_cache, partial
from multiprocessing import get_context

from simulator.embedding import Remembering, bundled
from simulator.evaluation.by_language import ByLanguage
from simulator.evaluation.trained import built_in
from simulator.rehearsal.play import rehearse
from simulator.rehearsal.verdict import Verdict, verdict
from simulator.rep.guard import Guard
from simulator.rep.matching import Matcher
from simulator.rep.scripted import ScriptedVoice
from simulator.rep.voice import Voice
from simulator.scenario import Scenario


@lru_cache(maxsize=1)
def _parts() -> tuple[Matcher, Guard]:
    embedder = Remembering(bundled())
    return Matcher(embedder), Guard(embedder)


def judged(scenario: Scenario, *, seeds: Sequence[int], voice: Voice | None = None) -> Verdict:
    """Rehearse one scenario here and now; `voice` is the script's where none is given."""
    matcher, guard = _parts()
    plays = rehearse(scenario, seeds=seeds, labeller=ByLanguage(built_in()), matcher=matcher, voice=voice or ScriptedVoice(), guard=guard)
    return verdict(scenario, plays)


def rehearse_all(
    scenarios: Sequence[Scenario], *, seeds: Sequence[int], progress: Callable[[Verdict], None] = lambda _: None, workers: int = 0
) -> tuple[Verdict, ...]:
    """Rehearse scenarios with the scripted rep, side by side; `progress` hears each verdict as it comes. Verdicts keep the scenarios' order."""
    count = min(workers or os.cpu_count() or 1, len(scenarios))
    if count < 2:
        return tuple(_told(judged(scenario, seeds=seeds), progress) for scenario in scenarios)
    found: dict[str, Verdict] = {}
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        for verdict_ in _as_they_come(pool, partial(judged, seeds=tuple(seeds)), scenarios):
            found[verdict_.scenario] = _told(verdict_, progress)
    return tuple(found[scenario.id] for scenario in scenarios)


def _as_they_come(pool: ProcessPoolExecutor, work: Callable[[Scenario], Verdict], scenarios: Sequence[Scenario]) -> Iterator[Verdict]:
    for done in as_completed([pool.submit(work, scenario) for scenario in scenarios]):
        yield done.result()


def _told(found: Verdict, progress: Callable[[Verdict], None]) -> Verdict:
    progress(found)
    return found
