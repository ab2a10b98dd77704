"""Acts of the AMI Meeting Corpus to learn beside the codes: `ami.jsonl.gz` as shared/data/README.md describes it (CC BY 4.0)."""

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from training.corpora import SEED
from training.outputs import ACTS

SPARED: Final = 0.8
"""The share of the acts that say next to nothing by themselves and are left out: there are enough of them."""
EMPTY: Final = ("backchannel", "fragment", "stall")


@dataclass(frozen=True)
class Act:
    """What somebody said, what somebody else had said last, and the act's place in `ACTS`."""

    text: str
    context: str
    act: int


def acts(path: Path, count: int) -> tuple[Act, ...]:
    """So many acts, drawn by the seed; empty where there is no such file."""
    if not path.exists():
        return ()
    chance = random.Random(SEED)
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["text"].strip() and not (row["act"] in EMPTY and chance.random() < SPARED):
                found.append(Act(row["text"].strip(), row["context"], ACTS.index(row["act"])))
    return tuple(chance.sample(found, min(count, len(found))))
