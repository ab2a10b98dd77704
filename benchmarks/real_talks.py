"""Three real talks of an hour each, read, coded and scored as `simulator score` does: seconds after the start, and the most memory.

python -m benchmarks.real_talks
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from simulator import __version__
from simulator.app import judge, rewriter
from simulator.evaluation.scoring import assess
from simulator.library.catalogue import load
from simulator.scenario.model import Scenario
from simulator.settings import PROJECT
from simulator.transcripts import read

TALKS, SECONDS, WORDS_A_SECOND = 3, 3600, 2.5


def said(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """What a manager could ask, and what a person could answer."""
    for fact in scenario.facts:
        yield from ((fact.opener, line) for line in fact.lines)
        yield from ((detail.asks[0], detail.line) for detail in fact.details if detail.asks)


def captions(pairs: list[tuple[str, str]], seed: int) -> str:
    """An hour of talk as a meeting tool writes it."""
    draw, at, cues = random.Random(seed), 0.0, ["WEBVTT", ""]
    while at < SECONDS:
        for who, words in zip(("Kim Lee", "Dana Reed"), draw.choice(pairs), strict=True):
            took = max(1.0, len(words.split()) / WORDS_A_SECOND)
            cues += [f"{_clock(at)} --> {_clock(at + took)}", f"{who}: {words}", ""]
            at += took + 0.4
    return "\n".join(cues)


def _clock(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds % 3600 // 60):02}:{seconds % 60:06.3f}"


def write(folder: Path) -> None:
    """Put the talks into files; in a process of its own, so that what the scenarios take is not counted."""
    pairs = [pair for scenario in load([PROJECT / "scenarios"]).scenarios if scenario.language == "en" for pair in said(scenario)]
    for number in range(TALKS):
        (folder / f"{number}.vtt").write_text(captions(pairs, number), encoding="utf-8")


def main() -> None:
    """Print it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "benchmarks.real_talks", folder], check=True)
        coder, questions = judge(), rewriter(lean=True)
        start, segments = time.perf_counter(), 0
        for file in sorted(Path(folder).iterdir()):
            segments += len(assess(read(file, manager=["Kim Lee"]).talk, coder, questions, app=__version__).segments)
        took = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(f"{TALKS} talks of an hour, {segments} segments: {took:.1f} s, {most:.0f} MB at most")


if __name__ == "__main__":
    write(Path(sys.argv[1])) if sys.argv[1:] else main()
