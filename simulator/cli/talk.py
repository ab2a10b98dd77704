"""`simulator practice` and `simulator score`: a talk in the terminal, and the score of a talk in a file."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.conversation import Turn
from simulator.errors import AttemptError, MessageError, TranscriptError
from simulator.evaluation.scorecard import Scorecard
from simulator.numbers import rounded
from simulator.scenario.model import Stance

if TYPE_CHECKING:
    from simulator.transcripts import Transcript

END = "/end"


def practise(
    scenario_id: Annotated[str, typer.Argument(metavar="ID", help="A scenario from `simulator scenarios list`.")],
    player: Annotated[str, typer.Option(help="Your name, for the exports.")] = "",
) -> None:
    """Talk with the rep of a scenario in the terminal."""
    from simulator.app import build

    services = build()
    scenario = services.catalogue.get(scenario_id)
    attempt = services.practice.start(scenario_id, player=player)
    typer.echo(f"{scenario.title}\n\n{scenario.brief.situation}\n\n{scenario.brief.aim}\n")
    for known in scenario.brief.known:
        typer.echo(f"  · {known}")
    typer.echo(f"\nType what you say. {END} ends the talk and shows the debrief.\n")
    name = scenario.persona.first_name
    _speak(name, attempt.conversation.turns[0])
    while not services.repository.get(attempt.id).state.closed:
        try:
            words = input("You: ")
        except EOFError:
            break
        if words.strip() == END:
            break
        try:
            _speak(name, services.practice.say(attempt.id, words).whole())
        except MessageError as error:
            typer.echo(str(error), err=True)
    finished = services.practice.finish(attempt.id)
    if finished.scorecard is None:
        raise AttemptError("The talk was not scored. It is kept; open it under History and end it there.")
    typer.echo()
    print_scorecard(finished.scorecard)


def score_files(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help=".vtt, .srt, .sbv, .docx, .md, .txt, .json, .csv, or a folder of such files.")
    ],
    manager: Annotated[
        list[str] | None, typer.Option(help="Who the manager is: a name, or a part of it that only one has. More than once for two names.")
    ] = None,
    rep: Annotated[list[str] | None, typer.Option(help="A name that looks like the manager's and is not.")] = None,
    stance: Annotated[Stance, typer.Option(help="What the talk called for.")] = Stance.COACH,
    language: Annotated[str, typer.Option(help="What the talks are in, as en or de, where their words do not tell it right.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Score real talks as meeting tools save them. A file that cannot be read is reported, and the others go on."""
    from simulator import __version__
    from simulator.app import judge, rewriter
    from simulator.evaluation.scoring import assess
    from simulator.language.languages import known

    if language and not known(language):
        raise TranscriptError(f"{language} is no language that is known here. Give its two-letter code, as in --language de.")
    coder, questions = judge(language=language), rewriter(lean=True)
    results: dict[str, Any] = {}
    failed = False
    for path in _each(files):
        try:
            read = _read(path, manager or [], rep or [])
        except TranscriptError as error:
            failed = True
            typer.echo(str(error), err=True)
            continue
        scorecard = assess(read.talk, coder, questions, app=__version__, meant=stance, language=language)
        if as_json:
            results[str(path)] = plain(scorecard) | _plain_reading(read)
        else:
            typer.echo(f"{path}\n\n{' '.join((read.counted(), *read.notes))}\n")
            print_scorecard(scorecard)
    if as_json:
        typer.echo(json.dumps(results, ensure_ascii=False, indent=2))
    if failed:
        raise typer.Exit(1)


def _each(files: list[Path]) -> Iterator[Path]:
    """The files, and in the place of a folder those in it that may hold a talk."""
    from simulator.transcripts import FORMS

    for path in files:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix.casefold() in FORMS and one.is_file())
        else:
            yield path


