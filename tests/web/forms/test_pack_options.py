import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.web.forms.pack_options import fields, wanted


def test_who_chooses_nothing_gets_the_sheet_on_the_usual_paper():
    assert wanted(MultiDict()) == Pack(Extent.PAGE, AboutMeLine.ILLNESS, Paper.LETTER, PrintSize.STANDARD)
    assert wanted(MultiDict(), Paper.A4).paper is Paper.A4


def test_what_was_chosen_is_carried_on():
    pack = Pack(Extent.EVERYTHING, AboutMeLine.OFF, Paper.A4, PrintSize.LARGE)
    assert wanted(MultiDict(fields(pack))) == pack


@pytest.mark.parametrize(
    "sent", [{"pack_paper": "napkin"}, {"pack_print": "tiny"}, {"pack_extent": "cover"}, {"pack_about": "all"}]
)
def test_what_we_do_not_have_is_refused(sent):
    with pytest.raises(BadRequest):
        wanted(MultiDict(sent))
