"""German: each code from words that do that thing, the routing by language, and agreement with people that must not fall."""

import pytest

from simulator.codes import Code
from simulator.conversation import Conversation
from simulator.evaluation.labelling.by_language import ByLanguage
from simulator.evaluation.labelling.german import GermanLabeller
from simulator.evaluation.labelling.labeller import GERMAN, Said, TurnByTurn
from simulator.evaluation.labelling.trained import built_in
from simulator.language.languages import is_german
from tests.talks import turn
from training.german import halves, measured

LABELLER = GermanLabeller()
BOTH = ByLanguage(built_in())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Was hat dich an dem Termin am meisten überrascht?", Code.OPEN_QUESTION),
        ("Erzählen Sie mir von dem Besuch.", Code.OPEN_QUESTION),
        ("Wann läuft der Vertrag aus?", Code.CLOSED_QUESTION),
        ("Haben Sie den Einkauf erreicht?", Code.CLOSED_QUESTION),
        ("Das klingt, als wärst du ziemlich allein damit.", Code.REFLECTION),
        ("Dir fehlt jemand, der dir den Rücken freihält.", Code.REFLECTION),
        ("Ich fasse mal zusammen, der Kunde wartet, und das Lager weiß von nichts.", Code.SUMMARY),
        ("Danke, dass Sie das so offen sagen.", Code.AFFIRMATION),
        ("Das hat Mut gebraucht.", Code.AFFIRMATION),
        ("Mhm, verstehe.", Code.ACKNOWLEDGEMENT),
        ("Schicken Sie mir das Angebot bis Donnerstag.", Code.INSTRUCTION),
        ("Du musst die Berichte jeden Abend eintragen.", Code.INSTRUCTION),
        ("An deiner Stelle würde ich zuerst mit dem Lager reden.", Code.ADVICE),
        ("Sie sollten den Preis später nennen.", Code.ADVICE),
        ("Wie wäre es, wenn du einfach früher anfängst?", Code.LEADING_QUESTION),
        ("Findest du nicht, dass das zu spät war?", Code.LEADING_QUESTION),
        ("So geht das nicht.", Code.CRITICISM),
        ("Ab Januar gilt die neue Aufteilung.", Code.INFORMATION),
        ("Glaub mir, damit machst du deutlich mehr Umsatz.", Code.PERSUASION),
        ("Darf ich dir einen Gedanken dazu geben?", Code.PERMISSION),
        ("Guten Morgen!", Code.SOCIAL),
    ],
)
def test_a_german_segment_is_coded_by_what_it_does(words: str, code: Code) -> None:
    assert [one.code for one in LABELLER.label(words)] == [code]


def test_a_new_act_begins_a_segment_and_a_subordinate_clause_does_not() -> None:
    texts = [one.text for one in LABELLER.label("Ich verstehe, was du meinst, aber ruf ihn morgen an, und wann war der Termin?")]
    assert texts == ["Ich verstehe, was du meinst, ", "aber ruf ihn morgen an, ", "und wann war der Termin?"]


@pytest.mark.parametrize(
    "text", ["", " ", "…", "?!", "Straße", "ÄÖÜ\n\nß", "z. B. am 3. März", "was" * 3000, "Herr Müller, Frau Weiß, ja?"]
)
def test_segments_concatenate_to_the_text(text: str) -> None:
    assert "".join(one.text for one in LABELLER.label(text)) == text


def test_agreement_with_people_on_talks_the_rules_have_not_seen() -> None:
    held_out = measured(halves()["held out"])
    assert held_out.rows >= 150
    assert held_out.moves.kappa >= 0.53
    assert (held_out.moves.f1["ASK"] or 0) >= 0.88


def test_each_turn_is_read_in_its_own_language() -> None:
    said = [
        Said(text="What happened then?"),
        Said(text="Was ist dann passiert?"),
        Said(text="Okay.", context="Das war im Mai, und ich war krank."),
    ]
    assert BOTH.label_many(said) == [built_in().label(said[0].text), *(LABELLER.label(one.text, context=one.context) for one in said[1:])]
    assert BOTH.version == f"{built_in().version}+{LABELLER.version}"


@pytest.mark.parametrize(
    ("text", "context", "german"),
    [
        ("Okay.", "", False),
        ("Okay.", "Ich habe es nicht geschafft.", True),
        ("Questions?", "Same day. Okay.", False),
        ("So what was the reason?", "", False),
        ("Wer war da?", "", True),
        ("Tell me more.", "Das war nicht so gut.", False),
    ],
)
def test_words_tell_their_language(text: str, context: str, german: bool) -> None:
    assert is_german(text, context) is german


def test_a_german_talk_says_how_far_its_codes_can_be_trusted() -> None:
    judge = TurnByTurn(labeller=BOTH)
    assert judge.code(_talk("Morgen.", "Was ist dir gestern aufgefallen?")).note == GERMAN
    assert judge.code(_talk("Morning.", "What did you notice yesterday?")).note == ""


def _talk(*words: str) -> Conversation:
    return Conversation(turns=tuple(turn(number, text) for number, text in enumerate(words, start=1)))
