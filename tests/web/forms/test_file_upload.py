"""A form with a file, as browsers send it and as nobody should."""

import pytest
from flask import Flask
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from prep.web.forms.file_upload import MAX_FIELDS, sent_with_files


def part(name: str, content: str, file: str = "") -> str:
    named = f'; filename="{file}"' if file else ""
    return f'--q7z\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n{content}\r\n'


def read(*parts: str, kind="multipart/form-data; boundary=q7z", most=10_000):
    body = "".join([*parts, "--q7z--\r\n"]).encode()
    with Flask("x").test_request_context("/", method="POST", data=body, content_type=kind):
        return sent_with_files(most, "Send a file.")


def test_fields_and_files_are_told_apart():
    form, files = read(part("form", "zip"), part("list", "name\n", "visits.csv"))
    assert form["form"] == "zip"
    assert files["list"].read() == b"name\n"


def test_what_is_no_such_form_is_refused_with_what_is_taken_here():
    with pytest.raises(UnsupportedMediaType, match="Send a file"):
        read(part("form", "zip"), kind="application/x-www-form-urlencoded")


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=other"])
def test_what_cannot_be_read_is_refused(kind):
    with pytest.raises(BadRequest):
        read(part("form", "zip"), kind=kind)


def test_far_more_parts_than_ours_are_refused():
    with pytest.raises(Exception, match="413"):
        read(*(part(f"field-{number}", "x") for number in range(MAX_FIELDS + 1)))
