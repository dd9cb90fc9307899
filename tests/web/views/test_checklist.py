"""The list as a browser without scripts meets it, on the real bank."""

import pytest

from prep.app import create_app
from prep.pdf.errors import BusyError, FailedError, OverrunError
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from tests.conftest import CheckedClient
from tests.page import words
from tests.web.views.conftest import pressed

LATER = {"stage": "metastatic", "er-pr": "positive", "her2": "negative", "treatment": "stopped-working"}
OPTIONS = "What are my options now, in the order you would try them?"
COST = "What might I have to pay for my treatment?"


def told(page) -> dict[str, list[str]]:
    fields = {}
    for name, value in page.fields():
        fields.setdefault(name, []).append(value)
    return fields


@pytest.fixture
def little(small):
    """The site with a small bank, where what is tried does not hang on the questions: its pages are read sooner."""
    return CheckedClient(create_app(Settings(), small))


def test_an_empty_form_still_gives_a_good_list(client):
    page = client.list_for()
    assert (page.status, page.heading) == (200, "Your questions")
    assert len(page.kept()) == 12
    assert "what-stage" in page.kept()[:3]


def test_the_list_shows_the_top_three_then_sections(client):
    page = client.list_for(**LATER)
    assert [words(heading) for heading in page.all("h2")[:2]] == ["Ask these first (3)", "If there is time (9)"]
    assert page.first() == page.kept()[:3]
    assert len(page.first()) == 3


def test_each_question_says_why_it_is_there_and_where_it_comes_from(client):
    card = client.list_for(**LATER).card("options-now")
    assert words(card.find(".//p[@class='because']")) == (
        "Often decided when a treatment has stopped working. Because you told us: treatment stopped working."
    )
    assert card.find(".//p[@class='why']") is not None
    assert "Everyday Health" in words(card.find(".//p[@class='source']"))


def because(page, question) -> str:
    return words(page.card(question).find(".//p[@class='because']"))


def test_a_question_never_says_that_it_fits_everyone_when_it_hangs_on_something_left_blank(client):
    blank = client.list_for()
    assert because(blank, "what-stage") == "Because you did not say: the stage."
    assert because(blank, "suggested-and-why") == "Often asked when it is not clear yet what comes next."
    assert because(blank, "inherited-gene-test") == "This one fits most people."
    some = client.list_for(stage="metastatic", her2="negative", concerns="choosing-treatment")
    assert because(some, "suggested-and-why") == (
        "Often asked when cancer has spread. Because you told us: choosing a treatment is on your mind."
    )
    local = client.list_for(stage="dcis", treatment="after-surgery", concerns="fear-of-return")
    assert because(local, "weigh-return").startswith("Because you told us: stage 0 (DCIS)")
    unsure = client.list_for(stage="unsure")
    assert because(unsure, "what-stage") == "Because you told us: not sure of the stage."


def test_words_on_the_page_are_explained(client):
    page = client.list_for(**LATER)
    explained = [words(term) for term in page.all("section[@aria-labelledby='terms-title']//dfn")]
    explained = [term.removesuffix(":") for term in explained]
    assert "ESR1" in explained
    assert explained == sorted(explained, key=str.casefold)


def test_people_are_told_what_the_list_lacks(small):
    page = CheckedClient(create_app(Settings(), small)).list_for(side="left")
    assert [words(notice) for notice in page.all("p[@class='notice']")] == ["We know little about left knees."]


def test_a_question_taken_off_leaves_and_can_come_back(client, press):
    first = client.list_for(**LATER)
    gone = first.kept()[5]
    second = press(first, f"drop {gone}")
    assert gone not in second.kept()
    assert gone in second.offered()
    assert sorted(press(second, f"add {gone}").kept()) == sorted(first.kept())


def test_more_questions_can_be_added(client, press):
    first = client.list_for(**LATER)
    assert "cost" in first.offered()
    second = press(first, "add cost")
    assert "cost" in second.kept()
    assert len(second.kept()) == len(first.kept()) + 1


def test_everything_can_be_taken_off(little):
    page = little.list_for()
    for question in page.kept():
        page = pressed(little, page, f"drop {question}")
    assert page.kept() == []
    assert "The page is empty" in page.text


def test_a_starred_question_comes_first(client, press):
    first = client.list_for(**LATER)
    chosen = first.kept()[7]
    starred = press(first, f"star {chosen}")
    assert starred.first() == [chosen, *first.first()[:2]]
    assert starred.card(chosen).find(".//button").get("aria-pressed") == "true"
    assert chosen not in press(starred, f"unstar {chosen}").first()


def test_the_first_three_stand_in_the_order_the_person_sets(client, press):
    first = client.list_for(**LATER)
    one, two, three = first.first()
    assert press(press(first, f"up {three}"), f"up {three}").first() == [three, one, two]


