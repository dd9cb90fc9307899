"""The page that is handed over: one side, in the right order, and with all that was added."""

import re
from datetime import date

import pytest

from prep.checklist.answers import Speaker, Visit
from prep.checklist.changes import Changes
from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.clinics.models import NO_CLINIC
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.paper import (
    ANN,
    CHEMO,
    HELPER,
    LATER,
    UNSURE,
    appears_in_order,
    checklist,
    fields,
    own,
    page_texts,
    pdf,
    type_sizes,
)
from tests.people import is_early

pytestmark = pytest.mark.slow

SEEN_FIRST = [person for person in PEOPLE if "HER2" in person["name"]][:6]
LONG_NAMES = Visit("Maria Magdalena " * 5, date(2026, 12, 1), "Dr. Bartholomew " * 5, Speaker.HELPER)
EVERY_MEDICINE = LATER | {
    "treatments-now": ["fulvestrant", "abemaciclib", "bone-medicine", "ovarian-suppression", "trial-medicine"],
    "treatments-suggested": ["capivasertib", "chemotherapy", "antibody-drug-conjugate"],
}
HOSTILE = {
    "markup": "<b>Is</b> it &amp; &lt;script&gt; {{ 7 * 7 }}?",
    "right to left": "האם אני יכולה לעבוד?",
    "emoji": "Can I dance 😀 again?",
}


def sheet(made, pack=Pack(), **options):  # noqa: B008  # frozen
    """Return the words of each side of the front: what comes before the back."""
    texts = page_texts(pdf(made, pack, **options))
    back = next(place for place, text in enumerate(texts) if text.startswith("What to say"))
    return texts[:back]


def test_it_reads_in_the_right_order(bank):
    made = checklist(bank, LATER)
    (text,) = sheet(made)
    assert appears_in_order(
        text,
        "My questions for today Name: Ann Lee Date: November 24, 2026 With: Dr. Quux",
        "About me, as I understand it: stage 4, metastatic · ER-positive or PR-positive · HER2-negative",
        "Please start with these three",
        *(f"{number} {line.text}" for number, line in enumerate(made.top, 1)),
        "If there is time",
        *(f"{number} {line.text}" for number, line in enumerate(made.rest, 4)),
        "Before I leave What happens next, and when? Who do I call, by day and at night?",
        "Questions, not advice.",
    )
    assert made.top[0].why not in text


def test_below_each_of_the_first_three_there_is_room_to_write_and_type(bank):
    made = checklist(bank, LATER)
    places = {str(one["/T"]): one["/Rect"] for one in fields(pdf(made)) if "/T" in one}
    for line in made.top:
        box = places[f"answer-{line.id}"]
        assert float(box[2]) - float(box[0]) > 400
        assert abs(float(box[3]) - float(box[1])) > 20
    assert not {f"answer-{line.id}" for line in made.rest} & places.keys()


def test_a_helper_says_for_whom(bank):
    (text,) = sheet(checklist(bank, LATER, HELPER))
    assert "Our questions for today" in text
    assert "About the patient, as we understand it: stage 4" in text
    assert "“I” and “my” stand for the patient." in text
    assert "Before we leave" in text


def test_the_heading_names_as_many_questions_as_stand_first(bank):
    first = [line.id for line in checklist(bank, LATER).top]
    for kept, said in ((1, "start with this one"), (2, "start with these two"), (3, "start with these three")):
        (text,) = sheet(checklist(bank, LATER, ANN, Changes(unstarred=frozenset(first[kept:]))))
        assert said in text
    (text,) = sheet(checklist(bank, LATER, ANN, Changes(unstarred=frozenset(first))))
    assert "Please start" not in text


def test_name_day_and_doctor_left_out_can_be_written_by_hand(bank):
    blank = pdf(checklist(bank, LATER, Visit()))
    assert "My questions for today Name: Date: With:" in page_texts(blank)[0]
    assert {"name", "date", "with"} <= names(blank)
    assert not {"name", "date", "with"} & names(pdf(checklist(bank, LATER, ANN)))


def names(content):
    """Return the names of the fields that can be filled in."""
    return {str(field["/T"]) for field in fields(content) if "/T" in field}


def test_the_line_about_the_person_can_be_switched_off(bank):
    made = checklist(bank, LATER | {"concerns": ["side-effects", "money"]})
    (text,) = sheet(made)
    assert "on my mind" not in text
    (text,) = sheet(made, Pack(about_me=AboutMeLine.WORRIES))
    assert "treatment stopped working · on my mind: Side effects Please start" in text
    (text,) = sheet(made, Pack(about_me=AboutMeLine.OFF))
    assert "With: Dr. Quux Please start with these three" in text


def test_in_a_list_of_visits_the_line_is_to_be_checked(bank):
    (text,) = sheet(checklist(bank, LATER), whose="Row 3: Ann Lee")
    assert "From the clinic’s list, please check: stage 4, metastatic" in text
    assert "as I understand it" not in text


