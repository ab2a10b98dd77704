"""The rep's mind: what earns a fact, what costs trust, and what can never happen."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.codes import Code
from simulator.conversation import Segment
from simulator.reading import AnswerKind as Kind
from simulator.reading import Deed, Query
from simulator.rep import mind
from simulator.rep.heard import About, Heard, Subject
from simulator.rep.intent import Act
from simulator.rep.leaving import Leaving
from simulator.scenario.depth import StandingQuestion
from simulator.scenario.fallback import sayable
from simulator.scenario.model import Layer, Needs, Scenario, Style
from simulator.state import How, Owner, Promise, RepState
from tests.scenarios_for_tests import fields, make_scenario

SCENARIO = make_scenario()
FACTS = [fact.id for fact in SCENARIO.facts]
IDEAS = [idea.id for idea in SCENARIO.ideas]


def heard(
    *codes: Code, words: str = "some words here", topics: tuple[str, ...] = (), invited: tuple[str, ...] = (), **more: object
) -> Heard:
    """A turn with one segment a code."""
    segments = tuple(Segment(turn=2, start=0, end=len(words), text=words, code=code) for code in codes)
    about = [About(subject=Subject.FACT, name=name) for name in topics] + [About(subject=Subject.IDEA, name=name) for name in invited]
    return Heard(**{"segments": segments, "about": tuple(about), **more})  # type: ignore[arg-type]


def state(openness: float = 0.5, **more: object) -> RepState:
    """Where the rep stands after the opening."""
    return replace(RepState(openness=openness, turns=1), **more)  # type: ignore[arg-type]


def react(before: RepState, what: Heard, scenario: Scenario = SCENARIO) -> mind.Reaction:
    """The answer in turn 3."""
    return mind.react(scenario, before, what, turn=3)


def after_facts(*names: str, openness: float = 0.6) -> RepState:
    """A state in which these facts were brought out one by one."""
    now = state(openness)
    for name in names:
        now = replace(react(now, heard(Code.OPEN_QUESTION, topics=(name,))).state, openness=openness)
    return now


def test_the_rep_opens_and_the_seed_chooses_the_words() -> None:
    first, second = mind.begin(SCENARIO, 0), mind.begin(SCENARIO, 1)
    assert first.intent.act is Act.OPEN
    assert {first.intent.line, second.intent.line} == set(SCENARIO.opening)
    assert first.state.openness == SCENARIO.persona.openness


def test_an_open_question_on_a_surface_fact_brings_it_out() -> None:
    reaction = react(state(0.3), heard(Code.OPEN_QUESTION, topics=("pricing-queue",)))
    assert reaction.intent.fact == "pricing-queue"
    assert reaction.intent.line in SCENARIO.fact("pricing-queue").lines
    assert reaction.state.disclosed[0].how is How.ELICITED


def test_a_root_is_not_said_before_its_concern_however_open_the_rep_is() -> None:
    reaction = react(state(1.0), heard(Code.OPEN_QUESTION, topics=("spring-mistake",)))
    assert reaction.intent.act is Act.DEFLECT
    assert reaction.state.disclosed == ()


def test_a_root_comes_out_once_its_concern_is_out() -> None:
    reaction = react(after_facts("checks-twice"), heard(Code.OPEN_QUESTION, topics=("spring-mistake",)))
    assert reaction.intent.fact == "spring-mistake"


def test_a_shut_rep_steps_aside_when_asked_for_a_concern() -> None:
    assert react(state(0.1), heard(Code.OPEN_QUESTION, topics=("bexley-call",))).intent.act is Act.DEFLECT


def test_a_closed_question_needs_more_openness_for_a_concern_than_an_open_one() -> None:
    assert react(state(0.41), heard(Code.CLOSED_QUESTION, topics=("bexley-call",))).intent.fact == ""
    assert react(state(0.41), heard(Code.OPEN_QUESTION, topics=("bexley-call",))).intent.fact == "bexley-call"


def test_a_reflection_can_open_what_a_closed_question_cannot() -> None:
    data = fields()
    data["facts"][2]["needs"]["by"] = ["reflection"]
    picky = Scenario.model_validate(data)
    assert react(state(0.9), heard(Code.CLOSED_QUESTION, topics=("checks-twice",)), picky).intent.fact == ""
    assert react(state(0.9), heard(Code.REFLECTION, topics=("checks-twice",)), picky).intent.fact == "checks-twice"


def test_being_understood_brings_what_was_understood_and_nothing_else() -> None:
    assert react(state(0.8), heard(Code.REFLECTION, topics=("bexley-call",))).intent.fact == "bexley-call"
    assert react(state(0.8), heard(Code.REFLECTION)).intent.act is Act.FEEL_HEARD


def test_heard_right_after_telling_something_the_rep_stays_with_it() -> None:
    told = react(state(0.9), heard(Code.OPEN_QUESTION, topics=("bexley-call",))).state
    assert mind.react(SCENARIO, told, heard(Code.REFLECTION), turn=5).intent.act is Act.FEEL_HEARD


def test_a_reflection_calls_for_no_idea() -> None:
    assert react(state(0.4), heard(Code.REFLECTION, invited=("buddy-check",))).intent.idea == ""


def test_a_general_question_never_brings_out_a_root() -> None:
    now = after_facts("pricing-queue", "old-template", "checks-twice", "bexley-call", openness=0.95)
    assert react(now, heard(Code.OPEN_QUESTION)).intent.act is Act.ELABORATE


@pytest.mark.parametrize(
    ("code", "act"),
    [
        (Code.INSTRUCTION, Act.COMPLY),
        (Code.ADVICE, Act.COMPLY),
        (Code.PERSUASION, Act.BACK_AWAY),
        (Code.LEADING_QUESTION, Act.NOTICE_LEADING),
        (Code.CRITICISM, Act.DEFEND),
        (Code.AFFIRMATION, Act.TAKE_PRAISE),
        (Code.ACKNOWLEDGEMENT, Act.WAIT),
        (Code.PERMISSION, Act.GIVE_LEAVE),
    ],
)
def test_each_kind_of_turn_has_its_reaction(code: Code, act: Act) -> None:
    assert react(state(), heard(code)).intent.act is act


def test_told_at_length_and_then_asked_for_agreement_is_told() -> None:
    told = Segment(turn=2, start=0, end=1, text="word " * 40, code=Code.INSTRUCTION)
    check = Segment(turn=2, start=1, end=2, text="does that make sense", code=Code.CLOSED_QUESTION)
    assert react(state(), Heard(segments=(told, check))).intent.act is Act.COMPLY


@pytest.mark.parametrize("code", [Code.INSTRUCTION, Code.ADVICE, Code.LEADING_QUESTION, Code.PERSUASION, Code.CRITICISM])
def test_telling_and_selling_cost_openness(code: Code) -> None:
    assert react(state(0.5), heard(code)).state.openness < 0.5


@pytest.mark.parametrize("code", [Code.OPEN_QUESTION, Code.REFLECTION, Code.SUMMARY, Code.AFFIRMATION])
def test_asking_and_listening_win_openness(code: Code) -> None:
    assert react(state(0.5), heard(code)).state.openness > 0.5


def test_trust_lost_to_a_leading_question_costs_more_than_a_good_question_wins_back() -> None:
    led = react(state(0.5), heard(Code.LEADING_QUESTION)).state
    assert react(led, heard(Code.OPEN_QUESTION)).state.openness < 0.5


def test_stacked_questions_win_less_than_one() -> None:
    one = react(state(0.5), heard(Code.OPEN_QUESTION)).state.openness
    assert react(state(0.5), heard(Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.OPEN_QUESTION)).state.openness < one


def test_a_hard_scenario_loses_trust_faster() -> None:
    easy, hard = make_scenario(difficulty=1), make_scenario(difficulty=5)
    criticism = heard(Code.CRITICISM)
    assert react(state(0.5), criticism, hard).state.openness < react(state(0.5), criticism, easy).state.openness


def test_in_a_manage_scenario_a_plain_instruction_is_taken_in_and_costs_little() -> None:
    manage = make_scenario(stance="manage")
    plain = heard(Code.INFORMATION, Code.INSTRUCTION)
    assert react(state(0.5), plain, manage).intent.act is Act.TAKE_IN
    assert react(state(0.5), plain, manage).state.openness > react(state(0.5), plain).state.openness
    assert react(state(0.5), heard(Code.CRITICISM), manage).intent.act is Act.DEFEND


def test_asked_for_options_the_rep_has_ideas_of_their_own() -> None:
    reaction = react(state(), heard(Code.OPEN_QUESTION, asks_options=True))
    assert reaction.intent.act is Act.OFFER_IDEA
    assert reaction.state.ideas[0].owner is Owner.REP


def test_an_idea_given_away_is_on_record_as_the_managers_and_is_not_offered_again() -> None:
    now = react(state(0.9), heard(Code.ADVICE, given=("buddy-check",))).state
    assert [(idea.idea, idea.owner) for idea in now.ideas] == [("buddy-check", Owner.MANAGER)]
    offered = react(now, heard(Code.OPEN_QUESTION, asks_options=True, invited=("buddy-check",)))
    assert offered.intent.idea == "price-list"


def test_an_own_idea_stays_the_reps_when_the_manager_repeats_it() -> None:
    now = react(state(), heard(Code.OPEN_QUESTION, invited=("buddy-check",))).state
    now = react(now, heard(Code.ADVICE, given=("buddy-check",))).state
    assert [idea.owner for idea in now.ideas if idea.idea == "buddy-check"] == [Owner.REP]


def test_with_an_own_idea_the_commitment_is_their_own() -> None:
    now = react(state(0.6), heard(Code.OPEN_QUESTION, asks_options=True)).state
    reaction = react(now, heard(Code.OPEN_QUESTION, asks_commitment=True))
    assert reaction.intent.act is Act.COMMIT_OWN
    assert reaction.state.commitment is not None
    assert (reaction.state.commitment.kind, reaction.state.commitment.when) == (Promise.OWN, "Thursday")


def test_with_only_the_managers_ideas_the_commitment_is_imposed() -> None:
    now = react(state(0.6), heard(Code.INSTRUCTION)).state
    reaction = react(now, heard(Code.CLOSED_QUESTION, asks_commitment=True))
    assert reaction.intent.act is Act.COMMIT_IMPOSED
    assert reaction.state.commitment is not None
    assert reaction.state.commitment.kind is Promise.IMPOSED


def test_with_no_idea_on_the_table_there_is_nothing_to_commit_to() -> None:
    assert react(state(0.2), heard(Code.CLOSED_QUESTION, asks_commitment=True)).state.commitment is None


def test_a_goodbye_closes_the_talk_once() -> None:
    reaction = react(state(0.8), heard(Code.SOCIAL, says_goodbye=True))
    assert reaction.intent.act is Act.CLOSE
    assert reaction.state.closed
    assert reaction.intent.line in SCENARIO.closings.warm
    assert react(state(0.1), heard(Code.SOCIAL, says_goodbye=True)).intent.line in SCENARIO.closings.cool


def test_thanks_after_a_commitment_closes_the_talk() -> None:
    now = react(after_facts(openness=0.7), heard(Code.OPEN_QUESTION, asks_options=True)).state
    now = react(now, heard(Code.OPEN_QUESTION, asks_commitment=True)).state
    assert react(now, heard(Code.AFFIRMATION)).intent.act is Act.CLOSE


TURNS = st.lists(
    st.builds(
        Heard,
        segments=st.lists(
            st.builds(Segment, turn=st.just(2), start=st.just(0), end=st.just(4), text=st.text(max_size=30), code=st.sampled_from(Code)),
            max_size=4,
        ).map(tuple),
        about=st.lists(
            st.one_of(
                st.builds(About, subject=st.just(Subject.FACT), name=st.sampled_from(FACTS)),
                st.builds(About, subject=st.just(Subject.IDEA), name=st.sampled_from(IDEAS)),
                st.builds(About, subject=st.just(Subject.STANDING), name=st.sampled_from([one.value for one in StandingQuestion])),
                st.builds(About, subject=st.just(Subject.ASIDE), name=st.sampled_from(["small_talk", "about_the_talk", "manager_lost"])),
                st.builds(About, subject=st.just(Subject.INVITATION)),
            ),
            max_size=4,
        ).map(tuple),
        kind=st.none() | st.sampled_from(Kind),
        query=st.none() | st.sampled_from(Query),
        asks=st.booleans(),
        deeds=st.frozensets(st.sampled_from(Deed), max_size=2),
        bare=st.booleans(),
        given=st.lists(st.sampled_from(IDEAS), unique=True, max_size=2).map(tuple),
        asks_options=st.booleans(),
        asks_commitment=st.booleans(),
        says_goodbye=st.just(False),
    ),
    min_size=40,
    max_size=40,
)


@settings(max_examples=60)
@given(turns=TURNS, seed=st.integers(0, 2**31), openness=st.floats(0, 1))
def test_whatever_is_said_no_line_comes_twice_no_fact_is_unearned_and_the_talk_ends(turns: list[Heard], seed: int, openness: float) -> None:
    now = replace(mind.begin(SCENARIO, seed).state, openness=openness)
    authored = set(sayable(SCENARIO))
    for number, what in enumerate(turns):
        before = now
        reaction = mind.react(SCENARIO, before, what, turn=2 * number + 3)
        now = reaction.state
        assert reaction.intent.line in authored
        assert reaction.intent.line not in before.said
        assert 0 <= now.openness <= 1
        if reaction.intent.fact:
            fact = SCENARIO.fact(reaction.intent.fact)
            out = {disclosure.fact for disclosure in before.disclosed}
            assert now.openness >= fact.needs.openness
            assert out.issuperset(fact.needs.after)
            assert fact.id not in out
        else:
            assert not any(reaction.intent.line in fact.lines for fact in SCENARIO.facts)
        if now.closed:
            break
    assert now.closed
    assert now.turns <= mind.MOST_TURNS


def test_the_same_seed_and_words_give_the_same_talk() -> None:
    what = [heard(Code.OPEN_QUESTION, topics=("pricing-queue",)), heard(Code.REFLECTION), heard(Code.ADVICE)]

    def play(seed: int) -> list[str]:
        now, lines = mind.begin(SCENARIO, seed).state, []
        for turn in what:
            reaction = mind.react(SCENARIO, now, turn, turn=3)
            now = reaction.state
            lines.append(reaction.intent.line)
        return lines

    assert play(7) == play(7)
    assert play(0) != play(1)


def test_a_silence_is_filled_by_whoever_is_open_enough_and_borne_by_the_others() -> None:
    silence = Heard(silent=True)
    shut, open_ = react(state(0.2), silence), react(state(0.7), silence)
    assert shut.intent.act is Act.BEAR_SILENCE
    assert shut.intent.line in SCENARIO.reactions.silent
    assert open_.intent.act is Act.DISCLOSE
    assert open_.state.disclosed[0].how is How.VOLUNTEERED
    assert SCENARIO.fact(open_.intent.fact).layer is not Layer.ROOT


def test_silence_after_silence_gives_nothing_more_and_costs_trust() -> None:
    now = state(0.7)
    seen = []
    for _ in range(4):
        reaction = react(now, Heard(silent=True))
        now = reaction.state
        seen.append(reaction)
    assert [one.intent.act for one in seen] == [Act.DISCLOSE, *[Act.BEAR_SILENCE] * 3]
    assert seen[3].state.openness < seen[2].state.openness < seen[1].state.openness == seen[0].state.openness
    assert react(now, heard(Code.OPEN_QUESTION)).state.silences == 0


def test_of_stacked_questions_the_easiest_is_answered() -> None:
    topics = tuple(fact.id for fact in sorted(SCENARIO.facts, key=lambda fact: -fact.layer.weight))
    stacked = react(state(0.9), heard(Code.OPEN_QUESTION, Code.OPEN_QUESTION, topics=topics))
    assert SCENARIO.fact(stacked.intent.fact).layer is Layer.SURFACE


def test_a_wrong_picture_is_put_right_and_hardly_warms() -> None:
    wrong = react(state(0.4), heard(Code.SUMMARY, misread=1))
    assert wrong.intent.act is Act.PUT_RIGHT
    assert wrong.intent.line == SCENARIO.misreadings[1].lines[0]
    assert wrong.state.openness - 0.4 < (react(state(0.4), heard(Code.SUMMARY)).state.openness - 0.4) / 3


def test_a_closed_question_never_opens_a_root_however_open_the_rep() -> None:
    roots = [fact for fact in SCENARIO.facts if fact.layer is Layer.ROOT]
    for fact in roots:
        bare = SCENARIO.model_copy(
            update={"facts": [one.model_copy(update={"needs": Needs()}) if one.id == fact.id else one for one in SCENARIO.facts]}
        )
        assert react(state(1.0), heard(Code.CLOSED_QUESTION, topics=(fact.id,)), bare).intent.fact != fact.id
        assert react(state(1.0), heard(Code.REFLECTION, topics=(fact.id,)), bare).intent.fact == fact.id


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("difficulty", range(1, 6))
def test_trust_lost_early_costs_more_than_a_good_question_wins_back(style: Style, difficulty: int) -> None:
    persona = SCENARIO.persona.model_copy(update={"style": style})
    scenario = SCENARIO.model_copy(update={"persona": persona, "difficulty": difficulty})
    start = state(0.4)
    for code in (Code.LEADING_QUESTION, Code.ADVICE):
        assert (
            0.4 - react(start, heard(code), scenario).state.openness
            > react(start, heard(Code.OPEN_QUESTION), scenario).state.openness - 0.4
            > 0
        )


def late(**more: object) -> RepState:
    """Where the rep stands one turn before the time is up."""
    return state(0.5, turns=mind.LEAVES_FROM - 1, **more)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_rep_who_has_to_go_says_so_first_and_answers_all_the_same(language: str) -> None:
    scenario = SCENARIO.model_copy(update={"language": language})
    reaction = react(late(), heard(Code.OPEN_QUESTION, topics=("pricing-queue",)), scenario)
    assert reaction.intent.fact == "pricing-queue"
    assert reaction.intent.besides in Leaving.of(language).soon
    assert reaction.intent.words == f"{reaction.intent.line} {reaction.intent.besides}"
    assert not reaction.state.closed
    assert react(reaction.state, heard(Code.ACKNOWLEDGEMENT)).intent.act is Act.CLOSE


@pytest.mark.parametrize(
    "asked",
    [heard(Code.OPEN_QUESTION), heard(Code.CLOSED_QUESTION, asks_commitment=True), heard(Code.CLOSED_QUESTION, asks_options=True)],
)
@pytest.mark.parametrize("must_go", [False, True])
def test_nobody_goes_in_the_middle_of_a_question_or_of_a_promise(asked: Heard, must_go: bool) -> None:
    now = state(0.5, turns=12) if must_go else late()
    words = [mind.react(SCENARIO, now, asked, turn=3, must_go=must_go)]
    while not words[-1].state.closed:
        words.append(mind.react(SCENARIO, words[-1].state, asked, turn=3, must_go=must_go))
    assert [bool(one.intent.besides) for one in words] == [True, *[False] * mind.PATIENCE]
    assert all(one.intent.act is not Act.CLOSE for one in words[:-1])


def test_time_left_is_told_once_and_to_no_one_who_says_goodbye() -> None:
    assert not react(late(), heard(Code.SOCIAL, says_goodbye=True)).intent.besides
    told = react(late(), heard(Code.OPEN_QUESTION)).state
    assert not react(told, heard(Code.OPEN_QUESTION)).intent.besides
    assert not react(state(0.5), heard(Code.OPEN_QUESTION)).intent.besides
