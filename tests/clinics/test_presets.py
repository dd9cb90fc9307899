"""A clinic is warned where an answer comes ticked that only the person can give."""

import pytest

from prep.clinics.presets import preset_warnings
from tests.conftest import CLINICS


@pytest.fixture
def warned(bank, tmp_path):
    """Return a function that gives the lines and fields warned of in a clinics file."""

    def told(answers: str) -> list[str]:
        path = tmp_path / "clinics.yaml"
        path.write_text(f"clinics:\n- slug: a\n  name: Hill Clinic\n{answers}", encoding="utf-8")
        return [str(problem).split(" comes ticked")[0] for problem in preset_warnings(path, bank)]

    return told


@pytest.mark.parametrize(
    "field", ["stage: early", "er-pr: positive", "treatment: planned", "tests: [brca]", "receptors: triple-negative"]
)
def test_an_answer_about_the_illness_is_warned_of_with_its_line(warned, field):
    name = field.split(":")[0]
    assert warned(f"  answers:\n    visit-with: surgeon\n    {field}\n") == [
        f"clinics.yaml:6:{7 + len(name)}: clinic 'a': answers: {name}"
    ]


def test_an_answer_about_the_visit_is_not(warned):
    assert warned("  answers: {visit-with: surgeon, visit-by: phone, region: united-states, concerns: [trials]}") == []


def test_a_clinic_that_ticks_nothing_is_not(warned):
    assert warned("") == []


def test_an_empty_file_is_not(bank, tmp_path):
    (tmp_path / "clinics.yaml").write_text("")
    assert preset_warnings(tmp_path / "clinics.yaml", bank) == []


def test_each_clinic_is_looked_at(bank):
    assert [problem.line for problem in preset_warnings(CLINICS, bank)] == [15]
