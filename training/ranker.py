"""Trains what understands a turn: `python -m training.ranker`. Seeded; the same scenarios and questions give the same network.

A network reads what the rep said last and what the manager says, and another time a text by which something in the scenario is known, and
makes a vector of each. It learns that a turn lies nearer to the texts of what it asks about than to anything else that the scenario
could answer, and that a turn about nothing there lies farther from all of them than `nothing`, a number it learns as well.

What it learns from stands in `asked.py`, and what a bigger network makes of it in `teacher.py`.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from simulator.library.catalogue import load
from simulator.rep.heard import Subject
from simulator.settings import PROJECT
from training.asked import HELD_OUT, QUESTIONS, UNSEEN, Asked, Known, known
from training.corpora import SEED
from training.encoder import Body, small
from training.export import export
from training.teacher import Teacher
from training.teacher import read as read_teacher
from training.train import SCRIPT
from training.varying import bare

VERSION: Final = "understanding-3"
EPOCHS: Final = 5
RATE: Final = 1e-4
FROZEN: Final = 2
"""Lower layers that stay as they are, with the words: what they know of English is not learned from a few thousand questions."""
SIZE: Final = 64
"""Turns of one scenario that are looked at together."""
HEAT: Final = 0.05
"""What cosines are divided by."""
TAUGHT: Final = 0.4
"""What the teacher's word weighs, where there is a teacher."""
MEANT_TEXTS: Final = 3
"""Texts that stand for a thing which is meant; one stands for any other."""
SAID: Final = 0.3
"""How often the rep's own words may stand for a thing, and not a manager's alone."""
PIECE: Final = 32
"""Texts that go through together: those of like length, or most of the work is padding."""
BARE: Final = 0.3
"""How often a turn is shown without case and points."""
ALONE: Final = 0.15
"""How often it is shown without what was said before."""
STRANGE: Final = 0.15
"""Turns from other scenarios for each turn of a scenario's own: they are about nothing here."""
CONTEXT_TOKENS: Final = 40
TURN_TOKENS: Final = 64


class Ranker(nn.Module):
    """The body, whose mean over the turn's tokens is the vector, and the cosine that stands for nothing."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body
        self.nothing = nn.Parameter(torch.tensor(0.4))

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        """Vectors of length 1, (texts, WIDTH)."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.body(ids, mask, kinds)
        inside = ((kinds == 1) & (mask == 1)).float()[..., None]
        mean = (states.float() * inside).sum(1) / inside.sum(1).clamp(min=1)
        return functional.normalize(mean, dim=-1)


