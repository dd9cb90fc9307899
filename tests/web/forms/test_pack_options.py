import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.bank.models import Part
from prep.checklist.pack import Pack, Paper, PrintSize
from prep.web.forms.pack_options import fields, wanted

SUGGESTED = frozenset({Part.HAND_OVER, Part.NOTES})


def test_who_chooses_nothing_gets_what_we_suggest_on_letter_in_standard_print():
    assert wanted(MultiDict(), SUGGESTED) == Pack(SUGGESTED, Paper.LETTER, PrintSize.STANDARD)


def test_who_unticks_everything_gets_no_part():
    assert wanted(MultiDict([("pack_shown", "yes")]), SUGGESTED).parts == frozenset()


def test_what_was_chosen_is_carried_on():
    pack = Pack(frozenset({Part.TRIALS, Part.GUIDE}), Paper.A4, PrintSize.LARGE)
    assert wanted(MultiDict(fields(pack)), SUGGESTED) == pack


@pytest.mark.parametrize(
    "sent", [{"pack_paper": "napkin"}, {"pack_print": "tiny"}, {"pack_shown": "yes", "pack_part": "cover"}]
)
def test_what_we_do_not_have_is_refused(sent):
    with pytest.raises(BadRequest):
        wanted(MultiDict(sent), SUGGESTED)
