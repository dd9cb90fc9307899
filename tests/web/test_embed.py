"""Who may show which page in a frame, and what a frame that allows too little is told."""

import pytest

from prep.paths import STATIC
from tests.page import words

FORM = "/c/riverside/en/"
LIST = "/c/riverside/en/checklist"
TAKE = "/c/riverside/en/take"
IN_FRAME = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "same-origin"}
SANDBOXED = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site", "Origin": "null"}


def ancestors(page) -> str:
    return page.response.headers["Content-Security-Policy"].split("frame-ancestors ")[1].split(";")[0]


@pytest.mark.parametrize("path", [FORM, FORM + "privacy", FORM + "nowhere", FORM + "checklist", "/c/riverside/"])
def test_a_clinics_pages_are_framed_by_its_own_sites_alone(client, path):
    page = client.get(path)
    assert ancestors(page) == "https://www.riverside.example http://localhost:8811"
    assert "X-Frame-Options" not in page.response.headers


@pytest.mark.parametrize("path", ["/en/", "/", "/c/hill/en/", "/c/nowhere/en/", "/en/nowhere", "/healthz"])
def test_nobody_frames_anything_else(client, path):
    page = client.get(path)
    assert ancestors(page) == "'none'"
    assert page.response.headers["X-Frame-Options"] == "DENY"


def test_the_script_is_small_and_may_be_loaded_by_any_page(client):
    response = client.get("/embed.js").response
    assert len(response.data) < 2048
    assert response.data == (STATIC / "embed.js").read_bytes()
    assert response.mimetype == "text/javascript"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_pages_are_not_loaded_by_other_sites(client):
    for path, headers in (
        (FORM, {}),
        (FORM, {"Sec-Fetch-Dest": "image"}),
        ("/en/", IN_FRAME),
        ("/c/hill/en/", IN_FRAME),
    ):
        assert client.get(path, headers=headers).response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_only_what_may_be_framed_shares_its_window_group(client):
    groups = [client.get(path).response.headers["Cross-Origin-Opener-Policy"] for path in (FORM, "/en/", "/c/hill/en/")]
    assert groups == ["unsafe-none", "same-origin", "same-origin"]


@pytest.mark.parametrize("path", [FORM, FORM + "nowhere", "/c/riverside/"])
def test_in_a_frame_a_site_that_isolates_itself_may_show_them(client, path):
    headers = client.get(path, headers=IN_FRAME).response.headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "Cross-Origin-Embedder-Policy" not in client.get(path).response.headers


def test_in_a_frame_the_way_out_is_seen_also_without_scripts(client):
    framed = client.get(FORM, headers=IN_FRAME).one("aside[@data-framed]")
    assert framed.get("hidden") is None
    assert framed.find(".//a").get("target") == "_blank"
    assert "localhost/c/riverside" in words(framed)
    assert client.get(FORM).one("aside[@data-framed]").get("hidden") is not None
    assert client.get("/en/", headers=IN_FRAME).all("aside[@data-framed]") == []


def test_a_list_in_a_frame_can_be_opened_in_its_own_tab_without_an_answer_in_an_address(client):
    page = client.post(TAKE, {"stage": "early"}, headers=IN_FRAME)
    button = page.one("button[@formtarget='_blank']")
    assert button.get("formaction") == TAKE + "#own-tab"
    assert button.get("name") is None


def test_a_frame_without_the_right_to_be_ours_is_told_and_led_out(client):
    page = client.post(LIST, {"stage": "early"}, headers=SANDBOXED)
    assert (page.status, page.heading) == (403, "This part of the page may not send the form")
    link = page.one("a[@class='button']")
    assert (link.get("href"), link.get("target")) == (FORM + "#own-tab", "_blank")
    assert page.all("form") == []
    assert "localhost/c/riverside" in words(page.one("main"))


def test_a_tab_opened_from_a_sandbox_is_told_the_address_to_type(client):
    page = client.post(LIST, {"stage": "early"}, headers=SANDBOXED | {"Sec-Fetch-Dest": "document"})
    assert "Or type this address into your browser: http://localhost/c/riverside" in page.text


def test_who_left_in_a_frame_is_told_what_stays_open(client):
    told = "The page around this one stays open until you close it."
    assert told not in client.get(FORM + "left").text
    assert told in client.get(FORM + "left", headers=IN_FRAME).text


def test_another_site_is_still_refused(client):
    page = client.post(LIST, {"stage": "early"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert page.heading == "This came from another site"
