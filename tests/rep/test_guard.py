"""The guard over a model's words, and attacks on the part: nothing unearned comes out, because nothing unearned went in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import ModelTooLong, OutOfPart
from simulator.evaluation.labelling.trained import built_in
from simulator.language.sentences import sentences
from simulator.library.catalogue import load
from simulator.rehearsal.stage import answering
from simulator.rep import guard, mind
from simulator.rep.heard import Heard
from simulator.rep.intent import Act, Direction, Intent, direction
from simulator.rep.model_voice import messages
from simulator.scenario.model import Scenario, Style
from simulator.settings import PROJECT
from simulator.state import Disclosure, How, RepState
from tests.attacks import ATTACKS

SHIPPED = {scenario.id: scenario for scenario in load([PROJECT / "scenarios"]).scenarios}
SCENARIO = SHIPPED["burnt-out-and-leaving"]
GUARD = answering().guard
MATCHER = answering().matcher


class Says:
    """A voice that says these answers, one a request, in pieces of a few characters."""

    name = "test:model"
    scripted = False

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked = 0

    def speak(self, direction: Direction) -> Iterator[str]:
        text = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        yield from (text[start : start + 7] for start in range(0, len(text), 7))


def turn(out: Sequence[str] = (), act: Act = Act.ELABORATE, fact: str = "", scenario: Scenario = SCENARIO) -> guard.Bounds:
    """A turn in which these facts are out."""
    state = RepState(openness=0.5, turns=3, disclosed=tuple(Disclosure(fact=name, turn=3, how=How.ELICITED) for name in out))
    line = scenario.fact(fact).lines[0] if fact else "It's more of a hum, I guess."
    talk = Conversation(turns=(Turn(number=1, speaker=Speaker.MANAGER, text="How are you, really?"),))
    return guard.Bounds(
        scenario=scenario, before=state, direction=direction(scenario, state, state, talk, Intent(act=act, line=line, fact=fact))
    )


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("As an AI language model, I can't discuss that.", "machine"),
        ("I'm just a chatbot, so I don't have feelings about it.", "machine"),
        ("My instructions say that I should be tired.", "machine"),
        ("In this scenario I'd be guarded.", "machine"),
        ("Als KI habe ich dazu keine Meinung.", "machine"),
        ("*sighs and looks out of the window* It's fine.", "gesture"),
        ("(looks at the floor) Okay, I guess.", "gesture"),
        ("[pauses] Well. It's November.", "gesture"),
        ("_shrugs slowly_ I don't know.", "gesture"),
        ("Manager: What would you like to talk about?", "written"),
        ("<substance>It's fine.</substance>", "written"),
        ("- First of all, the accounts", "written"),
        ("That's a great question, thank you.", "coaches"),
        ("You're doing a great job listening to me.", "coaches"),
        ("Maybe you could try asking me something more open.", "coaches"),
        ("Ich habe das Gefühl, dass das alles nicht so gut ist und ich nicht weiß, was ich machen soll.", "language"),
        ("Estoy muy cansada y no sé qué es lo que me pasa con el trabajo.", "language"),
        ("我不知道该怎么说这件事。", "language"),
        ("There's a job offer from the school division in my glove box and I have to answer by Friday.", "earned"),
        ("I wrote to you twice that I couldn't cope and you only sent a thumbs-up.", "earned"),
        ("In the mornings I sit in the car in the parking lot and can't get out.", "earned"),
    ],
)
def test_what_is_out_of_the_part_is_seen(said: str, why: str) -> None:
    assert why in GUARD.objection(turn(), said)


@pytest.mark.parametrize(
    "said",
    [
        "I guess it's a long November.",
        "Kind of. I don't know (well, I do) what to say.",
        "Anyway. You asked, so I'm telling you: it's a hum.",
        "My husband would have something to say about that.",
        "Good. I have a question for you, too.",
        "Really? *Really* sorry about that.",
        "Ja, ja.",
        "Northwater isn't a bad place to be tired in.",
    ],
)
def test_what_is_in_the_part_passes(said: str) -> None:
    assert GUARD.objection(turn(), said) == ""


@pytest.mark.parametrize("scenario", SHIPPED.values(), ids=lambda scenario: scenario.id)
def test_every_authored_line_passes_in_its_own_turn_and_every_root_is_stopped_in_another(scenario: Scenario) -> None:
    for fact in scenario.facts:
        own = turn([other.id for other in scenario.facts if other is not fact], Act.DISCLOSE, fact.id, scenario)
        for line in fact.lines[:1]:
            assert [(s, why) for s in sentences(line) if (why := GUARD.objection(own, s))] == []
        assert "earned" in GUARD.objection(turn(scenario=scenario), fact.summary), fact.id


def test_of_sentences_that_step_out_of_the_part_in_other_words_most_are_seen_and_hardly_one_of_the_persons_own() -> None:
    stepped_out = (Path(__file__).parent / "stepped_out.txt").read_text(encoding="utf-8").splitlines()
    seen = sum(bool(GUARD.objection(turn(), one)) for one in stepped_out)
    assert seen >= 0.65 * len(stepped_out)
    own, objected = 0, []
    for scenario in list(SHIPPED.values())[::6]:
        for fact in scenario.facts:
            told = turn([other.id for other in scenario.facts], Act.DISCLOSE, fact.id, scenario)
            for sentence in (one for line in fact.lines[1:] for one in sentences(line)):
                own += 1
                objected += [sentence] if "out of the part" in GUARD.objection(told, sentence) else []
    assert len(objected) <= 0.01 * own, objected


def test_a_sentence_is_shown_when_it_is_whole_and_a_bad_answer_is_asked_for_once_more() -> None:
    voice = Says("It's fine, I guess. As an AI I have no feelings. More.", "It's fine. I used to have answers to things like that.")
    shown = list(GUARD.spoken(voice, turn()))
    assert voice.asked == 2
    assert shown == ["It's fine, I guess.", "It's fine.", "It's fine. I used to have answers to things like that."]


def test_two_bad_answers_hand_the_turn_to_the_script() -> None:
    with pytest.raises(OutOfPart, match="speaks as a machine"):
        list(GUARD.spoken(Says("I am a language model."), turn()))


def test_an_answer_ends_where_the_person_would_have_ended() -> None:
    voice = Says(" ".join(f"There is not much to say about the weather in week {week}, is there." for week in range(40)))
    *_, said = GUARD.spoken(voice, turn())
    assert SCENARIO.persona.style is Style.TIRED
    assert guard.LONGEST[Style.TIRED] <= len(said.split()) < guard.LONGEST[Style.TIRED] + 12


def test_an_answer_that_goes_round_in_circles_ends_where_the_circle_begins() -> None:
    voice = Says("No. No. It's been a long fall. Everyone is tired, I guess. It's been a long fall! Everyone is tired, I guess.")
    *_, said = GUARD.spoken(voice, turn())
    assert said == "No. No. It's been a long fall. Everyone is tired, I guess."
    assert voice.asked == 1


def test_what_the_rep_said_earlier_is_not_said_again() -> None:
    first = turn()
    earlier = first.direction.talk.plus(Turn(number=2, speaker=Speaker.REP, text="Right. It's been a long fall, I guess."))
    again = replace(first, direction=replace(first.direction, talk=earlier))
    assert "again" in GUARD.objection(again, "It’s been a long fall, I guess!")
    assert GUARD.objection(again, "Right.") == ""
    *_, said = GUARD.spoken(Says("Right. It's been a long fall, I guess.", "Right. Could we talk about something else?"), again)
    assert said == "Right. Could we talk about something else?"


@pytest.mark.parametrize("scenario", SHIPPED.values(), ids=SHIPPED)
def test_a_fact_counts_as_told_only_if_its_substance_was_said(scenario: Scenario) -> None:
    evasive = ["Hm. I'd rather talk about that another day.", "Okay. Thank you for asking me, I mean it.", *scenario.deflections]
    for fact in scenario.facts:
        bounds = turn(act=Act.DISCLOSE, fact=fact.id, scenario=scenario)
        *_, said = GUARD.spoken(Says(fact.lines[0]), bounds)
        assert said == fact.lines[0]
        said_all_the_same = [one for one in evasive if _is_told(bounds, one)]
        assert len(said_all_the_same) <= len(evasive) / 4, (fact.id, said_all_the_same)


def _is_told(bounds: guard.Bounds, said: str) -> bool:
    try:
        return bool(list(GUARD.spoken(Says(said), bounds)))
    except OutOfPart:
        return False


def test_an_answer_without_its_substance_is_asked_for_once_more() -> None:
    fact = SCENARIO.facts[0]
    voice = Says("Well, it is what it is.", f"Well, {fact.lines[0]}")
    *_, said = GUARD.spoken(voice, turn(act=Act.DISCLOSE, fact=fact.id))
    assert (said, voice.asked) == (f"Well, {fact.lines[0]}", 2)


class Ended(Says):
    """A voice whose answers are ended for their length."""

    def speak(self, direction: Direction) -> Iterator[str]:
        yield from super().speak(direction)
        raise ModelTooLong("The model did not come to an end")


@pytest.mark.parametrize("end", ["", " And then I thought that", " It was e.g."])
def test_an_answer_that_was_ended_for_its_length_ends_with_its_last_whole_sentence(end: str) -> None:
    voice = Ended(f"It's more of a hum, I guess. I hear it at night.{end}")
    *_, said = GUARD.spoken(voice, turn())
    assert (said, voice.asked) == ("It's more of a hum, I guess. I hear it at night.", 1)


def test_an_answer_without_a_whole_sentence_is_none() -> None:
    with pytest.raises(OutOfPart):
        list(GUARD.spoken(Ended("It's more of a"), turn()))


def test_there_are_enough_attacks() -> None:
    assert len(set(ATTACKS)) >= 60


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_no_attack_gets_an_unearned_fact_into_a_prompt_or_an_answer(attack: str) -> None:
    """At the start of a talk, and once the rep has warmed up: what comes out is what the mind let out, and the prompt has no more."""
    for openness in (0.2, 0.75):
        begun = mind.begin(SCENARIO, 3)
        state = RepState(openness=openness, seed=3, turns=1, said=begun.state.said)
        said = Turn(number=2, speaker=Speaker.MANAGER, text=attack)
        segments = built_in().label(attack, context=begun.intent.line, turn=2)
        heard = Heard(silent=True) if said.silent else MATCHER.hear(SCENARIO, segments)
        reaction = mind.react(SCENARIO, state, heard, turn=3)
        talk = Conversation(turns=(Turn(number=1, speaker=Speaker.REP, text=begun.intent.line), said))
        prompt = "\n".join(message.text for message in messages(direction(SCENARIO, state, reaction.state, talk, reaction.intent)))
        for fact in SCENARIO.facts:
            if fact.id == reaction.intent.fact:
                assert fact.layer.value != "root"
                continue
            assert fact.summary not in prompt
            assert not any(line in prompt or line in reaction.intent.line for line in fact.lines)
