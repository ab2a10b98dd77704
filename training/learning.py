"""How a tagger learns, seeded, its state kept after every time through, a running mean of its weights."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.corpora import SEED
from training.encoder import Tagger
from training.examples import NONE, Batch, Example, batch
from training.outputs import AS_ACTS, AS_CODES, AS_MARKS, CODES, CUT

SIZE: Final = 32
SMOOTHING: Final = 0.05
RARE: Final = (0.7, 2.0)
"""The least and the most that a segment counts for the rarity of its code."""
DOUBT: Final = 0.25
"""What the overruled coder's code weighs where the two codings differ: a dispute is a fact about the words, too."""
MARKING: Final = 5.0
"""What the marks weigh: their mean over thirty-odd outputs, most of them plain, is small."""
MEETING: Final = 0.3
"""What the acts of meetings weigh."""
MEMORY: Final = 0.998
"""The network that ships is a running mean of the weights, which keeps so much of itself at every step."""


@dataclass(frozen=True)
class Plan:
    """`epochs` times through the examples that `drawn` gives for each; rates of the body and of the head."""

    drawn: Callable[[random.Random], Sequence[Example]]
    steps: int
    """How many batches one time through has, about; the rates sink by it."""
    epochs: int
    rate: float
    head_rate: float
    padding: int


def learned(net: Tagger, plan: Plan, weights: Tensor, kept: Path) -> Tagger:
    """The network after its plan: the running mean of its weights. A run that was cut goes on from the file `kept`."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    body = [one for one in net.body.parameters() if one.requires_grad]
    groups = [
        {"params": body, "weight_decay": 0.01, "base": plan.rate},
        {"params": list(net.head.parameters()), "weight_decay": 0.0, "base": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, plan.rate)
    mean = torch.optim.swa_utils.AveragedModel(net, avg_fn=_remembering)
    total, done, first = plan.epochs * plan.steps, 0, 0
    if kept.exists():
        state = torch.load(kept, weights_only=False)  # a file of this very command
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["torch"])
        chance.setstate(state["chance"])
        done, first = state["done"], state["epoch"]
    net.train()
    for epoch in range(first, plan.epochs):
        began, losses = time.time(), []
        for some in _batches(plan.drawn(chance), plan.padding, chance):
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * min(1.0, 10 * (done + 1) / total) * max(0.02, 1 - done / total)
            value = loss(net, some, weights)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            mean.update_parameters(net)
            losses.append(value.item())
            done += 1
        print(f"epoch {epoch + 1} of {plan.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)
        state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "done": done}
        torch.save({**state, "epoch": epoch + 1, "torch": torch.get_rng_state(), "chance": chance.getstate()}, kept)
    net.load_state_dict(mean.module.state_dict())
    net.eval()
    return net


def loss(net: nn.Module, some: Batch, weights: Tensor) -> Tensor:
    """What the network gets wrong in a batch: codes, cuts, marks, acts of meetings."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = net(some.ids, some.mask, some.kinds)
    logits = logits.float()
    pooled = some.pooled(logits)
    total = torch.zeros(())
    coded = some.codes != NONE
    if coded.any():
        given = pooled[coded]
        decided, other = (
            functional.cross_entropy(given[:, AS_CODES], one[coded], weight=weights, label_smoothing=SMOOTHING)
            for one in (some.codes, some.others)
        )
        total = (1 - DOUBT) * decided + DOUBT * other
        total = total + MARKING * functional.binary_cross_entropy_with_logits(given[:, AS_MARKS], some.marks[coded])
        could, cut = some.cuts()
        could = could & coded_turns(some)[:, None]
        if could.any():
            total = total + functional.binary_cross_entropy_with_logits(logits[..., CUT][could], cut[could].float())
    if (~coded).any():
        given = pooled[~coded]
        total = total + MEETING * functional.cross_entropy(given[:, AS_ACTS], some.acts[~coded])
    return total


def coded_turns(some: Batch) -> Tensor:
    """Which examples of the batch are turns of the corpus."""
    counts = [int(row.max()) + 1 for row in some.segment]
    first = np.cumsum([0, *counts[:-1]])
    return torch.tensor([bool(count) and bool(some.codes[start] != NONE) for start, count in zip(first, counts, strict=True)])


def _remembering(mean: Tensor, now: Tensor, steps: Tensor | int) -> Tensor:
    """The running mean with this step in it; in the beginning it forgets faster, or it would remember the untrained network."""
    keep = min(MEMORY, (1 + int(steps)) / (10 + int(steps)))
    return mean * keep + now * (1 - keep)


def rarity(codes: Sequence[int]) -> Tensor:
    """What a segment of each code counts: rare codes more, by the root of how rare they are, within bounds."""
    counts = torch.bincount(torch.tensor(codes), minlength=len(CODES)).float().clamp(min=1)
    return (counts.median() / counts).sqrt().clamp(*RARE)


def _batches(examples: Sequence[Example], padding: int, chance: random.Random) -> list[Batch]:
    """The examples mixed, in batches of like length."""
    mixed = chance.sample(list(examples), len(examples))
    pools = [sorted(mixed[start : start + 8 * SIZE], key=lambda one: len(one.ids)) for start in range(0, len(mixed), 8 * SIZE)]
    batches = [batch(pool[start : start + SIZE], padding) for pool in pools for start in range(0, len(pool), SIZE)]
    chance.shuffle(batches)
    return batches
