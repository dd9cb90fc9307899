"""The drivers themselves, before a page that does little: what they say is what a person would see."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

FIRST = """<!doctype html><title>First</title><meta name="viewport" content="width=device-width">
<h1>First</h1><p id="told">No scripts</p>
<form action="/second" method="post">
  <input type="checkbox" id="pie"><label for="pie">Apple pie</label>
  <label for="words">Words</label><textarea id="words"></textarea><button>Go on</button>
</form>
<details><summary>Unfold</summary><p>What was folded</p></details>
<p><a href="/second">A link</a></p>
<script>
  document.getElementById("told").textContent = "Scripts run";
  const words = document.getElementById("words");
  addEventListener("beforeunload", (event) => { if (words.value === "Stay") event.preventDefault(); });
</script>"""
SECOND = """<!doctype html><title>Second</title><h1>Second</h1><a href="/">To the first</a>
<script>sessionStorage.setItem("seen", "yes"); document.cookie = "seen=yes";</script>"""


class Answers(BaseHTTPRequestHandler):
    """Gives two pages, whether asked or sent something."""

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        page = (SECOND if self.path == "/second" else FIRST).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_POST = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, *_told):
        pass


@pytest.fixture(scope="module")
def site():
    """Two pages, in place of our own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_window_is_as_wide_as_was_asked_and_scripts_run_or_do_not(window, request):
    window.opens("/")
    assert window.evaluate("return innerWidth;") == request.node.callspec.params["window"][2][0]
    window.waits_for("Scripts run" if window.has_scripts else "No scripts")


def test_a_person_ticks_types_unfolds_and_sends(window):
    window.opens("/")
    assert not window.is_ticked("Apple pie")
    window.ticks("Apple pie")
    window.fills("Words", "für morgen")
    assert window.value("Words") == "für morgen"
    assert "What was folded" not in window.text()
    window.clicks("Unfold")
    window.waits_for("What was folded")
    window.clicks("Go on")
    window.waits_for_heading("Second")
    assert window.address().endswith("/second")
    assert window.history_length() >= 2
    assert not window.has("Go on")


def test_back_and_forward_find_what_was_typed(window):
    window.opens("/")
    window.ticks("Apple pie")
    window.fills("Words", "still here")
    window.clicks("A link")
    window.waits_for_heading("Second")
    window.goes_back()
    window.waits_for_heading("First")
    window.until(lambda: window.is_ticked("Apple pie") and window.value("Words") == "still here", "all is there")
    window.goes_forward()
    window.waits_for_heading("Second")


def test_the_browser_asks_before_a_page_that_says_so_is_left(with_scripts):
    window = with_scripts
    if not window.asks_before_leaving:
        pytest.skip("this engine's driver leaves without asking")
    window.opens("/")
    window.fills("Words", "Stay")
    assert window.reloads(accept=False)
    assert window.leaves_for(window.site + "/second", accept=False)
    assert window.heading() == "First"
    assert window.value("Words") == "Stay"
    assert window.leaves_for(window.site + "/second")
    window.waits_for_heading("Second")
    assert not window.reloads()


def test_windows_share_nothing(with_scripts, engine, request):
    name, has_scripts, _size = request.node.callspec.params["with_scripts"]
    with_scripts.opens("/second")
    assert with_scripts.evaluate("return document.cookie;") == "seen=yes"
    other = engine(name, has_scripts).window(with_scripts.site)
    other.opens("/")
    assert other.evaluate("return [document.cookie, sessionStorage.getItem('seen')];") == ["", None]
    other.close()
