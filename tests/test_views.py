"""The three steps as a browser without scripts walks them, on the real bank."""

from tests.page import words

LATER = {"stage": "metastatic", "receptors": "hr-positive-her2-negative", "treatment": "stopped-working"}


def told(page) -> dict[str, list[str]]:
    fields = {}
    for name, value in page.fields():
        fields.setdefault(name, []).append(value)
    return fields


def test_the_front_door_leads_to_the_form(client):
    page = client.get("/")
    assert (page.status, page.response.headers["Location"]) == (302, "/en/")


def test_the_form_asks_everything_in_the_bank(client, bank):
    page = client.get("/en/")
    assert page.heading == "Get ready for your visit"
    asked = [words(legend) for legend in page.all("legend")]
    assert asked == [field.label for field in bank.fields]
    for field in bank.fields:
        assert [box.get("value") for box in page.all(f"input[@name='{field.id}']")] == [o.id for o in field.options]


def test_detail_is_folded_away_until_it_is_used(client):
    assert all("open" not in fold.attrib for fold in client.get("/en/").all("details"))
    page = client.post("/en/", {"menopause": "after"})
    assert [words(fold.find("summary")) for fold in page.all("details[@open]")] == ["Add more detail, if you know it"]


def test_an_empty_form_still_gives_a_good_list(client):
    page = client.list_for()
    assert (page.status, page.heading) == (200, "Your questions")
    assert len(page.kept()) == 12
    assert "what-stage" in page.kept()[:3]


def test_the_list_shows_the_top_three_then_sections(client):
    page = client.list_for(**LATER)
    assert words(page.all("h2")[0]) == "Ask these first"
    assert len(page.one("section[@class='top-three']").findall(".//li[@class='question']")) == 3


def test_each_question_says_why_it_is_there_and_where_it_comes_from(client):
    page = client.list_for(**LATER)
    (line,) = [item for item in page.all("li[@class='question']") if "options-now" in str(item.find(".//input").attrib)]
    assert words(line.find(".//p[@class='because']")) == "Because you told us: treatment stopped working."
    assert line.find(".//p[@class='why']") is not None
    assert "Everyday Health" in words(line.find(".//p[@class='source']"))


def test_words_on_the_page_are_explained(client):
    page = client.list_for(**LATER)
    explained = [words(term) for term in page.all("section[@aria-labelledby='terms-title']//dfn")]
    explained = [term.removesuffix(":") for term in explained]
    assert "ESR1" in explained
    assert explained == sorted(explained, key=str.casefold)


def test_her2_positive_people_are_told_what_the_list_lacks(client):
    page = client.list_for(stage="early", receptors="her2-positive-hr-negative")
    assert any("HER2-negative cancer" in words(notice) for notice in page.all("p[@class='notice']"))
    assert len(page.kept()) == 12


def test_a_dropped_question_leaves_and_can_come_back(client):
    first = client.list_for(**LATER)
    gone = first.kept()[5]
    without = [(name, value) for name, value in first.fields() if value != gone]
    second = client.post("/en/checklist", without)
    assert gone not in second.kept()
    assert gone in second.offered()
    third = client.post("/en/checklist", [*second.fields(), ("keep_id", gone)])
    assert third.kept() == first.kept()


def test_more_questions_can_be_added(client):
    first = client.list_for(**LATER)
    wanted = "cost"
    assert wanted in first.offered()
    second = client.post("/en/checklist", [*first.fields(), ("keep_id", wanted)])
    assert wanted in second.kept()
    assert len(second.kept()) == len(first.kept()) + 1


def test_everything_can_be_dropped(client):
    first = client.list_for(**LATER)
    page = client.post("/en/checklist", [pair for pair in first.fields() if pair[0] != "keep_id"])
    assert page.kept() == []
    assert "Your page is empty" in page.text


def test_nothing_is_lost_by_changing_answers_and_back(client):
    first = client.list_for(**LATER, concerns="side-effects", printed_name="Ann", printed_date="2026-11-24")
    fewer = [(name, value) for name, value in first.fields() if value != "options-now"]
    form = client.post("/en/", [*fewer, ("keep_id", "cost")])
    assert form.chosen("stage") == ["metastatic"]
    assert form.chosen("concerns") == ["side-effects"]
    assert form.one("input[@name='printed_name']").get("value") == "Ann"
    assert form.one("input[@name='printed_date']").get("value") == "2026-11-24"
    again = client.post("/en/checklist", form.fields())
    assert "options-now" not in again.kept()
    assert "cost" in again.kept()


def test_sensitive_questions_wait_under_their_own_heading(client):
    page = client.list_for(**LATER)
    assert "time-left" not in page.kept()
    (fold,) = [fold for fold in page.all("details[@class='extra']") if "lies ahead" in words(fold.find("summary"))]
    assert "open" not in fold.attrib
    assert "time-left" in [box.get("value") for box in fold.iter("input")]


def test_ticking_the_concern_brings_a_sensitive_question_to_the_page(client, bank):
    page = client.list_for(**LATER, concerns="outlook")
    sensitive = {question.id for question in bank.questions if question.sensitive}
    assert sensitive & set(page.kept())


CONTRADICTION = {"stage": "early", "treatment": "metastatic-later", "printed_name": "Ann"}


def test_a_stage_as_first_told_is_asked_about_kindly(client):
    page = client.list_for(**CONTRADICTION)
    assert page.status == 200
    assert "Has it spread since you were first told the stage?" in page.text
    assert told(page)["stage"] == ["early"]
    assert told(page)["printed_name"] == ["Ann"]


def test_one_tap_changes_the_stage(client):
    page = client.list_for(**CONTRADICTION)
    button = page.one("button[@name='change_to']")
    assert words(button) == "Yes. Change my answer to “Stage IV (metastatic)”"
    changed = client.post("/en/checklist", [*page.fields(), ("change_to", button.get("value"))])
    assert changed.heading == "Your questions"
    assert told(changed)["stage"] == ["metastatic"]


def test_going_on_as_it_is_is_always_possible_and_is_not_asked_again(client):
    page = client.list_for(**CONTRADICTION)
    listed = client.post("/en/checklist", [*page.fields(), ("as_is", "yes")])
    assert listed.heading == "Your questions"
    assert told(listed)["stage"] == ["early"]
    assert client.post("/en/checklist", listed.fields()).heading == "Your questions"


def test_the_pdf_is_a_neutral_file(client):
    page = client.list_for(**LATER, format="pdf")
    assert page.response.mimetype == "application/pdf"
    assert page.response.headers["Content-Disposition"] == 'attachment; filename="Questions for my visit.pdf"'
    assert page.response.data.startswith(b"%PDF-")


def test_the_pdf_holds_what_the_person_kept(client, pdf_text):
    first = client.list_for(**LATER)
    fewer = [(name, value) for name, value in first.fields() if value != "options-now"]
    text = pdf_text(client.post("/en/checklist", [*fewer, ("keep_id", "cost"), ("format", "pdf")]).response.data)
    assert "What might I have to pay for my treatment?" in text
    assert "What are my options now" not in text


def test_plain_text_opens_in_the_browser(client):
    page = client.list_for(**LATER, printed_name="Ann", format="txt")
    text = page.response.get_data(as_text=True)
    assert page.response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("QUESTIONS FOR MY VISIT\nName: Ann\n")
    assert "[ ] What are my options now, in the order you would try them?" in text
