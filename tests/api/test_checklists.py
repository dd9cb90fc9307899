"""Lists from posted answers: the same as on the web, in every format."""

import json
import logging
import re
from base64 import b64decode

import pytest

from prep.app import create_app
from prep.checklist.answers import Answers
from prep.checklist.changes import OwnQuestion
from prep.checklist.former_answers import current_answers
from prep.checklist.pack import Paper
from prep.checklist.saved_list import SavedList, read
from prep.clinics.models import Clinic
from prep.i18n import Translator
from prep.pdf.errors import BusyError
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from tests.api.conftest import Caller, drawn
from tests.checklist.test_scenarios import PEOPLE, told
from tests.conftest import CheckedClient

SOME = PEOPLE[::20]
"""One in twenty: each list page is read strictly, which takes its time."""

VISIT = {"name": "Ann  <Lee>", "day": "2026-11-24", "with_whom": "Dr. Quux", "speaker": "helper"}
ON_SCREEN = {
    "printed_name": "Ann  <Lee>",
    "printed_date": "2026-11-24",
    "printed_with": "Dr. Quux",
    "list_for": "helper",
}


GROUPED = {"treatments-now": lambda item: {"linkId": "treatments-now.if-treatment", "item": [item]}}
"""Items that hang on two fields: the Questionnaire has them in a group."""


def as_answers(person, bank):
    """Return a person's answers as the API takes them: one option, or a list where a field takes many."""
    kinds = {field.id: field.kind for field in bank.accepted_fields}
    return {field: chosen[0] if kinds[field] == "one" else chosen for field, chosen in told_now(person).items()}


def told_now(person):
    """Return a person's answers, some by ids of earlier banks, with treatments under the heading that the form has."""
    return {"treatments-now" if field == "treatments" else field: chosen for field, chosen in told(person).items()}


def as_response(person, visit=VISIT):
    """Return the form as a hospital's record system would send it, filled in by the person."""
    items = [
        {"linkId": field, "answer": [{"valueCoding": {"code": option}} for option in options]}
        for field, options in told_now(person).items()
    ]
    items = [GROUPED.get(item["linkId"], lambda one: one)(item) for item in items]
    about = [
        {"linkId": "list_for", "answer": [{"valueCoding": {"code": visit["speaker"]}}]},
        {"linkId": "printed_name", "answer": [{"valueString": visit["name"]}]},
        {"linkId": "printed_date", "answer": [{"valueDate": visit["day"]}]},
        {"linkId": "printed_with", "answer": [{"valueString": visit["with_whom"]}]},
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "subject": {"reference": "Patient/1", "identifier": {"system": "urn:oid:1.2", "value": "7"}},
        "item": [*items, {"linkId": "visit_", "item": about}],
    }


@pytest.fixture(params=SOME, ids=lambda person: person["name"])
def person(request):
    return request.param


@pytest.fixture
def web(served):
    return CheckedClient(served)


@pytest.fixture
def on_web(web, bank, person):
    """Return a function that fills in the form on screen, which has today's fields only."""
    answers = current_answers(bank, Answers.of(told_now(person)))
    pairs = [(field, option) for field, options in answers.by_field.items() for option in sorted(options)]

    def fill_in(**more):
        return web.post("/en/checklist", [*pairs, *ON_SCREEN.items(), ("as_is", "yes"), *more.items()])

    return fill_in


def test_the_list_is_the_webs(caller, on_web, person, bank):
    made = caller.post("/checklist", {"answers": as_answers(person, bank), "visit": VISIT}).json
    page = on_web()
    assert [one["id"] for one in made["page_one"]] == page.kept()
    assert made["top"] == page.first()
    assert made["notices"] == [notice for notice in made["notices"] if notice in page.text]
    assert {one["id"] for one in (*made["questions"], *made["others"])} == {*page.kept(), *page.offered()}


