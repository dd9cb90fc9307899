"""Makes the form fields of a PDF (AcroForm) work in every viewer.

WeasyPrint leaves drawing to the viewer, without a font to do it in: then Poppler shows no tick. For a text field it
embeds our whole typeface. So text fields are laid out as boxes to tick, and become text fields afterwards, written in
Helvetica, which every viewer has. Viewers choose its size, so that what is typed shrinks until it fits; where that
would end badly, they take no more letters.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import pydyf

from prep.checklist.pack import PrintSize

TYPE_SIZE = {PrintSize.STANDARD: 12, PrintSize.LARGE: 18}
"""The size, in points, that a few words typed on a line come near."""

_SEVERAL_LINES = 1 << 12
_SIZE_THAT_FITS = "/Helv 0 Tf 0 g"
_AROUND_A_LINE = 8
_BORDER = 2
_LETTER = 0.5
"""How wide a letter is, on average, for its size."""

_ROOM_SIZE = 12
_ROOM_LINE = 13.38
_ROOM_AROUND = 4.6
"""How MuPDF sets what is typed in a room, in points: the lines, and what it leaves free above and below."""

_ROOM_FULL = 0.9
"""How much of a room is taken when the last line is reached, for lines end where a word does."""


def text_fields_as_boxes(pack: Element) -> Iterator[tuple[str, bool]]:
    """Make the text fields boxes to tick, and yield the name of each, and whether it takes several lines."""
    for field in pack.iter():
        if field.tag == "textarea" or (field.tag == "input" and field.get("type") == "text"):
            yield field.attrib["name"], field.tag == "textarea"
            field.tag = "input"
            field.set("type", "checkbox")


def finish_fields(pdf: pydyf.PDF, to_type_in: Mapping[str, bool], size: int) -> None:
    """Turn the boxes named in `to_type_in` into text fields, in type of about `size` points; let viewers draw ticks."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    form.pop("NeedAppearances", None)
    helvetica = pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}
    )
    pdf.add_object(helvetica)
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({"Helv": helvetica.reference})})
    for field in [*pdf.objects]:
        if isinstance(field, pydyf.Dictionary) and field.get("FT") == "/Btn" and field["T"].string in to_type_in:
            _drop(pdf, field.pop("AP")["N"]["on"])
            del field["AS"], field["MK"]
            field.update({"FT": "/Tx", "V": pydyf.String(""), "DA": pydyf.String(_SIZE_THAT_FITS)})
            if to_type_in[field["T"].string]:
                field["Ff"] = _SEVERAL_LINES
                _limit_room(field)
            else:
                _limit_line(field, size)


def _limit_line(field: pydyf.Dictionary, size: int) -> None:
    """Limit a line's height and letters: viewers make the type as high as the field, and as small as it takes.

    It starts near `size`, and the line is full before it is half of that. The border is not drawn: without one, Poppler
    cuts off what hangs below the line, as in "gy".
    """
    left, top, right, bottom = field["Rect"]
    field["Rect"] = pydyf.Array([left, min(top, bottom + size + _AROUND_A_LINE), right, bottom])
    field["BS"] = pydyf.Dictionary({"W": _BORDER})
    field["MaxLen"] = int((right - left) / (_LETTER * size / 2))


def _limit_room(field: pydyf.Dictionary) -> None:
    """Limit a room's letters to those that fill it in 12 points, wherever it is opened.

    Only Poppler lets what is typed shrink until it fits: MuPDF never does, and pdf.js loses a line before it does.
    """
    left, top, right, bottom = field["Rect"]
    lines = int((top - bottom - _ROOM_AROUND) / _ROOM_LINE)
    field["MaxLen"] = int(_ROOM_FULL * lines * (right - left) / (_LETTER * _ROOM_SIZE))


def _drop(pdf: pydyf.PDF, reference: bytes) -> None:
    """Put nothing in the place of an object that nothing needs any more."""
    nothing = pydyf.Dictionary()
    nothing.number = int(reference.split()[0])
    pdf.objects[nothing.number] = nothing
