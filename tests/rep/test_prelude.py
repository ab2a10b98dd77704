"""What a model puts in front of its words is left out, and words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.rep.prelude import spoken

NAME = "Ravi Patel"


def heard(*pieces: str) -> str:
    """What is said of these pieces."""
    return "".join(spoken(iter(pieces), NAME))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Well, twice a week.", "Well, twice a week."),
        ("Ravi: Twice.", "Twice."),
        ("Ravi Patel: Twice.", "Twice."),
        ("**Ravi:** Twice.", "Twice."),
        ("Ravi agreed.", "Ravi agreed."),
        ("Ravi", "Ravi"),
        ("*sighs* Twice.", "Twice."),
        ("*Sighs.* Twice.", "Twice."),
        ("(pause) twice.", "twice."),
        ("[looks away] *shrugs* Ravi: Twice.", "Twice."),
        ("*sighs*", ""),
        ("*Really* sorry about that.", "*Really* sorry about that."),
        ("*Twice*, I said.", "*Twice*, I said."),
        ("**Twice** a week.", "**Twice** a week."),
        ("*", "*"),
        ("“Twice a week.”", "Twice a week."),
        ('Ravi: "Twice a week."', "Twice a week."),
        ('"Whatever you need" is what they said.', "Whatever you need is what they said."),
        ('They said "twice" to me.', 'They said "twice" to me.'),
        ('"', '"'),
        ("", ""),
    ],
)
def test_however_it_is_cut_into_pieces(text: str, said: str) -> None:
    assert heard(text) == said
    assert heard(*text) == said
    assert heard(*(text[at : at + 3] for at in range(0, len(text), 3))) == said


@given(text=st.text(alphabet=st.characters(exclude_characters='*_([“"„«»'), max_size=60))
def test_nothing_is_lost_of_plain_words(text: str) -> None:
    pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
    assert heard(*pieces) == text.lstrip().removeprefix("Ravi:").removeprefix("Ravi Patel:").lstrip()


def test_words_are_passed_on_as_they_come() -> None:
    assert list(spoken(iter(["Well", ", I", " think"]), NAME)) == ["Well", ", I", " think"]