def test_text_and_pdf_are_the_webs_to_the_letter(caller, on_web, person, bank):
    body = {"answers": as_answers(person, bank), "visit": VISIT}
    text = caller.post("/checklist.txt", body)
    assert text.header["Content-Type"] == "text/plain; charset=utf-8"
    assert text.text == on_web(format="txt").response.get_data(as_text=True)
    pdf = caller.post("/checklist.pdf", body | {"pack": {"paper": "a4", "about_me": "illness"}})
    assert pdf.header["Content-Type"] == "application/pdf"
    assert pdf.response.data == on_web(format="pdf", pack_paper="a4").response.data


def test_a_filled_in_fhir_form_gives_the_same_list_to_be_filed(caller, on_web, person, bank):
    reply = caller.post("/fhir/QuestionnaireResponse", as_response(person))
    assert reply.header["Content-Type"] == "application/fhir+json"
    assert reply.json["subject"] == {"reference": "Patient/1", "identifier": {"system": "urn:oid:1.2", "value": "7"}}
    files = {one["attachment"]["contentType"]: b64decode(one["attachment"]["data"]) for one in reply.json["content"]}
    body = {"answers": as_answers(person, bank), "visit": VISIT}
    assert json.loads(files["application/json"]) == caller.post("/checklist", body).json
    assert files["text/plain"] == on_web(format="txt").response.data
    assert files["application/pdf"] == on_web(format="pdf", pack_about="off").response.data


def test_an_empty_body_gives_the_general_list(small_caller):
    made = small_caller.post("/checklist", {}).json
    assert "which-side" in made["top"]
    assert made["bank_version"] == "1"


def test_changes_are_the_patients(small_caller):
    changes = {
        "added": ["last-dance"],
        "dropped": ["walk"],
        "starred": ["own_1", "dance"],
        "wording": {"dance": "May I\u202e dance?"},
        "own": [{"id": "own_1", "text": "Will it   snow?"}],
    }
    made = small_caller.post("/checklist", {"answers": {"side": "left"}, "changes": changes}).json
    page = {one["id"]: one for one in made["page_one"]}
    assert made["top"][:2] == ["own_1", "dance"]
    assert (page["own_1"]["text"], page["own_1"]["is_own"]) == ("Will it snow?", True)
    assert (page["dance"]["text"], page["dance"]["is_reworded"]) == ("May I dance?", True)
    assert "last-dance" in page
    assert "walk" not in page


def test_the_questions_tell_why_and_what_to_ask_kindly(small_caller):
    told = small_caller.post("/questions", {"answers": {"age": "old", "implant": ["steel"], "concerns": ["pain"]}}).json
    ask = {"ask": "New knees have implants. Is yours new?", "field": "age", "option": "new", "remedy": "change_to"}
    assert told["to_ask"] == [ask]
    by_id = {one["id"]: one for one in told["questions"]}
    assert by_id["steel-rust"]["reasons"] == ["a steel joint"]
    assert set(told["page_one"]) <= by_id.keys()
    assert "last-dance" not in told["page_one"]
    assert by_id["last-dance"]["sensitive"]


def test_a_pack_has_the_extent_the_paper_and_the_print_asked_for(small_caller):
    pack = {"extent": "notes", "paper": "a4", "print_size": "large"}
    more, usual = (small_caller.post("/checklist.pdf", body).text for body in ({"pack": pack}, {}))
    assert more.startswith("a4 large\n")
    assert "Notes from the visit" in more
    assert "Notes from the visit" not in usual


def test_parts_of_the_former_pack_still_mean_something(small_caller):
    assert "Notes from the visit" in small_caller.post("/checklist.pdf", {"pack": {"parts": ["guide", "notes"]}}).text
    assert "Notes from the visit" not in small_caller.post("/checklist.pdf", {"pack": {"parts": ["guide"]}}).text


def test_the_line_about_the_person_is_printed_only_where_it_is_asked_for(small_caller):
    answers = {"answers": {"side": "left"}}
    assert "About me" not in small_caller.post("/checklist.pdf", answers).text
    asked_for = small_caller.post("/checklist.pdf", answers | {"pack": {"about_me": "illness"}}).text
    assert "About me, as I understand it:" in asked_for


CLINIC = Clinic.model_validate(
    {"slug": "hill", "name": "Hill Clinic", "paper": "a4", "numbers": {"day": "555-0100"}, "answers": {"side": "left"}}
)


