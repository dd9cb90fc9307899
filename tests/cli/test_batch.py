"""`prep batch`, run as a navigator would; and harmed in the middle."""

import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from prep.cli.main import main
from tests.conftest import BANKS
from tests.paper import page_texts, read
from tests.server.test_faults import is_alive, renderers, soon
from tests.visit_lists import BROKEN, LEFT_OUT, list_of

SMALL = {"PREP_BANK": str(BANKS / "small.yaml")}
LIST = b"name,side\nAnn,left\nBo,lower\nCy,right\n"


@pytest.fixture
def prep(tmp_path, monkeypatch):
    """Run the command in a folder of its own, for the small bank unless told otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("prep.cli.batch_run.SLOW_SECONDS", 600)  # no test asks for a quick machine

    def run(*arguments, environment=SMALL):
        return CliRunner().invoke(main, ["batch", *arguments], env=environment)

    return run


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.slow
def test_a_day_at_the_desk(prep, tmp_path):
    """Print, mend what was wrong, print the rest, and lose nothing to a second list."""
    (tmp_path / "visits.csv").write_bytes(LIST)
    done = prep("visits.csv", "-o", "out")
    assert done.exit_code == 1
    assert done.stderr.startswith("Row 3: side is “lower”. Write one of: “Left”, “Right”, “I’m not sure”.")
    assert done.stdout.endswith("2 made, 0 there already, 1 left out.\n")
    assert names(tmp_path / "out") == ["errors.csv", "visit-0002.pdf", "visit-0004.pdf"]
    assert "Row 4: Cy" in page_texts((tmp_path / "out/visit-0004.pdf").read_bytes())[0]

    to_mend = tmp_path / "out/errors.csv"
    to_mend.write_bytes(to_mend.read_bytes().replace(b"lower", b"left", 1))
    done = prep("out/errors.csv", "-o", "out")
    assert (done.exit_code, done.stdout) == (0, "1 made, 0 there already, 0 left out.\n")
    assert "Row 3: Bo" in page_texts((tmp_path / "out/visit-0003.pdf").read_bytes())[0]

    (tmp_path / "tuesday.csv").write_bytes(b"name,side\nDi,left\n")
    done = prep("tuesday.csv", "-o", "out")
    assert done.exit_code == 1
    assert "Row 2: A file of this number is there already, for another visit." in done.stderr
    assert "Ann" in page_texts((tmp_path / "out/visit-0002.pdf").read_bytes())[0]
    assert names(tmp_path / "out")[:2] == ["errors-2.csv", "errors.csv"]


@pytest.mark.slow
def test_a_clinics_list_is_on_its_paper_with_its_numbers_and_usual_answers(prep, tmp_path):
    (tmp_path / "clinics.yaml").write_text(
        "clinics:\n- slug: hill\n  name: Hill Clinic\n  paper: a4\n"
        "  numbers: {day: 555-0100}\n  answers: {side: left}\n"
    )
    (tmp_path / "visits.csv").write_bytes(b"name,side\nAnn,\nBo,right\n")
    settings = {**SMALL, "PREP_CLINICS": "clinics.yaml", "PREP_BASE_URL": "https://prep.example.org"}
    done = prep("visits.csv", "-o", "out", "--clinic=hill", environment=settings)
    assert done.exit_code == 0, done.output
    files = [read((tmp_path / f"out/visit-000{number}.pdf").read_bytes()) for number in (2, 3)]
    ann, bo = (file.pages[0] for file in files)
    assert "Hill Clinic" in ann.extract_text()
    assert "555-0100" in ann.extract_text()
    assert "prep.example.org/c/hill" in files[0].pages[1].extract_text()
    assert len(files[0].pages) == 2, "a leaf a person"
    assert ann.mediabox.height == pytest.approx(842, abs=1)
    assert ann.extract_text().replace("Row 2: Ann", "") != bo.extract_text().replace("Row 3: Bo", "")


def test_without_a_list_it_says_what_to_write(prep):
    done = prep()
    assert done.exit_code == 2
    assert "prep batch visits.csv -o out/" in done.stderr


def test_headings_that_are_wrong_stop_before_anything_is_made(prep, tmp_path):
    (tmp_path / "visits.csv").write_bytes(b"sidee,knees\nAnn,left\n")
    done = prep("visits.csv", "-o", "out")
    assert done.exit_code == 1
    assert "None of its words is a column's." in done.stderr


def test_days_that_could_be_two_are_asked_about_before_anything_is_made(prep, tmp_path):
    (tmp_path / "visits.csv").write_bytes(b"name,date\nAnn,03/04/2026\n")
    done = prep("visits.csv", "-o", "out")
    assert done.exit_code == 2
    assert "Say --dates month-first or --dates day-first." in done.stderr
    assert names(tmp_path / "out") == []


@pytest.mark.slow
def test_a_cell_that_cannot_be_read_costs_nobody_the_page_unless_strictly(prep, tmp_path):
    content = b"MRN,Pt name,side,age,date\n4711,Ann,lower,old,3/4/26\n4712,Bo,left,new,3/24/26\n"
    (tmp_path / "visits.csv").write_bytes(content)
    done = prep("visits.csv", "-o", "out", "--one-file")
    assert done.exit_code == 0
    assert done.stderr.startswith("Row 2: side is “lower”. Write one of: “Left”, “Right”, “I’m not sure”.")
    assert done.stdout.splitlines()[:2] == [
        "Not read, and in no file we make: MRN.",
        "Days with slashes were read month first, as one of them can only be read so.",
    ]
    assert done.stdout.endswith("2 made, 0 there already, 0 left out, 1 to check.\n")
    assert names(tmp_path / "out") == ["please-check.txt", "visits.pdf"]
    assert "Row 2: side is “lower”." in (tmp_path / "out/please-check.txt").read_text(encoding="utf-8-sig")
    assert "Check: side" in page_texts((tmp_path / "out/visits.pdf").read_bytes())[0]
    assert not any(b"4711" in path.read_bytes() for path in (tmp_path / "out").iterdir())

    done = prep("visits.csv", "-o", "strictly", "--strict")
    assert done.exit_code == 1
    assert "1 made, 0 there already, 1 left out.\n" in done.stdout
    assert "4711" not in (tmp_path / "strictly/errors.csv").read_text(encoding="utf-8-sig")


@pytest.mark.slow
def test_a_cancelled_visit_is_named_and_is_nothing_to_mend(prep, tmp_path):
    (tmp_path / "visits.csv").write_bytes(b"name,status\nAnn,Arrived\nBo,Cancelled\n")
    done = prep("visits.csv", "-o", "out")
    said = "status is “Cancelled”. This visit does not take place, so it is left out."
    assert (done.exit_code, done.stderr.strip()) == (0, f"Row 3: {said}")
    assert done.stdout == "Rows to look at: out/please-check.txt\n1 made, 0 there already, 0 left out, 1 cancelled.\n"
    assert names(tmp_path / "out") == ["please-check.txt", "visit-0002.pdf"]
    assert (tmp_path / "out/please-check.txt").read_text(encoding="utf-8-sig").strip() == f"Row 3, Bo: {said}"


def test_the_template_is_for_spreadsheets(prep):
    assert prep("--template").stdout_bytes.startswith(b"\xef\xbb\xbfname,date,with,")


@pytest.mark.slow
def test_answers_that_seldom_go_together_are_told_of_and_printed(prep, tmp_path):
    (tmp_path / "visits.csv").write_bytes(b"name,age,implant\nAnn,old,steel\nBo,new,steel\n")
    done = prep("visits.csv", "-o", "out")
    assert done.exit_code == 0
    assert done.stdout == "Rows to look at: out/please-check.txt\n2 made, 0 there already, 0 left out, 1 to check.\n"
    assert done.stderr.startswith("Row 2: It is printed. Please check implant, age: these answers seldom go together.")
    assert "Row 3" not in done.stderr
    assert names(tmp_path / "out") == ["please-check.txt", "visit-0002.pdf", "visit-0003.pdf"]
    done = prep("visits.csv", "-o", "out")
    assert done.stdout.endswith("0 made, 2 there already, 0 left out, 1 to check.\n")


@pytest.mark.faults
@pytest.mark.parametrize(("option", "name"), [("--zip", "visits.zip"), ("--one-file", "visits.pdf")])
def test_one_file_is_never_written_over_unless_asked(prep, tmp_path, option, name):
    (tmp_path / "visits.csv").write_bytes(LIST)
    assert prep("visits.csv", "-o", "out", option).exit_code == 1
    before = (tmp_path / "out" / name).read_bytes()
    done = prep("visits.csv", "-o", "out", option)
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert (tmp_path / "out" / name).read_bytes() == before
    assert prep("visits.csv", "-o", "out", option, "--overwrite").stdout.count("2 made") == 1
    assert names(tmp_path / "out") == ["errors-2.csv", "errors.csv", name]


ROWS = 60


@pytest.mark.faults
def test_a_run_killed_in_the_middle_is_finished_by_the_next_and_is_as_if_it_had_never_been(prep, tmp_path):
    (tmp_path / "visits.csv").write_bytes(list_of(ROWS))
    command = [sys.executable, "-m", "prep", "batch", "visits.csv", "-o", "out"]
    killed = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (tmp_path / "out/visit-0012.pdf").exists():
        time.sleep(0.05)
        assert killed.poll() is None
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    whole = [name for name in names(tmp_path / "out") if name.startswith("visit-")]
    assert 6 <= len(whole) < ROWS - len(BROKEN)
    for name in whole:
        assert page_texts((tmp_path / "out" / name).read_bytes())

    done = prep("visits.csv", "-o", "out", environment={})
    assert done.exit_code == 1
    assert f"{len(whole)} there already, {LEFT_OUT} left out" in done.stdout
    assert len([line for line in done.stderr.splitlines() if line.startswith("Row ")]) == len(BROKEN)
    for broken in BROKEN:
        assert f": {broken.said}" in done.stderr
    made = {name for name in names(tmp_path / "out") if name.startswith("visit-")}
    right = set(range(2, ROWS + 2, 2))
    in_spite = {3 + 2 * place for place, broken in enumerate(BROKEN) if broken.is_printed}
    assert made == {f"visit-{number:04}.pdf" for number in right | in_spite}
    for name in made:
        text = page_texts((tmp_path / "out" / name).read_bytes())[0]
        number = int(name[6:10])
        assert f"Row {number}: Person {number}" in text or number in in_spite
    assert not [name for name in names(tmp_path / "out") if name.endswith(".part")]


@pytest.mark.faults
def test_renderers_killed_in_the_middle_cost_nobody_their_list(tmp_path):
    (tmp_path / "visits.csv").write_bytes(list_of(20, broken=0))
    command = [sys.executable, "-m", "prep", "batch", "visits.csv", "-o", "out"]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    while not (tmp_path / "out/visit-0004.pdf").exists():
        time.sleep(0.05)
    for renderer in renderers(running):
        os.kill(renderer, signal.SIGKILL)
    said, _nothing = running.communicate(timeout=120)
    assert said.endswith("\n20 made, 0 there already, 0 left out.\n")


SLOW_ENGINE = """
import time
from prep.cli import batch_run
from prep.pdf import worker, worker_process

