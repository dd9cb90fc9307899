"""The form is parted into screens of one question, each with links to those that may follow."""

from prep.web.forms.screens import screens


def test_each_question_has_a_screen_and_details_have_none(bank):
    made = screens(bank)
    assert [screen.field.id for screen in made] == ["visit-with", "stage", "er-pr", "her2", "treatment", "concerns"]
    assert not any(screen.field.detail for screen in made)


def test_a_folded_question_stands_with_the_one_before(bank):
    (treatment,) = [screen for screen in screens(bank) if screen.field.id == "treatment"]
    assert [field.id for field in treatment.folded] == ["treatments-now"]


def test_the_links_of_a_screen_lead_as_far_as_the_first_that_fits_everyone(bank):
    by_id = {screen.field.id: screen for screen in screens(bank)}
    assert [(way.to.id, way.passes_by) for way in by_id["stage"].ways_on] == [
        ("er-pr", ""),
        ("concerns", "er-pr her2 treatment"),
    ]
    assert [way.to.id for way in by_id["treatment"].ways_on] == ["concerns"]
    assert by_id["concerns"].ways_on == ()


def test_any_bank_has_screens(small):
    made = screens(small)
    assert made
    assert all(screen.ways_on for screen in made[:-1])
