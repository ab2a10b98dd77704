"""Trains the built-in labeller: `python -m training.train`. Seeded; the same corpus gives the same network on the same machine.

Talks are split by talk (`corpora.py`): some measure, some fit the temperature, the rest teach. Only the last are learned from.
The network is exported to ONNX with 8-bit weights, and everything that the model card says is measured on that file, through the
labeller that ships.
"""

import argparse
import hashlib
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch.nn import functional

from simulator.evaluation.labelling.trained import CODES, FOLDER
from training import card
from training.corpora import SEED, corpus, split
from training.encoder import Encoder, pretrained
from training.examples import Batch, batch, example
from training.export import export
from training.talks import Coded
from training.varying import varied

VERSION: Final = "trained-3"
LAYERS: Final = (0, 1, 2, 3, 4, 5)
EPOCHS: Final = 10
RATE: Final = 1e-4
HEAD_RATE: Final = 1e-3
SIZE: Final = 32
SMOOTHING: Final = 0.05
RARE: Final = (0.7, 2.0)
"""The least and the most that a segment counts for the rarity of its code."""
DOUBT: Final = 0.25
"""What the overruled coder's code weighs where the two codings differ: a dispute is a fact about the words, too."""
MEMORY: Final = 0.998
"""The network that ships is a running mean of the weights, which keeps so much of itself at every step."""
SURE: Final = 0.5
"""Below this calibrated probability a code is marked uncertain: it is as likely wrong as right."""


def learned(turns: Sequence[Coded], layers: Sequence[int], epochs: int, kept: Path) -> Encoder:
    """A network that has seen these turns `epochs` times, each time varied anew: the running mean of its weights.

    After each time everything is kept in the file `kept`, and a run that was cut goes on from there.
    """
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    net = pretrained(tuple(layers))
    head = list(net.head.parameters())
    body = [one for name, one in net.named_parameters() if not name.startswith("head")]
    groups = [{"params": body, "weight_decay": 0.01, "base": RATE}, {"params": head, "weight_decay": 0.0, "base": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, RATE)
    weights = _weights(turns)
    mean = torch.optim.swa_utils.AveragedModel(net, avg_fn=_remembering)
    steps, done, first = epochs * -(-len(turns) // SIZE), 0, 0
    if kept.exists():
        state = torch.load(kept, weights_only=False)  # a file of this very command
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["torch"])
        chance.setstate(state["chance"])
        done, first = state["done"], state["epoch"]
    for epoch in range(first, epochs):
        began, losses = time.time(), []
        for some in _batches(turns, chance):
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * min(1.0, 10 * (done + 1) / steps) * max(0.02, 1 - done / steps)
            loss = _loss(net, some, weights)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            mean.update_parameters(net)
            losses.append(loss.item())
            done += 1
        print(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)
        state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "done": done}
        torch.save({**state, "epoch": epoch + 1, "torch": torch.get_rng_state(), "chance": chance.getstate()}, kept)
    net.load_state_dict(mean.module.state_dict())
    net.eval()
    return net


def _remembering(mean: torch.Tensor, now: torch.Tensor, steps: torch.Tensor | int) -> torch.Tensor:
    """The running mean with this step in it; in the beginning it forgets faster, or it would remember the untrained network."""
    keep = min(MEMORY, (1 + int(steps)) / (10 + int(steps)))
    return mean * keep + now * (1 - keep)


def _weights(turns: Sequence[Coded]) -> torch.Tensor:
    """What a segment of each code counts: rare codes more, by the root of how rare they are, within bounds."""
    counts = torch.tensor([float(sum(one is code for turn in turns for one in turn.codes)) for code in CODES]).clamp(min=1)
    return (counts.median() / counts).sqrt().clamp(*RARE)


def _batches(turns: Sequence[Coded], chance: random.Random) -> list[Batch]:
    """The turns varied and mixed, in batches of like length."""
    examples = [example(varied(turn, chance)) for turn in chance.sample(list(turns), len(turns))]
    pools = [sorted(examples[start : start + 8 * SIZE], key=lambda one: len(one.ids)) for start in range(0, len(examples), 8 * SIZE)]
    batches = [batch(pool[start : start + SIZE]) for pool in pools for start in range(0, len(pool), SIZE)]
    chance.shuffle(batches)
    return batches


def _loss(net: Encoder, some: Batch, weights: torch.Tensor) -> torch.Tensor:
    logits = net(some.ids, some.mask, some.kinds, some.rules)
    pooled = some.pooled(logits)
    decided, other = (functional.cross_entropy(pooled, one, weight=weights, label_smoothing=SMOOTHING) for one in (some.codes, some.others))
    codes = (1 - DOUBT) * decided + DOUBT * other
    could, cut = some.cuts()
    if not could.any():
        return codes
    return codes + functional.binary_cross_entropy_with_logits(logits[..., len(CODES)][could], cut[could].float())


def temperature(net: Encoder, turns: Sequence[Coded]) -> float:
    """The temperature under which the right codes of these turns are likeliest (Guo et al. 2017)."""
    logits, codes = [], []
    with torch.no_grad():
        for start in range(0, len(turns), 2 * SIZE):
            some = batch([example(turn) for turn in turns[start : start + 2 * SIZE]])
            logits.append(some.pooled(net(some.ids, some.mask, some.kinds, some.rules)))
            codes.append(some.codes)
    every, right = torch.cat(logits), torch.cat(codes)
    tried = np.arange(0.5, 3.01, 0.02)
    return float(min(tried, key=lambda value: functional.cross_entropy(every / value, right).item()))


def ship(net: Encoder, folder: Path, heat: float) -> None:
    """Write the network as ONNX with 8-bit weights, and what the labeller needs to know of it."""
    folder.mkdir(parents=True, exist_ok=True)
    export(net, folder / "labeller.onnx")
    about = {
        "version": VERSION,
        "temperature": round(heat, 3),
        "uncertain_below": SURE,
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
    parser.add_argument(
        "--kept", type=Path, default=Path("training.state"), help="file for what is learned so far; a run that was cut goes on from it"
    )
    given = parser.parse_args()
    torch.set_num_threads(2)
    parts = split(corpus())
    net = learned([turn for talk in parts.learn for turn in talk.turns], given.layers, given.epochs, given.kept)
    heat = temperature(net, [turn for talk in parts.calibrate for turn in talk.turns])
    ship(net, given.out, heat)
    card.write(given.card, given.out, parts)


if __name__ == "__main__":
    main()
