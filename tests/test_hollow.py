"""What is hollow, and what is not: the one definition that scores and the rep share."""

import pytest

from simulator.codes import Code
from simulator.hollow import Bare, Hollow, bare, hollow_acts, hollow_prompts, nod
from simulator.language.phrases import pattern
from simulator.language.words import languages
from tests.evaluation.talks import Said, talk

OPEN, CLOSED, BACK, OK, BLAME = Code.OPEN_QUESTION, Code.CLOSED_QUESTION, Code.REFLECTION, Code.ACKNOWLEDGEMENT, Code.CRITICISM
NEWS = ("The desk is slow.", "Bexley bought elsewhere.", "I check at night.", "Spring was bad.", "Nobody asked me.")


def found(*turns: str | list[Said], language: str = "en") -> list[tuple[str, Hollow]]:
    said, segments = talk(*turns)
    return [(one.text.strip(), why) for one, why in hollow_acts(said, segments, language).items()]


@pytest.mark.parametrize("language", languages("bare"))
def test_every_prompt_and_nod_is_a_follow_up_after_news_and_hollow_after_another(language: str) -> None:
    words = Bare.of(language)
    for phrase in (*words.prompts, *words.nods):
        text = " ".join(part.split("/")[0] for part in phrase.split()).capitalize() + "?"
        assert "*" not in phrase, "whole words alone"
        assert pattern([phrase]).search(text), phrase
        assert bare(text), phrase
        assert not found(NEWS[0], [("What holds up a quote?", OPEN)], NEWS[1], [(text, OPEN)], NEWS[2]), phrase
        second = [] if phrase in words.nods else [(text, Hollow.PROMPT)]
        assert found(NEWS[0], [("Warum?", OPEN)], NEWS[1], [(text, OPEN)]) == (second or [(text, Hollow.PROMPT)]), phrase


@pytest.mark.parametrize(
    "text",
    ["Why the desk?", "What could you try?", "What will you do, and by when?", "How are you?", "What do you need from me?", "Wer ist Lena?",
     "Was brauchst du von mir?", "Who signs it?", "Okay, and Bexley?", "", "…"],
)  # fmt: skip
def test_what_has_content_is_no_bare_prompt(text: str) -> None:
    assert not bare(text) or not any(sign.isalpha() for sign in text)


def test_a_prompt_stays_one_with_a_name_or_a_filler() -> None:
    for text in ("Why, Ravi?", "Ravi, why?", "And then, exactly?", "Okay, and why is that?", "WHY?!"):
        assert bare(text), text
        assert not nod(text), text
    assert nod("Okay, Ravi.")


def test_a_prompt_beside_words_with_content_is_a_follow_up() -> None:
    assert not found(
        NEWS[0], [("Why?", OPEN)], NEWS[1], [("Bexley bought elsewhere.", BACK), ("Why?", OPEN)], NEWS[2], [("And then?", OPEN)]
    )


def test_a_nod_between_prompts_changes_nothing_and_a_question_with_content_does() -> None:
    assert found(NEWS[0], [("Why?", OPEN)], NEWS[1], [("What is slow?", OPEN)], NEWS[2], [("Why?", OPEN)]) == []
    said, _ = talk(NEWS[0], [("Why?", OPEN)], NEWS[1], [("Mm-hm.", OK)], NEWS[2], [("And then?", OPEN)])
    assert hollow_prompts(said) == {4, 6}
    said, _ = talk(NEWS[0], [("What is slow?", OPEN)], NEWS[1], [("Mm-hm.", OK)], NEWS[2], [("And then?", OPEN)])
    assert not hollow_prompts(said)


def test_a_prompt_that_follows_no_word_at_all_is_hollow() -> None:
    assert found([("Why?", OPEN)]) == [("Why?", Hollow.PROMPT)]
    assert found(NEWS[0], [("What is slow?", OPEN)], "…", [("Why?", OPEN)]) == [("Why?", Hollow.PROMPT)]


def test_the_same_words_count_twice_and_what_tells_is_never_hollow() -> None:
    same = [("So what is slow there?", CLOSED)]
    assert found(NEWS[0], [("What is slow there?", OPEN)], NEWS[1], same) == []
    assert found(NEWS[0], same, NEWS[1], [("What is slow there?", OPEN)], NEWS[2], same) == [("So what is slow there?", Hollow.AGAIN)]
    assert found(NEWS[0], [("What is slow there?", OPEN)], NEWS[1], [("Who is slow there?", OPEN)]) == []
    assert found(NEWS[0], [("You are slow.", BLAME)], NEWS[1], [("You are slow.", BLAME)] * 3) == []


def test_meaning_given_back_in_own_words_is_free_twice_and_again_after_a_word_of_theirs() -> None:
    two, third = [("You're exhausted.", BACK), ("Loneliness hurts.", BACK)], [("Trust is broken.", BACK)]
    assert found(NEWS[0], two, NEWS[1], third) == [("Trust is broken.", Hollow.UNSAID)]
    for between in (("How did Bexley tell you?", OPEN), ("That hurt your pride.", BACK), ("What would help?", OPEN)):
        assert found(NEWS[0], two, NEWS[1], [between], NEWS[2], third) == []
    assert found(NEWS[0], two, NEWS[1], [("Why?", OPEN)], NEWS[2], third) == [("Trust is broken.", Hollow.UNSAID)]


def test_of_more_than_three_questions_at_once_the_first_counts() -> None:
    asked = [(f"What about {name}?", OPEN) for name in ("Lena", "Bexley", "Marston", "Tolley")]
    assert found(NEWS[0], asked[:3]) == []
    assert found(NEWS[0], asked) == [(text, Hollow.LISTED) for text, _ in asked[1:]]
