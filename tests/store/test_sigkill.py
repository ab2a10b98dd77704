"""A process that is killed in the middle of a talk loses no turn that was kept."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.store.repository import SqlRepository
from tests.talks import attempt, turn

CHILD = """
import sys
from simulator.store.repository import SqlRepository
from tests.talks import STATE, turn

repository = SqlRepository(sys.argv[1])
number = len(repository.get("a1").conversation)
print("ready", flush=True)
while True:
    number += 1
    repository.add_turn("a1", turn(number, f"turn {number} " + "word " * 200), STATE)
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_every_turn_that_was_kept_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    SqlRepository(address).add(attempt())
    with subprocess.Popen([sys.executable, "-c", CHILD, address], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "ready"
        time.sleep(random.Random(seed).uniform(0.01, 0.3))
        child.send_signal(signal.SIGKILL)
        shown = [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    reopened = SqlRepository(address)
    kept = [item.number for item in reopened.get("a1").conversation]
    assert kept == list(range(1, len(kept) + 1))
    assert kept[-1] >= max(shown, default=1)
    assert all(item.text.startswith("turn ") for item in reopened.get("a1").conversation.turns[1:])
    reopened.add_turn("a1", turn(kept[-1] + 1))
