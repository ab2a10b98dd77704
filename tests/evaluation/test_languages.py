"""A talk is read in the language of its words, whatever its scenario's: what no rule reads is unscored and says why."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice

import pytest

from simulator.codes import Code
from simulator.evaluation.case import Case
from simulator.evaluation.feedback.nudges import nudge
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.labeller import TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.evaluation.scorecard import Scorecard
from simulator.evaluation.scoring import score
from simulator.language.languages import UNKNOWN, known, language_of, languages_of, name_of
from simulator.library.catalogue import load
from simulator.scenario.model import Scenario, Stance
from simulator.settings import PROJECT
from simulator.state import Commitment, Disclosure, How, IdeaOnTable, Owner, Promise, RepState
from tests.evaluation.talks import VERSIONS, case
from tests.evaluation.talks_in import ENGLISH, FRENCH, GERMAN, READ, SPANISH, UNREAD, Exchange
from tests.played import REWRITER
from tests.scenarios_for_tests import make_scenario

CODES = (Code.OPEN_QUESTION, Code.ADVICE, Code.REFLECTION, Code.OPEN_QUESTION, Code.INSTRUCTION, Code.CLOSED_QUESTION, Code.SUMMARY)
STATE = RepState(
    openness=0.5,
    turns=9,
    disclosed=(Disclosure(fact="pricing-queue", turn=3, how=How.ELICITED),),
    ideas=(IdeaOnTable(idea="buddy-check", owner=Owner.REP, turn=5),),
    commitment=Commitment(kind=Promise.OWN, turn=7, what="Swap figures with Lena", when="Thursday"),
)
SUMS = {"talk_share", "talk_share_seconds", "pause", "longest_monologue", "gap_score"}
"""What is counted in any language."""
BY_CODES = {"asked_told", "ask_listen_share", "asked_share", "tells_per_100", "reflection_to_question", "first_tell", "stacked_questions"}
IN_ENGLISH = {"grow", "follow_up_rate"}
OF_THE_REP = {"discovery", "ideas", "commitment"}
"""What is known from how the rep, who understands the scenario's language, took the talk."""


def in_turn(mine: Sequence[Exchange], theirs: Sequence[Exchange] = (), *, scenario: Scenario | None = None) -> Case:
    """A talk of five answers, the manager's words out of `mine` and the rep's out of `theirs`, or out of the same."""
    codes = cycle(CODES)
    turns: list[str | list[tuple[str, Code]]] = []
    rep = list(theirs or mine)
    for own, said, more in islice(zip(cycle(mine), cycle(rep), cycle([*rep[1:], rep[0]]), strict=False), 5):
        turns += [f"{said[0]} {more[0]}", [(words, next(codes)) for words in own[1:]]]
    turns.append(rep[0][0])
    return case(*turns, scenario=scenario, state=STATE if scenario else None)


def card(talk: Case) -> Scorecard:
    return score(talk.talk, talk.segments, versions=VERSIONS, scenario=talk.scenario, state=talk.state, rewriter=REWRITER)


def reasons(found: Scorecard) -> dict[str, str]:
    """Why each measure and criterion has no number; empty where it has one. A criterion's name has "level" before it."""
    measures = {one.id: one.unscored for one in found.measures}
    return measures | {f"level {one.id}": one.unscored for one in found.criteria}


def silent(talk: Case, found: Scorecard) -> bool:
    """Whether nothing is said of the talk's words."""
    nudged = nudge(replace(talk, state=STATE), rep="Ravi")
    return (found.rewrites, found.best_question, found.missed_cue, nudged) == ((), None, None, "")


def scenarios(language: str) -> Iterator[Scenario]:
    return (make_scenario(stance=stance.value, language=language) for stance in Stance)


@pytest.mark.parametrize("language", UNREAD)
def test_of_a_language_that_no_rules_read_only_words_and_time_are_counted(language: str) -> None:
    for scenario in (None, *scenarios("en"), *scenarios("de"), *scenarios(language)):
        talk = in_turn(UNREAD[language], scenario=scenario)
        found = card(talk)
        why = reasons(found)
        own = scenario is not None and scenario.language == language
        for name, reason in why.items():
            if name in SUMS or (own and name in {*OF_THE_REP, "level discovery", "level ownership"}):
                continue
            assert reason, f"{name} is scored"
        told_of = name_of(language) if known(language) else name_of(UNKNOWN)
        for name in {*BY_CODES, *IN_ENGLISH, "level balance", "level listening", "level questions", "level close"} & set(why):
            assert f"words are in {language if own and not known(language) else told_of}." in why[name]
        assert found.score is None
        assert silent(talk, found)


