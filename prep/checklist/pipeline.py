"""The pipeline from answers to the finished checklist: select, arrange, present. Every way in goes through here."""

from prep.bank.bank import Bank
from prep.bank.translation import Translates
from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.checklist import Checklist, build
from prep.checklist.editing import EditResult, ListEdit, apply_edit
from prep.checklist.layout import arrange
from prep.checklist.selection import select

NO_CHANGES = Changes()


def prepare(
    bank: Bank, answers: Answers, visit: Visit, translator: Translates, changes: Changes = NO_CHANGES
) -> Checklist:
    """Return the list that fits the answers, as the patient has changed it."""
    selection = select(bank, answers)
    arrangement = arrange(selection, changes)
    return build(bank, answers, visit, selection, arrangement, translator)


def prepare_edited(
    bank: Bank, answers: Answers, visit: Visit, translator: Translates, edit: ListEdit
) -> tuple[Checklist, EditResult]:
    """Return the list after one more edit, and what came of the edit."""
    selection = select(bank, answers)
    result = apply_edit(edit, bank, selection, translator)
    return build(bank, answers, visit, selection, result.arrangement, translator), result
