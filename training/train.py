"""Trains the built-in labeller: `python -m training.train`. Seeded; the same corpus gives the same network on the same machine.

Talks are split by talk (`corpora.py`): some measure, some fit the temperature, the rest teach. Only the last are learned from, with
acts of meetings beside them (`meetings.py`). The network is exported to ONNX with 8-bit weights, and all
that the model card says is measured on that file, through the labeller that ships.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch.nn import functional

from simulator.evaluation.labelling.trained import FOLDER
from simulator.language.embedding import tokenizer
from simulator.library.catalogue import load
from simulator.settings import PROJECT
from training import card, meetings
from training.asked import coded
from training.corpora import corpus, short, split
from training.encoder import Tagger, small
from training.examples import Example, Script, Words, act, batch, example
from training.export import export, with_outputs
from training.learning import Plan, learned, rarity
from training.marks import MARKS
from training.outputs import AS_CODES, AS_MARKS, CODES, SHIPPED
from training.talks import Coded
from training.varying import varied

VERSION: Final = "trained-4"
SHOWN: Final = 2
"""How often a short turn is shown each time through, where a talk's turn and a coded question are shown once."""
LAYERS: Final = (0, 1, 2, 3, 4, 5)
EPOCHS: Final = 19
RATE: Final = 2e-4
HEAD_RATE: Final = 1e-3
ACTS: Final = 16_000
ACTS_A_TIME: Final = 1500
"""Acts of meetings that are learned from, and each time through."""
UNSURE: Final = 1 / 6
"""The share of segments that are marked uncertain: those with the lowest probabilities."""
ENOUGH: Final = 8
"""Segments of a mark from which its threshold is fitted."""


@cache
def _tokens() -> Any:
    return tokenizer()


def _words(text: str) -> Words:
    encoded = _tokens().encode(text, add_special_tokens=False)
    return encoded.ids, encoded.offsets


SCRIPT: Final = Script(_words, first=101, between=102, padding=0)
"""How the labeller reads: [CLS] and [SEP] of BERT's vocabulary."""


def _read(net: Tagger, turns: Sequence[Coded]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The logits of every segment of these turns, its code, and its marks."""
    logits, codes, marks = [], [], []
    with torch.no_grad():
        for start in range(0, len(turns), 64):
            some = batch([example(turn, SCRIPT) for turn in turns[start : start + 64]], SCRIPT.padding)
            logits.append(some.pooled(net(some.ids, some.mask, some.kinds)))
            codes.append(some.codes)
            marks.append(some.marks)
    return torch.cat(logits), torch.cat(codes), torch.cat(marks)


def calibrated(logits: torch.Tensor, codes: torch.Tensor) -> tuple[float, float]:
    """The temperature under which the right codes are likeliest (Guo et al. 2017), and the probability below which `UNSURE` of them lie."""
    every = logits[:, AS_CODES]
    tried = np.arange(0.5, 3.01, 0.02)
    heat = float(min(tried, key=lambda value: functional.cross_entropy(every / value, codes).item()))
    return heat, float((every / heat).softmax(-1).max(-1).values.quantile(UNSURE))


SCORN: Final = "act:contempt"
"""A rep goes over it in the end, so its mark has to be right more often than wrong."""


def thresholds(logits: torch.Tensor, marks: torch.Tensor) -> dict[str, float]:
    """For each mark the logit from which it is said to be there: what finds it best (F1), 0 where it is too rare to tell."""
    given, right = logits[:, AS_MARKS].numpy(), marks.numpy() > 0
    tried, found = np.arange(-3.0, 2.01, 0.1), {}
    for place, mark in enumerate(MARKS):
        there = right[:, place]
        said = given[:, place, None] > tried
        f1 = 2 * (there[:, None] & said).sum(0) / np.maximum(1, there.sum() + said.sum(0))
        found[mark] = round(float(tried[int(f1.argmax())]), 2) if there.sum() >= ENOUGH else 0.0
    return found


def ship(net: Tagger, folder: Path, calibrate: Sequence[Coded]) -> None:
    """Write the network as ONNX with 8-bit weights, and what the labeller needs to know of it, fitted on the turns of talks kept apart."""
    logits, codes, marks = _read(net, calibrate)
    heat, sure = calibrated(logits, codes)
    folder.mkdir(parents=True, exist_ok=True)
    export(with_outputs(net, len(SHIPPED)), folder / "labeller.onnx")
    about = {
        "version": VERSION,
        "temperature": round(heat, 3),
        "uncertain_below": round(sure, 3),
        "outputs": list(SHIPPED),
        "marks": {**(found := thresholds(logits, marks)), SCORN: max(found[SCORN], 0.0)},
        "sha256": hashlib.sha256((folder / "labeller.onnx").read_bytes()).hexdigest(),
    }
    (folder / "labeller.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Train, calibrate, export, measure, and write the model card."""
    parser = argparse.ArgumentParser(description="Train the built-in labeller on the corpus in training/corpus.")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for the network")
    parser.add_argument("--card", type=Path, default=card.PATH, help="file for the model card")
    parser.add_argument("--layers", type=int, nargs="+", default=list(LAYERS), help="which layers of MiniLM to begin with")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--meetings", type=Path, default=Path("../shared/data/ami.jsonl.gz"), help="the acts of meetings")
    parser.add_argument(
        "--kept", type=Path, default=Path("training.state"), help="what is learned so far; a run that was cut goes on from it"
    )
    given = parser.parse_args()
    parts = split(corpus())
    turns = [*(turn for talk in parts.learn for turn in talk.turns), *SHOWN * short(), *coded(load([PROJECT / "scenarios"]).scenarios)]
    every = [act(one.text, one.context, one.act, SCRIPT) for one in meetings.acts(given.meetings, ACTS)]

    def drawn(chance: random.Random) -> list[Example]:
        own = [example(varied(turn, chance), SCRIPT) for turn in turns]
        return own + chance.sample(every, min(ACTS_A_TIME, len(every)))

    steps = (len(turns) + min(ACTS_A_TIME, len(every))) // 32
    weights = rarity([CODES.index(code) for turn in turns for code in turn.codes])
    net = learned(small(given.layers), Plan(drawn, steps, given.epochs, RATE, HEAD_RATE, SCRIPT.padding), weights, given.kept)
    ship(net, given.out, [turn for talk in parts.calibrate for turn in talk.turns])
    card.write(given.card, given.out, parts)


if __name__ == "__main__":
    main()
