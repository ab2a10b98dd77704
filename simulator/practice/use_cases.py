"""The use cases of practising: start a talk, say something, finish, look back. No I/O of its own.

A manager turn is kept before the rep is asked, and a rep turn is kept before it counts as said. So a talk that was
interrupted anywhere goes on with `resume`.
"""

import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from simulator.conversation import Coded, Conversation, Segment, Speaker, Turn
from simulator.errors import AttemptError, MessageError, ScenarioError, StoreError
from simulator.evaluation.corrections import Correction, applied
from simulator.evaluation.feedback.rewriter import Rewriter
from simulator.evaluation.labelling.labeller import Judge, Labeller, readings
from simulator.evaluation.scorecard import Estimate, Scorecard
from simulator.evaluation.scoring import MEASURES_VERSION, assess, named, score
from simulator.language.controls import without_controls
from simulator.language.halves import mended
from simulator.llm.patience import Deadline
from simulator.people.access import Right, demand
from simulator.people.person import LOCAL, Person, kept_name
from simulator.people.rates import Admission, Counted, Freely
from simulator.practice.attempt import Attempt, Repository, Selection
from simulator.practice.held import MUTE, Held, Scenarios, held, own
from simulator.rep import mind
from simulator.rep.answering import Answering, Spoken
from simulator.scenario.model import Scenario
from simulator.scenario.text import text_of
from simulator.settings import SCRIPTED

