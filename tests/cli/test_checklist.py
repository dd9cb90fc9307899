"""`prep checklist`, run as a nurse would."""

import json
from pathlib import Path

import pytest

CLINICS = str(Path(__file__).parents[1] / "clinics" / "clinics.yaml")


LATER = [
    "--answer=stage=metastatic",
    "--answer=receptors=hr-positive-her2-negative",
    "--answer=treatment=stopped-working",
    "--answer=concerns=side-effects",
    "--answer=concerns=trials",
]


@pytest.mark.parametrize(
    ("name", "start"), [("a.pdf", b"%PDF-1.7"), ("a.html", b"<!DOCTYPE html>"), ("a.txt", b"QUEST")]
)
def test_a_list_is_written_in_the_format_its_name_asks_for(prep, tmp_path, name, start):
    done = prep("checklist", *LATER, "--name", "Ann", "--date", "2026-11-24", "-o", tmp_path / name)
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / name).read_bytes().strip().startswith(start)


@pytest.mark.slow
def test_the_pack_is_as_the_options_say(prep, tmp_path, pdf_text):
    options = ["--paper=a4", "--print-size=large", "--extent=notes", "--about-me=off", "--for=helper"]
    done = prep("checklist", *LATER, *options, "-o", tmp_path / "a.pdf", PREP_BASE_URL="https://prep.example.org")
    assert (done.exit_code, done.output) == (0, "")
    text = pdf_text((tmp_path / "a.pdf").read_bytes())
    assert "Our questions for today" in text
    assert "Make your own list: prep.example.org" in text
    assert "Notes from the visit" in text
    assert "as we understand it" not in text


@pytest.mark.slow
def test_the_sheet_is_printed_unless_more_is_asked_for(prep, tmp_path, pdf_text):
    prep("checklist", "--answer=stage=early", "-o", tmp_path / "a.pdf")
    text = pdf_text((tmp_path / "a.pdf").read_bytes())
    assert "About me, as I understand it: stage 1 or 2" in text
    assert "Page 1 of 2" in text
    assert "Make your own list" not in text
    assert "Notes from the visit" not in text


def test_json_is_for_other_programs(prep, tmp_path):
    prep("checklist", *LATER, "-o", tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert "options-now" in [question["id"] for question in document["page_one"]]
    assert len(document["questions"]) > len(document["page_one"])


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.txt"])
def test_a_clinics_list_carries_its_numbers_and_usual_answers(prep, tmp_path, pdf_text, name):
    made = tmp_path / name
    done = prep("checklist", "--clinic=riverside", "--answer=concerns=money", "-o", made, PREP_CLINICS=CLINICS)
    assert done.exit_code == 0, done.output
    text = pdf_text(made.read_bytes()) if name == "a.pdf" else made.read_text(encoding="utf-8")
    assert "(555) 010-0100" in text
    assert "Which treatment do you suggest for me, and why?" in " ".join(text.split())


def test_a_clinics_answers_hold_until_others_are_given(prep, tmp_path):
    def kept(*arguments):
        prep("checklist", "--clinic=riverside", *arguments, "-o", tmp_path / "a.json", PREP_CLINICS=CLINICS)
        document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
        return {reason for question in document["questions"] for reason in question["reasons"]}

    assert "stage 4, metastatic" in kept()
    assert "metastatic" not in kept("--answer=stage=early")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--answer=stage=metastatik", "-o", "a.txt"], "stage is one of no-diagnosis, dcis, early"),
        (["--answer=mood=good", "-o", "a.txt"], "the fields are visit-with, stage, er-pr, her2"),
        (["--answer=stage=early", "--answer=stage=dcis", "-o", "a.txt"], "stage takes one answer only"),
        (["-o", "a.docx"], "the name must end in one of .pdf, .html, .txt, .json"),
        (["--date=tomorrow", "-o", "a.txt"], "does not match the format"),
    ],
)
def test_a_wrong_option_is_a_sentence(prep, arguments, said):
    done = prep("checklist", *arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
