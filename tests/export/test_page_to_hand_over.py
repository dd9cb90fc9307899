"""The page that is handed over: one side, in the right order, and with all that was added."""

import pytest

from prep.bank.models import Part
from prep.checklist.answers import Speaker, Visit
from prep.checklist.changes import Changes
from prep.checklist.pack import Paper, PrintSize
from prep.clinics.models import NO_CLINIC
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.paper import ANN, CHEMO, HELPER, LATER, UNSURE, appears_in_order, checklist, fields, own, page_texts, pdf

pytestmark = pytest.mark.slow

SEEN_FIRST = [person for person in PEOPLE if "everything on" in person["name"].lower() or "HER2" in person["name"]][:6]
HOSTILE = {
    "markup": "<b>Is</b> it &amp; &lt;script&gt; {{ 7 * 7 }}?",
    "right to left": "האם אני יכולה לעבוד?",
    "emoji": "Can I dance 😀 again?",
}


def hand_over(made, paper=Paper.LETTER, size=PrintSize.STANDARD, **options):
    return page_texts(pdf(made, [Part.HAND_OVER], paper, size, **options))


def test_it_reads_in_the_right_order(bank):
    made = checklist(bank, LATER)
    (text,) = hand_over(made)
    assert appears_in_order(
        text,
        "Questions for my visit Name: Ann Lee Date: November 24, 2026 With: Dr. Quux",
        "Make your own list: prep.example.org",
        "What to say: “I brought some questions. Could we look at the first three together?”",
        "Please start with these For the clinician: please look at these with me first. It takes a minute.",
        *(line.text for line in made.top),
    )
    assert all(line.text in text for line in made.page_one)
    assert made.top[0].why not in text


def test_a_helper_says_for_whom(bank):
    (named,) = hand_over(checklist(bank, LATER, HELPER))
    assert "Questions for our visit" in named
    assert "“I am here for Ann Lee. We brought some questions." in named
    assert "please look at these with us first. It takes a minute. “I” and “my” stand for the patient." in named
    (nameless,) = hand_over(checklist(bank, LATER, Visit(speaker=Speaker.HELPER)))
    assert "“I am here to help your patient. We brought some questions." in nameless


def test_the_sentence_names_as_many_questions_as_stand_first(bank):
    first = [line.id for line in checklist(bank, LATER).top]
    for kept, said in ((0, "look at them together"), (1, "the first one together"), (2, "the first two together")):
        changes = Changes(unstarred=frozenset(first[kept:]))
        assert said in hand_over(checklist(bank, LATER, ANN, changes))[0]


def test_without_an_address_there_is_no_code(bank):
    (text,) = hand_over(checklist(bank, LATER, Visit()), address=None)
    assert "Make your own list" not in text


def test_name_and_day_left_out_can_be_written_by_hand(bank):
    made = checklist(bank, LATER, Visit())
    content = pdf(made, [Part.HAND_OVER])
    assert "Name: Date: Make your own list" in page_texts(content)[0]
    assert {"name", "date"} <= names(content)
    assert not {"name", "date"} & names(pdf(checklist(bank, LATER, ANN), [Part.HAND_OVER]))


def names(content):
    """Return the names of the fields that can be filled in."""
    return {str(field["/T"]) for field in fields(content) if "/T" in field}


def on_one_side(bank, person, paper, clinic=NO_CLINIC):
    made = checklist(bank, answers_of(person, bank).by_field, HELPER)
    texts = hand_over(made, paper, clinic=clinic)
    assert len(texts) == 1, f"{len(made.page_one)} questions"
    assert "Page 1 of 1" in texts[0]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("person", SEEN_FIRST, ids=lambda person: person["name"])
def test_it_is_one_side(bank, person, paper):
    on_one_side(bank, person, paper)


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_side_with_a_clinics_name_and_numbers(bank, clinics, paper):
    on_one_side(bank, SEEN_FIRST[0], paper, clinics["riverside"])


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_side_for_everyone(bank, paper):
    for person in PEOPLE:
        on_one_side(bank, person, paper)


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_side_for_every_patient_of_a_clinic(bank, clinics, paper):
    for person in PEOPLE:
        on_one_side(bank, person, paper, clinics["riverside"])


@pytest.mark.parametrize("size", list(PrintSize))
def test_ten_questions_of_ones_own_flow_on_and_are_all_there(bank, size):
    words = [f"{number}: {'will this be all right for me ' * 8}"[:199] + "?" for number in range(1, 11)]
    texts = hand_over(checklist(bank, LATER, ANN, own(*words)), size=size)
    assert len(texts) > 1
    whole = " ".join(texts)
    assert "My own questions" in whole
    for text in words:
        assert sum(" ".join(text.split()) in page for page in texts) == 1, f"{text[:9]} is missing or broken in two"


@pytest.mark.parametrize("answers", [LATER, CHEMO, UNSURE], ids=["later", "chemo", "unsure"])
@pytest.mark.parametrize("paper", list(Paper))
def test_large_print_breaks_only_between_questions(bank, answers, paper):
    made = checklist(bank, answers)
    texts = hand_over(made, paper, PrintSize.LARGE)
    for line in made.page_one:
        assert sum(line.text in text for text in texts) == 1, line.text


@pytest.mark.parametrize("kind", HOSTILE)
def test_words_show_as_they_were_typed(bank, kind):
    made = checklist(bank, LATER, ANN, own(HOSTILE[kind]))
    drawn = "".join(" ".join(hand_over(made)).split())
    expected = "".join(HOSTILE[kind].split())
    assert expected in drawn or expected[::-1] in drawn or all(word in drawn for word in HOSTILE[kind].split())


def test_a_word_without_a_space_is_whole(bank):
    drawn = "".join(hand_over(checklist(bank, LATER, ANN, own("W" * 200)))).replace(" ", "")
    assert "W" * 200 in drawn


def test_a_reworded_question_is_in_the_patients_words(bank):
    first = checklist(bank, LATER).top[0].id
    (text,) = hand_over(checklist(bank, LATER, ANN, Changes(wording={first: "What now, doctor?"})))
    assert "What now, doctor?" in text
