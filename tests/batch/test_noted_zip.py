"""A zip file says beside its PDFs which rows to mend and which to check, and nothing where there is nothing to say."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from prep.batch.cells.columns import columns
from prep.batch.check_notes import NAME as TO_CHECK
from prep.batch.noted_zip import TO_MEND, NotedZip
from prep.batch.runner import Doubts, Printed
from prep.batch.visit_list import open_visits
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.i18n import Translator

ENGLISH = Translator("en")
NOTHING = Doubts()
LIST = b"name,side\nAnn,left\nBo,middle\n"


@pytest.fixture
def zipped(small):
    """Return a function that zips a list, and gives the files by their names."""

    def files(to_check=NOTHING, with_bad_row=False):
        visits = open_visits(BytesIO(LIST), columns(small, {"en": ENGLISH}), small)
        _good, bad = visits.rows()
        written = BytesIO()
        output = NotedZip(written.write, visits, ENGLISH)
        output.add(Printed(2, "Ann", b"%PDF", to_check))
        if with_bad_row:
            output.leave_out(bad)
        output.close()
        content = ZipFile(written)
        return {name: content.read(name).decode("utf-8-sig") for name in content.namelist()}

    return files


def test_where_all_went_well_there_are_pdfs_only(zipped):
    assert zipped() == {"visit-0002.pdf": "%PDF"}


def test_a_row_to_mend_is_listed_with_its_reason(zipped):
    assert "Bo,middle" in zipped(with_bad_row=True)[TO_MEND]


def test_a_cancelled_visit_is_named_and_is_no_row_to_mend(small):
    visits = open_visits(BytesIO(b"name,status\nAnn,Cancelled\n"), columns(small, {"en": ENGLISH}), small)
    written = BytesIO()
    output = NotedZip(written.write, visits, ENGLISH)
    for bad in visits.rows():
        output.leave_out(bad)
    output.close()
    content = ZipFile(written)
    assert content.namelist() == [TO_CHECK]
    assert content.read(TO_CHECK).decode("utf-8-sig").startswith("Row 2, Ann: status is “Cancelled”. This")


def test_a_row_to_check_is_named(zipped, small):
    seldom = Doubts(conflicts(small, Answers.of({"age": ["old"], "implant": ["steel"]})))
    assert zipped(to_check=seldom)[TO_CHECK].startswith("Row 2: It is printed. Please check implant, age")