def test_a_question_moves_down_and_up(client, press):
    first = client.list_for(**LATER)
    mover = first.kept()[3]
    moved = press(first, f"down {mover}")
    assert moved.kept() != first.kept()
    assert press(moved, f"up {mover}").kept() == first.kept()


def test_arrows_that_lead_nowhere_are_switched_off(client):
    page = client.list_for(**LATER)
    for question, arrow in ((page.kept()[0], "up"), (page.first()[-1], "down"), (page.kept()[-1], "down")):
        assert "disabled" in page.button(f"{arrow} {question}").attrib


def test_a_question_can_be_said_in_ones_own_words_and_back(client, press):
    first = client.list_for(**LATER)
    reworded = press(first, "reword options-now", **{"words_options-now": "So what now, doctor?"})
    card = reworded.card("options-now")
    assert words(card.find("p[@class='ask']")) == "So what now, doctor?"
    assert "In your words" in words(card)
    assert f"Our words: {OPTIONS}" in words(card)
    assert words(press(reworded, "restore options-now").card("options-now").find("p[@class='ask']")) == OPTIONS


def test_ones_own_question_is_added_changed_and_removed(client, press):
    first = client.list_for(**LATER)
    added = press(first, "write", words_new="May I travel in June?")
    assert added.kept()[3] == "own_1", "it stands before ours"
    assert "Your own question" in words(added.card("own_1"))
    changed = press(added, "reword own_1", words_own_1="May I travel in July?")
    assert words(changed.card("own_1").find("p[@class='ask']")) == "May I travel in July?"
    assert press(changed, "drop own_1").kept() == first.kept()


def test_words_that_are_too_long_are_kept_when_their_question_leaves_the_page(client, press):
    page = client.list_for(**LATER)
    sent = [(name, "x" * 201 if name == "words_options-now" else value) for name, value in page.fields()]
    answers = {"stage": "early", "treatment": "unsure"}
    page = client.post("/en/checklist", [(name, answers.get(name, value)) for name, value in sent])
    assert "options-now" not in page.kept()
    (link,) = page.all("section[@class='summary']//a")
    assert page.one(f"textarea[@id='{link.get('href')[1:]}']").text.strip() == "x" * 201
    mended = press(page, "", **{"words_options-now": "And now?"})
    assert not mended.all("section[@class='summary']")


def test_words_for_a_question_that_nobody_knows_are_ignored(client):
    page = client.list_for(**{"words_no-such-question": "x" * 201, "words_own_3": "x" * 201})
    assert page.status == 200
    assert not page.all("section[@class='summary']")


def test_ten_own_questions_are_room_enough(little):
    page = little.list_for()
    for number in range(10):
        page = pressed(little, page, "write", words_new=f"Question {number}?")
    assert page.all("textarea[@name='words_new']") == []
    assert "You have added ten questions of your own." in page.text
    assert words(page.one("*[@autofocus]")) == "Your question is on your page now."


def test_every_step_can_be_undone(client, press):
    first = client.list_for(**LATER)
    page = first
    steps = [f"star {first.kept()[8]}", f"down {first.kept()[3]}", f"drop {first.kept()[5]}", "add cost"]
    for step in steps:
        page = press(page, step)
    for _step in steps:
        page = press(page, "undo ")
    assert page.kept() == first.kept()
    assert words(page.one("*[@autofocus]")) == "Undone."
    assert not [button for button in page.all("button[@name='list_do']") if button.get("value").startswith("undo")]


def test_the_page_says_what_was_done_beside_the_question_and_offers_to_undo_it(client, press):
    first = client.list_for(**LATER)
    page = press(first, f"star {first.kept()[6]}")
    said = page.card(first.kept()[6]).find("div[@class='said']")
    made_room = words(first.card(first.kept()[2]).find("p[@class='ask']"))
    assert words(said) == f"Now number 1. Moved down to number 4 to make room: {made_room} Undo"
    pressed = page.one("*[@autofocus]")
    assert pressed.get("value") == f"unstar {first.kept()[6]}"
    assert pressed.get("aria-describedby") == said.find("p").get("id")


def test_enter_in_the_list_searches(client):
    """Browsers press a form's first button when a person types Enter: only fields that look something up have one."""
    page = client.list_for()
    assert page.all("button")[0].attrib == {"hidden": "", "name": "list_do", "value": "find"}
    assert [box.get("name") for box in page.all("input[@type='text']")] == ["find_name", "list_find"]


HOSTILE = {
    "markup": "<script>alert(1)</script> & “quotes”",
    "right-to-left": "מה שלומך, doctor?",
    "emoji": "Can I travel 🙂 👩‍👧?",
    "percent": "100 %(question)s {} %s",
}


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_typed_is_shown_as_it_was_typed(little, typed):
    page = pressed(little, little.list_for(), "write", words_new=typed)
    assert words(page.card("own_1").find("p[@class='ask']")) == typed
    assert words(pressed(little, page, "star own_1").card("own_1").find("p[@class='ask']")) == typed
    gone = pressed(little, page, "drop own_1")
    assert f"Taken off your page: {typed}" in gone.text
    assert words(gone.one("bdi")) == typed


