"""Attaches a file to a PDF: the one that stands in the page itself, as a link with a data: URL in its head.

WeasyPrint would fetch the link, call the file `attachment.bin` and note the time. So the link is taken out before it
sees it, and the file is handed over with its name; nothing is fetched, and the same page gives the same bytes.
"""

from base64 import b64decode
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pydyf
from weasyprint import Attachment

from prep.checklist.saved_list import FILE_NAME

LINK = "attachment"
DATA_URL = "data:application/json;base64,"


def take_attachments(pack: Element) -> Iterator[Attachment]:
    """Take the links to files that stand in the page itself out of its head, and yield those files.

    Any other link stays, and is refused like whatever is not in the page.
    """
    for head in pack.findall("head"):
        for link in head.findall(f"link[@rel='{LINK}']"):
            if (url := link.get("href", "")).startswith(DATA_URL):
                head.remove(link)
                content = b64decode(url.removeprefix(DATA_URL))
                yield Attachment(string=content, name=FILE_NAME, description=link.get("title"))


def drop_times(pdf: pydyf.PDF) -> None:
    """Let attached files not tell when the PDF was made."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.extra.get("Type") == "/EmbeddedFile":
            for time in ("CreationDate", "ModDate"):
                del stream.extra["Params"][time]