def read(texts: Sequence[str], before: Sequence[str]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and kinds of texts and what was said before each."""
    rows, kinds = [], []
    for text, last in zip(texts, before, strict=True):
        context, own = SCRIPT.words(last)[0][-CONTEXT_TOKENS:], SCRIPT.words(text)[0][:TURN_TOKENS]
        rows.append([SCRIPT.first, *context, SCRIPT.between, *own, SCRIPT.between])
        kinds.append([0] * (len(context) + 2) + [1] * len(own) + [0])
    longest = max(map(len, rows))

    def padded(some: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in some])

    return padded(rows), padded([[1] * len(row) for row in rows]), padded(kinds)


def vectors(net: Ranker, texts: Sequence[str], before: Sequence[str]) -> Tensor:
    """The vectors of texts, each with what was said before it, in their order."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]) + len(before[place]))
    pieces = [order[start : start + PIECE] for start in range(0, len(order), PIECE)]
    found = torch.cat([net(*read([texts[place] for place in piece], [before[place] for place in piece])) for piece in pieces])
    return found[torch.tensor(order).argsort()]


def value(net: Ranker, where: Known, some: Sequence[Asked], chance: random.Random, teacher: Teacher | None = None) -> Tensor:
    """How far the network is from finding what these turns are about, and from finding near what the teacher does (cross-entropies)."""
    meant = {place for one in some for place in one.about}
    shown: list[str] = []
    owner: list[int] = []
    for place, thing in enumerate(where.things):
        some_texts = [*thing.asks, *(thing.says if chance.random() < SAID else ())]
        for text in chance.sample(some_texts, min(len(some_texts), MEANT_TEXTS if place in meant else 1)):
            shown.append(text)
            owner.append(place)
    turns = [bare(one.turn) or one.turn if chance.random() < BARE else one.turn for one in some]
    before = ["" if chance.random() < ALONE else one.last for one in some]
    asked, texts = vectors(net, turns, before), vectors(net, shown, [""] * len(shown))
    cosines = asked @ texts.T
    owners = torch.tensor(owner)
    theirs = teacher.of([one.turn for one in some]) @ teacher.of(shown).T if teacher else None
    total = torch.zeros(())
    for row, one in enumerate(some):
        there = torch.zeros(len(where.things), dtype=torch.bool)
        there[where.there(one)] = True
        allowed = there[owners] & torch.tensor([text != one.own for text in shown])
        scores = torch.cat([_by_thing(cosines[row], owners, allowed, len(where.things)), (net.nothing / HEAT)[None]])
        right = torch.zeros(len(scores), dtype=torch.bool)
        right[list(one.about) or [len(where.things)]] = True
        wrong = torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)
        if theirs is not None and one.about:
            wanted = _by_thing(theirs[row], owners, allowed, len(where.things)).softmax(0)
            wrong = (1 - TAUGHT) * wrong - TAUGHT * (wanted * scores[:-1].log_softmax(0)).sum()
        total = total + wrong
    return total / len(some)


def _by_thing(cosines: Tensor, owners: Tensor, allowed: Tensor, things: int) -> Tensor:
    """For each thing the nearest of its texts that are allowed, over `HEAT`."""
    return torch.full((things,), -1e4).scatter_reduce(0, owners[allowed], cosines[allowed] / HEAT, reduce="amax", include_self=True)


