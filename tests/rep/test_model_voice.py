"""The model's voice: what it is sent, and what of its answer is said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from simulator.conversation import Conversation, Speaker, Turn
from simulator.errors import ModelFailed
from simulator.llm.chat import ChatModel, Message
from simulator.reading import AnswerKind
from simulator.rep.acts import Acts
from simulator.rep.intent import Act, Direction, Intent
from simulator.rep.model_voice import BEGIN, MOST_TURNS, ModelVoice, messages
from simulator.settings import Settings
from tests.scenarios_for_tests import make_scenario

SCENARIO = make_scenario()


def to_say(*texts: str, act: Act = Act.DISCLOSE, openness: float = 0.5, disclosed: tuple[str, ...] = ()) -> Direction:
    """A turn to say after these texts, the rep's first."""
    turns = [Turn(number=n, speaker=Speaker.REP if n % 2 else Speaker.MANAGER, text=text) for n, text in enumerate(texts, start=1)]
    return Direction(
        persona=SCENARIO.persona,
        situation=SCENARIO.brief.situation,
        language="en",
        openness=openness,
        disclosed=disclosed,
        talk=Conversation(turns=tuple(turns)),
        intent=Intent(act=act, line="The pricing desk answers twice a week."),
    )


class Saying(ChatModel):
    """A model that says these pieces."""

    def __init__(self, *pieces: str) -> None:
        super().__init__("openai:local", Settings())
        self._said = pieces

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """The pieces."""
        yield from self._said


def test_the_rep_is_the_assistant_and_the_manager_begins() -> None:
    sent = messages(to_say("Morning.", "What slows the quotes?"))
    assert [(item.role, item.text) for item in sent[1:]] == [("user", BEGIN), ("assistant", "Morning."), ("user", "What slows the quotes?")]
    assert sent[0].role == "system"


def test_the_model_is_given_the_person_the_act_and_its_substance() -> None:
    system = messages(to_say("Morning.", "Why?", disclosed=("The template is old.",)))[0].text
    for part in (
        SCENARIO.persona.name,
        SCENARIO.persona.speech,
        Acts.of().acts[Act.DISCLOSE].does,
        "The pricing desk answers twice a week.",
        "- The template is old.",
    ):
        assert part in system


def test_the_model_is_told_what_kind_of_answer_is_asked_for() -> None:
    words = Acts.of()
    assert set(words.kinds) == set(AnswerKind)
    for kind in (None, *AnswerKind):
        assert words.asked(kind) in messages(replace(to_say("Morning.", "Who told you?"), asked=kind))[0].text


def test_where_no_line_is_meant_the_model_answers_freely_and_where_one_is_it_says_that() -> None:
    line = "The pricing desk answers twice a week."
    said = {act: messages(to_say("Morning.", "Who told you?", act=act))[0].text for act in Act}
    free = {act for act, text in said.items() if f"<substance>\n{line}\n</substance>" not in text}
    assert free == {act for act, words in Acts.of().acts.items() if words.free}
    assert not free & {Act.DISCLOSE, Act.OFFER_IDEA, Act.TELL_MORE, Act.ANSWER, Act.COMMIT_OWN, Act.PUT_RIGHT, Act.CLOSE}
    assert all(line in said[act] for act in free)


def test_every_act_can_be_put_to_a_model() -> None:
    assert set(Acts.of().acts) == set(Act)


@pytest.mark.parametrize(
    ("openness", "mood"), [(0.0, "shut"), (0.3, "guarded"), (0.5, "warming"), (0.7, "open"), (1.0, "glad to be asked")]
)
def test_the_mood_follows_openness(openness: float, mood: str) -> None:
    assert mood in messages(to_say("Morning.", "Why?", openness=openness))[0].text


def test_a_long_talk_goes_along_by_its_end_only() -> None:
    sent = messages(to_say(*(f"turn {n}" for n in range(1, 61))))
    assert len(sent) <= MOST_TURNS + 2
    assert sent[-1].text == "turn 60"
    assert (sent[1].role, sent[1].text) != ("user", BEGIN)
    assert [item.role for item in sent[1:]] == ["user", "assistant"] * ((len(sent) - 2) // 2) + ["user"]
    assert sum(len(item.text) for item in messages(to_say("x" * 9000, "y" * 9000))[1:]) <= 9000 + len(BEGIN)


def test_what_models_put_in_front_is_left_out() -> None:
    assert "".join(ModelVoice(Saying("*si", "ghs* Ravi", ": ", "“Twice.", "”")).speak(to_say("Morning.", "Why?"))) == "Twice."


@pytest.mark.parametrize("pieces", [("*sighs*",), ("Ravi", ":")], ids=["gesture", "tag"])
def test_an_answer_without_words_is_none(pieces: tuple[str, ...]) -> None:
    with pytest.raises(ModelFailed, match="no words"):
        list(ModelVoice(Saying(*pieces)).speak(to_say("Morning.", "Why?")))


def test_words_are_passed_on_as_they_come() -> None:
    assert list(ModelVoice(Saying("Well", ", I", " think")).speak(to_say("Morning.", "Why?"))) == ["Well", ", I", " think"]
