"""A process that is killed in the middle of a talk loses no turn that was kept."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.store.repository import SqlRepository
from tests.talks import attempt, turn

CHILD = """
import sys
from dataclasses import replace
from simulator.store.repository import SqlRepository
from tests.store.test_sigkill import words
from tests.talks import STATE, turn

repository = SqlRepository(sys.argv[1])
number = len(repository.get("a1").conversation)
print("ready", flush=True)
while True:
    number += 1
    repository.add_turn("a1", turn(number, words(number)), replace(STATE, turns=number))
    print(number, flush=True)
"""


def words(number: int) -> str:
    """What is said in that turn: long enough to be cut in half."""
    return f"turn {number} " + "word " * 200


@pytest.mark.parametrize("lines", [1, 2, 7, 20])
def test_every_turn_that_was_kept_is_there_after_a_kill(tmp_path: Path, lines: int) -> None:
    address = f"sqlite:///{tmp_path / 'talks.db'}"
    SqlRepository(address).add(attempt())
    with subprocess.Popen([sys.executable, "-c", CHILD, address], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "ready"
        shown = [int(child.stdout.readline()) for _ in range(lines)]
        child.send_signal(signal.SIGKILL)
        shown += [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    reopened = SqlRepository(address)
    kept = reopened.get("a1")
    last = len(kept.conversation)
    assert [item.number for item in kept.conversation] == list(range(1, last + 1))
    assert last >= max(shown, default=1)
    assert all(item.text == words(item.number) for item in kept.conversation.turns[1:])
    assert kept.state.turns == last
    reopened.add_turn("a1", turn(last + 1))
    assert len(reopened.get("a1").conversation) == last + 1
    reopened.close()