@pytest.fixture
def of_a_clinic(small):
    """A caller where there is a clinic."""
    return Caller(create_app(Settings(), small, clinics={"hill": CLINIC}, pdf=DirectMaker(drawn)))


def test_a_clinics_answers_hold_where_none_are_given(of_a_clinic):
    def kept(body):
        return {one["id"] for one in of_a_clinic.post("/questions", body).json["questions"]}

    assert "left-cartilage" not in kept({})
    assert "left-cartilage" in kept({"clinic": "hill"})
    assert "left-cartilage" not in kept({"clinic": "hill", "answers": {"side": "right"}})


def test_a_clinics_numbers_paper_and_address_are_on_its_lists(of_a_clinic):
    assert "555-0100" in of_a_clinic.post("/checklist.txt", {"clinic": "hill"}).text
    printed = of_a_clinic.post("/checklist.pdf", {"clinic": "hill"}).text
    assert printed.startswith("a4 standard\n")
    for found in ("Hill Clinic", "555-0100", "/c/hill"):
        assert found in printed
    assert of_a_clinic.post("/checklist.pdf", {"clinic": "hill", "pack": {"paper": "letter"}}).text.startswith("letter")


def test_an_unknown_clinic_is_told_with_those_that_there_are(of_a_clinic, small_caller):
    assert of_a_clinic.post("/checklist", {"clinic": "hills"}).wrong == {"#/clinic": "Must be one of: hill."}
    assert "#/clinic" in small_caller.post("/checklist", {"clinic": "hill"}).wrong


