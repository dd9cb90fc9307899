"""Many visits become PDFs: in order, several at once, and no more of them in memory than are under way."""

import threading
import time
from dataclasses import replace
from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.rows import BadRow, Row
from prep.batch.runner import AlreadyPrinted, Batch, BlockedError, Doubts, KeptError, Printed, in_order, remark
from prep.batch.visit_list import open_visits
from prep.checklist.answers import Answers, Visit
from prep.checklist.pack import Paper, PrintSize
from prep.clinics.models import Clinic
from prep.i18n import Translator
from prep.pdf.errors import BusyError

ENGLISH = {"en": Translator("en")}


def row(number, name="", **answers) -> Row:
    return Row(number, (name,), Answers.of(answers), Visit(name), None, None, None)


def drawn(html, *_sizes) -> bytes:
    return html.encode()


def page(batch, one) -> str:
    made = batch.make(one, drawn)
    assert isinstance(made, Printed)
    return made.pdf.decode()


@pytest.fixture
def batch(small):
    return Batch(small, ENGLISH, "en")


def test_name_and_row_stand_on_every_sheet(batch):
    assert "Row 7: Ann" in page(batch, row(7, "Ann"))
    assert "<bdi>Row 8</bdi>" in page(batch, row(8))


def test_answers_choose_the_questions(batch):
    assert "We know little about left knees." in page(batch, row(2, side=["left"]))
    assert "We know little about left knees." not in page(batch, row(2, side=["right"]))


def test_a_clinics_usual_answers_hold_for_cells_left_blank(small):
    clinic = Clinic.model_validate({"slug": "c", "name": "Knee House", "answers": {"side": "left"}})
    batch = Batch(small, ENGLISH, "en", clinic=clinic)
    assert "Knee House" in page(batch, row(2))
    assert "We know little about left knees." in page(batch, row(2))
    assert "We know little about left knees." not in page(batch, row(2, side=["right"]))


def test_no_usual_answer_takes_the_place_of_a_cell_that_could_not_be_read(bank):
    usual = {"stage": "early", "treatments-now": "tamoxifen", "visit-with": "medical-oncologist"}
    clinic = Clinic.model_validate({"slug": "c", "name": "Breast House", "answers": usual})
    batch = Batch(bank, ENGLISH, "en", clinic=clinic)
    content = b"name,date,dx,meds\nAnn,,r/o mets,letrozole\nBo,tomorrow,,letrozole?\nCy,,MBC,letrozole?\nDo,,,\n"
    rows = open_visits(BytesIO(content), columns(bank, ENGLISH), bank).rows()
    ann, bo, cy, do = (batch.answers(row).by_field if isinstance(row, Row) else None for row in rows)
    assert ann == {"treatments-now": {"aromatase-inhibitor"}, "visit-with": {"medical-oncologist"}}
    assert bo is None, "it can be read in no cell that asks"
    assert cy == {"stage": {"metastatic"}, "visit-with": {"medical-oncologist"}}
    assert do == {field: {option} for field, option in usual.items()}


def test_an_earlier_banks_column_that_cannot_be_read_leaves_todays_fields_open(bank):
    asks = {column.id: set(column.asks) for column in columns(bank, ENGLISH)}
    assert asks["her2-level"] == {"her2"}
    assert asks["treatments"] >= {"treatments-now", "treatments-suggested"}
    assert asks["er-pr/ER"] == {"er-pr"}


def test_answers_that_seldom_go_together_are_printed_and_named(batch):
    made = batch.make(row(2, age=["old"], implant=["steel"]), drawn)
    assert b"steel joint" in made.pdf
    (conflict,) = made.to_check.seldom
    assert remark(conflict, ENGLISH["en"]) == (
        "It is printed. Please check implant, age: these answers seldom go together."
        " You could ask: “New knees have implants. Is yours new?”"
    )
    assert batch.make(row(3, age=["new"], implant=["steel"]), drawn).to_check == Doubts()


def test_it_is_told_again_where_an_earlier_run_printed_it(batch):
    def render(*_order):
        raise KeptError

    assert batch.make(row(2, age=["old"], implant=["steel"]), render).to_check.seldom


@pytest.mark.parametrize(
    ("raised", "kind"),
    [(KeptError(), AlreadyPrinted), (BusyError(), BadRow), (BlockedError("Something else."), BadRow)],
)
def test_what_a_renderer_cannot_do_stays_with_its_row(batch, raised, kind):
    def render(*_order):
        raise raised

    outcome = batch.make(row(5, "Ann"), render)
    assert isinstance(outcome, kind)
    assert outcome.number == 5


def test_all_come_in_the_order_of_the_list_however_long_each_takes():
    def make(one):
        time.sleep(0.02 if one.number % 2 else 0)
        return AlreadyPrinted(one.number)

    rows = [BadRow(number, (), ()) if number % 5 == 0 else row(number) for number in range(1, 21)]
    assert [outcome.number for outcome in in_order(rows, make, 4)] == list(range(1, 21))


def test_a_long_list_is_read_only_as_far_as_it_is_worked_on():
    read, at_once, most = [0], [0], [0]
    counting = threading.Lock()

    def rows():
        for number in range(1, 200):
            read[0] = number
            yield row(number)

    def make(one):
        with counting:
            at_once[0] += 1
            most[0] = max(most[0], at_once[0])
        time.sleep(0.001)
        with counting:
            at_once[0] -= 1
        return AlreadyPrinted(one.number)

    for outcome in in_order(rows(), make, 3):
        assert read[0] - outcome.number <= 6
    assert most[0] <= 3


def test_who_stops_in_the_middle_waits_only_for_what_is_under_way():
    made = []

    def make(one):
        time.sleep(0.01)
        made.append(one.number)
        return AlreadyPrinted(one.number)

    outcomes = in_order(map(row, range(1, 1000)), make, 2)
    next(outcomes)
    outcomes.close()
    assert len(made) < 10


def test_a_rows_own_paper_and_size_of_print_reach_the_pdf(batch):
    printed_on = []

    def render(_html, *sizes) -> bytes:
        printed_on.append(sizes)
        return b""

    batch.make(row(2), render)
    batch.make(replace(row(3), paper=Paper.A4, print_size=PrintSize.LARGE), render)
    assert printed_on == [(Paper.LETTER, PrintSize.STANDARD), (Paper.A4, PrintSize.LARGE)]
