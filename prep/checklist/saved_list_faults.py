"""Why a file cannot be gone on from: an enumeration, each with the sentence that the person reads."""

from enum import Enum

from prep.text import noop as _


class Fault(Enum):
    """What is wrong with a file that should be an earlier list."""

    NO_FILE = _("Please choose a file first.")
    WRONG_KIND = _("This is not a PDF. Please choose the PDF that you saved here.")
    TOO_LARGE = _("This file is too large to be one of our lists. Please choose the PDF that you saved here.")
    ENCRYPTED = _("This PDF is locked. Please save a copy of it without a password, and choose that one.")
    DAMAGED = _("This file is damaged, so we could not read it. If you have another copy, please try that one.")
    NO_LIST = _(
        "Your answers are not in this PDF. They are only there if you ticked “Keep my answers in the PDF” when you"
        " made it. You can make a new list and use this one beside it."
    )
    OTHER_ATTACHMENT = _("There is another file in this PDF, and not a list from here. Please choose another PDF.")
    TOO_MUCH_INSIDE = _("There is far more in this file than a list needs. Please choose another one.")
    TOO_HARD = _("We could not make out what is in this file. If you have another copy, please try that one.")
    OTHER_SHAPE = _("The list in this file is not one that we can read. If you have another copy, please try that one.")
    NEWER = _("This list was made with a newer Visit Prep than this one. Please open it where you made it.")


class SavedListError(Exception):
    """A file cannot be gone on from."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault
