"""The site, and windows of three browser engines before it, with scripts and without, on three screens."""

import threading
from contextlib import ExitStack

import pytest
from werkzeug.serving import make_server

from prep.app import create_app
from prep.settings import Settings
from tests.engines.chromium import Chromium
from tests.engines.firefox import Firefox
from tests.engines.webkit import Webkit

SMALL_PHONE, PHONE, DESK = (320, 640), (360, 740), (1440, 900)
WITH_SCRIPTS = [("chromium", True, PHONE), ("firefox", True, DESK), ("webkit", True, PHONE)]
WITHOUT_SCRIPTS = [(engine, False, SMALL_PHONE) for engine in ("chromium", "firefox", "webkit")]
WITH_OR_WITHOUT = [("chromium", True, DESK), ("firefox", True, PHONE), ("webkit", True, DESK), *WITHOUT_SCRIPTS]
"""Not each with each, but every engine on all three screens."""


def named(choice) -> str:
    engine, has_scripts, (width, _height) = choice
    return f"{engine}-{width}" + ("" if has_scripts else "-no-scripts")


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name == "engines":
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(bank):
    """The address of a running site."""
    server = make_server("127.0.0.1", 0, create_app(Settings(), bank), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def engine(request):
    """Return a function that gives an engine: each is started once, when it is first asked for."""
    started, ending = {}, ExitStack()
    starts = {
        "chromium": lambda has_scripts: Chromium(request.getfixturevalue("chromium"), has_scripts),
        "firefox": Firefox,
        "webkit": Webkit,
    }

    def get(name: str, has_scripts: bool):
        if (name, has_scripts) not in started:
            started[name, has_scripts] = starts[name](has_scripts)
            ending.callback(started[name, has_scripts].close)
        return started[name, has_scripts]

    with ending:  # where one cannot be closed, the others are
        yield get


def _opened(engine, site, choice):
    name, has_scripts, size = choice
    window = engine(name, has_scripts).window(site)
    window.resize(*size)
    return window


@pytest.fixture(params=WITH_OR_WITHOUT, ids=named)
def window(request, engine, site):
    """A window of any engine, with scripts or without."""
    window = _opened(engine, site, request.param)
    yield window
    window.close()


@pytest.fixture(params=WITH_SCRIPTS, ids=named)
def with_scripts(request, engine, site):
    window = _opened(engine, site, request.param)
    yield window
    window.close()


@pytest.fixture(params=WITHOUT_SCRIPTS, ids=named)
def without_scripts(request, engine, site):
    window = _opened(engine, site, request.param)
    yield window
    window.close()
