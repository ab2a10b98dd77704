"""How much CPU a coded talk takes to score, and how that grows with the talk: `python -m benchmarks.scoring`.

The talk has just been labelled, and nothing else is known of its texts; of its words the stems are, as in a process that has scored before.
"""

import time
from collections.abc import Sequence
from statistics import median

from simulator.codes import Code
from simulator.conversation import Conversation, Segment, Speaker, Turn
from simulator.evaluation.feedback.cues import cue_in
from simulator.evaluation.labelling.labeller import TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.evaluation.measures.follow_ups import takes_up
from simulator.evaluation.scorecard import Versions
from simulator.evaluation.scoring import score
from simulator.hollow import bare, content, nod
from simulator.language.content_words import content_words
from simulator.language.languages import language_of
from simulator.language.sentences import begins

REPEATS = 15
SAID = (
    (Code.OPEN_QUESTION, "What held the Marston quote up this time? "),
    (Code.REFLECTION, "So Marston comes back to you on Thursday. "),
    (Code.ADVICE, "You should call the Marston buyer before lunch, every Monday. "),
    (Code.CLOSED_QUESTION, "Did that work with Marston? "),
    (Code.PERSUASION, "Trust me, at Marston it pays off within a quarter. "),
    (Code.ACKNOWLEDGEMENT, "Right, Marston. "),
)
_ANSWERS = (
    "Pricing answers twice a week, and I worry that Marston has given up on us.",
    "I am not sure. Nobody asked me, and it gets on top of me when the buyer at Marston shouts.",
    "Fine. I will send Marston the quote by Friday.",
)
_NAMES = (
    "Marston", "Bexley", "Tolley", "Corvin", "Hadley", "Ashby", "Wexford", "Lindal", "Orme", "Pryce",
    "Quill", "Rusk", "Selby", "Thorne", "Usher", "Varley", "Wick", "Yarrow", "Zeller", "Brandt",
)  # fmt: skip
NOBODY = Versions(app="benchmark", codebook="", labeller="", measures="", scenario="", model="", prompt="")


def talk(segments: int, said: Sequence[tuple[Code, str]] = SAID) -> tuple[Conversation, tuple[Segment, ...]]:
    """A talk of so many coded segments, three a turn, each turn with an answer; `said` is what they are, in turn."""
    turns: list[Turn] = []
    coded: list[Segment] = []
    for begin in range(0, segments, 3):
        number, name = len(turns) + 1, _name(begin // 3)
        some = [said[place % len(said)] for place in range(begin, min(begin + 3, segments))]
        start = 0
        for code, text in [(code, text.replace("Marston", name)) for code, text in some]:
            coded.append(Segment(turn=number, start=start, end=start + len(text), text=text, code=code))
            start += len(text)
        turns.append(Turn(number=number, speaker=Speaker.MANAGER, text="".join(one.text for one in coded[begin:])))
        turns.append(Turn(number=number + 1, speaker=Speaker.REP, text=_ANSWERS[begin // 3 % len(_ANSWERS)].replace("Marston", name)))
    return Conversation(turns=tuple(turns)), tuple(coded)


def _name(turn: int) -> str:
    """A customer for each turn, so that no two of 400 are alike."""
    return f"{_NAMES[turn % len(_NAMES)]} {_NAMES[turn // len(_NAMES) % len(_NAMES)]}"


def forget() -> None:
    """What was made of any text is made anew."""
    for kept in (begins, language_of, content_words, content, bare, nod, takes_up, cue_in):
        kept.cache_clear()


def scored(segments: int) -> float:
    """CPU seconds for the scorecard of a talk of so many segments that has just been labelled."""
    conversation, coded = talk(segments)
    forget()
    TurnByTurn(labeller=built_in()).code(conversation)
    began = time.process_time()
    score(conversation, coded, versions=NOBODY)
    return time.process_time() - began


def main() -> None:
    """Print the median and the least of some runs for three lengths, and the ratio that shows whether it is linear."""
    scored(1200)
    times = {segments: [scored(segments) for _ in range(REPEATS)] for segments in (75, 300, 1200)}
    for segments, seconds in times.items():
        print(f"{segments:5} segments  {1000 * median(seconds):7.1f} ms, at least {1000 * min(seconds):5.1f} ms")
    print(f"1,200 to 300 segments: {min(times[1200]) / min(times[300]):.1f} times as long (4.0 is linear)")


if __name__ == "__main__":
    main()
