"""Putting right which side a turn was on: a tool that tells voices apart errs, and whoever was there knows better."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from simulator.conversation import Conversation, Speaker, Timing, Turn
from simulator.transcripts.reading import Transcript
from simulator.transcripts.sides import Party


def put_right(read: Transcript, managers: Collection[int]) -> Transcript:
    """The talk with exactly these turns, by their numbers, as the manager's; what one side says in a row is one turn again."""
    sided = [replace(turn, speaker=Speaker.MANAGER if turn.number in managers else Speaker.REP) for turn in read.talk]
    runs = (list(run) for _, run in groupby(sided, key=lambda turn: turn.speaker))
    talk = Conversation(turns=tuple(_one_turn(number, run) for number, run in enumerate(runs, start=1)))
    sides = [(side, [one.name for one in read.parties if one.side is side], talk.by(side)) for side in Speaker]
    parties = tuple(
        Party(name=" and ".join(called) or "nobody named", side=side, turns=len(said), words=sum(turn.words for turn in said))
        for side, called, said in sides
        if said
    )
    return replace(read, talk=talk, parties=parties)


def _one_turn(number: int, run: Sequence[Turn]) -> Turn:
    timings = [turn.timing for turn in run if turn.timing]
    timing = None
    if len(timings) == len(run):
        timing = Timing(start=timings[0].start, end=max(one.end for one in timings), spoken=sum(one.spoken for one in timings))
    return Turn(number=number, speaker=run[0].speaker, text=" ".join(turn.text for turn in run), timing=timing)
