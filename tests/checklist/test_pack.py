from prep.bank.models import Part
from prep.checklist.pack import Extent, Pack

FITTING = {Part.NOTES, Part.ROOM_TO_WRITE, Part.TRIALS}


def test_the_sheet_alone_has_nothing_behind_it():
    assert Pack().parts(FITTING) == ()


def test_notes_are_for_everyone_and_everything_is_what_fits():
    assert Pack(Extent.NOTES).parts(FITTING) == (Part.NOTES,)
    assert Pack(Extent.EVERYTHING).parts(FITTING) == (Part.NOTES, Part.ROOM_TO_WRITE, Part.TRIALS)
