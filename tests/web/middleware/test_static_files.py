import gzip

import brotli
import pytest
import rcssmin
from flask import url_for

from prep.paths import STATIC
from tests.conftest import CheckedClient

STYLE = (STATIC / "screen.css").read_bytes()
SHORT = rcssmin.cssmin(STYLE)
FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.fixture
def address(app):
    """Return a function that names a file as our pages do."""

    def named(filename: str) -> str:
        with app.test_request_context():
            return url_for("static", filename=filename)

    return named


def test_pages_name_files_by_their_content_and_browsers_keep_them_for_good(client: CheckedClient):
    for page in (client.get("/en/"), client.list_for(stage="early"), client.get("/en/left")):
        loaded = [one.get("href") or one.get("src") for path in ("link", "script") for one in page.all(path)]
        assert loaded
        for name in loaded:
            assert client.get(name).response.headers["Cache-Control"] == FOR_GOOD, name


def test_another_content_has_another_name(address, monkeypatch, tmp_path):
    from prep.web.middleware import static_files

    before = address("screen.css")
    (tmp_path / "screen.css").write_bytes(STYLE + b"a { color: red }")
    monkeypatch.setattr(static_files, "STATIC", tmp_path)
    static_files._files.cache_clear()
    try:
        assert address("screen.css") != before
    finally:
        static_files._files.cache_clear()


@pytest.mark.parametrize(
    ("accepted", "encoding", "read"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
        ("", None, bytes),
        ("identity", None, bytes),
        ("nonsense;;;q=x,", None, bytes),
    ],
)
def test_a_file_comes_compressed_as_the_browser_can_read_it(client, address, accepted, encoding, read):
    response = client.get(address("screen.css"), headers={"Accept-Encoding": accepted}).response
    assert response.headers.get("Content-Encoding") == encoding
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert read(response.data) == SHORT


def test_who_has_the_file_already_gets_it_not_again(client, address):
    first = client.get(address("screen.css"), headers={"Accept-Encoding": "br"}).response
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get(address("screen.css"), headers={"Accept-Encoding": "br", **known})
    assert (again.status, again.response.data) == (304, b"")
    assert client.get(address("screen.css"), headers=known).status == 200  # those bytes were other bytes


@pytest.mark.parametrize("name", ["screen.css", "screen.00000000.css"])
def test_the_plain_name_and_that_of_another_version_work_for_a_shorter_time(client, name):
    page = client.get(f"/static/{name}")
    assert (page.status, page.response.data) == (200, SHORT)
    assert page.response.headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize("name", ["none.css", "none.00000000.css", ".", "../pyproject.toml", "%00", "screen.css/"])
def test_any_other_name_is_plainly_not_found(client, name):
    page = client.get(f"/static/{name}")
    assert (page.status, page.heading) == (404, "There is no such page")


@pytest.mark.parametrize(
    ("name", "kind"), [("icon.svg", "image/svg+xml"), ("forget.js", "text/javascript"), ("list.css", "text/css")]
)
def test_each_file_says_what_it_is(client, address, name, kind):
    assert client.get(address(name)).response.mimetype in {kind, "application/javascript"}
