"""What can be done on the list: little is in sight, and all of it says what came of it."""

from tests.page import words
from tests.web.views.test_checklist import LATER

MANY = "Most visits have time for three to eight questions."


def controls(element) -> list[str]:
    return [one.tag for one in element.iter() if one.tag in {"a", "button", "summary", "input", "textarea"}]


def test_a_question_has_two_controls_and_the_rest_in_a_fold(client):
    for card in client.list_for(**LATER).all("div[@class='question']"):
        inside = controls(card.find(".//details[@class='more']"))
        assert inside[0] == "summary"
        assert controls(card) == ["button", *inside]


def test_a_questions_words_are_spoken_once_and_its_buttons_name_its_number(client):
    page = client.list_for(**LATER)
    for number, question in enumerate(page.kept(), 1):
        card = page.card(question)
        asked = words(card.find("p[@class='ask']"))
        assert [one.tag for one in card.iter() if one.text and asked in one.text] == ["p", "textarea"]
        named = [words(button) for button in card.iter("button") if button.get("value") != f"reword {question}"]
        assert named == [
            f"Ask first, question {number}",
            f"Move up, question {number}",
            f"Move down, question {number}",
            f"Take off, question {number}",
        ]
        assert words(card.find(".//summary")) == f"More for question {number}"


def test_one_press_moves_one_place_and_says_where_the_question_is_now(client, press):
    page = client.list_for(**LATER)
    mover = page.kept()[4]
    page = press(page, f"down {mover}")
    assert page.kept()[5] == mover
    card = page.card(mover)
    said = card.find("div[@class='said']/p")
    assert (words(said), said.get("role")) == ("Now number 6 of 12.", "status")
    assert "open" in card.find(".//details[@class='more']").attrib
    assert page.one("*[@autofocus]").get("value") == f"down {mover}"


def test_a_fourth_star_says_which_question_moved_down_and_can_be_undone(client, press):
    page = client.list_for(**LATER)
    for question in page.kept()[4:7]:
        page = press(page, f"star {question}")
    chosen, last = page.kept()[9], page.first()[2]
    again = press(page, f"star {chosen}")
    assert again.kept()[:4] == [chosen, *page.kept()[:3]]
    moved = words(page.card(last).find("p[@class='ask']"))
    said = words(again.card(chosen).find("div[@class='said']"))
    assert said == f"Now number 1. Moved down to number 4 to make room: {moved} Undo"
    assert again.one("*[@autofocus]").get("value") == f"unstar {chosen}"
    assert press(again, f"undo {chosen}").kept() == page.kept()


def test_the_main_button_stands_on_top_and_at_the_foot(client):
    page = client.list_for(**LATER)
    assert [words(button) for button in page.all("button[@class='main']")] == ["Get my page"] * 2
    assert words(client.list_for(list_for="helper").all("button[@class='main']")[0]) == "Get the page"


def test_the_list_says_what_it_was_made_for(client):
    told = words(client.list_for(**LATER).one("p[@class='fits']"))
    assert told.startswith("12 questions · stage 4, metastatic · ER-positive or PR-positive · HER2-negative")


def test_whoever_has_more_than_fifteen_is_told_kindly_that_some_can_wait(client, press):
    page = client.list_for(**LATER)
    for question in page.offered()[:3]:
        page = press(page, f"add {question}")
    assert (len(page.kept()), MANY in page.text) == (15, False)
    assert MANY in press(page, f"add {page.offered()[0]}").text


def test_topics_of_worries_come_first_and_say_how_many_questions_they_hold(client):
    page = client.list_for(**LATER, concerns=["fertility", "money"])
    folds = page.all("details[@class='topic-fold']")
    named = [words(fold.find("summary")) for fold in folds]
    counts = [len(fold.findall(".//li[@class='question offer']")) for fold in folds]
    assert [name.split(" (")[0] for name in named[:2]] == ["Fertility and intimacy", "Daily life"]
    assert [f"({count})" in name for name, count in zip(named, counts, strict=True)] == [True] * len(named)
    (fold,) = page.folds("Add more questions")
    assert words(fold.find("summary")) == (
        f"Add more questions {named[0]} · {named[1]} · search all {sum(counts)} questions"
    )


def test_one_writes_a_question_of_ones_own_right_below_the_first_three(client, press):
    page = client.list_for(**LATER)
    fold = page.one("details[@class='write screen-only']")
    assert words(fold.find("summary")) == "Write my own question"
    assert "open" not in fold.attrib
    form = list(page.one("form"))
    assert form[form.index(fold) - 1].get("class") == "top-three"
    written = press(page, "write", words_new="May I travel?").one("details[@class='write screen-only']")
    assert "open" in written.attrib
    assert "Your question is on your page now." in words(written)
