"""What is said of review, on every page and paper, hangs on the signatures alone."""

from datetime import date

import pytest

from prep.app import create_app
from prep.checklist.answers import Answers, Visit
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare
from prep.export.formats import PrintJob, to_html, to_text
from prep.i18n import ENGLISH, Translator
from prep.review_status import standing
from prep.settings import Settings
from tests.conftest import CheckedClient

UNSIGNED = "Sources checked on January 5, 2026, not yet reviewed by a clinician."
SIGNED = "Sources checked on January 5, 2026, reviewed by a clinician."


def signed(question):
    return question.model_copy(update={"reviewed_by": "Dr. Ada Example", "reviewed_on": date(2026, 1, 9)})


@pytest.fixture
def all_signed(small):
    return small.model_copy(
        update={kind: tuple(signed(one) for one in getattr(small, kind)) for kind in ("questions", "urgent")}
    )


@pytest.fixture
def all_but_one_signed(small, all_signed):
    first, *others = small.questions
    return all_signed.model_copy(update={"questions": (first, *(signed(question) for question in others))})


@pytest.fixture
def all_but_the_calls_signed(small, all_signed):
    return all_signed.model_copy(update={"urgent": small.urgent})


def test_until_all_is_signed_nothing_counts_as_reviewed(
    small, all_but_one_signed, all_but_the_calls_signed, all_signed
):
    banks = (small, all_but_one_signed, all_but_the_calls_signed, all_signed)
    assert [standing(Translator(ENGLISH), bank) for bank in banks] == [UNSIGNED, UNSIGNED, UNSIGNED, SIGNED]


@pytest.mark.parametrize("path", ["/en/checklist", "/en/sources"])
def test_pages_say_it(path, small, all_signed):
    for bank, said in ((small, UNSIGNED), (all_signed, SIGNED)):
        client = CheckedClient(create_app(Settings(), bank))
        page = client.post(path) if path == "/en/checklist" else client.get(path)
        assert said in page.text


def pack(checklist, translator):
    return to_html(PrintJob(checklist, translator, Pack()))


@pytest.mark.parametrize("write", [pack, to_text])
def test_paper_says_it(write, small, all_signed):
    translator = Translator(ENGLISH)
    for bank, said in ((small, UNSIGNED), (all_signed, SIGNED)):
        checklist = prepare(bank, Answers.of({}), Visit(), translator)
        assert said in write(checklist, translator)
