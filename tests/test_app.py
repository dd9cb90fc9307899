import pytest

from prep.app import MAX_BODY, create_app
from prep.settings import Settings


def test_there_is_no_secret_key_so_that_no_session_can_be_kept(app):
    assert app.secret_key is None


def test_two_applications_do_not_share_anything(bank, small):
    first, second = create_app(Settings(), bank), create_app(Settings(), small)
    assert b"sore knees" not in first.test_client().get("/en/").data
    assert b"sore knees" in second.test_client().get("/en/").data


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY, 422), (MAX_BODY + 1, 413)])
def test_a_body_has_a_limit(client, size, status):
    name = "printed_name="
    assert client.open("/en/checklist", method="POST", data=name + "a" * (size - len(name)),
                       content_type="application/x-www-form-urlencoded").status == status  # fmt: skip
