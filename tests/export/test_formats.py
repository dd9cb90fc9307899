import json
from datetime import date

import pytest

from prep.checklist.answers import Answers, Speaker, Visit
from prep.checklist.changes import Changes, OwnQuestion
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare
from prep.export.formats import PrintJob, to_html, to_json, to_text
from prep.i18n import Translator

ENGLISH = Translator("en")


@pytest.fixture
def checklist(small):
    answers = Answers.of({"side": ["left"], "concerns": ["pain"]})
    visit = Visit("Ann <Lee>", date(2026, 11, 24), "Dr. Quux")
    return prepare(small, answers, visit, ENGLISH)


def test_the_text_reads_well_as_plain_text(checklist):
    assert to_text(checklist, ENGLISH) == (
        "QUESTIONS FOR MY VISIT\n"
        "Name: Ann <Lee>\n"
        "Date: November 24, 2026\n"
        "With: Dr. Quux\n"
        "\n"
        "What to say: “I brought some questions. Could we look at the first three together?”\n"
        "\n"
        "We know little about left knees.\n"
        "\n"
        "PLEASE START WITH THESE\n"
        "[ ] 1. Is the cartilage in my left knee worn?\n"
        "[ ] 2. How old is my knee?\n"
        "[ ] 3. How far may I walk?\n"
        "\n"
        "IF THERE IS TIME\n"
        "[ ] 4. When can I dance again?\n"
        "\n"
        "Questions, not advice. Sources checked on January 5, 2026, not yet reviewed by a clinician. Bank 1.\n"
    )


def test_the_json_holds_the_page_and_everything_that_applies(checklist):
    document = json.loads(to_json(checklist))
    assert [question["id"] for question in document["page_one"]] == ["left-cartilage", "how-old", "walk", "dance"]
    assert [question["id"] for question in document["questions"]][-1] == "last-dance"
    assert document["page_one"][0] == {
        "id": "left-cartilage",
        "section": "knee",
        "text": "Is the cartilage in my left knee worn?",
        "standard": "Is the cartilage in my left knee worn?",
        "is_own": False,
        "is_reworded": False,
        "why": "People wonder.",
        "moment": "",
        "reasons": ["left knee", "pain is on your mind"],
        "unsaid": [],
        "is_for_all": False,
        "terms": ["cartilage"],
        "sources": [
            {
                "number": 1,
                "id": "knee-book",
                "publisher": "Knee Press",
                "title": "The Knee Book",
                "at": "Page 2",
                "url": None,
                "dated": None,
                "country": None,
            }
        ],
        "sensitive": False,
    }
    assert document["notices"] == ["We know little about left knees."]
    assert document["terms"] == [{"id": "cartilage", "term": "cartilage", "text": "The smooth end of a bone."}]
    assert document["urgent"] == []
    assert (document["trials"]["name"], document["trials"]["words"]) == ("Knee trials", ["left knee"])
    assert document["bank_version"] == "1"


def test_the_json_tells_whose_words_they_are(small):
    changes = Changes(wording={"walk": "May I run?"}, own=(OwnQuestion("own_1", "Will it snow?"),))
    made = prepare(small, Answers.of({}), Visit(), ENGLISH, changes)
    told = {one["text"]: (one["is_own"], one["is_reworded"]) for one in json.loads(to_json(made))["page_one"]}
    assert told["May I run?"] == (False, True)
    assert told["Will it snow?"] == (True, False)
    assert "IF THERE IS TIME\n[ ] 4. Will it snow?\n" in to_text(made, ENGLISH)


def test_the_json_says_what_not_to_wait_with_and_where_to_look_for_trials(bank):
    answers = Answers.of({"stage": ["metastatic"], "treatments": ["chemotherapy"]})
    document = json.loads(to_json(prepare(bank, answers, Visit(), ENGLISH)))
    assert "fever" in document["urgent"][0]["text"]
    assert "cdc-fever" in {source["id"] for source in document["urgent"][0]["sources"]}
    assert document["trials"]["words"] == ["metastatic breast cancer"]


def test_the_page_stands_alone_and_escapes_what_was_typed(checklist):
    html = to_html(PrintJob(checklist, ENGLISH, Pack()))
    assert "Ann &lt;Lee&gt;" in html
    assert "<link" not in html
    assert "@page" in html


def test_a_helped_persons_name_is_printed_as_typed(small):
    visit = Visit("Ann <b>Lee</b>", speaker=Speaker.HELPER)
    made = prepare(small, Answers.of({}), visit, ENGLISH)
    assert "<b>Lee" not in to_html(PrintJob(made, ENGLISH, Pack()))
    assert "I am here for Ann <b>Lee</b>." in to_text(made, ENGLISH)