def test_german_is_read_as_far_as_rules_read_it() -> None:
    for scenario in (None, *scenarios("de")):
        talk = in_turn(GERMAN, scenario=scenario)
        found = card(talk)
        why = reasons(found)
        assert not any(why[name] for name in {*BY_CODES, "level balance", "level questions"} & set(why))
        for name in {*IN_ENGLISH, "level listening", *(() if scenario else ("level close",))} & set(why):
            assert why[name] == "The rules behind this read English; your words are in German."
        if scenario:
            assert not any(why[name] for name in (*OF_THE_REP, "level discovery", "level close"))
        assert found.best_question
        assert all(language_of(one.question) == "de" for one in found.rewrites)
        assert nudge(replace(talk, state=STATE), rep="Ravi") == ""


def test_english_is_read_whole() -> None:
    for scenario in (None, *scenarios("en")):
        found = card(in_turn(ENGLISH, scenario=scenario))
        assert "words are" not in " ".join(reasons(found).values())
        assert bool(found.rewrites) == (scenario is None or scenario.stance is not Stance.MANAGE)
        assert found.best_question


@pytest.mark.parametrize(("mine", "planned"), [("en", "de"), ("de", "en")])
def test_a_talk_is_read_by_its_words_and_not_by_its_scenario(mine: str, planned: str) -> None:
    for scenario in scenarios(planned):
        talk = in_turn(READ[mine], READ[planned], scenario=scenario)
        found, alone = card(talk), card(in_turn(READ[mine], READ[planned]))
        why = reasons(found)
        for name in {*OF_THE_REP, "level discovery", "level ownership", "level close"} & set(why):
            assert why[name] == f"The rep of this scenario understands {name_of(planned)}; your words are in {name_of(mine)}."
        for name in {*BY_CODES, *IN_ENGLISH}:
            assert found.measure(name).value == alone.measure(name).value
        assert bool(why["grow"]) == (mine == "de")
        assert why["follow_up_rate"].endswith("words are in German.")
        assert silent(talk, found)


@pytest.mark.parametrize("other", [GERMAN, SPANISH, FRENCH])
def test_of_a_mixed_talk_nothing_is_read_that_does_not_read_both(other: tuple[Exchange, ...]) -> None:
    talk = in_turn([ENGLISH[0], other[1], ENGLISH[2], other[3], other[0]])
    found = card(talk)
    why = reasons(found)
    for name in (*IN_ENGLISH, "level listening", "level close"):
        assert "your words are partly in" in why[name]
    assert {bool(why[name]) for name in BY_CODES} == {other is not GERMAN}
    assert silent(talk, found)


@pytest.mark.parametrize("other", [GERMAN, SPANISH, FRENCH])
def test_a_sentence_in_another_language_makes_no_mixed_talk_and_is_not_rewritten(other: tuple[Exchange, ...]) -> None:
    codes = cycle(CODES)
    turns = [part for rep, *own in ENGLISH * 3 for part in (rep, [(words, next(codes)) for words in own])]
    talk = case(*turns, other[0][0], [(other[0][2], Code.ADVICE)], "Well.")
    found = card(talk)
    assert talk.spoken == ("en",)
    assert "words are" not in " ".join(reasons(found).values())
    moments = [one for one in (found.best_question, found.missed_cue) if one]
    quoted = [one.quote.text for one in found.rewrites] + [one.quote.text for one in moments]
    assert quoted
    assert not {other[0][0], other[0][2]} & set(quoted)


def test_codes_that_a_model_gave_count_in_any_language() -> None:
    talk = in_turn(SPANISH)
    found = score(talk.talk, talk.segments, versions=replace(VERSIONS, model="openai:local"))
    assert found.measure("ask_listen_share").value is not None
    assert found.measure("grow").unscored
    stood_in = (replace(talk.segments[0], stand_in="trained-1"), *talk.segments[1:])
    assert score(talk.talk, stood_in, versions=replace(VERSIONS, model="openai:local")).measure("ask_listen_share").value is None


@pytest.mark.parametrize("language", UNREAD)
def test_the_note_names_a_language_that_is_not_coded(language: str) -> None:
    judge = TurnByTurn(labeller=ByLanguage(built_in()))
    assert f"does not read {name_of(language if known(language) else UNKNOWN)}" in judge.code(in_turn(UNREAD[language]).talk).note


@pytest.mark.parametrize("language", [*READ, *UNREAD])
def test_a_language_is_told_by_its_words(language: str) -> None:
    texts = [words for exchange in {**READ, **UNREAD}[language] for words in exchange]
    assert languages_of(texts) == (language if known(language) else UNKNOWN,)


@pytest.mark.parametrize("text", ["", " ", "…", "Okay.", "Bexley, Lena, 40.000", "?!", "🙂"])
def test_too_few_words_tell_nothing_and_the_scenario_tells(text: str) -> None:
    assert language_of(text) == ""
    assert case(text, [(text, Code.SOCIAL)], scenario=make_scenario(language="de")).spoken == ("de",)
    assert case(text, [(text, Code.SOCIAL)]).spoken == ("en",)


def test_every_shipped_scenario_is_told_by_its_own_words() -> None:
    for scenario in load([PROJECT / "scenarios"]).scenarios:
        assert languages_of(fact.summary for fact in scenario.facts) == (scenario.language,), scenario.id
