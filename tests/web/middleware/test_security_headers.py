"""The privacy invariants, on every route there is."""

import re

import pytest
from flask import session

from prep.app import create_app
from prep.bank.loader import load
from prep.clinics.logo import read
from prep.paths import QUESTIONS
from prep.settings import Settings
from prep.web.offer_rules import offer_rules
from prep.web.views.clinic_assets import PICTURE_POLICY
from tests.conftest import CLINICS, CheckedClient

ANSWERS = {
    "stage": "metastatic",
    "er-pr": "negative",
    "her2": "negative",
    "concerns": "fear-of-return",
    "printed_name": "Xanthippe",
    "printed_with": "Dr. Quux",
}
RULES = offer_rules(load(QUESTIONS)).version
LOGO = read("riverside.svg", CLINICS.parent).version


def everywhere(app):
    """Yield every path and method in the url map."""
    for rule in app.url_map.iter_rules():
        path = (
            rule.rule.replace("<lang>", "en").replace("<path:filename>", "screen.css").replace("<clinic>", "riverside")
        )
        path = path.replace("logo-<version>", f"logo-{LOGO}").replace("colors-<version>", "colors-7a1f5c")
        path = path.replace("offers-<version>", f"offers-{RULES}")
        path = path.replace("<sheet>-<paper>", "staff-a4").replace("<field>", "stage")
        assert "<" not in path, f"teach this test about {rule.rule}"
        for method in sorted(rule.methods):
            yield path, method


@pytest.fixture(scope="module")
def asked_everywhere(app):
    """What every route answers to every kind of request: path, method and page."""
    client = CheckedClient(app)
    kinds = ({}, {"format": "pdf"}, {"format": "txt"}, {"format": "nonsense"}, {"stage": "nonsense"})
    return [
        (path, method, client.open(path, method=method, data=ANSWERS | kind if method == "POST" else None))
        for path, method in everywhere(app)
        for kind in (kinds if method == "POST" else kinds[:1])
    ]


@pytest.mark.slow
def test_no_route_sets_a_cookie_or_puts_an_answer_in_an_address(asked_everywhere):
    for path, method, page in asked_everywhere:
        assert "Set-Cookie" not in page.response.headers, (path, method)
        for name, value in page.response.headers:
            assert not any(answer in value for answer in ANSWERS.values()), (path, method, name, value)


def test_no_page_holds_a_link_or_an_action_with_an_answer(asked_everywhere, bank):
    published = {source.url for source in bank.sources} | {"https://portal.riverside.example"}
    for path, method, page in asked_everywhere:
        if page.is_read:
            for element in page.tree.iter():
                for name in ("href", "src", "action", "formaction"):
                    address = element.get(name, "")
                    if address not in published and not address.startswith("mailto:"):  # it goes to no server
                        assert "?" not in address, (path, method, address)
                        assert not any(answer in address for answer in ANSWERS.values()), (path, method, address)


def test_no_page_asks_another_site_for_anything(asked_everywhere):
    for path, method, page in asked_everywhere:
        if page.is_read:
            loaded = [(one, one.get("src") or one.get("href")) for one in page.all("*") if one.tag != "a"]
            assert all(address.startswith(("/", "#")) for _one, address in loaded if address), (path, method)


def test_only_what_holds_no_answer_may_be_kept_by_browsers(asked_everywhere):
    for path, method, page in asked_everywhere:
        kept = page.response.headers["Cache-Control"]
        is_read = method in {"GET", "HEAD"}
        if is_read and path.startswith(("/static", "/embed.js", "/c/riverside/colors", "/c/riverside/logo")):
            assert kept == "public, max-age=3600", (path, method)
        elif is_read and path.startswith("/offers-"):
            assert kept == "public, max-age=31536000, immutable", (path, method)
        elif path.startswith("/api/v1/") and path != "/api/v1/" and method in {"GET", "HEAD"} and page.status == 200:
            assert kept == "no-cache", (path, method)  # the bank, which callers ask about each time
        elif is_read and path.endswith(("/en/", "/en/next")) and page.status == 200:
            assert kept == "no-cache", (path, method)  # the empty form
        else:
            assert kept == "no-store", (path, method)


def test_every_answer_says_what_it_is_and_in_which_letters(asked_everywhere):
    for path, method, page in asked_everywhere:
        kind = page.response.headers.get("Content-Type", "")
        if page.response.data:
            assert kind, (path, method)
        if kind.startswith("text/") or kind.partition(";")[0].endswith("xml"):
            assert kind.endswith("; charset=utf-8"), (path, method, kind)


