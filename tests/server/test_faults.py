"""What can go wrong around the server: each time the site lives on, and the log says in one line what is wrong."""

import os
import resource
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Mapping

import pytest

from tests.serving import children as commands
from tests.serving import running

pytestmark = pytest.mark.faults

CLOCK_IN_1970 = "import time; start, now = time.time(), time.time; time.time = lambda: 86_400 + now() - start\n"
ENGINE_WITHOUT_PANGO = "raise OSError('cannot load library libpango-1.0-0')\n"
WAITING_FOR = "import os, time\nwhile not os.path.exists('{}'): time.sleep(0.05)\n"


def get(server, path):
    with urllib.request.urlopen(server.address + path, timeout=20) as page:
        return page.read()


def list_of(server, **fields):
    sent = urllib.parse.urlencode({"side": "left", **fields}).encode()
    with urllib.request.urlopen(server.address + "en/checklist", sent, timeout=30) as page:
        return page.read()


def status_of(request, *arguments, **fields):
    try:
        request(*arguments, **fields)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()
    return 200, b""


def processes(parent) -> list[int]:
    """Return the processes below one, itself left out."""
    below = children()
    found = list(below[parent])
    for one in found:
        found += below[one]
    return found


def children() -> Mapping[int, list[int]]:
    """Return the children of every process."""
    tree = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    found = defaultdict(list)
    for pid, above in (map(int, line.split()) for line in tree.splitlines()):
        found[above].append(pid)
    return found


def renderers(server) -> list[int]:
    """Return the processes that make PDFs: they stand back behind all others."""
    return [pid for pid in processes(server.pid) if os.getpriority(os.PRIO_PROCESS, pid) > 0]


def dispatcher(server) -> int:
    """Return the process that hands PDFs out to renderers."""
    (found,) = [child for child, command in commands(server.pid).items() if "prep.pdf.dispatcher" in command]
    return found


def is_alive(pid) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_ready(server) -> bool:
    return status_of(get, server, "readyz") == (200, b"")


def soon(is_so) -> bool:
    """Return whether it becomes so within some seconds."""
    for _try in range(600):
        if is_so():
            return True
        time.sleep(0.1)
    return False


def asked_for_a_pdf(server):
    """Ask for a PDF, and return a function that waits for what came of it."""
    became = []

    def ask():
        try:
            became.append(list_of(server, format="pdf"))
        except OSError as error:
            became.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.05)

    def wait():
        asking.join()
        return became[0]

    return wait


def test_renderers_killed_in_the_middle_are_replaced_and_everyone_gets_their_pdf():
    with running(PREP_WORKERS="1", PREP_RENDERERS="1") as server:
        assert soon(lambda: is_ready(server))
        for _time in range(3):
            waiting = asked_for_a_pdf(server)
            for renderer in renderers(server):
                os.kill(renderer, signal.SIGKILL)
            assert waiting()[:5] == b"%PDF-"
            assert get(server, "readyz") == b"ok\n"
    assert "A renderer ended in the middle of a PDF." in server.log


def test_a_worker_killed_in_the_middle_of_a_pdf_is_replaced_and_leaves_nobody_behind():
    with running(PREP_WORKERS="1", PREP_RENDERERS="1") as server:
        assert soon(lambda: is_ready(server))
        (worker,) = server.workers()
        waiting = asked_for_a_pdf(server)
        os.kill(worker, signal.SIGKILL)
        waiting()
        assert soon(lambda: server.workers() not in ([], [worker]))
        assert list_of(server, format="pdf")[:5] == b"%PDF-"


def test_a_dispatcher_killed_in_the_middle_of_a_pdf_is_replaced_and_everyone_gets_their_pdf():
    with running(PREP_WORKERS="2", PREP_RENDERERS="1") as server:
        assert soon(lambda: is_ready(server))
        for _time in range(2):
            waiting = [asked_for_a_pdf(server) for _one in range(3)]
            left_behind = [dispatcher(server), *processes(dispatcher(server))]
            os.kill(left_behind[0], signal.SIGKILL)
            assert [one()[:5] for one in waiting] == [b"%PDF-"] * 3
            assert soon(lambda: not any(map(is_alive, left_behind)))  # noqa: B023  # it is asked at once
        assert soon(lambda: is_ready(server))
    assert "The dispatcher of PDFs has ended. It is started again." in server.log


