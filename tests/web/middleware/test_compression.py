import gzip
import re

import brotli
import pytest

READ = {"br": brotli.decompress, "gzip": gzip.decompress}
FIRST_VISIT = 40 * 1024
"""Bytes at most for form and list, with all they load."""


def asked(app, path, encoding, method="GET", data=None):
    return app.test_client().open(path, method=method, data=data, headers={"Accept-Encoding": encoding})


def read(page: bytes) -> str:
    """Return the page without the numbers that are new each time."""
    return re.sub(r'nonce="[^"]*"|name="[0-9a-f]{8}" disabled', "", page.decode())


@pytest.mark.parametrize("encoding", ["br", "gzip"])
@pytest.mark.parametrize(("path", "method"), [("/en/", "GET"), ("/en/checklist", "POST")])
def test_pages_come_compressed_as_the_browser_can_read_them(app, path, method, encoding):
    plain = asked(app, path, "identity", method)
    small = asked(app, path, encoding, method)
    assert small.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in small.headers["Vary"]
    assert read(READ[encoding](small.data)) == read(plain.data)
    assert len(small.data) < len(plain.data) / 3


def test_a_pdf_is_compressed_already(app):
    paper = asked(app, "/en/checklist", "br", "POST", {"format": "pdf", "pack_extent": "page"})
    assert paper.data.startswith(b"%PDF-")
    assert "Content-Encoding" not in paper.headers


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_whole_first_visit_is_small(app, client, encoding):
    person = {"stage": "metastatic", "er-pr": "negative", "her2": "negative", "concerns": "side-effects"}
    steps = [("/en/", "GET", None), ("/en/checklist", "POST", person)]
    visit = sum(len(asked(app, path, encoding, method, data).data) for path, method, data in steps)
    pages = [client.open(path, method=method, data=data) for path, method, data in steps]
    loaded = {
        one.get("href") or one.get("src") for page in pages for kind in ("link", "script") for one in page.all(kind)
    }
    visit += sum(len(asked(app, name, encoding).data) for name in loaded)
    assert visit <= FIRST_VISIT
