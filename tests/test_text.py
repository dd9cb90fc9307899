import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.text import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ann \t Lee\n", "Ann Lee"),
        ("A\u0000nn\u0007", "A nn"),
        ("\u202eAnn\u2066", "Ann"),
        ("\ud800Ann", "Ann"),
        ("Zoe\u0308", "Zoë"),
        ("👩\u200d👧 Ann", "👩\u200d👧 Ann"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("e" + "\u0301" * 50, "é" + "\u0301" * 4),
        ("x" + "\u20d0" * 50, "x" + "\u20d0" * 4),
        ("e\u200b\u0301", "é"),
        ("<b>Ann</b> & Co", "<b>Ann</b> & Co"),
    ],
    ids=[
        "spaces",
        "control",
        "direction",
        "half",
        "composed",
        "emoji",
        "persian",
        "stacked",
        "stacked elsewhere",
        "parted",
        "markup",
    ],
)
def test_text_is_kept_as_typed_but_for_what_cannot_be_printed(typed, kept):
    assert tidy(typed) == kept


PARTS = st.sampled_from(
    ["e", "ก", "\u0301", "\u0327", "\u20d0", "\u200b", "\u200d", "\ud800", " ", "\t", "가", "ᄀ", "ᅡ", "ᆨ"]
)


@given(st.text(alphabet=st.characters(codec=None)) | st.lists(PARTS, max_size=20).map("".join))
def test_tidying_twice_changes_nothing_more(typed):
    assert tidy(tidy(typed)) == tidy(typed)


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_is_left_can_be_printed(typed):
    tidied = tidy(typed)
    tidied.encode("utf-8")
    assert tidied.isprintable() or any(character in tidied for character in "\u200c\u200d")
