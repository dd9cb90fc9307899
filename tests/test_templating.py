"""Rules that every template keeps."""

import re

import pytest

from prep.clinics.models import NO_CLINIC
from prep.i18n import Translator
from prep.paths import TEMPLATES
from prep.templating import draw

ALL = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_template_switches_escaping_off(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|autoescape|Markup", source), "text is always escaped; draw it with a macro instead"


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_template_holds_style_or_script(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r'style="|<script(?! src)|javascript:|\son\w+=', source), "the policy forbids it; use a class"


def test_markup_in_values_is_shown_not_obeyed():
    page = draw(
        "error.html",
        Translator("en"),
        url_for=lambda *_a, **_k: "/x",
        lang="en",
        nonce="1",
        clinic=NO_CLINIC,
        confined=False,
        is_shared=False,
        holds_answers=False,
        title="<b>x</b>",
        advice="&",
        carried=[("a", '"><script>')],
    )
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "&#34;&gt;&lt;script&gt;" in page


def test_a_value_that_is_missing_is_an_error_not_a_gap():
    with pytest.raises(Exception, match="undefined"):
        draw("error.html", Translator("en"))