@pytest.mark.parametrize(
    ("path", "body", "pointer", "said"),
    [
        ("/questions", {"answers": {"side": "up"}}, "#/answers/side", "Must be one of: left, right, unsure."),
        ("/questions", {"answers": {"side": ["left"]}}, "#/answers/side", "Must be one of: left, right, unsure."),
        ("/questions", {"answers": {"concerns": ["pain", "x"]}}, "#/answers/concerns/1", "pain, dancing, future."),
        ("/questions", {"answers": {"x/~é": "y"}}, "#/answers/x~1~0%C3%A9", "There is no such field."),
        ("/questions", {"visit": {}}, "#/visit", "There is no such field."),
        ("/questions", {"lang": "tlh"}, "#/lang", "Must be one of: en."),
        ("/questions", [], "#", "Must be an object."),
        ("/checklist", {"visit": {"day": "24/11/2026"}}, "#/visit/day", "Must be a day, such as 2026-11-24."),
        ("/checklist", {"visit": {"name": "x" * 81}}, "#/visit/name", "at most 80 characters"),
        ("/checklist", {"visit": {"speaker": "dog"}}, "#/visit/speaker", "Must be one of: patient, helper."),
        ("/checklist", {"changes": {"starred": ["zz"]}}, "#/changes/starred/0", "Must be one of: which-side"),
        ("/checklist", {"changes": {"own": [{"id": "own_1"}]}}, "#/changes/own/0/text", "Is missing."),
        ("/checklist", {"changes": {"wording": {"walk": ""}}}, "#/changes/wording/walk", "at least 1 character"),
        (
            "/checklist",
            {"changes": {"own": [{"id": f"own_{one}", "text": "x"} for one in range(11)]}},
            "#/changes/own",
            "at most 10",
        ),
        ("/checklist.pdf", {"pack": {"parts": []}}, "#/pack/parts", "Needs at least one."),
        ("/checklist.pdf", {"pack": {"paper": "a0"}}, "#/pack/paper", "Must be one of: letter, a4."),
        (
            "/fhir/QuestionnaireResponse",
            {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [{"linkId": "nose"}]},
            "#/item/0/linkId",
            "Must be one of: side, age, implant, concerns, visit_.",
        ),
        (
            "/fhir/QuestionnaireResponse",
            {
                "resourceType": "QuestionnaireResponse",
                "status": "completed",
                "item": [{"linkId": "side", "answer": [{"valueCoding": {"code": "up"}}]}],
            },
            "#/item/0/answer/0/valueCoding/code",
            "Must be one of: left, right, unsure.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_is_allowed(small_caller, path, body, pointer, said):
    wrong = small_caller.post(path, body).wrong
    assert list(wrong) == [pointer]
    assert said in wrong[pointer]


def test_everything_that_is_wrong_is_said_at_once(small_caller):
    body = {"answers": {"side": "up", "age": "x"}, "visit": {"day": "never"}}
    assert set(small_caller.post("/checklist", body).wrong) == {"#/answers/side", "#/answers/age", "#/visit/day"}


def test_a_choice_too_long_to_read_is_not_spelled_out(caller):
    (said,) = caller.post("/checklist", {"changes": {"dropped": ["zz"]}}).wrong.values()
    assert said == "No question has this id. GET /api/v1/bank lists all."


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'{"answers": {"side": "\\ud800"}}', "application/json", 400),
        (b'{"visit": {"name": ' + b"9" * 6000 + b"}}", "application/json", 400),
        (b"[" * 5000, "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"side=left", "application/x-www-form-urlencoded", 415),
        (b"{}", "", 415),
        (b"{}", "application/json; charset=utf-8", 200),
        (b"{}", "application/fhir+json", 200),
        (b'{"visit": {"name": "' + b"x" * 1_100_000 + b'"}}', "application/json", 413),
    ],
)
def test_what_cannot_be_read_is_refused(small_caller, data, kind, status):
    assert small_caller.ask("POST", "/checklist", data=data, content_type=kind).status == status


def test_when_no_pdf_comes_of_it_the_caller_learns_when_to_try_again(small):
    def busy(*_order):
        raise BusyError("All renderers are busy.")

    reply = Caller(create_app(Settings(), small, pdf=DirectMaker(busy))).post("/checklist.pdf", {})
    assert (reply.status, reply.header["Retry-After"]) == (503, "5")
    assert reply.json["detail"] == "All renderers are busy."


ANSWERS = {"side": "left", "concerns": ["dancing"]}


@pytest.mark.parametrize("path", ["/questions", "/checklist", "/checklist.txt", "/checklist.pdf"])
def test_no_answer_is_in_a_header_or_the_log(small_caller, path, caplog):
    body = {"answers": ANSWERS} | ({} if path == "/questions" else {"visit": {"name": "Xanthippe"}})
    with caplog.at_level(logging.DEBUG):
        good, bad = small_caller.post(path, body), small_caller.post(path, body | {"visit": {"name": "Xanthippe" * 99}})
    for reply in (good, bad):
        assert not any(word in value for _name, value in reply.header for word in ("left", "dancing", "Xanthippe"))
    assert "Xanthippe" not in bad.text
    for record in caplog.records:
        assert "Xanthippe" not in record.getMessage()
        assert "dancing" not in record.getMessage()


class German(Translator):
    def text(self, english, context):  # noqa: ARG002  # as the base class has it
        return f"DE {english}"


@pytest.fixture(scope="module")
def bilingual(small):
    languages = {"en": Translator("en"), "de": German("de")}
    return Caller(create_app(Settings(), small, languages, pdf=DirectMaker(lambda *_order: b"%PDF-")))


@pytest.mark.parametrize(
    ("body", "headers", "lang"),
    [
        ({}, {}, "en"),
        ({"lang": "de"}, {}, "de"),
        ({}, {"Accept-Language": "de-AT, en;q=0.5"}, "de"),
        ({"lang": "en"}, {"Accept-Language": "de"}, "en"),
        ({}, {"Accept-Language": "tlh"}, "en"),
    ],
)
def test_the_body_or_the_caller_chooses_the_language(bilingual, body, headers, lang):
    reply = bilingual.post("/checklist", body, headers=headers)
    assert reply.json["page_one"][0]["text"].startswith("DE") == (lang == "de")
    assert reply.header["Content-Language"] == lang


def test_a_fhir_response_tells_its_language(bilingual):
    response = {"resourceType": "QuestionnaireResponse", "status": "completed", "language": "de-CH"}
    reply = bilingual.post("/fhir/QuestionnaireResponse", response)
    assert reply.json["content"][0]["attachment"]["language"] == "de"


def test_all_texts_together_have_a_limit(caller, bank):
    wording = {question.id: "x" * 200 for question in bank.questions[:26]}
    reply = caller.ask("POST", "/checklist", json={"changes": {"wording": wording}})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "#/changes")
    assert "at most 5000 characters" in reply.json["errors"][0]["detail"]