batch_run.SLOW_SECONDS, worker_process.SILENCE_SECONDS = 1.0, 4.0
done, starting = worker.done, [8]


def slowly(job):
    time.sleep(starting.pop() if starting else 0)
    return done(job)


worker.done = slowly
"""


@pytest.mark.faults
def test_an_engine_that_takes_long_to_start_is_told_of_once_and_waited_for(tmp_path):
    """It takes twice as long as a silent one would be waited for, and is not silent."""
    (tmp_path / "sitecustomize.py").write_text(SLOW_ENGINE)
    (tmp_path / "visits.csv").write_bytes(LIST.replace(b"lower", b"left"))
    command = [sys.executable, "-m", "prep", "batch", "visits.csv", "-o", "out"]
    settings = os.environ | SMALL | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, timeout=120)
    assert done.stdout == "3 made, 0 there already, 0 left out.\n"
    assert done.stderr == ("The PDF engine takes long to start on this machine. This goes on as soon as it is there.\n")
    assert done.returncode == 0


@pytest.mark.faults
def test_ctrl_c_leaves_whole_files_only_and_no_process(tmp_path):
    (tmp_path / "visits.csv").write_bytes(list_of(400, broken=0))
    command = [sys.executable, "-m", "prep", "batch", "visits.csv", "-o", "out", "--zip"]
    command = ["env", "--default-signal=INT", *command]  # what a shell starts in the background ignores Ctrl-C
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "out/.visits.zip.part").exists() or not renderers(running):
        time.sleep(0.05)
    time.sleep(1)
    left_behind = renderers(running)
    running.send_signal(signal.SIGINT)
    _said, error = running.communicate(timeout=60)
    assert running.returncode == 1
    assert error.strip() == "Aborted!"
    assert names(tmp_path / "out") == []
    assert soon(lambda: not any(map(is_alive, left_behind)))