def test_numbers_of_the_clinic_stand_where_others_write_them(bank, clinics):
    (text,) = sheet(checklist(bank, LATER), clinic=clinics["riverside"])
    numbers = clinics["riverside"].numbers
    assert f"Whom to call: By day: {numbers.day} Nights and weekends: {numbers.after_hours}" in text
    assert "Who do I call" not in text


def on_one_side(made, paper, clinic=NO_CLINIC, about_me=AboutMeLine.WORRIES):
    content = pdf(made, Pack(paper=paper, about_me=about_me), clinic=clinic)
    texts = page_texts(content)
    assert len(texts) == 2, f"{len(made.page_one)} questions"
    assert "Page 1 of 2" in texts[0]
    assert texts[1].startswith("What to say")
    return content


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("person", SEEN_FIRST, ids=lambda person: person["name"])
def test_it_is_one_side_and_its_back(bank, person, paper):
    content = on_one_side(checklist(bank, answers_of(person, bank).by_field, HELPER), paper)
    assert min(type_sizes(content)) >= 11.5


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_side_with_a_clinic_long_names_and_many_medicines(bank, clinics, paper):
    on_one_side(checklist(bank, EVERY_MEDICINE, LONG_NAMES), paper, clinics["riverside"])


@pytest.mark.pdfua
@pytest.mark.parametrize(
    ("paper", "visit", "people"),
    [(Paper.LETTER, ANN, PEOPLE), (Paper.LETTER, Visit(), PEOPLE[::3]), (Paper.A4, HELPER, PEOPLE)],
    ids=["ann", "blank", "helper"],
)
def test_it_is_one_side_for_everyone(bank, paper, visit, people):
    for person in people:
        on_one_side(checklist(bank, answers_of(person, bank).by_field, visit), paper)


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_side_for_every_patient_of_a_clinic(bank, clinics, paper):
    for person in PEOPLE[::4]:
        on_one_side(checklist(bank, answers_of(person, bank).by_field, HELPER), paper, clinics["riverside"])


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_large_print_takes_two_sides_at_most(bank, paper):
    for person in PEOPLE:
        made = checklist(bank, answers_of(person, bank).by_field)
        assert len(sheet(made, Pack(paper=paper, print_size=PrintSize.LARGE))) <= 2, person["name"]


@pytest.mark.parametrize("size", list(PrintSize))
def test_three_questions_of_ones_own_come_before_ours(bank, size):
    words = ["May I travel?", "Can I go to the wedding in June?", "Is my sister at risk?"]
    made = checklist(bank, LATER, ANN, own(*words))
    texts = sheet(made, Pack(print_size=size))
    assert len(texts) == (1 if size is PrintSize.STANDARD else 2)
    assert appears_in_order(" ".join(texts), "If there is time", *words, made.rest[3].text)


@pytest.mark.parametrize("size", list(PrintSize))
def test_ten_questions_of_ones_own_flow_on_and_are_all_there(bank, size):
    words = [f"{number}: {'will this be all right for me ' * 8}"[:199] + "?" for number in range(1, 11)]
    texts = sheet(checklist(bank, LATER, ANN, own(*words)), Pack(print_size=size))
    assert len(texts) > 1
    for text in words:
        assert sum(" ".join(text.split()) in page for page in texts) == 1, f"{text[:9]} is missing or broken in two"


@pytest.mark.parametrize("answers", [LATER, CHEMO, UNSURE], ids=["later", "chemo", "unsure"])
@pytest.mark.parametrize("paper", list(Paper))
def test_large_print_breaks_only_between_questions(bank, answers, paper):
    made = checklist(bank, answers)
    texts = sheet(made, Pack(paper=paper, print_size=PrintSize.LARGE))
    for line in made.page_one:
        assert sum(line.text in text for text in texts) == 1, line.text


@pytest.mark.parametrize("kind", HOSTILE)
def test_words_show_as_they_were_typed(bank, kind):
    made = checklist(bank, LATER, ANN, own(HOSTILE[kind]))
    drawn = "".join(" ".join(sheet(made)).split())
    expected = "".join(HOSTILE[kind].split())
    assert expected in drawn or expected[::-1] in drawn or all(word in drawn for word in HOSTILE[kind].split())


def test_a_word_without_a_space_is_whole(bank):
    drawn = "".join(sheet(checklist(bank, LATER, ANN, own("W" * 200)))).replace(" ", "")
    assert "W" * 200 in drawn


def test_a_reworded_question_is_in_the_patients_words(bank):
    first = checklist(bank, LATER).top[0].id
    (text,) = sheet(checklist(bank, LATER, ANN, Changes(wording={first: "What now, doctor?"})))
    assert "What now, doctor?" in text


@pytest.mark.pdfua
@pytest.mark.parametrize("extent", [Extent.PAGE, Extent.EVERYTHING])
def test_an_early_stage_pack_never_says_metastatic(bank, extent):
    for person in PEOPLE:
        answers = answers_of(person, bank).by_field
        if is_early(answers):
            text = " ".join(page_texts(pdf(checklist(bank, answers), Pack(extent))))
            assert not re.search("metasta", text, re.IGNORECASE), person["name"]
