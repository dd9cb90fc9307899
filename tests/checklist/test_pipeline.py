from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.editing import Action, Command, ListEdit
from prep.checklist.pipeline import prepare, prepare_edited
from prep.i18n import Translator

LEFT = Answers.of({"side": ["left"]})
ENGLISH = Translator("en")


def ids(checklist) -> list[str]:
    return [question.id for question in checklist.page_one]


def test_answers_become_a_list_as_the_patient_changed_it(small):
    assert "walk" in ids(prepare(small, LEFT, Visit(), ENGLISH))
    assert "walk" not in ids(prepare(small, LEFT, Visit(), ENGLISH, Changes().drop("walk")))


def test_an_edit_gives_the_same_list_as_its_changes_do(small):
    edit = ListEdit(Changes().star("dance"), command=Command(Action.DROP, "walk"), typed={"new": "May I sing?"})
    checklist, result = prepare_edited(small, LEFT, Visit(), ENGLISH, edit)
    assert result.changes == Changes().star("dance").write("May I sing?").drop("walk")
    assert checklist == prepare(small, LEFT, Visit(), ENGLISH, result.changes)
