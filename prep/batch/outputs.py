"""Where the PDFs of a list of visits go: each in a file, all in a zip file, or on one pile."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Protocol
from zipfile import ZipFile, ZipInfo

from prep.batch.cover_sheet import Listed, covers
from prep.batch.passed_over import Span
from prep.batch.rows import BadRow
from prep.batch.runner import BlockedError, KeptError, Printed
from prep.checklist.pack import Paper, PrintSize
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.pdf.maker import Render

OTHER_FILE = _("A file of this number is there already, for another visit. Choose another folder, or --overwrite.")
READABLE = 0o644 << 16
"""Who may read what is taken out of a zip file, as zip files say it."""


class Output(Protocol):
    """Takes PDFs in the order of the list."""

    def checked(self, number: int, render: Render) -> Render:
        """Return a renderer that renders only what is still to be made."""

    def add(self, made: Printed) -> None:
        """Take one."""

    def leave_out(self, bad: BadRow) -> None:
        """Note that a row has no PDF."""

    def close(self) -> None:
        """End it, once all have been taken."""


class Folder:
    """A file for each visit, named by the number of its row: names of people and answers stay inside."""

    def __init__(self, path: Path, overwrite: bool) -> None:
        self._path = path
        self._overwrite = overwrite

    def checked(self, number: int, render: Render) -> Render:
        """Return a renderer that leaves alone what is there, and knows whether it is the same list."""
        path = self._path / file_name(number)

        def checked(html: str, paper: Paper, print_size: PrintSize) -> bytes:
            mark = _mark(html, paper, print_size)
            if not self._overwrite and path.exists():
                raise KeptError if path.read_bytes().endswith(mark) else BlockedError(OTHER_FILE)
            return render(html, paper, print_size) + mark

        return checked

    def add(self, made: Printed) -> None:
        """Write its file."""
        with written_whole(self._path / file_name(made.number)) as file:
            file.write(made.pdf)

    def leave_out(self, bad: BadRow) -> None:
        """Leave no file."""

    def close(self) -> None:
        """Leave the folder as it is."""


class Zip:
    """All files in one. `write` is given its bytes as they come."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._zip = ZipFile(_Sink(write), "w")

    def checked(self, number: int, render: Render) -> Render:  # noqa: ARG002  # nothing is made before
        """Return the renderer."""
        return render

    def add(self, made: Printed) -> None:
        """Add its file."""
        self.add_file(file_name(made.number), made.pdf)

    def add_file(self, name: str, content: bytes) -> None:
        """Add a file of that name. PDFs are compressed already."""
        member = ZipInfo(name)
        member.external_attr = READABLE
        self._zip.writestr(member, content)

    def leave_out(self, bad: BadRow) -> None:
        """Leave no file."""

    def close(self) -> None:
        """Write the list of files that ends it."""
        self._zip.close()


class MergedPdf:
    """One PDF to print, with a cover sheet of who is in it. `write` is given its bytes as they come."""

    def __init__(
        self,
        write: Callable[[bytes], object],
        render: Render,
        translator: Translator,
        paper: Paper,
        hidden: Callable[[], Iterable[Span]] = tuple,
    ) -> None:
        """`hidden` tells at the end which rows of the list nobody saw."""
        from prep.pdf.merge import (
            PdfMerger,  # here, because its library takes long to load, and the server seldom needs it
        )

        self._pile = PdfMerger(write)
        self._render = render
        self._translator = translator
        self._paper = paper
        self._hidden = hidden
        self._listed: list[Listed] = []

    def checked(self, number: int, render: Render) -> Render:  # noqa: ARG002  # nothing is made before
        """Return the renderer."""
        return render

    def add(self, made: Printed) -> None:
        """Lay it on the pile. The cover says which cells may hold a slip."""
        pages = self._pile.add(made.pdf)
        self._listed.append(Listed(made.number, made.name, pages, made.to_check.columns))

    def leave_out(self, bad: BadRow) -> None:
        """Have the cover say that the row is not in the pile."""
        self._listed.append(Listed.left_out(bad))

    def close(self) -> None:
        """Put the cover on top."""
        translator = self._translator
        drawn = covers([*self._listed, *map(Listed.hidden, self._hidden())], translator)
        self._pile.close(
            translator.gettext(_("Questions for today’s visits")),
            [self._render(html, self._paper, PrintSize.STANDARD) for html in drawn],
        )


def file_name(number: int) -> str:
    """Return the name of a visit's file."""
    return f"visit-{number:04}.pdf"


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write that bears its name only once it is whole, whatever happens."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("wb") as file:
            yield file
    except BaseException:
        unfinished.unlink()
        raise
    unfinished.replace(path)


class _Sink:
    """A file that is only written to, from start to end."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def write(self, content: bytes) -> int:
        """Pass the bytes on."""
        self._write(bytes(content))
        return len(content)

    def flush(self) -> None:
        """Hold nothing back."""

    def close(self) -> None:
        """Leave the end to who gave `write`."""


def _mark(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return a remark that tells one list from another, and nothing that the PDF does not hold itself."""
    digest = sha256("\0".join((html, paper.value, print_size.value)).encode()).hexdigest()
    return f"\n%visit-prep {digest}\n".encode()
