"""The built-in labeller's speed and memory: `python -m benchmarks.labeller`.

One core, the corpus's own turns. Segments a second in batches, milliseconds for one turn, and what it takes beyond the app.
"""

import resource
import time

from simulator.evaluation.labelling.labeller import Labeller, Said
from simulator.evaluation.labelling.trained import TrainedLabeller
from simulator.language.embedding import bundled
from training.talks import read_all

TURNS = 1500


def _memory() -> float:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _speed(labeller: Labeller, said: list[Said]) -> tuple[float, float, float]:
    """Segments a second in batches; milliseconds for one turn, in the middle and at the 95th percentile."""
    began = time.perf_counter()
    segments = sum(len(one) for one in labeller.label_many(said))
    batch = segments / (time.perf_counter() - began)
    times = []
    for one in said[:300]:
        began = time.perf_counter()
        labeller.label(one.text, context=one.context, turn=one.turn)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return batch, times[len(times) // 2], times[int(len(times) * 0.95)]


def main() -> None:
    """Print speed and memory."""
    said = [Said(text=turn.text, context=turn.context) for talk in read_all() for turn in talk.turns][:TURNS]
    bundled().embed(["What holds it up?"])  # the app has its embedding model, and so onnxruntime, loaded anyway
    before = _memory()
    batch, middle, late = _speed(TrainedLabeller(), said)
    print(f"{batch:,.0f} segments/s in batches   one turn p50 {middle:.2f} ms   p95 {late:.2f} ms")
    print(f"beyond the app it takes {_memory() - before:.0f} MB")


if __name__ == "__main__":
    main()