def policy(page) -> dict[str, str]:
    parts = page.response.headers["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_the_policy_is_strict(asked_everywhere, clinics):
    sites = " ".join(clinics["riverside"].embed_origins)
    for path, method, page in asked_everywhere:
        if page.response.mimetype == "image/svg+xml" and path.startswith("/c/"):
            assert page.response.headers["Content-Security-Policy"] == PICTURE_POLICY
            continue
        rules = policy(page)
        is_file = path.startswith(("/c/riverside/colors", "/c/riverside/logo")) and page.status == 200
        framed_by = sites if path.startswith("/c/") and not is_file else "'none'"
        assert rules.pop("frame-ancestors") == framed_by, (path, method)
        assert rules["default-src"] == rules["base-uri"] == rules["object-src"] == "'none'"
        assert rules["form-action"] == "'self'"
        for source in " ".join(rules.values()).split():
            assert source in {"'none'", "'self'"} or source.startswith("'nonce-"), (path, method, source)


def test_only_scripts_that_our_page_names_may_run(client):
    pages = [client.get("/en/"), client.list_for(stage="early"), client.post("/en/take"), client.get("/nowhere")]
    for page in pages:
        scripts = page.all("script")
        assert scripts
        (number,) = set(re.findall(r'<script nonce="([^"]+)"', page.response.text))
        assert page.response.text.count("<script") == page.response.text.count("<script nonce")
        assert len(number) >= 22  # 128 bits, six a letter
        assert policy(page)["script-src"] == f"'nonce-{number}'"
        assert all(script.get("src") and not script.text for script in scripts)


def test_a_number_that_lets_scripts_run_is_never_used_twice(client):
    assert len({policy(client.get("/en/"))["script-src"] for _time in range(20)}) == 20


@pytest.mark.parametrize("path", ["/healthz", "/robots.txt", "/static/icon.svg", "/forget.svg", "/favicon.ico", "/"])
def test_where_no_page_is_drawn_no_script_runs(client, path):
    assert policy(client.get(path))["script-src"] == "'none'"


def test_other_headers(client):
    headers = client.get("/en/").response.headers
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    for feature in ("camera", "geolocation", "microphone"):
        assert f"{feature}=()" in headers["Permissions-Policy"]


def test_every_form_and_input_tells_the_browser_not_to_remember(client):
    pages = (client.get("/en/shared"), client.list_for(**ANSWERS), client.list_for(stage="early", format="nonsense"))
    for page in pages:
        assert page.one("form").get("autocomplete") == "off"  # and each input, which the client checks itself


def test_the_empty_form_may_be_shown_again_as_it_was_left_but_not_on_a_shared_computer(client):
    for path in ("/en/", "/en/next"):
        page = client.get(path)
        assert page.response.headers["Cache-Control"] == "no-cache"
        assert page.one("form").get("autocomplete") is None
    assert client.get("/en/shared").response.headers["Cache-Control"] == "no-store"


def test_a_new_list_lets_the_browser_forget_the_pages_before_it_and_is_another_form_to_it(client):
    assert client.get("/en/next").response.headers["Clear-Site-Data"] == '"cache"'
    forms = [client.get("/en/").one("form") for _time in range(2)]
    names = [next(field.get("name") for field in form.iter("input")) for form in forms]
    assert names[0] != names[1]  # what was typed into one form is filled into no other
    assert all(next(form.iter("input")).get("disabled") is not None for form in forms)  # and it is not sent


def test_without_scripts_a_shared_browser_is_asked_to_forget_the_page_just_left(client):
    assert not client.get("/en/").all("noscript")
    for page in (client.get("/en/shared"), client.list_for(stage="early", shared_computer="yes")):
        picture = page.one("noscript/img").get("src")
        assert client.get(picture).response.headers["Clear-Site-Data"] == '"cache"'
        assert "Clear-Site-Data" not in page.response.headers  # it is slow, so nobody else pays for it


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "QUUX"])
@pytest.mark.parametrize("path", ["/", "/en/", "/en/checklist", "/static/screen.css", "/healthz"])
def test_methods_that_no_page_needs_are_refused(client, method, path):
    assert client.open(path, method=method).status == 405


def test_a_session_cannot_even_be_written(app):
    with app.test_request_context("/en/"), pytest.raises(RuntimeError, match="secret key"):
        session["stage"] = "early"


def test_strict_transport_is_asked_for_where_there_is_any(bank, client):
    public = CheckedClient(create_app(Settings(base_url="https://prep.example.org"), bank))
    header = "Strict-Transport-Security"
    for path in ("/en/", "/nowhere", "/en/checklist", "/static/screen.css", "/healthz", "/api/v1/bank", "/robots.txt"):
        assert public.get(path).response.headers[header] == "max-age=31536000; includeSubDomains", path
    assert header not in client.get("/en/").response.headers


def test_a_fault_in_an_error_page_is_logged_without_the_address(small, caplog, monkeypatch):
    app = create_app(Settings(), small)
    monkeypatch.setattr("prep.web.middleware.errors.render_page", lambda *_page, **_values: 1 / 0)
    with pytest.raises(ZeroDivisionError):  # gunicorn answers then, with the status alone
        app.test_client().get("/Xanthippe?name=Xanthippe")
    assert "ZeroDivisionError" in caplog.text
    assert "Xanthippe" not in caplog.text