def learned(net: Ranker, every: Sequence[Known], epochs: int, kept: Path, teacher: Teacher | None) -> Ranker:
    """The network after so many times through; a run that was cut goes on from the file `kept`."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    optimiser = torch.optim.AdamW(
        [{"params": [one for one in net.body.parameters() if one.requires_grad], "base": RATE}, {"params": [net.nothing], "base": 1e-3}],
        RATE,
    )
    steps = epochs * sum(-(-len([*_turns(one, every, random.Random(0))]) // SIZE) for one in every)
    done, first = 0, 0
    if kept.exists():
        state = torch.load(kept, weights_only=False)  # a file of this very command
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["torch"])
        chance.setstate(state["chance"])
        done, first = state["done"], state["epoch"]
    for epoch in range(first, epochs):
        began, losses = time.time(), []
        pieces = []
        for one in every:
            turns = list(_turns(one, every, chance))
            chance.shuffle(turns)
            pieces += [(one, turns[start : start + SIZE]) for start in range(0, len(turns), SIZE)]
        chance.shuffle(pieces)
        net.train()
        for where, some in pieces:
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * min(1.0, 10 * (done + 1) / steps) * max(0.02, 1 - done / steps)
            loss = value(net, where, some, chance, teacher)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            losses.append(loss.item())
            done += 1
        print(
            f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s, nothing {net.nothing.item():.3f}",
            flush=True,
        )
        state = {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "done": done, "epoch": epoch + 1}
        torch.save({**state, "torch": torch.get_rng_state(), "chance": chance.getstate()}, kept)
    net.eval()
    return net


def _turns(where: Known, every: Sequence[Known], chance: random.Random) -> Iterator[Asked]:
    """The turns of one time through a scenario: all that were written, half as many made of its texts, and some of other scenarios."""
    made = list(where.asked)
    yield from where.written
    yield from chance.sample(made, min(len(made), max(96, len(where.written) // 2)))
    others = [one for one in every if one is not where and one.scenario.language == where.scenario.language]
    for _ in range(int(STRANGE * 160) if others else 0):
        there = chance.choice(others)
        turn = chance.choice(
            [one for one in there.asked if there.things[min(one.about)].subject in (Subject.FACT, Subject.IDEA, Subject.PUBLIC)]
        )
        yield Asked(turn.turn, chance.choice(made).last, frozenset())


def measured(net: Ranker, some: Sequence[Known]) -> None:
    """Print how often the nearest thing is right, alien or silent, over thresholds about the learned one."""
    rows = []
    with torch.no_grad():
        for where in some:
            texts = [(place, text) for place, thing in enumerate(where.things) for text in (*thing.asks, *thing.says)]
            said = vectors(net, [text for _, text in texts], [""] * len(texts))
            owners = torch.tensor([place for place, _ in texts])
            for one in where.written:
                cosines = (net(*read([one.turn], [one.last])) @ said.T)[0]
                best = torch.full((len(where.things),), -1.0).scatter_reduce(0, owners, cosines, reduce="amax")
                there = where.there(one)
                place = max(there, key=lambda place: float(best[place]))
                same = {(thing.subject, thing.name) for thing in (where.things[there] for there in one.about)}
                rows.append(
                    (
                        float(best[place]),
                        place in one.about,
                        (where.things[place].subject, where.things[place].name) in same,
                        bool(one.about),
                    )
                )
    print("floor  right  its subject  alien  silent  nothing told as such")
    asks, idle = [row for row in rows if row[3]], [row for row in rows if not row[3]]
    for floor in (*np.arange(0.25, 0.56, 0.05), net.nothing.item()):
        figures = (
            _share([row[0] >= floor and row[1] for row in asks]),
            _share([row[0] >= floor and row[2] for row in asks]),
            _share([row[0] >= floor and not row[2] for row in rows]),
            _share([row[0] < floor for row in asks]),
            _share([row[0] < floor for row in idle]),
        )
        print(f"{floor:.2f}   " + "   ".join(f"{figure:.3f}" for figure in figures), flush=True)


def _share(those: Sequence[bool]) -> float:
    return sum(those) / max(1, len(those))


def main() -> None:
    """Train, measure, and write the network."""
    parser = argparse.ArgumentParser(description="Train what understands a manager's turn.")
    parser.add_argument("--out", type=Path, default=PROJECT / "simulator" / "rep" / "model")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3, 4, 5])
    parser.add_argument(
        "--kept", type=Path, default=Path("ranker.state"), help="what is learned so far; a run that was cut goes on from it"
    )
    parser.add_argument("--teacher", type=Path, default=Path("teacher"), help="where `python -m training.teacher` has put its vectors")
    parser.add_argument("--every", action="store_true", help="learn from every scenario: for what ships, once it was measured without it")
    given = parser.parse_args()
    chance = random.Random(SEED)
    scenarios = load([PROJECT / "scenarios"]).scenarios
    learn = [known(one, chance) for one in scenarios if given.every or one.id not in HELD_OUT]
    rest = [known(one, chance, UNSEEN if given.every else QUESTIONS) for one in scenarios if one.id in HELD_OUT]
    print(
        f"{len(learn)} scenarios, {sum(len(one.asked) for one in learn)} texts, {sum(len(one.written) for one in learn)} written questions"
    )
    net = Ranker(small(given.layers).body)
    for one in (net.body.words, *net.body.layers[:FROZEN]):
        one.requires_grad_(False)
    measured(net.eval(), rest)
    net = learned(net, learn, given.epochs, given.kept, read_teacher(given.teacher))
    measured(net, rest)
    ship(net, given.out)


def ship(net: Ranker, folder: Path) -> None:
    """Write the network as ONNX with 8-bit weights, and what is read with it."""
    import hashlib

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "understanding.onnx"
    export(net.body, path)
    about = {"version": VERSION, "nothing": round(net.nothing.item(), 3), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    (folder / "understanding.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
