from prep.app import create_app
from prep.settings import Settings
from tests.conftest import CheckedClient


def test_any_bank_can_be_served(small):
    client = CheckedClient(create_app(Settings(), small))
    assert "questions about sore knees" in client.get("/en/").text
    assert client.list_for(side="left", concerns="dancing").kept()[0] == "left-cartilage"


def test_a_language_that_is_not_offered_is_not_found(client):
    assert [client.get(path).status for path in ("/en/", "/de/", "/EN/", "/e/")] == [200, 404, 404, 404]


def test_the_language_is_found_with_and_without_a_last_slash(client):
    assert [client.get(path).status for path in ("/en", "/en/privacy/")] == [200, 200]
