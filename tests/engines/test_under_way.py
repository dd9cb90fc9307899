"""A slow or a missing site: what is pressed meanwhile is done in its turn, and nothing is lost."""

import threading

import pytest
from werkzeug.serving import make_server

from prep.app import create_app
from prep.settings import Settings
from tests.engines import words
from tests.engines.steps import gets_the_list, has_all_answers, presses_a_star
from tests.serving import free_port


class Site:
    """A site of the test's own, which can be made to wait, and can be switched off."""

    def __init__(self, app):
        self._app = app
        self._goes_on = threading.Event()
        self._goes_on.set()
        self._port = free_port()
        self.address = f"http://127.0.0.1:{self._port}"
        self.starts()

    def starts(self) -> None:
        self._server = make_server("127.0.0.1", self._port, self, threaded=True)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def stops(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def holds(self) -> None:
        """Let everybody wait who sends a form."""
        self._goes_on.clear()

    def goes_on(self) -> None:
        self._goes_on.set()

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] == "POST":
            self._goes_on.wait()
        return self._app(environ, start_response)


@pytest.fixture
def own_site(bank):
    site = Site(create_app(Settings(), bank))
    yield site
    site.goes_on()
    site.stops()


@pytest.fixture
def window(with_scripts, own_site):
    """A window with scripts before that site, at the list."""
    with_scripts.site = own_site.address
    gets_the_list(with_scripts)
    return with_scripts


def waits(window) -> bool:
    return window.evaluate("return document.querySelector('main').getAttribute('aria-busy');") == "true"


def first(window) -> list[str]:
    """Return the questions that are asked first."""
    return window.texts(f"div.question:has({words.PRESSED_STAR}) > .ask")


def takes_its_star(window, question: str) -> None:
    """Press the star of a question that is asked first, so that it is no more."""
    asked = window.texts(words.QUESTIONS).index(question)
    (card,) = window.evaluate(f"return [document.querySelectorAll('div.question')[{asked}].id];")
    window.clicks_on(f"#{card} .star")


def takes_a_star_from_a_slow_site(window, site) -> str:
    """Press the star of the first question while the site waits; return the question."""
    question = first(window)[0]
    site.holds()
    takes_its_star(window, question)
    window.until(lambda: waits(window), "the page waits")
    return question


def test_a_second_press_is_done_after_the_first(window, own_site):
    one, other, third = first(window)
    takes_a_star_from_a_slow_site(window, own_site)
    takes_its_star(window, other)
    own_site.goes_on()
    window.until(lambda: first(window) == [third], f"neither “{one}” nor “{other}” is asked first")


def test_a_link_is_followed_after_the_press_before_it(window, own_site):
    pressed = takes_a_star_from_a_slow_site(window, own_site)
    window.clicks(words.PRIVACY)
    own_site.goes_on()
    window.waits_for_heading(words.PRIVACY_HEADING)
    window.goes_back()
    window.waits_for_heading(words.LIST_HEADING)
    assert pressed not in first(window)


def test_back_lets_be_what_was_pressed_last(window, own_site):
    before, entries = window.texts(words.QUESTIONS), window.history_length()
    takes_a_star_from_a_slow_site(window, own_site)
    window.goes_back()
    window.until(lambda: has_all_answers(window), "the form is there with all answers")
    own_site.goes_on()
    assert not waits(window)
    window.goes_forward()
    window.waits_for_heading(words.LIST_HEADING)
    assert window.texts(words.QUESTIONS) == before
    assert window.history_length() == entries


def test_who_cannot_reach_the_site_is_told_and_loses_nothing(window, own_site):
    before = window.texts(words.QUESTIONS)
    own_site.stops()
    window.clicks_on(words.STARS)
    window.waits_for(words.NOT_REACHED)
    assert window.texts(words.QUESTIONS) == before
    own_site.starts()
    presses_a_star(window)
    assert words.NOT_REACHED not in window.text()
