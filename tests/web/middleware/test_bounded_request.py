"""A body is taken whole or refused: what is cut off would be missing on the list, and nobody would know."""

import gzip
from io import BytesIO

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from prep.app import MAX_BODY

CSV = b"name,date,side\nAnn,2026-12-01,left\n"


class Broken(BytesIO):
    def read(self, *_size):
        raise ValueError("Invalid chunk size: b'0x10'")


@pytest.fixture
def chunked(app):
    """Return a function that posts a body whose length is not told, as the server hands it on."""

    def post(path, body, content_type, headers=(), length=None):
        stream = body if isinstance(body, BytesIO) else BytesIO(body)
        builder = EnvironBuilder(path, method="POST", content_type=content_type, input_stream=stream)
        environ = builder.get_environ() | {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
        environ |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers}
        environ.pop("CONTENT_LENGTH", None)
        if length is not None:
            environ |= {"CONTENT_LENGTH": str(length)}
            del environ["HTTP_TRANSFER_ENCODING"]
        pieces, status, _headers = run_wsgi_app(app, environ, buffered=True)
        return int(status.split()[0]), b"".join(pieces)

    return post


FORM, JSON = "application/x-www-form-urlencoded", "application/json"
FULL = [
    ("/en/batch", CSV + b"#" * 524_288 + b"\nBo,2026-12-01,left\n", "text/csv"),
    ("/en/checklist", b"printed_name=" + b"x" * MAX_BODY + b"&stage=early", FORM),
    ("/en/", b"printed_name=" + b"x" * MAX_BODY, FORM),
    ("/en/clinics", b"clinic_slug=" + b"x" * MAX_BODY, FORM),
    ("/api/v1/checklist", b'{"answers": {}}' + b" " * MAX_BODY, JSON),
    ("/api/v1/fhir/QuestionnaireResponse", b'{"resourceType": "QuestionnaireResponse"}' + b" " * MAX_BODY, JSON),
]


@pytest.mark.parametrize(("path", "body", "content_type"), FULL, ids=[path for path, *_rest in FULL])
def test_a_body_beyond_the_limit_is_refused_and_never_cut(chunked, path, body, content_type):
    assert chunked(path, body, content_type)[0] == 413


def test_a_body_at_the_limit_is_taken_whole(chunked):
    fields = b"&stage=early&printed_name=" + b"x" * 81
    status, page = chunked("/en/checklist", b"a=" + b"x" * (MAX_BODY - 2 - len(fields)) + fields, FORM)
    assert (status, b"too long to print" in page) == (422, True)


def test_a_body_that_cannot_be_read_is_a_bad_request_and_leaves_no_trace(chunked, caplog):
    for path, _body, content_type in FULL:
        assert chunked(path, Broken(), content_type)[0] == 400
    assert "Traceback" not in caplog.text
    assert "0x10" not in caplog.text


def test_a_body_that_breaks_off_is_refused(chunked):
    assert chunked("/en/checklist", b"stage=ear", FORM, length=400)[0] == 400
    assert chunked("/en/checklist", b"stage=early", FORM, length=11)[0] == 200


def test_a_compressed_body_is_refused_not_taken_for_what_it_is_not(chunked):
    packed = gzip.compress(b"stage=early")
    assert chunked("/en/checklist", packed, FORM, [("Content-Encoding", "gzip")])[0] == 415


@pytest.mark.parametrize("coding", ["gzip, chunked", "identity", "chunked, chunked", "text/html"])
def test_another_transfer_coding_is_not_taken_for_chunks(chunked, coding):
    assert chunked("/en/checklist", b"stage=early", FORM, [("Transfer-Encoding", coding)])[0] == 415