def test_told_to_stop_it_finishes_what_is_under_way():
    with running(PREP_WORKERS="1", PREP_RENDERERS="1") as server:
        assert soon(lambda: is_ready(server))
        waiting = [asked_for_a_pdf(server) for _one in range(4)]
        below = processes(server.pid)
        server.send_signal(signal.SIGTERM)
        for one in waiting:
            made = one()
            assert made[:5] == b"%PDF-"
            assert made.rstrip().endswith(b"%%EOF")
        assert server.wait(30) == 0
        assert soon(lambda: not any(map(is_alive, below)))


def test_a_full_disk_stops_nobody(tmp_path):
    """Files cannot grow by one byte: writing to them fails as it does on a disk that is full."""
    with running(TMPDIR=str(tmp_path)) as server:
        for process in [server.pid, *processes(server.pid)]:
            resource.prlimit(process, resource.RLIMIT_FSIZE, (0, 0))
        assert list_of(server, format="pdf")[:5] == b"%PDF-"
        assert b"<h1>" in list_of(server, more="x" * 100_000)
        assert get(server, "readyz") == b"ok\n"
        assert list(tmp_path.iterdir()) == []


def test_a_file_system_that_can_only_be_read_stops_nobody():
    only_read = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        'mount -o remount,ro,bind / && mount -t tmpfs none /dev/shm && exec "$@"',
    ]
    if subprocess.run([*only_read, "sh", "true"], capture_output=True).returncode:
        pytest.skip("only root may make a file system read-only, and not in every container")
    with running(*only_read, "sh") as server:
        assert list_of(server, format="pdf")[:5] == b"%PDF-"
        assert get(server, "readyz") == b"ok\n"


def test_without_typefaces_on_the_system_the_bundled_one_prints_and_the_log_names_the_packages():
    without_fonts = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none /usr/share/fonts && exec "$@"']
    if subprocess.run([*without_fonts, "sh", "true"], capture_output=True).returncode:
        pytest.skip("only root may hide the typefaces, and not in every container")
    with running(*without_fonts, "sh") as server:
        assert list_of(server, format="pdf", printed_name="Łucja")[:5] == b"%PDF-"
    lines = [line for line in [*server.before, *server.log.splitlines()] if "typefaces" in line]
    assert len(lines) == 1
    assert "Install fonts-noto-core" in lines[0]


def test_without_pango_all_but_the_pdf_works_and_the_log_names_the_package(tmp_path):
    (tmp_path / "weasyprint.py").write_text(ENGINE_WITHOUT_PANGO)
    with running(PYTHONPATH=str(tmp_path)) as server:
        assert b"<h1>" in list_of(server)
        assert b"[ ]" in list_of(server, format="txt")
        status, page = status_of(list_of, server, format="pdf")
        assert status == 503
        assert b"Your list is still here" in page
        assert status_of(get, server, "readyz")[0] == 503
    lines = [line for line in [*server.before, *server.log.splitlines()] if "Pango" in line]
    assert len(lines) == 1
    assert "Install libpango-1.0-0 and libpangoft2-1.0-0." in lines[0]


def test_pages_do_not_wait_for_a_slow_engine(tmp_path):
    goes_on = tmp_path / "goes-on"
    (tmp_path / "weasyprint.py").write_text(WAITING_FOR.format(goes_on) + ENGINE_WITHOUT_PANGO)
    with running(PYTHONPATH=str(tmp_path)) as server:
        assert b"<h1>" in list_of(server)
        goes_on.touch()


def test_a_clock_in_1970_changes_nothing(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(CLOCK_IN_1970)
    with running(PYTHONPATH=str(tmp_path)) as server:
        with urllib.request.urlopen(server.address + "en/") as page:
            assert "1970" in page.headers["Date"]
        assert list_of(server, format="pdf")[:5] == b"%PDF-"
        assert b"<h1>" in list_of(server, printed_date="2026-11-24")


@pytest.mark.parametrize("locale", ["C", "POSIX", "tr_TR.ISO-8859-9", "nowhere.nothing", ""])
def test_any_locale_will_do(locale):
    with running(LC_ALL=locale, LANG=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") as server:
        assert "’".encode() in get(server, "en/")
        assert list_of(server, format="pdf", printed_name="Łucja")[:5] == b"%PDF-"
