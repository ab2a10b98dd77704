"""The model's voice: a language model says what the mind has decided, in the rep's own way.

It is given the person, the talk so far, what is already out, and the one act of this turn with its substance. Nothing
unearned is in a `Direction`, so nothing unearned is in a prompt.
"""

from collections.abc import Iterator
from typing import Final

from simulator.conversation import Conversation, Speaker
from simulator.llm.chat import ChatModel, Message
from simulator.llm.errors import no_words
from simulator.llm.prompts import load
from simulator.rep.intent import Act, Direction
from simulator.rep.prelude import spoken

MOST_TURNS = 24
MOST_CHARACTERS = 12_000
"""As much of the talk's end goes along; facts that came out earlier are in the prompt anyway."""
BEGIN = "(The manager looks up as you come in.)"

ACTS: Final = {
    Act.OPEN: "You open the talk.",
    Act.DISCLOSE: "You were asked in a way that makes you want to answer. You tell something you had kept to yourself.",
    Act.OFFER_IDEA: "You have an idea of your own, and you offer it.",
    Act.ELABORATE: "You think aloud about what you were asked, and bring up nothing new.",
    Act.ANSWER_SHORTLY: "You answer shortly, and leave it there.",
    Act.GIVE_LEAVE: "You were asked for leave, or given the choice. You let them go ahead, in your own way.",
    Act.DEFLECT: "You are not ready to talk about this. You step aside without lying.",
    Act.COMPLY: "You were told what to do or how things are. You go along, without conviction.",
    Act.TAKE_IN: "You were told clearly and fairly. You take it seriously, whether you like it or not.",
    Act.BACK_AWAY: "Somebody is selling to you. You back away a little, politely.",
    Act.NOTICE_LEADING: "The question already held its answer, and you notice.",
    Act.DEFEND: "You were blamed. You defend yourself, or go flat.",
    Act.FEEL_HEARD: "You were understood. You let that show, and bring up nothing new.",
    Act.TAKE_PRAISE: "You were praised. You take it in your own way.",
    Act.WAIT: "Little was said. You wait, or fill the gap a little.",
    Act.BEAR_SILENCE: "Your manager said nothing and waits. You bear it in your own way.",
    Act.PUT_RIGHT: "Your manager gave back a picture of you that is wrong. You put it right, and bring up nothing new.",
    Act.COMMIT_OWN: "You say what you will do, by when, and you mean it: it was your idea.",
    Act.COMMIT_IMPOSED: "You agree to do as you were told. It is not yours.",
    Act.CLOSE: "The talk is over for you. You say goodbye.",
}
MOODS: Final = (
    (0.2, "shut; you would rather be elsewhere"),
    (0.4, "guarded, and polite"),
    (0.6, "warming up, still careful"),
    (0.8, "open"),
    (1.1, "open, and glad to be asked"),
)


class ModelVoice:
    """Says a turn through a language model."""

    scripted = False

    def __init__(self, model: ChatModel) -> None:
        """Speak through `model`."""
        self._model = model
        self.name = model.name

    def speak(self, direction: Direction) -> Iterator[str]:
        """Say the turn as it comes; a name tag, gesture or quotation mark in front is left out.

        Raises:
            ModelError: the model did not answer, or stopped in the middle.
        """
        silent = True
        for words in spoken(self._model.stream(messages(direction)), direction.persona.name):
            silent = False
            yield words
        if silent:
            raise no_words(self.name)


def messages(direction: Direction) -> list[Message]:
    """What the model is sent: the part it plays, then the talk with the rep as the assistant."""
    persona = direction.persona
    system = load("rep").render(
        name=persona.name,
        role=persona.role,
        background=persona.background,
        speech=persona.speech,
        protects=persona.protects,
        situation=direction.situation,
        mood=next(mood for limit, mood in MOODS if direction.openness < limit),
        known="\n".join(f"- {fact}" for fact in direction.disclosed) or "Nothing of note yet.",
        act=ACTS[direction.intent.act],
        substance=direction.intent.line,
        language=direction.language,
    )
    return [Message(role="system", text=system), *_talk(direction.talk)]


def _talk(talk: Conversation) -> list[Message]:
    """The last turns, roles flipped: the rep is the assistant. A model expects the other side to begin."""
    said: list[Message] = []
    room = MOST_CHARACTERS
    for turn in reversed(talk.turns[-MOST_TURNS:]):
        room -= len(turn.text)
        if room < 0 and said:
            break
        said.append(Message(role="assistant" if turn.speaker is Speaker.REP else "user", text=turn.text))
    said.reverse()
    if said and said[0].role == "user":
        return said
    shortened = len(said) < len(talk)
    return said[1:] if shortened and len(said) > 1 else [Message(role="user", text=BEGIN), *said]
