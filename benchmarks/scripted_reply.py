"""From key press to stored and shown text with the scripted rep, without the browser: `python -m benchmarks.scripted_reply`.

Each turn is measured side by side with its two largest parts, on the same words: matching by meaning, and storing.
"""

import statistics
import tempfile
import time
from pathlib import Path

from simulator.app import build
from simulator.conversation import Speaker
from simulator.settings import Settings

TURNS = (
    "Walk me through the last month as you saw it.",
    "It sounds like that was a lot to carry, and you did it alone.",
    "What makes it hard? You can be open with me.",
    "You should call the buyer today, and then send me the notes. When can you do that?",
    "I hear you. What could you try?",
    "Okay.",
)
TALKS = 12


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> None:
    """Play talks in every scenario and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        services = build(Settings(data_dir=Path(folder), rep_model="scripted"))
        practice = services.practice
        whole: list[float] = []
        matching: list[float] = []
        for number in range(TALKS):
            scenario = services.catalogue.scenarios[number % len(services.catalogue.scenarios)]
            attempt = practice.start(scenario.id, seed=number)
            for words in TURNS:
                begin = time.perf_counter()
                practice.say(attempt.id, words).whole()
                whole.append(time.perf_counter() - begin)
                kept = practice.repository.get(attempt.id)
                segments = [item for item in practice.coded(kept) if item.turn == kept.conversation.by(Speaker.MANAGER)[-1].number]
                begin = time.perf_counter()
                practice.answering.matcher.hear(scenario, segments)
                matching.append(time.perf_counter() - begin)
        print(f"turns                      {len(whole)}")
        print(f"whole turn     p50, p95    {statistics.median(whole) * 1e3:.1f}, {p95(whole) * 1e3:.1f} ms   (target: p95 under 50 ms)")
        print(f"matching alone p50, p95    {statistics.median(matching) * 1e3:.1f}, {p95(matching) * 1e3:.1f} ms")
        print(f"matching / whole           {sum(matching) / sum(whole):.2f}")


if __name__ == "__main__":
    main()
