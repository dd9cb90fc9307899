"""A clinic shows the tool within its own site: another origin, third-party cookies blocked."""

import http.server
import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from prep.app import create_app
from prep.clinics.models import Clinic, Numbers
from prep.settings import Settings
from tests.browser import CHROMIUM, SWITCHES

PERMISSIONS = "allow-forms allow-same-origin allow-scripts allow-downloads allow-popups"
BEFORE = "<!doctype html><html lang=en><title>Clinic</title><h1>Your visit</h1>"


@contextmanager
def serving(server):
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


class Clinics:
    """A web site of any pages, on a port of its own."""

    def __init__(self):
        self.pages = pages = {}

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                body, headers = pages.get(self.path, ("", {}))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_message):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://localhost:{self.server.server_port}"  # another site than 127.0.0.1, not a port alone

    def shows(self, path, body, headers=None):
        self.pages[path] = BEFORE + body, headers or {}
        return self.origin + path


@pytest.fixture(scope="module")
def world(bank):
    """A clinic's site, a stranger's, and ours."""
    clinics, stranger = Clinics(), Clinics()
    riverside = Clinic(
        slug="riverside", name="Riverside", numbers=Numbers(day="555-010-0100"), embed_origins=(clinics.origin,)
    )
    app = create_app(Settings(), bank, clinics={"riverside": riverside})
    ours = make_server("127.0.0.1", 0, app, threaded=True)
    with serving(clinics.server), serving(stranger.server), serving(ours):
        yield clinics, stranger, f"http://127.0.0.1:{ours.port}"


@pytest.fixture(scope="module")
def cookieless(playwright):
    """A browser that blocks third-party cookies."""
    switches = [*SWITCHES, "--test-third-party-cookie-phaseout"]
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=switches)
    yield browser
    browser.close()


@pytest.fixture
def page(cookieless):
    context = cookieless.new_context(viewport={"width": 390, "height": 700})
    context.set_default_timeout(10_000)
    yield context.new_page()
    assert context.storage_state() == {"cookies": [], "origins": []}
    context.close()


def script(site):
    return (
        f'<p>Before</p><a data-visit-prep href="{site}/c/riverside/en/">Prepare your questions</a>'
        f'<script src="{site}/embed.js" data-clinic="riverside" data-lang="en" data-title="Your questions" async>'
        "</script>"
    )


def frame_html(site, sandbox=None):
    sandboxed = "" if sandbox is None else f' sandbox="{sandbox}"'
    return f'<iframe src="{site}/c/riverside/en/" title="q" width="380" height="600"{sandboxed}></iframe>'


def height(page):
    return page.locator("iframe").first.bounding_box()["height"]


def inner(page):
    return page.frames[1].evaluate("document.documentElement.scrollHeight")


def goes_on(frame, *links):
    """Follow each link to the next question, and wait until it is seen."""
    for link in links:
        expect(frame.locator(".screen:visible")).to_have_count(1)  # before its style is there, all are seen
        before = frame.locator(".screen:visible").evaluate("screen => screen.id")
        frame.get_by_role("link", name=link, exact=True).click()
        elsewhere = f":not(#{before})" if before else "[id]"
        frame.locator(f".screen:visible{elsewhere}").wait_for()


def asks_for_the_list(frame):
    """Begin, tell nothing, and see the questions."""
    goes_on(frame, "Start")
    frame.get_by_role("button", name="See my questions now").click()


