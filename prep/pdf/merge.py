"""Merges the PDFs of many people into one to print: everyone starts on a right-hand page.

What is merged is written at once and forgotten: 400 visits take 48 MB, with pypdf's own writer 1,258 MB. A pile is for
the printer. Tags for screen readers and fields to fill in stay behind, in the PDFs of each person.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
CATALOG, ROOT, FREE = 1, 2, 3
PRINTED = ("/MediaBox", "/Resources", "/Contents")
"""What of a page reaches the paper."""

Numbers = dict[int, int]
"""The new number of each object copied from one PDF. Pages share typefaces."""


class PdfMerger:
    """A PDF that grows at its end. Call `close` when all are in it."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._size = 0
        self._places = array("Q", [0] * FREE)
        """Where in the file each object stands, by its number."""

        self._parts: list[tuple[int, int]] = []
        """Each person's node in the tree of pages, and how many pages it has."""

        self._put(HEADER)

    def add(self, pdf: bytes) -> int:
        """Lay a PDF on the pile and return how many pages it takes: an even number, perhaps with a blank one."""
        self._parts.append(self._part([pdf]))
        return self._parts[-1][1]

    def close(self, title: str, cover: Sequence[bytes]) -> None:
        """Put the cover on top and end the file."""
        parts = [self._part(cover), *self._parts]
        self._object(ROOT, _node([number for number, _pages in parts], sum(pages for _number, pages in parts)))
        double_sided = _dictionary(Duplex=NameObject("/DuplexFlipLongEdge"))
        catalog = _dictionary(Type=NameObject("/Catalog"), Pages=_reference(ROOT), ViewerPreferences=double_sided)
        self._object(CATALOG, catalog)
        information = self._new()
        self._object(information, _dictionary(Title=TextStringObject(title)))
        start = self._size
        self._put(f"xref\n0 {len(self._places)}\n0000000000 65535 f \n".encode())
        for place in self._places[1:]:
            self._put(b"%010d 00000 n \n" % place)
        size = NumberObject(len(self._places))
        trailer = _dictionary(Size=size, Root=_reference(CATALOG), Info=_reference(information))
        self._put(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (_written(trailer), start))

    def _part(self, pdfs: Sequence[bytes]) -> tuple[int, int]:
        """Write the pages of PDFs under one node, and return its number and the count of its pages."""
        node = self._new()
        pages: list[int] = []
        for pdf in pdfs:
            numbers: Numbers = {}
            originals = PdfReader(BytesIO(pdf)).pages
            pages += [self._page(page, node, numbers) for page in originals]
        if len(pages) % 2:
            pages.append(self._blank(originals[-1], node))
        self._object(node, _node(pages, len(pages), Parent=_reference(ROOT)))
        return node, len(pages)

    def _page(self, page: PageObject, node: int, numbers: Numbers) -> int:
        number = self._new()
        waiting: list[tuple[int, IndirectObject]] = []
        kept = {NameObject(key): self._moved(page.raw_get(key), numbers, waiting) for key in PRINTED}
        self._object(number, _page(node, kept))
        while waiting:
            new, original = waiting.pop()
            self._object(new, self._moved(original.get_object(), numbers, waiting))
        return number

    def _blank(self, like: PageObject, node: int) -> int:
        number = self._new()
        size = {NameObject("/MediaBox"): like.raw_get("/MediaBox"), NameObject("/Resources"): DictionaryObject()}
        self._object(number, _page(node, size))
        return number

    def _moved(
        self, value: PdfObject | None, numbers: Numbers, waiting: list[tuple[int, IndirectObject]]
    ) -> PdfObject | None:
        """Return `value` with references to the copies, and have what is not copied yet wait for it."""
        if isinstance(value, IndirectObject):
            if value.idnum not in numbers:
                numbers[value.idnum] = self._new()
                waiting.append((numbers[value.idnum], value))
            return _reference(numbers[value.idnum])
        if isinstance(value, ArrayObject):
            return ArrayObject(self._moved(one, numbers, waiting) for one in value)
        if isinstance(value, DictionaryObject):  # a stream is one, and keeps its bytes
            value.update({key: self._moved(value.raw_get(key), numbers, waiting) for key in value})
        return value

    def _new(self) -> int:
        self._places.append(0)
        return len(self._places) - 1

    def _object(self, number: int, value: PdfObject | None) -> None:
        self._places[number] = self._size
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, _written(value)))

    def _put(self, content: bytes) -> None:
        self._write(content)
        self._size += len(content)


def _written(value: PdfObject | None) -> bytes:
    stream = BytesIO()
    (NullObject() if value is None else value).write_to_stream(stream)
    return stream.getvalue()


def _reference(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _dictionary(**values: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def _page(node: int, shown: Mapping[NameObject, PdfObject | None]) -> DictionaryObject:
    return DictionaryObject({**_dictionary(Type=NameObject("/Page"), Parent=_reference(node)), **shown})


def _node(kids: Sequence[int], pages: int, **more: PdfObject) -> DictionaryObject:
    """Return a node in the tree of pages."""
    return _dictionary(
        Type=NameObject("/Pages"), Kids=ArrayObject(map(_reference, kids)), Count=NumberObject(pages), **more
    )
