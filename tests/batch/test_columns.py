"""What may stand in the cells of a list of visits, and what is said of all else."""

import pytest

from prep.batch.cells.answer_cells import Answered
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.columns import by_heading, columns
from prep.checklist.answers import Speaker
from prep.checklist.pack import Paper
from prep.i18n import Translator
from prep.text import letters_and_digits

ENGLISH = {"en": Translator("en")}


class German(Translator):
    """A language in which some words mean what another one means in English."""

    def text(self, english, context):
        return {"side.left": "Links", "side.right": "Left", "side.label": "Welches Knie?"}.get(context, english)


def one_answer(meant) -> tuple[str, ...]:
    """Return the options that a cell chose in the one field that it answers."""
    return next(iter(meant.answers.values()), ())


@pytest.fixture
def read(small):
    def read(heading, cell, languages=ENGLISH):
        meant = by_heading(columns(small, languages))[letters_and_digits(heading)].read(cell)
        return one_answer(meant) if isinstance(meant, Answered) else meant

    return read


@pytest.mark.parametrize("heading", ["side", "Side", "Which knee?", "which knee", " WHICH  KNEE "])
@pytest.mark.parametrize("cell", ["left", "Left", "LEFT", " left."])
def test_an_answer_is_known_by_id_and_by_label_however_it_is_spelled(read, heading, cell):
    assert read(heading, cell) == ("left",)


@pytest.mark.parametrize("cell", ["unsure", "I’m not sure", "I'm not sure", "im not sure"])
def test_not_sure_is_an_answer(read, cell):
    assert read("side", cell) == ("unsure",)


@pytest.mark.parametrize("cell", ["pain|dancing", "Pain; Dancing", "pain, The future, dancing|", "pain|dancing;future"])
def test_several_answers_stand_in_one_cell(read, cell):
    assert set(read("What is on your mind?", cell)) >= {"pain", "dancing"}


def test_a_label_with_a_comma_is_one_answer(bank):
    column = by_heading(columns(bank, ENGLISH))["concerns"]
    assert one_answer(column.read("Work, energy and daily life; money")) == ("daily-life", "money")


@pytest.mark.parametrize("heading", ["side", "concerns", "date", "for", "paper", "row"])
def test_an_empty_cell_says_nothing(read, heading):
    assert not read(heading, "")


def test_the_words_of_the_form_are_understood(read):
    assert read("Whom is the list for?", "For someone I help") is Speaker.HELPER
    assert read("Size of paper", "A4") is Paper.A4
    assert read("Your name", "Ann") == "Ann"


def test_what_is_likely_meant_is_said(read):
    with pytest.raises(CellError) as error:
        read("side", "lefft")
    guess, expected = error.value.sentences
    assert guess[1] == {"meant": "Left"}
    assert expected[1] == {"allowed": "“Left”, “Right”, “I’m not sure”"}


def test_any_language_that_is_offered_is_understood(read):
    both = ENGLISH | {"de": German("de")}
    assert read("Welches Knie?", "links", languages=both) == ("left",)
    assert read("language", "Deutsch", languages=both) == "de"
    with pytest.raises(CellError):
        read("language", "Deutsch")


def test_an_id_always_means_itself_and_a_word_that_means_two_things_nothing(read):
    class Twisted(Translator):
        def text(self, english, context):
            return {"side.right": "Left", "concerns.pain": "The future"}.get(context, english)

    both = ENGLISH | {"de": Twisted("de")}
    assert read("side", "left", languages=both) == ("left",)
    with pytest.raises(CellError):
        tuple(read("concerns", "The future", languages=both))


@pytest.mark.parametrize(
    ("heading", "cell", "meant"),
    [
        ("stage", "Stage IIB", ("early",)),
        ("stage", "IV", ("metastatic",)),
        ("stage", "Stage I or II (early)", ("early",)),
        ("treatments-now", "Ibrance; letrozole", ("palbociclib", "aromatase-inhibitor")),
        ("treatments-stopped-working", "Xeloda", ("capecitabine",)),
        ("receptors", "TNBC", ("negative",)),
        ("receptors", "HR-positive, HER2-negative", ("hr-positive-her2-negative",)),
        ("her2-level", "low", ("low",)),
        ("treatments", "chemotherapy|tamoxifen", ("chemotherapy", "tamoxifen")),
        ("tests", "PALB2", ("palb2",)),
        ("about-me", "pregnant", ("pregnant",)),
        ("age", "47", ("40-to-59",)),
    ],
)
def test_words_of_reports_and_headings_of_earlier_lists_are_understood(bank, heading, cell, meant):
    read = by_heading(columns(bank, ENGLISH))[letters_and_digits(heading)].read
    assert sorted(one_answer(read(cell))) == sorted(meant)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("stage", "=1+1"), ("stage", "r/o IV"), ("stage", "II?"), ("er-pr", "HER2 3+"), ("age", "247"),
        ("her2", "positive, low"),
    ],
)  # fmt: skip
def test_what_words_do_not_explain_is_told(bank, heading, cell):
    with pytest.raises(CellError):
        by_heading(columns(bank, ENGLISH))[letters_and_digits(heading)].read(cell)
