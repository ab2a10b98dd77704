"""Time to the rep's first words from a model, side by side with the bare openai client: `python -m benchmarks.first_token`.

Both are asked for the same turn of the same talk, in turns, by one real llama.cpp server on this machine. Ours is all of
it: the prompt made, LangChain, the wait for silence, the search for a name tag in front. Each request differs in its last
words from any other, so that neither profits from what the server remembers of the other. The talk is measured twice:
with the whole prompt, and with the manager's words alone, where the server has least to read and our share is largest.

Exit code 1 if a target is missed: the median of ours at most 1.10 times that of the bare client.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import openai
from openai.types.chat import ChatCompletionMessageParam

from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import ModelError
from simulator.library.catalogue import load
from simulator.llm.chat import ChatModel, Message
from simulator.rep.intent import Act, Direction, Intent
from simulator.rep.model_voice import ModelVoice, messages
from simulator.settings import Settings
from tests.local_llm import MODEL, serve

TARGET = 1.10
WARM_UP = 4
REST = 0.1
"""Seconds between requests, in which the server drops the answer that nobody reads on."""


SCENARIO = load(Settings().scenario_dirs).scenarios[0]


def talk_turn(number: int) -> Direction:
    """A turn in the middle of a talk; the manager's last words are like no other request's."""
    scenario = SCENARIO
    said = (
        (Speaker.REP, scenario.opening[0]),
        (Speaker.MANAGER, "Thanks for making the time. How are you?"),
        (Speaker.REP, scenario.reactions.ignored[0]),
        (Speaker.MANAGER, f"{number}: walk me through last month as you saw it."),
    )
    return Direction(
        persona=scenario.persona,
        situation=scenario.brief.situation,
        language=scenario.language,
        openness=0.4,
        disclosed=(),
        talk=Conversation(turns=tuple(Turn(number=n, speaker=speaker, text=text) for n, (speaker, text) in enumerate(said, start=1))),
        intent=Intent(act=Act.ELABORATE, line=scenario.reactions.asked_open[0]),
    )


def first(pieces: Iterator[str]) -> bool:
    """Wait for the first words; whether any came (so small a model sometimes has none)."""
    try:
        return any(pieces)
    except ModelError:
        return False


def bare(client: openai.OpenAI, sent: Sequence[Message]) -> Iterator[str]:
    """The bare client's pieces."""
    wire: list[ChatCompletionMessageParam] = [{"role": message.role, "content": message.text} for message in sent]  # type: ignore[misc]
    with client.chat.completions.create(model=MODEL, messages=wire, stream=True) as stream:
        for event in stream:
            yield event.choices[0].delta.content or "" if event.choices else ""


def seconds(pieces: Callable[[], Iterator[str]]) -> float | None:
    """From asking to the first words, or None where there were none."""
    begin = time.perf_counter()
    source = pieces()
    came = first(source)
    took = time.perf_counter() - begin
    del source
    time.sleep(REST)
    return took if came else None


def compare(rounds: int, ours: Callable[[int], Iterator[str]], theirs: Callable[[int], Iterator[str]]) -> list[tuple[float, float]]:
    """(ours, theirs) in seconds, in turns, whoever begins."""
    pairs = []
    for count in range(rounds + WARM_UP):
        sides = [partial(side, random.randrange(10**6)) for side in (ours, theirs)]
        order = (0, 1) if count % 2 else (1, 0)
        took = {which: seconds(sides[which]) for which in order}
        mine, other = took[0], took[1]
        if count >= WARM_UP and mine is not None and other is not None:
            pairs.append((mine, other))
    return pairs


def main() -> None:
    """Measure both and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    with serve() as url, openai.OpenAI(base_url=url, api_key="none", max_retries=0, timeout=30) as client:
        model = ChatModel(f"openai:{MODEL}", Settings.model_validate({"openai_base_url": url, "openai_api_key": "none"}))
        voice = ModelVoice(model)

        def words(number: int) -> list[Message]:
            return [Message(role="user", text=talk_turn(number).talk.turns[-1].text)]

        measured = {
            "the rep's whole prompt": compare(
                rounds, lambda number: voice.speak(talk_turn(number)), lambda number: bare(client, messages(talk_turn(number)))
            ),
            "the last words alone": compare(rounds, lambda number: model.stream(words(number)), lambda number: bare(client, words(number))),
        }
    missed = False
    for name, pairs in measured.items():
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        missed |= ours > TARGET * theirs
        print(
            f"{name:24} ours {ours * 1e3:6.1f} ms   bare openai client {theirs * 1e3:6.1f} ms   ratio {ours / theirs:.3f}   "
            f"({len(pairs)} pairs)"
        )
    print(f"target: ratio of the medians at most {TARGET:.2f}")
    sys.exit(missed)


if __name__ == "__main__":
    main()
