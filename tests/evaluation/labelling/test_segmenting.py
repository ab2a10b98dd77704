"""German segments: a new sentence, a new act, and nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.evaluation.labelling.german_marks import GERMAN
from simulator.evaluation.labelling.segmenting import segment


def pieces(text: str) -> list[str]:
    """The segments' texts."""
    return [text[span.start : span.end] for span in segment(text, GERMAN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Okay. Schick es.", ["Okay. ", "Schick es."]),
        ("Also, was ist passiert?", ["Also, was ist passiert?"]),
        ("Dana, also, was ist passiert?", ["Dana, also, was ist passiert?"]),
        (
            "Ich verstehe dich, aber ruf sie heute an, wann kannst du das machen?",
            ["Ich verstehe dich, ", "aber ruf sie heute an, ", "wann kannst du das machen?"],
        ),
        ("Du solltest den Vorstand anrufen, und wann ist der Termin?", ["Du solltest den Vorstand anrufen, ", "und wann ist der Termin?"]),
        ("Das war so; jetzt ist es anders.", ["Das war so; ", "jetzt ist es anders."]),
        ("Wenn du zurückschaust, was hat gefehlt?", ["Wenn du zurückschaust, was hat gefehlt?"]),
        ("Das ist wieder gerutscht, oder?", ["Das ist wieder gerutscht, oder?"]),
        ("Das ist spät. Oder?", ["Das ist spät. Oder?"]),
        ("Herr Dr. Hahn will es, z. B. bis Mai. Gut.", ["Herr Dr. Hahn will es, z. B. bis Mai. ", "Gut."]),
        ("Es sind 3,5 Punkte. Warum?", ["Es sind 3,5 Punkte. ", "Warum?"]),
        ("Am 3. März war es. Warum?", ["Am 3. März war es. ", "Warum?"]),
        ("Erste Zeile\nzweite Zeile", ["Erste Zeile\n", "zweite Zeile"]),
        ("Ich weiß, was du meinst.", ["Ich weiß, was du meinst."]),
        ("Was wirst du tun, und bis wann?", ["Was wirst du tun, und bis wann?"]),
        ("  Hallo.  Wie geht es dir?  ", ["  Hallo.  ", "Wie geht es dir?  "]),
        ("…", ["…"]),
        ("... Was jetzt?", ["... Was jetzt?"]),
    ],
)
def test_where_a_new_act_begins(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_without_punctuation_acts_are_still_cut() -> None:
    assert pieces("ich war gestern bei hauser und was hast du da gesagt wie hast du das gesehen was machen wir jetzt") == [
        "ich war gestern bei hauser ",
        "und was hast du da gesagt ",
        "wie hast du das gesehen ",
        "was machen wir jetzt",
    ]


@settings(max_examples=300)
@given(text=st.one_of(st.text(max_size=400), st.text(alphabet=" ,.?!…-\n—aouß'aberundwasdu", max_size=400)))
def test_segments_concatenate_to_the_text(text: str) -> None:
    spans = segment(text, GERMAN)
    assert "".join(pieces(text)) == text
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize(
    "unit",
    [
        "Wort ",
        "also ",
        "also, ",
        "… ",
        "?",
        "\n",
        "A. ",
        ", was ist ",
        "aber du solltest ",
        "oder? ",
        "bitte ",
        " - ",
        " ",
        "💬",
        "\x00",
        "\u202e",
    ],
)
def test_a_hundred_thousand_characters_are_cut(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert "".join(pieces(text)) == text
