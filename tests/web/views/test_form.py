"""The form as a browser without scripts meets it, on the real bank."""

from tests.page import words


def test_the_front_door_leads_to_the_form(client):
    page = client.get("/")
    assert (page.status, page.response.headers["Location"]) == (302, "/en/")


def reading_order(field) -> list[str]:
    """Return the options as they are read: a fold stands at the end, but where its options are one run."""
    return [option.id for option in sorted(field.options, key=lambda one: one.folded and not field.fold_before)]


def test_the_form_asks_everything_in_the_bank(client, bank):
    page = client.get("/en/next")
    assert page.heading == "Get ready for your visit"
    asked = [words(legend) for legend in page.all("legend")]
    assert sorted(asked) == sorted(["Whom is the list for?", *(field.label for field in bank.asked_fields)])
    for field in bank.asked_fields:
        offered = [box.get("value") for box in page.all(f"input[@name='{field.id}']")]
        assert offered == reading_order(field)


def test_each_question_of_the_form_is_a_screen_with_a_way_on(client):
    page = client.get("/en/")
    asked = [section.get("id") for section in page.all("section") if section.get("id", "").startswith("ask-")]
    assert asked[:3] == ["ask-visit-with", "ask-stage", "ask-er-pr"]
    assert asked[-1] == "ask-more"
    targets = {link.get("href") for link in page.one("form").iter("a") if link.get("href", "").startswith("#ask-")}
    assert targets == {f"#{name}" for name in asked}


def test_who_has_no_diagnosis_yet_is_led_past_the_results(client):
    stage = client.get("/en/").one("section[@id='ask-stage']")
    ways = [(link.get("href"), link.get("data-passes-by")) for link in stage.iter("a")]
    assert ways == [("#ask-er-pr", None), ("#ask-concerns", "er-pr her2 treatment")]


def test_who_comes_back_sees_what_they_answered(client):
    page = client.post("/en/", {"stage": "early"})
    assert page.heading == "Your answers"
    assert "What stage is the cancer now? Stage 1 or 2 (I, II): early" in words(page.one("ul[@class='answered']"))


def test_a_shared_computer_is_remembered_on_every_step(client):
    listed = client.post("/en/checklist", client.get("/en/shared").fields())
    assert ("shared_computer", "yes") in listed.fields()
    again = client.post("/en/", listed.fields())
    assert ("shared_computer", "yes") in again.fields()
    assert again.all("*[@data-idle]")
    assert not client.get("/en/").all("*[@data-idle]")


def test_detail_is_folded_away_until_it_is_used(client):
    assert all("open" not in fold.attrib for fold in client.get("/en/").all("details"))
    page = client.post("/en/", {"menopause": "after"})
    assert [words(fold.find("summary")) for fold in page.all("details[@open]")] == ["Add more detail, if you know it"]


def test_the_list_is_for_oneself_until_one_says_otherwise(client):
    assert client.get("/en/").chosen("list_for") == ["patient"]
    assert client.post("/en/", {"list_for": "helper"}).chosen("list_for") == ["helper"]


def test_whom_the_list_is_for_must_be_one_of_the_two(client):
    page = client.list_for(list_for="nobody")
    assert page.status == 422
    assert words(page.one("section[@class='summary']//a")).startswith("Whom is the list for?")


def test_the_form_keeps_what_was_made_of_the_list_but_presses_no_button_again(client):
    listed = client.list_for(stage="early")
    sent = [*listed.fields(), ("list_do", "drop goal"), ("words_new", "May I travel?"), ("pack_paper", "a4")]
    kept = [name for name, _value in client.post("/en/", sent).fields()]
    assert {"list_changes", "words_new", "pack_extent", "pack_paper"} <= set(kept)
    assert "list_do" not in kept
    assert kept.count("list_for") == 1


def test_a_summary_of_errors_names_the_question_and_then_what_to_do(client):
    page = client.post("/en/checklist", [("stage", "early"), ("stage", "metastatic"), ("printed_name", "x" * 99)])
    links = [words(link) for link in page.one("section[@class='summary']").iter("a")]
    assert links[1].endswith("? – Choose only one answer here.")
    assert links[0] == "Your name – This is too long to print. Please use at most 80 characters."


def test_a_form_to_check_says_so_in_its_title(client):
    page = client.post("/en/checklist", [("stage", "early"), ("stage", "metastatic")])
    assert words(page.one("title")).startswith("Error: Your answers – ")