def test_the_script_puts_in_a_frame_that_grows_and_leads_to_a_pdf(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/script", script(site)))
    frame = page.frame_locator("iframe[title='Your questions']")
    expect(page.get_by_role("link", name="Prepare your questions")).to_be_hidden()
    assert height(page) == pytest.approx(inner(page), abs=2)
    goes_on(frame, "Start", "Next")
    frame.get_by_label("Stage 4 (IV): metastatic", exact=True).check()
    goes_on(frame, "Next", "Next", "Next", "Next", "Add your name, and the day of the visit")
    frame.get_by_role("textbox", name="Your name").fill("Ann")
    frame.get_by_role("button", name="Show my questions").click()
    expect(frame.locator("h1")).to_have_text("Your questions")
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().top > -50")
    assert height(page) == pytest.approx(inner(page), abs=2), "no second scroll bar"
    list_height = height(page)
    frame.locator("#add-more > summary").click()
    page.wait_for_function(f"document.querySelector('iframe').offsetHeight > {list_height} + 100")
    question = frame.locator("div.question").nth(5)
    asked = question.locator(".ask").inner_text()
    question.get_by_role("button", name="Ask first").click()
    expect(frame.locator(".top-three .ask").first).to_have_text(asked)
    expect(frame.locator(":focus")).to_contain_text("Ask first")
    frame.get_by_role("button", name="Get my page").first.click()
    with page.expect_download() as download:
        frame.get_by_role("button", name="Get it as a PDF").click()
    assert download.value.suggested_filename == "Questions for my visit.pdf"


@pytest.mark.parametrize("sandbox", [None, PERMISSIONS], ids=["free", "sandboxed"])
def test_a_frame_works_and_the_list_opens_in_its_own_tab(world, page, sandbox):
    clinics, _stranger, site = world
    page.goto(clinics.shows(f"/frame-{bool(sandbox)}", frame_html(site, sandbox)))
    frame = page.frame_locator("iframe")
    goes_on(frame, "Start", "Next")
    frame.get_by_label("Stage 4 (IV): metastatic", exact=True).check()
    frame.get_by_role("button", name="See my questions now").click()
    expect(frame.locator("h1")).to_have_text("Your questions")
    frame.get_by_role("button", name="Get my page").first.click()
    with page.expect_download():
        frame.get_by_role("button", name="Get it as a PDF").click()
    with page.context.expect_page() as opened:
        frame.get_by_role("button", name="No PDF? Open this page in its own tab").click()
    tab = opened.value
    expect(tab.locator("h1")).to_have_text("Take it with you")
    assert tab.url == f"{site}/c/riverside/en/take#own-tab"
    with tab.expect_download():
        tab.get_by_role("button", name="Get it as a PDF").click()


def test_a_frame_that_allows_too_little_says_so_and_leads_out(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/less", frame_html(site, "allow-forms allow-popups allow-popups-to-escape-sandbox")))
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("Does a button do nothing here?")).to_be_visible()
    asks_for_the_list(frame)
    expect(frame.locator("h1")).to_have_text("This part of the page may not send the form")
    with page.context.expect_page() as opened:
        frame.locator("main .actions").get_by_role("link", name="Open the form in its own tab").click()
    asks_for_the_list(opened.value)
    expect(opened.value.locator("h1")).to_have_text("Your questions")


def less(*missing):
    return " ".join(permission for permission in PERMISSIONS.split() if permission not in missing)


def test_where_no_form_may_be_sent_the_page_says_so_before_anyone_fills_it_in(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/no-forms", frame_html(site, less("allow-forms"))))
    told = page.frame_locator("iframe").locator("[data-confined]")
    expect(told).to_contain_text("The form cannot be sent from here")
    expect(told).to_contain_text(f"{site.removeprefix('http://')}/c/riverside")
    with page.context.expect_page() as opened:
        told.get_by_role("link").click()
    tab = opened.value  # may do no more than the frame
    expect(tab.locator("[data-confined]")).to_contain_text(f"{site.removeprefix('http://')}/c/riverside")
    expect(tab.locator("[data-confined]").get_by_role("link")).to_be_hidden()


def test_where_no_script_runs_the_way_out_is_seen_also_in_the_tab_it_leads_to(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/no-scripts", frame_html(site, less("allow-scripts", "allow-forms"))))
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Open the form in its own tab").click()
    told = opened.value.get_by_text("Does a button do nothing here either?")
    expect(told).to_contain_text(f"{site.removeprefix('http://')}/c/riverside")


def test_where_nothing_may_be_downloaded_the_tab_tells_what_to_do(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/no-downloads", frame_html(site, less("allow-downloads"))))
    frame = page.frame_locator("iframe")
    asks_for_the_list(frame)
    frame.get_by_role("button", name="Get my page").first.click()
    with page.context.expect_page() as opened:
        frame.get_by_role("button", name="No PDF? Open this page in its own tab").click()
    expect(opened.value.get_by_text("You can also print the page to hand over from your browser.")).to_be_visible()
    expect(opened.value.get_by_text("Does a button do nothing here either?")).to_be_visible()


def test_where_no_tab_may_be_opened_the_address_is_seen(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/no-tabs", frame_html(site, less("allow-popups"))))
    expect(page.frame_locator("iframe").locator("aside .url").first).to_be_visible()
    expect(page.frame_locator("iframe").locator("[data-confined]")).to_be_hidden()


def test_leaving_quickly_leaves_the_clinics_page_too(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/before", ""))
    page.goto(clinics.shows("/leave", frame_html(site)))
    page.frame_locator("iframe").get_by_role("link", name="Leave this page quickly").click()
    page.wait_for_url(f"{site}/c/riverside/en/left")
    page.go_back()
    assert page.url == f"{clinics.origin}/before"


def test_where_the_sandbox_holds_who_leaves_they_are_told_what_stays_open(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/stay", frame_html(site, PERMISSIONS)))
    page.frame_locator("iframe").get_by_role("link", name="Leave this page quickly").click()
    expect(page.frame_locator("iframe").get_by_text("The page around this one stays open")).to_be_visible()


def test_clearing_everything_stays_within_the_frame(world, page):
    clinics, _stranger, site = world
    address = clinics.shows("/clear", frame_html(site))
    page.goto(address)
    asks_for_the_list(page.frame_locator("iframe"))
    page.frame_locator("iframe").get_by_role("link", name="Clear everything").click()
    expect(page.frame_locator("iframe").locator("h1")).to_have_text("Everything is cleared")
    assert page.url == address


@pytest.mark.parametrize("policy", ["require-corp", "credentialless"])
def test_a_site_that_isolates_itself_shows_the_frame(world, page, policy):
    clinics, _stranger, site = world
    isolated = {"Cross-Origin-Embedder-Policy": policy, "Cross-Origin-Opener-Policy": "same-origin"}
    page.goto(clinics.shows(f"/isolated-{policy}", script(site), isolated))
    frame = page.frame_locator("iframe[title='Your questions']")
    asks_for_the_list(frame)
    expect(frame.locator("h1")).to_have_text("Your questions")
    expect(page.get_by_role("link", name="Prepare your questions")).to_be_hidden()
    frame.get_by_role("button", name="Get my page").first.click()
    with page.expect_download():
        frame.get_by_role("button", name="Get it as a PDF").click()
    assert page.evaluate("crossOriginIsolated")


def test_a_frame_that_allows_nothing_still_tells_the_address(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/nothing", frame_html(site, "")))
    frame = page.frame_locator("iframe")
    address = frame.locator("aside[data-framed] .url")
    expect(address).to_be_visible()
    expect(address).to_contain_text(f"{site.removeprefix('http://')}/c/riverside")
    space = frame.locator("main").evaluate("main => getComputedStyle(main).paddingInlineStart")
    assert space != "0px", "it has its style sheets"


def test_without_scripts_there_is_a_link(world, cookieless):
    clinics, _stranger, site = world
    context = cookieless.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(clinics.shows("/link", script(site)))
    page.get_by_role("link", name="Prepare your questions").click()
    assert page.locator("h1").inner_text() == "Get ready for your visit"
    context.close()


@pytest.mark.parametrize("path", ["/c/riverside/en/", "/en/"])
def test_a_strangers_site_can_frame_nothing(world, page, path):
    _clinics, stranger, site = world
    page.goto(stranger.shows("/frame", f'<iframe src="{site}{path}" title="q"></iframe>'))
    page.wait_for_timeout(500)
    assert page.frames[1].url.startswith("chrome-error:")


def test_the_clinics_page_within_a_strangers_can_frame_nothing_either(world, page):
    clinics, stranger, site = world
    page.goto(stranger.shows("/nest", f'<iframe src="{clinics.shows("/frame", frame_html(site))}" title="q"></iframe>'))
    page.wait_for_timeout(500)
    assert [frame.url.split(":")[0] for frame in page.frames] == ["http", "http", "chrome-error"]


def test_where_the_frame_is_refused_the_link_stays(world, page):
    _clinics, stranger, site = world
    page.goto(stranger.shows("/script", script(site)))
    page.wait_for_timeout(500)
    expect(page.get_by_role("link", name="Prepare your questions")).to_be_visible()


def test_messages_from_elsewhere_are_not_heeded(world, page):
    clinics, _stranger, site = world
    page.goto(clinics.shows("/forged", script(site)))
    expect(page.get_by_role("link", name="Prepare your questions")).to_be_hidden()
    before = height(page)
    page.evaluate("postMessage({height: 5000}, '*')")
    forger = clinics.shows("/forger", "<script>parent.postMessage({height: 5000}, '*')</script>")
    page.evaluate(f"document.body.insertAdjacentHTML('beforeend', '<iframe src=\"{forger}\"></iframe>')")
    page.wait_for_timeout(500)
    assert height(page) == before