def test_control_characters_are_taken_out(little):
    page = pressed(little, little.list_for(), "write", words_new="May\x00 I\u202e travel\x07?\r\nSoon?")
    assert words(page.card("own_1").find("p[@class='ask']")) == "May I travel ? Soon?"


@pytest.mark.parametrize("taken", [None, "pdf", "txt"])
def test_a_text_that_is_too_long_stays_in_the_form_with_a_message(client, taken):
    first = client.list_for(**LATER)
    typed = {"words_options-now": "x" * 10_000, "words_new": "y" * 201}
    sent = [(name, typed.pop(name, value)) for name, value in first.fields()]
    page = client.post("/en/checklist", [*sent, *([("format", taken)] if taken else [])])
    assert page.status == 422
    assert [link.get("href") for link in page.all("section[@class='summary']//a")] == [
        "#words-options-now",
        "#words-new",
    ]
    assert words(page.one("*[@autofocus]")) == "Please check your list"
    field = page.one("textarea[@id='words-options-now']")
    assert field.text.strip() == "x" * 10_000
    assert field.get("aria-invalid") == "true"
    assert "at most 200 characters" in words(page.one("p[@id='words-options-now-error']"))
    assert page.one("textarea[@id='words-new']").text.strip() == "y" * 201
    assert words(page.card("options-now").find("p[@class='ask']")) == OPTIONS


WHY = {"words_test-again": "Why all this?"}


def test_nothing_is_lost_by_changing_answers_and_back(client, press):
    first = client.list_for(**LATER, concerns="side-effects", printed_name="Ann", printed_date="2026-11-24")
    changed = press(press(first, "drop options-now"), "add cost", words_new="May I travel?", **WHY)
    typed = [(name, "Still typing?" if name == "words_new" else value) for name, value in changed.fields()]
    form = client.post("/en/", typed)
    assert form.chosen("stage") == ["metastatic"]
    assert form.chosen("concerns") == ["side-effects"]
    assert form.one("input[@name='printed_name']").get("value") == "Ann"
    assert form.one("input[@name='printed_date']").get("value") == "2026-11-24"
    again = client.post("/en/checklist", form.fields())
    assert "options-now" not in again.kept()
    assert {"cost", "own_1", "own_2"} <= set(again.kept())
    assert words(again.card("test-again").find("p[@class='ask']")) == "Why all this?"


def test_a_damaged_page_keeps_the_answers(client):
    page = client.list_for(stage="early", list_changes="{")
    assert page.status == 400
    assert "The changes to your list could not be read." in page.text
    again = client.post("/en/checklist", page.fields())
    assert again.heading == "Your questions"
    assert ("stage", "early") in again.fields()


def test_sensitive_questions_wait_under_their_own_heading(client):
    page = client.list_for(**LATER)
    assert "time-left" not in page.kept()
    (fold,) = page.folds("lies ahead")
    assert "open" not in fold.attrib
    assert "time-left" in [button.get("value").split()[1] for button in fold.iter("button")]
    assert "You can tell your care team today how you feel." in words(fold)


def test_a_sensitive_question_is_one_tap_away(client, press):
    page = press(client.list_for(**LATER), "add time-left")
    assert "time-left" in page.kept()


def test_ticking_the_concern_opens_them_and_brings_one_to_the_page(client, bank):
    page = client.list_for(**LATER, concerns="outlook")
    sensitive = {question.id for question in bank.questions if question.sensitive}
    assert sensitive & set(page.kept())
    (fold,) = page.folds("lies ahead")
    assert "open" in fold.attrib


def test_a_fold_stays_open_while_one_adds_from_it(client, press):
    page = press(client.list_for(**LATER), "add cost")
    for summary in ("Add more questions", "Daily life"):
        fold = next(fold for fold in page.folds(summary) if fold.findall(".//*[@autofocus]"))
        assert "open" in fold.attrib


def test_who_helps_someone_is_spoken_to_as_a_helper_and_the_questions_stay_the_same(client):
    own = client.list_for(**LATER)
    helping = client.list_for(**LATER, list_for="helper", printed_name="Ann Lee")
    assert (own.heading, helping.heading) == ("Your questions", "Questions for the visit")
    assert helping.kept() == own.kept()
    asked = "Should a new sample of the cancer be tested for ER, PR and HER2?"
    assert words(helping.card("test-again").find("p[@class='ask']")) == asked


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
    assert words(button) == "Yes. Change my answer to “Stage 4 (IV): metastatic”"
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


