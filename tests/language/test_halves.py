"""Characters in halves: joined where both are there, and none left that no database takes and no page draws."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.language.halves import INSTEAD, Halves, mended

ANY = st.text(st.characters(), max_size=20)
HALVES = st.text(st.sampled_from("ab\ud83d\ude00\ud800\udfff\udc00é🙂"), max_size=12)


def parted(text: str) -> str:
    """Every character that can be in two halves, in two halves."""
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(int.from_bytes(data[place : place + 2], "little")) for place in range(0, len(data), 2))


@given(text=ANY)
def test_what_is_whole_stays_and_what_was_parted_is_joined(text: str) -> None:
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    assert mended(whole) == whole
    assert mended(parted(whole)) == whole


@given(text=HALVES | ANY)
def test_no_half_is_left(text: str) -> None:
    assert mended(text).encode("utf-8").decode("utf-8") == mended(text)
    assert mended(text, alone="").replace(INSTEAD, "") == mended(text).replace(INSTEAD, "")


@given(text=HALVES | ANY, data=st.data())
def test_pieces_give_what_the_whole_gives_wherever_it_is_cut(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    halves = Halves()
    pieces = [halves.whole(text[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    for piece in pieces:
        assert piece.encode("utf-8") is not None
    assert "".join([*pieces, halves.rest()]) == mended(text)
