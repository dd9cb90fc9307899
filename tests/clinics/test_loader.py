"""A clinics file is read, or everything wrong with it is told where it stands."""

from pathlib import Path
from textwrap import dedent

import pytest

from prep.checklist.pack import Paper
from prep.clinics.loader import load
from prep.file_problems import FileError
from tests.conftest import CLINICS

GUIDE = Path(__file__).parents[2] / ".github" / "CLINICS.md"


def problems(bank, path) -> list[str]:
    with pytest.raises(FileError) as error:
        load(path, bank, ["en", "es"])
    return str(error.value).splitlines()


@pytest.fixture
def wrong(bank, tmp_path):
    """Return a function that tells what is wrong with a file."""

    def told(text: str | bytes) -> list[str]:
        path = tmp_path / "clinics.yaml"
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


def test_the_example_in_the_guide_can_be_used(bank, tmp_path):
    example = GUIDE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (tmp_path / "clinics.yaml").write_text(example, encoding="utf-8")
    (tmp_path / "riverside.svg").write_bytes((CLINICS.parent / "riverside.svg").read_bytes())
    clinic = load(tmp_path / "clinics.yaml", bank, ["en"])["riverside"]
    unset = {name for name, field in type(clinic).model_fields.items() if getattr(clinic, name) == field.default}
    assert unset == {"paper"}, "the example shows every key; paper happens to be Letter"


def test_every_problem_is_told_with_line_and_column(wrong):
    told = wrong(
        """\
        title: x
        clinics:
        - slug: River side
          name: 5
          accent: "#ffcc00"
          languages: [en,
            xx]
          answers: {stage: nonsense, mood: a, receptors: [unsure, triple-negative]}
          colour: red
          numbers:
            day: call us
          support:
          - name: A
        """
    )
    assert [problem.split("; its ")[0] for problem in told] == [
        "clinics.yaml:1:8: title: is not a known key; write “clinics:”, and below it each clinic with “- ” before its"
        " first key",
        "clinics.yaml:3:9: clinic 'River side': slug: is an id: use small letters, digits and hyphens,"
        " such as 'riverside'",
        "clinics.yaml:4:9: clinic 'River side': name: is a text, in quotes",
        "clinics.yaml:5:11: clinic 'River side': accent: #ffcc00 is hard to read on our light pages and paper:"
        " the contrast is 1.30:1, and 4.5:1 is needed. The nearest colour that passes is #846800",
        "clinics.yaml:7:5: clinic 'River side': we do not have the language 'xx'; we have en, es",
        "clinics.yaml:8:20: clinic 'River side': stage has no answer 'nonsense'",
        "clinics.yaml:8:36: clinic 'River side': the form asks for no 'mood'",
        "clinics.yaml:8:50: clinic 'River side': receptors takes one answer only",
        "clinics.yaml:9:11: clinic 'River side': colour: is not a known key",
        "clinics.yaml:11:10: clinic 'River side': day: is no telephone number; write it like '+1 555-010-0199'"
        " or '(555) 010-0199 ext. 12'",
        "clinics.yaml:13:5: clinic 'River side': number: is missing",
        "clinics.yaml:13:5: clinic 'River side': when: is missing",
    ]


A = "clinics:\n- slug: a\n  name: A\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("clinics:\n- slug: [", "clinics.yaml:3:"),
        ("clinics:\n- slug: a\n  slug: b", "clinics.yaml:3:3: is not valid YAML: found duplicate key"),
        (b"\xff", "is not UTF-8"),
        ("clinics:\n  slug: a", "clinics.yaml:2:3: write “clinics:”, and below it each clinic with “- ”"),
        ("clinics: [1, 2]", "clinics.yaml:1:10: write “clinics:”, and below it each clinic with “- ”"),
        ("- slug: a", "clinics.yaml:1:1: write “clinics:”, and below it each clinic with “- ”"),
        ("clinics:\n- {}", "clinics.yaml:2:3: clinic number 1: slug: is missing"),
        ("clinics:\n- 5\n- slug: b", "clinics.yaml:3:3: clinic 'b': name: is missing"),
        (f"{A}- slug: a\n  name: B", "clinics.yaml:4:9: clinic 'a': the slug is used twice"),
        (f"{A}  logo: ../a.png", "clinics.yaml:4:9: clinic 'a': logo: '../a.png' is not"),
        (f"{A}  accent_dark: '#222222'", "hard to read on our dark pages"),
        (f"{A}  accent: red", "is a colour in six hexadecimal digits"),
        (f"{A}  portal: http://a.example", "is no secure address"),
        (f"{A}  embed_origins: ['*']", "is no origin"),
        (f"{A}  paper: a5", "paper: is 'letter' or 'a4'"),
        (f"{A}  numbers: {{emergency: 911}}", "clinics.yaml:4:24: clinic 'a': emergency: is a text, in quotes"),
        (f"{A}  numbers: {{day: 0105550100}}", "day: is a text, in quotes"),
    ],
)
def test_a_problem_says_what_to_do(wrong, text, told):
    assert any(told in problem for problem in wrong(text)), wrong(text)


def test_a_file_that_is_gone_is_one_sentence(bank, tmp_path):
    assert problems(bank, tmp_path / "clinics.yaml") == ["clinics.yaml:1:1: cannot be read: No such file or directory"]


def test_a_file_in_the_older_format_is_told_how_to_be_written(bank, tmp_path):
    (tmp_path / "clinics.toml").write_text("[[clinic]]\nslug = 'a'\nname = 'A'\n")
    (told,) = problems(bank, tmp_path / "clinics.toml")
    assert told.startswith(
        "clinics.toml:1:1: is a TOML file, and clinics are written in YAML now: start with “clinics:”"
    )
