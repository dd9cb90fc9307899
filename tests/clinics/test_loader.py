"""A clinics file is read, or everything wrong with it is told where it stands."""

from pathlib import Path
from textwrap import dedent

import pytest

from prep.checklist.pack import Paper
from prep.clinics.loader import ClinicsError, load
from tests.conftest import CLINICS

README = Path(__file__).parents[2] / "README.md"


def problems(bank, path) -> list[str]:
    with pytest.raises(ClinicsError) as error:
        load(path, bank, ["en", "es"])
    return str(error.value).splitlines()


@pytest.fixture
def wrong(bank, tmp_path):
    """Return a function that tells what is wrong with a file."""

    def told(text: str | bytes) -> list[str]:
        path = tmp_path / "clinics.toml"
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return problems(bank, path)

    return told


def test_a_clinic_sets_how_its_pages_look_and_what_comes_ticked(bank):
    clinics = load(CLINICS, bank, ["en"])
    assert list(clinics) == ["riverside", "hill"]
    riverside = clinics["riverside"]
    assert riverside.name == "Riverside Cancer Center"
    assert riverside.paper is Paper.A4
    assert riverside.answers == {"stage": ("metastatic",), "concerns": ("side-effects", "trials")}
    assert riverside.support[0].when == "any day, 8 am to 8 pm"
    assert clinics["hill"].logo is None


def test_the_example_in_the_readme_can_be_used(bank, tmp_path):
    example = README.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    (tmp_path / "clinics.toml").write_text(example, encoding="utf-8")
    (tmp_path / "riverside.svg").write_bytes((CLINICS.parent / "riverside.svg").read_bytes())
    clinic = load(tmp_path / "clinics.toml", bank, ["en"])["riverside"]
    unset = {name for name, field in type(clinic).model_fields.items() if getattr(clinic, name) == field.default}
    assert unset == {"paper"}, "the example shows every key; paper happens to be Letter"


def test_every_problem_is_told_with_line_and_column(wrong):
    told = wrong(
        """\
        title = "x"
        [[clinic]]
        slug = "River side"
        name = 5
        accent = "#ffcc00"
        languages = ["en",
          "xx"]
        answers = {stage = "nonsense", mood = "a", receptors = ["unsure", "triple-negative"]}
        colour = "red"
        [clinic.numbers]
        day = "call us"
        [[clinic.support]]
        name = "A"
        """
    )
    assert [problem.split("; its ")[0] for problem in told] == [
        "clinics.toml:1:9: title: is not a known key; each clinic starts with [[clinic]]",
        "clinics.toml:3:8: clinic 'River side': slug: is an id: use small letters, digits and hyphens,"
        " such as 'riverside'",
        "clinics.toml:4:8: clinic 'River side': name: is a text, in quotes",
        "clinics.toml:5:10: clinic 'River side': accent: #ffcc00 is hard to read on our light pages and paper:"
        " the contrast is 1.30:1, and 4.5:1 is needed. The nearest colour that passes is #846800",
        "clinics.toml:7:3: clinic 'River side': we do not have the language 'xx'; we have en, es",
        "clinics.toml:8:20: clinic 'River side': stage has no answer 'nonsense'",
        "clinics.toml:8:39: clinic 'River side': the form asks for no 'mood'",
        "clinics.toml:8:56: clinic 'River side': receptors takes one answer only",
        "clinics.toml:9:10: clinic 'River side': colour: is not a known key",
        "clinics.toml:11:7: clinic 'River side': day: is no telephone number; write it like '+1 555-010-0199'"
        " or '(555) 010-0199 ext. 12'",
        "clinics.toml:13:8: clinic 'River side': number: is missing",
        "clinics.toml:13:8: clinic 'River side': when: is missing",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[clinic]]\nslug = ", "clinics.toml:2:"),
        ("[[clinic]]\nslug = 'a'\nslug = 'b'", "is not valid TOML"),
        (b"\xff", "is not UTF-8"),
        ("[clinic]\nslug = 'a'", "write [[clinic]], in two pairs of brackets"),
        ("clinic = [1, 2]", "write [[clinic]], in two pairs of brackets"),
        ("[[clinic]]", "clinics.toml:1:"),
        ("[[clinic]]\nslug='a'\nname='A'\n[[clinic]]\nslug='a'\nname='B'", "clinics.toml:5:6: clinic 'a': the slug is"),
        ("[[clinic]]\nslug='a'\nname='A'\nlogo='../a.png'", "clinics.toml:4:6: clinic 'a': logo: '../a.png' is not"),
        ("[[clinic]]\nslug='a'\nname='A'\naccent_dark='#222222'", "hard to read on our dark pages"),
        ("[[clinic]]\nslug='a'\nname='A'\naccent='red'", "is a colour in six hexadecimal digits"),
        ("[[clinic]]\nslug='a'\nname='A'\nportal='http://a.example'", "is no secure address"),
        ("[[clinic]]\nslug='a'\nname='A'\nembed_origins=['*']", "is no origin"),
        ("[[clinic]]\nslug='a'\nname='A'\npaper='a5'", "paper: is 'letter' or 'a4'"),
    ],
)
def test_a_problem_says_what_to_do(wrong, text, told):
    assert any(told in problem for problem in wrong(text)), wrong(text)


def test_a_file_that_is_gone_is_one_sentence(bank, tmp_path):
    assert problems(bank, tmp_path / "clinics.toml") == ["clinics.toml:1:1: cannot be read: No such file or directory"]
