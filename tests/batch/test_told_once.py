"""What may stand in a column is told once, at the first cell that is no answer."""

from io import BytesIO

from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = Translator("en")


def test_the_options_are_told_at_the_first_cell_and_that_row_at_others(bank):
    content = b"name,stage,HER2,dx\nAnn,xyz,qqq,IDC\nBo,zyx,low,IDC\nCy,metastatik,,IDC\n"
    ann, bo, cy = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows()
    assert [one.told(ENGLISH)[:40] for one in ann.unread] == [
        "stage is “xyz”. Write one of: “No diagno",
        "HER2 is “qqq”. Write one of: “HER2-negat",
    ]
    assert [one.told(ENGLISH) for one in bo.unread] == ["stage is “zyx”. Row 2 tells what may stand here."]
    assert [one.reason(ENGLISH) for one in cy.unread] == [
        "Did you mean “Stage 4 (IV): metastatic”? Row 2 tells what may stand here."
    ]