MOST_CHARACTERS = 4000
"""The longest message a manager can send."""
PAUSED = "Whoever leads the workshop has paused it. Your words stay in the box; send them when it goes on."

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time now, aware."""
    return datetime.now(UTC)


def checked(text: str) -> str:
    """The message as it is kept: control characters other than line breaks and tabs are dropped, ends trimmed.

    Raises:
        MessageError: it is blank, or longer than `MOST_CHARACTERS`.
    """
    clean = without_controls(mended(text, alone="").replace("\r\n", "\n")).strip()
    if not clean:
        raise MessageError("There is nothing to send yet. Type what you would say, then send it.")
    if len(clean) > MOST_CHARACTERS:
        raise MessageError(
            f"That is {len(clean):,} characters; a message can have {MOST_CHARACTERS:,}. Nothing was sent, and your text is kept. "
            "Say it in fewer words, or in two turns."
        )
    return clean


class Reply:
    """The rep's answer while it is being said.

    Iterate it once: every item is the whole text to show so far, and it may start over when a stand-in takes the turn.
    After the last item the turn is kept, and `turn` holds it.
    """

    def __init__(self, say: Callable[["Reply"], Iterator[str]]) -> None:
        """`say` speaks, keeps the turn and sets it here."""
        self._say = say
        self.turn: Turn | None = None

    def __iter__(self) -> Iterator[str]:
        return self._say(self)

    def whole(self) -> Turn:
        """Wait for the answer and return the kept turn."""
        for _ in self:
            pass
        if self.turn is None:
            raise AttemptError("The answer was not kept. Open the talk again; it goes on where it stopped.")
        return self.turn


@dataclass(frozen=True, kw_only=True)
class Practice:
    """The use cases, over whatever scenarios, store and labellers they are given, and whoever answers for the rep.

    `labeller` codes each turn as it is said, for the rep's mind; `judge` codes the whole talk, for the scorecard, and `rewriter` writes
    its questions. `who` is the person who asks: `repository` shows and changes what is theirs, and `admission` counts how often.
    """

    scenarios: Scenarios
    repository: Repository
    labeller: Labeller
    judge: Judge
    rewriter: Rewriter
    answering: Answering
    app_version: str
    now: Callable[[], datetime] = utc_now
    who: Person = LOCAL
    admission: Admission = field(default_factory=Freely)

    def start(self, scenario_id: str, *, player: str = "", seed: int | None = None, workshop: str = "") -> Attempt:
        """Begin a talk, in a workshop where one is named; the rep speaks first.

        Raises:
            ScenarioError: no such scenario.
            TooOftenError: they started very many.
            StoreError: it could not be kept.
        """
        scenario = self.scenarios.get(scenario_id)
        self.admission.admit(Counted.START)
        self.answering.matcher.warm(scenario)
        opening = mind.begin(scenario, secrets.randbelow(2**31) if seed is None else seed)
        turn = Turn(number=1, speaker=Speaker.REP, text=opening.intent.line, said_at=self.now(), voice=SCRIPTED)
        attempt = Attempt(
            id=secrets.token_hex(16),
            scenario_id=scenario.id,
            scenario_version=scenario.version,
            scenario_title=scenario.title,
            player=kept_name(player or self.who.name),
            owner=self.who.id,
            started_at=self.now(),
            state=opening.state,
            conversation=Conversation(turns=(turn,)),
            scenario_text=text_of(scenario).hash,
            workshop=workshop,
        )
        self.repository.add(attempt, scenario)
        return attempt

    def say(self, attempt_id: str, text: str) -> Reply:
        """Keep what the manager said, and let the rep answer.

        Raises:
            MessageError: it cannot be sent; nothing was kept.
            AttemptError: no such talk, it is over, its workshop is paused, or the rep still owes an answer.
            OwnerError: it is somebody else's, here and wherever a talk is asked for.
            TooOftenError: they speak faster than anybody; nothing was kept.
            ScenarioError: the text it is held with is lost, and the scenario gone; nothing was kept.
            StoreError: it could not be kept.
        """
        clean = checked(text)
        attempt = self._running(attempt_id)
        self._spoken(attempt)
        if self.owes_answer(attempt):
            raise AttemptError("The rep has not answered your last words yet. Open the talk again, and the answer comes first.")
        self.admission.admit(Counted.TURN)
        turn = Turn(number=len(attempt.conversation) + 1, speaker=Speaker.MANAGER, text=clean, said_at=self.now())
        self.repository.add_turn(attempt_id, turn)
        return self._reply(attempt, attempt.conversation.plus(turn))

    def resume(self, attempt_id: str) -> Reply | None:
        """The answer the rep still owes after an interruption, or None."""
        attempt = self.repository.get(attempt_id)
        if attempt.finished or not self.owes_answer(attempt):
            return None
        self._theirs(attempt)
        return self._reply(attempt, attempt.conversation)

    def branch(self, attempt_id: str, number: int) -> Attempt:
        """A new talk that goes as this one went, up to the manager's turn `number`, which is left to be said anew. The first stays.

        Raises:
            AttemptError: no such talk, no such turn of the manager's, or the talk was kept by a version that could not branch.
            StoreError: it could not be kept.
        """
        original = self.repository.get(attempt_id)
        if original.source:
            raise AttemptError("A real talk cannot be held again from a turn. Practise one like it from Find.")
        if original.rules.paused(self.now()):
            raise AttemptError(PAUSED)
        kept = tuple(turn for turn in original.conversation if turn.number < number)
        if not kept or number not in {turn.number for turn in original.conversation.by(Speaker.MANAGER)}:
            raise AttemptError("There is no turn of yours there to try again. Open the debrief and choose one.")
        state = self.repository.state_after(attempt_id, kept[-1].number)
        if state is None:
            raise AttemptError("This talk was kept before talks could be tried again from a turn. Practise it from the start.")
        self.admission.admit(Counted.START)
        again = replace(
            original,
            id=secrets.token_hex(16),
            owner=self.who.id,
            started_at=self.now(),
            state=state,
            conversation=Conversation(turns=kept),
            finished_at=None,
            scorecard=None,
            estimate=None,
            corrections=(),
            reviews=(),
            branch_of=original.id,
            branch_turn=number,
        )
        self.repository.add(again)
        return again

    def finish(self, attempt_id: str, estimate: Estimate | None = None) -> Attempt:
        """End the talk and score it; a finished talk is returned as it is. `estimate` is what the manager thinks of it so far.

        It is scored with the text it was held with. Where that is lost, and the scenario gone, what needs neither is scored, and says so.

        Raises:
            AttemptError: no such talk.
            StoreError: it could not be kept.
        """
        attempt = self.repository.get(attempt_id)
        if attempt.finished:
            return attempt
        card = self.scored(attempt, self._held(attempt), attempt.conversation, estimate)
        self.repository.finish(attempt_id, self.now(), card, estimate)
        return self.repository.get(attempt_id)

    def rescore(self, attempt_id: str) -> Attempt:
        """Code and score a finished talk anew under today's versions, with the text it was held with; its older scorecards stay.

        Raises:
            AttemptError: no such talk, or it is not finished.
            ScenarioError: its text is lost and its scenario gone, so that the scorecard there is says more than a new one could.
            StoreError: it could not be kept.
        """
        attempt = self._finished(attempt_id)
        with_what = self._scorable(attempt)
        card = self.scored(attempt, with_what, attempt.conversation.uncoded(), attempt.estimate)
        self.repository.rescore(attempt_id, self.now(), card)
        return self.repository.get(attempt_id)

    def correct(self, attempt_id: str, correction: Correction) -> Attempt:
        """Put a code right, or take that back, and score the talk with it; what the labeller said stays beside it.

        In a workshop it is kept, and counts once somebody else has signed it.

        Raises:
            AttemptError: no such talk, it is not finished, or it has no such stretch of words.
            ScenarioError: as in `rescore`.
            StoreError: it could not be kept.
        """
        attempt = self._finished(attempt_id)
        card = attempt.scorecard
        found = next((one for one in card.segments if one.span == correction.span), None) if card else None
        if found is None:
            raise AttemptError("These words are not cut that way any more. Open the debrief again and choose the code there.")
        made = replace(correction, labelled=found.first_code)
        if attempt.workshop:
            self.repository.propose(attempt_id, self.now(), made)
        else:
            after = self.recounted(replace(attempt, corrections=(*attempt.corrections, made)))
            self.repository.rescore(attempt_id, self.now(), after, made)
        return self.repository.get(attempt_id)

    def recounted(self, attempt: Attempt) -> Scorecard:
        """The scorecard of a finished talk with what counts in it now, not coded anew; nothing is kept. ScenarioError as in `rescore`."""
        before = attempt.scorecard
        assert before
        segments, _ = applied([one.corrected(None) for one in before.segments], attempt.counting)
        scenario = self._scorable(attempt).scenario
        card = score(
            attempt.conversation,
            segments,
            versions=replace(before.versions, app=self.app_version, measures=MEASURES_VERSION, scenario=named(scenario)),
            levels=attempt.given_levels,
            scenario=scenario,
            state=attempt.left,
            estimate=attempt.estimate,
            rewriter=self.rewriter,
            deadline=Deadline.after(0),  # no model is asked again for one code
            last=self.repository.one_thing_before(attempt),
            meant=attempt.meant,
        )
        return replace(card, note=before.note, usage=before.usage)

    def delete(self, attempt_id: str) -> None:
        """Remove a talk for good, finished or not. That it was is logged, and nothing of what it held.

        Raises:
            AttemptError: no such talk.
            StoreError: it could not be removed; it is then there as it was.
        """
        self.repository.delete(attempt_id)
        _log.info("A talk was deleted by %s.", self.who.id)

    def delete_all(self) -> int:
        """Remove every talk of who asks for good; returns how many there were. That it was done is logged, and nothing of what they held.

        Raises:
            StoreError: they could not be removed; they are then there as they were.
        """
        count = self.repository.forget(Selection(owner=self.who.id))
        _log.info("All talks of %s were deleted: %d.", self.who.id, count)
        return count

    def own(self, attempt: Attempt) -> Scenario | None:
        """The scenario this talk is held with, as it was when the talk began; None where that is lost. StoreError."""
        return own(attempt, self.scenarios, self.repository)

    def coded(self, attempt: Attempt) -> tuple[Segment, ...]:
        """The segments of every manager turn so far; a turn is coded once for each version of the built-in labeller, and kept."""
        return tuple(one for made in self._readings(attempt.id, attempt.conversation).values() for one in made.segments)

    @staticmethod
    def owes_answer(attempt: Attempt) -> bool:
        """Whether the last words are the manager's."""
        return bool(attempt.conversation.turns) and attempt.conversation.turns[-1].speaker is Speaker.MANAGER

    def _theirs(self, attempt: Attempt) -> None:
        """Whoever may read a talk may not always speak in it."""
        demand(self.who, Right.GO_ON, attempt.owner)

    def _held(self, attempt: Attempt) -> Held:
        return held(attempt, self.scenarios, self.repository)

    def _scorable(self, attempt: Attempt) -> Held:
        with_what = self._held(attempt)
        if with_what.scenario is None and not attempt.source:
            raise ScenarioError(f"{with_what.note} The scorecard there is stays as it is.")
        return with_what

    def scored(self, attempt: Attempt, with_what: Held, talk: Conversation, estimate: Estimate | None) -> Scorecard:
        """The attempt's words coded and scored with what it is held with; nothing is kept. StoreError."""
        card = assess(
            talk,
            self.judge,
            self.rewriter,
            app=self.app_version,
            scenario=with_what.scenario,
            state=attempt.left,
            estimate=estimate,
            corrections=attempt.counting,
            levels=attempt.given_levels,
            last=self.repository.one_thing_before(attempt),
            meant=attempt.meant,
        )
        return replace(card, note=" ".join(filter(None, (with_what.note, card.note))))

    def _finished(self, attempt_id: str) -> Attempt:
        attempt = self.repository.get(attempt_id)
        if not attempt.finished:
            raise AttemptError("This talk is still going on; it is scored when you end it.")
        return attempt

    def _spoken(self, attempt: Attempt) -> Scenario:
        scenario = self.own(attempt)
        if scenario is None:
            raise ScenarioError(MUTE)
        return scenario

    def _running(self, attempt_id: str) -> Attempt:
        attempt = self.repository.get(attempt_id)
        self._theirs(attempt)
        if attempt.rules.paused(self.now()):
            raise AttemptError(PAUSED)
        if attempt.finished:
            raise AttemptError("This talk is over and scored. Its debrief is under History; start a new talk to go on practising.")
        if attempt.state.closed:
            raise AttemptError("The rep has said goodbye. End the talk to see the debrief.")
        return attempt

    def _readings(self, attempt_id: str, talk: Conversation) -> dict[int, Coded]:
        """What the labeller makes of every manager turn; what it had not read before is kept."""
        made = readings(self.labeller, talk)
        fresh = {turn.number: made[turn.number] for turn in talk.by(Speaker.MANAGER) if made[turn.number] is not turn.coded}
        if fresh:
            try:
                self.repository.keep_coded(attempt_id, fresh)
            except StoreError as error:  # they can be made again, and the talk goes on
                _log.warning("The codes of a turn could not be kept: %s", error)
        return made

    def _reply(self, attempt: Attempt, talk: Conversation) -> Reply:
        scenario = self._spoken(attempt)
        said = talk.turns[-1]
        segments = self._readings(attempt.id, talk)[said.number].segments
        meant = self.answering.meant(scenario, attempt.state, talk, segments)

        def keep(spoken: Spoken) -> Turn:
            turn = Turn(
                number=len(talk) + 1,
                speaker=Speaker.REP,
                text=spoken.text,
                said_at=self.now(),
                voice=spoken.voice,
                note=spoken.note,
                understood=meant.understood,
            )
            self.repository.add_turn(attempt.id, turn, meant.reaction.state)
            return turn

        def speak(reply: Reply) -> Iterator[str]:
            for spoken in self.answering.spoken(meant):
                if spoken.whole:
                    reply.turn = keep(spoken)
                yield spoken.text

        return Reply(speak)