def test_answers_of_earlier_banks_are_understood_and_said_to_be_old(caller):
    old = {"stage": "early", "receptors": "triple-negative", "her2-level": "low", "treatments": ["chemotherapy"]}
    new = {"stage": "early", "er-pr": "negative", "her2": "low", "treatments": ["chemotherapy"]}
    lists = [caller.post("/checklist", {"answers": answers}).json for answers in (old, new)]
    assert lists[0] == lists[1]
    described = json.loads(caller.get("/openapi.json").text)["components"]["schemas"]["Answers"]["properties"]
    assert {name for name, one in described.items() if one.get("deprecated")} == {
        "receptors",
        "her2-level",
        "treatments",
    }


def test_what_rules_out_the_rest_is_asked_about_in_every_way_in(caller):
    both = {"tests": ["nothing-found", "brca"]}
    (asked,) = caller.post("/checklist", {"answers": both}).json["to_ask"]
    assert (asked["field"], asked["option"], asked["remedy"]) == ("tests", "nothing-found", "leave_out")
    assert caller.post("/questions", {"answers": both}).json["to_ask"] == [asked]
    item = {"linkId": "tests", "answer": [{"valueCoding": {"code": code}} for code in both["tests"]]}
    sent = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [item]}
    reply = caller.post("/fhir/QuestionnaireResponse", sent).json
    filed = {one["attachment"]["contentType"]: one["attachment"]["data"] for one in reply["content"]}
    assert json.loads(b64decode(filed["application/json"]))["to_ask"] == [asked]


def test_a_type_and_a_score_that_contradict_are_asked_about(caller):
    answers = {"receptors": "triple-negative", "her2-level": "positive"}
    asked = caller.post("/checklist", {"answers": answers}).json["to_ask"]
    assert [(one["field"], one["option"]) for one in asked] == [("her2", "negative"), ("her2", "positive")]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("er-pr", "maybe"), ("er-pr", ["positive", "negative"]), ("age", "47"), ("treatments-before", "tamoxifen"),
        ("about-me", ["man", "nobody"]), ("tests", ["x" * 10_000]), ("nodes", None.__class__.__name__), ("grade", 3),
    ],
)  # fmt: skip
def test_what_a_new_field_does_not_offer_is_refused_with_its_place(caller, field, given):
    reply = caller.post("/checklist", {"answers": {field: given}})
    assert reply.status == 422
    assert reply.json["errors"][0]["pointer"].startswith(f"#/answers/{field}")


def attached(printed: str) -> SavedList | None:
    """Return the list that a PDF carries."""
    found = re.search(r'<link rel="attachment" href="data:application/json;base64,([^"]+)"', printed)
    return read(b64decode(found[1])) if found else None


def test_a_pdf_carries_the_answers_only_where_that_is_asked_for(small_caller):
    body = {"answers": {"side": "left"}, "changes": {"own": [{"id": "own_1", "text": "May I kneel?"}]}}
    assert attached(small_caller.post("/checklist.pdf", body).text) is None
    kept = attached(small_caller.post("/checklist.pdf", body | {"pack": {"paper": "a4", "keep_answers": True}}).text)
    assert kept.chosen() == Answers.of({"side": ["left"]})
    assert kept.changes.own == (OwnQuestion("own_1", "May I kneel?"),)
    assert kept.pack.paper is Paper.A4
    assert "own_1" in {question.id for question in kept.page}


def test_what_was_posted_for_a_pdf_can_be_gone_on_from(small_caller):
    example = json.dumps({"answers": {"side": "left"}, "pack": {"keep_answers": True}, "lang": "en"})
    assert small_caller.post("/checklist.pdf", json.loads(example)).status == 200
    assert read(example.encode()).chosen() == Answers.of({"side": ["left"]})