def _plain_reading(read: "Transcript") -> dict[str, Any]:
    """What a talk was read as: who was counted as whom, the words of nobody named, what to know of it, the turns."""
    from pydantic import TypeAdapter

    return {
        "speakers": [{"name": one.name, "side": one.side.value, "turns": one.turns, "words": one.words} for one in read.parties],
        "words_of_nobody_named": read.nobodys,
        "notes": list(read.notes),
        "turns": TypeAdapter(tuple[Turn, ...]).dump_python(
            read.talk.turns, mode="json", include={"__all__": {"number", "speaker", "text", "timing"}}
        ),
    }


def _read(path: Path, manager: list[str], rep: list[str]) -> "Transcript":
    """The talk of a file; where it cannot be told who the manager is, whoever sits at the terminal is asked."""
    from simulator.transcripts import UnclearManager, read

    try:
        return read(path, manager=manager, rep=rep)
    except UnclearManager as error:
        if manager or not sys.stdin.isatty():
            raise
        typer.echo(f"Who is the manager in {path}?", err=True)
        for number, name in enumerate(error.speakers, start=1):
            typer.echo(f"  {number}  {name}", err=True)
        chosen = 0
        while not 1 <= chosen <= len(error.speakers):
            chosen = typer.prompt(f"Number, 1 to {len(error.speakers)}", type=int, err=True)
        return read(path, manager=[error.speakers[chosen - 1]], rep=rep)


def plain(scorecard: Scorecard) -> dict[str, Any]:
    """A scorecard as plain JSON values."""
    from pydantic import TypeAdapter

    dumped: dict[str, Any] = TypeAdapter(Scorecard).dump_python(scorecard, mode="json")
    return dumped


def print_scorecard(scorecard: Scorecard) -> None:
    """A scorecard as text: what happened, the one thing, the criteria with their quotes, the measures, what was missed, the rewrites."""
    typer.echo(f"Score: {rounded(scorecard.score)} of 100\n" if scorecard.score is not None else f"Not scored: {scorecard.unscored}\n")
    _print_first(scorecard)
    for criterion in scorecard.criteria:
        if criterion.level is None:
            typer.echo(f"{criterion.name:12} –      {criterion.unscored}")
            continue
        typer.echo(f"{criterion.name:12} {criterion.level} of 4  {criterion.number}\n{'':13}{criterion.reading} {criterion.next}".rstrip())
        for quote in criterion.quotes[:3]:
            typer.echo(f"{'':13}“{quote.text.strip()}” (turn {quote.turn})")
    typer.echo()
    for measure in scorecard.measures:
        typer.echo(f"{measure.name:34} {measure.shown}" + (f"  ({measure.unscored})" if measure.unscored else ""))
    missed = [fact for fact in scorecard.facts if fact.turn is None]
    if missed:
        typer.echo("\nKept to themselves, and what would have opened it:")
        for fact in missed:
            typer.echo(f"  · {fact.summary}\n    {fact.opener}")
    for title, moment in (("The question that worked best:", scorecard.best_question), ("A cue that went by:", scorecard.missed_cue)):
        if moment:
            typer.echo(f"\n{title}\n  “{moment.quote.text.strip()}” (turn {moment.quote.turn})\n    {moment.why} {moment.answer}".rstrip())
    if scorecard.note:
        typer.echo(f"\n{scorecard.note}")
    if scorecard.rewrites:
        typer.echo("\nYour words, as a question:")
        for rewrite in scorecard.rewrites:
            typer.echo(f"  “{rewrite.quote.text.strip()}”\n    {rewrite.question}\n    {rewrite.why}")


def _print_first(scorecard: Scorecard) -> None:
    """What happened, and the one thing to do next."""
    if scorecard.headline:
        typer.echo(f"{scorecard.headline}\n")
    thing = scorecard.one_thing
    if thing is None:
        return
    typer.echo(f"One thing to do next: {thing.says}")
    for quote, who in sorted(((thing.theirs, "They"), (thing.yours, "You")), key=lambda one: one[0].turn):
        typer.echo(f"  {who}, turn {quote.turn}: “{quote.text}”")
    typer.echo(f"  You could ask: {thing.question}\n" if thing.question else "")


def _speak(name: str, turn: Turn) -> None:
    if turn.note:
        typer.echo(f"({turn.note})", err=True)
    typer.echo(f"{name}: {turn.text}\n")
