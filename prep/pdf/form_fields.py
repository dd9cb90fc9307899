"""Makes the form fields of a PDF (AcroForm) work in every viewer.

WeasyPrint leaves drawing to the viewer, without a font to do it in: then Poppler shows no tick. For a text field it
embeds our whole typeface. So text fields are laid out as boxes to tick, and become text fields afterwards, written in
Helvetica, which every viewer has.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import pydyf

from prep.checklist.pack import PrintSize

TYPE_SIZE = {PrintSize.STANDARD: 12, PrintSize.LARGE: 18}
"""The size, in points, of what is typed into the PDF."""

_SEVERAL_LINES = 1 << 12


def text_fields_as_boxes(pack: Element) -> Iterator[tuple[str, bool]]:
    """Make the text fields boxes to tick, and yield the name of each, and whether it takes several lines."""
    for field in pack.iter():
        if field.tag == "textarea" or (field.tag == "input" and field.get("type") == "text"):
            yield field.attrib["name"], field.tag == "textarea"
            field.tag = "input"
            field.set("type", "checkbox")


def finish_fields(pdf: pydyf.PDF, to_type_in: Mapping[str, bool], size: int) -> None:
    """Turn the boxes named in `to_type_in` into text fields, in type of `size` points, and let viewers draw ticks."""
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
            field.update({"FT": "/Tx", "V": pydyf.String(""), "DA": pydyf.String(f"/Helv {size} Tf 0 g")})
            if to_type_in[field["T"].string]:
                field["Ff"] = _SEVERAL_LINES


def _drop(pdf: pydyf.PDF, reference: bytes) -> None:
    """Put nothing in the place of an object that nothing needs any more."""
    nothing = pydyf.Dictionary()
    nothing.number = int(reference.split()[0])
    pdf.objects[nothing.number] = nothing
