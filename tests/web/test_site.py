from prep.app import create_app
from prep.settings import Settings
from tests.conftest import CheckedClient


def test_any_bank_can_be_served(small):
    client = CheckedClient(create_app(Settings(), small))
    assert "questions about sore knees" in client.get("/en/").text
    assert client.list_for(side="left", concerns="pain").kept()[0] == "left-cartilage"


def test_a_language_that_is_not_offered_is_not_found(client):
    assert [client.get(path).status for path in ("/en/", "/de/", "/EN/", "/e/")] == [200, 404, 404, 404]


def test_the_language_is_found_with_and_without_a_last_slash(client):
    assert [client.get(path).status for path in ("/en", "/en/privacy/")] == [200, 200]


def test_a_question_that_is_wrong_can_be_told_to_the_editor_without_any_answer(small):
    client = CheckedClient(create_app(Settings(editor="nurse+prep@a.example"), small))
    page = client.list_for(side="left", concerns="pain")
    links = [link.get("href") for link in page.all("a[@href]") if link.get("href").startswith("mailto:")]
    assert "mailto:nurse%2Bprep@a.example?subject=Question%20left-cartilage%2C%20bank%201" in links
    assert len(links) == len(page.kept()) + len(page.offered())
    assert not any("pain" in link for link in links)


def test_without_an_editors_address_there_is_no_such_link(client):
    assert "Something wrong" not in client.list_for(stage="early").text