@pytest.mark.slow
def test_the_pdf_holds_what_the_person_made_of_the_list(client, press, pdf_text):
    page = press(press(client.list_for(**LATER), "drop options-now"), "add cost", **WHY)
    sent = [(name, "May I travel?" if name == "words_new" else value) for name, value in page.fields()]
    text = pdf_text(client.post("/en/checklist", [*sent, ("format", "pdf")]).response.data)
    assert COST in text
    assert "Why all this?" in text
    assert "May I travel?" in text
    assert "What are my options now" not in text


def test_a_browser_prints_the_page_to_hand_over(client):
    paper = client.list_for(**LATER, printed_name="Ann Lee").paper
    assert "My questions for today Name: Ann Lee" in paper
    assert "About me, as I understand it: stage 4, metastatic" in paper
    assert "Before I leave" in paper


def test_plain_text_opens_in_the_browser(client):
    page = client.list_for(**LATER, printed_name="Ann", format="txt")
    text = page.response.get_data(as_text=True)
    assert page.response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("QUESTIONS FOR MY VISIT\nName: Ann\n")
    assert f"[ ] 1. {OPTIONS}" in text


@pytest.fixture
def without_pdfs(small):
    """Return a function that gives the site whose PDFs fail in the way told."""

    def site(error):
        def fail(*_order):
            raise error

        return CheckedClient(create_app(Settings(), small, pdf=DirectMaker(fail)))

    return site


@pytest.mark.parametrize(
    ("error", "heading"),
    [
        (BusyError(), "Many people are making PDFs right now"),
        (OverrunError(), "The PDF did not work this time"),
        (FailedError(), "The PDF did not work this time"),
    ],
    ids=["busy", "overrun", "failed"],
)
def test_where_no_pdf_can_be_made_nothing_is_lost(without_pdfs, little, error, heading):
    first = pressed(little, little.list_for(printed_name="Ann"), "write", words_new="May I travel?")
    sent = [(name, value) for name, value in first.fields() if name != "pack_paper"]
    page = without_pdfs(error).post("/en/checklist", [*sent, ("pack_paper", "a4"), ("format", "pdf")])
    assert (page.status, page.heading) == (503, heading)
    assert page.response.headers["Retry-After"] == "5"
    assert [words(button) for button in page.all("button")[1:]] == [
        "Try again",
        "Other ways to take it along",
        "Back to the list",
    ]
    back = little.post("/en/checklist", page.fields())
    assert words(back.card("own_1").find("p[@class='ask']")) == "May I travel?"
    assert back.one("input[@name='printed_name']").get("value") == "Ann"
    assert ("pack_paper", "a4") in back.fields()


def test_a_caller_that_wants_json_is_told_when_to_come_again(without_pdfs):
    page = without_pdfs(BusyError()).post("/en/checklist", {"format": "pdf"}, headers={"Accept": "application/json"})
    assert (page.status, page.response.headers["Retry-After"]) == (503, "5")
    assert page.response.get_json()["title"] == "Many people are making PDFs right now"


def test_who_finds_no_place_is_told_before_any_work_is_done(small, monkeypatch):
    """A flood of PDFs is refused for next to nothing: no list is chosen, arranged or drawn."""

    class Full:
        def place(self, _client):
            raise BusyError

    client = CheckedClient(create_app(Settings(), small, pdf=Full()))
    monkeypatch.setattr("prep.web.steps.prepare_edited", pytest.fail)
    sent = {"side": "left", "words_new": "May I <sing>?", "format": "pdf", "list_do": "star walk"}
    page = client.post("/en/checklist", sent)
    assert page.status == 503
    assert dict(page.fields()) == {name: value for name, value in sent.items() if name != "format"}


def test_an_answer_that_rules_out_the_rest_is_asked_about_and_left_out_with_one_press(client):
    page = client.list_for(tests=["nothing-found", "brca"])
    assert "Should we leave “I was tested, and none was found” out?" in page.text
    button = page.one("button[@name='leave_out']")
    assert words(button) == "Yes. Leave out “I was tested, and none was found”"
    listed = client.post("/en/checklist", [*page.fields(), ("leave_out", button.get("value"))])
    assert told(listed)["tests"] == ["brca"]


def test_where_a_medicine_stands_is_told_with_its_name(client):
    page = client.list_for(**{"treatments-suggested": "ribociclib", "treatments-before": "mastectomy"})
    assert "ribociclib (suggested)" in because(page, "ribociclib-checks")


def test_hints_say_what_people_are_often_wrong_about(client):
    page = client.get("/en/")
    wrong = [option for option in page.all("div[@class='option']") if "Check this with your team." in words(option)]
    assert [words(option).split(" ")[0] for option in wrong] == ["Stage", "HER2-positive"]
    assert all("Check this with your team." in words(option) for option in wrong)
