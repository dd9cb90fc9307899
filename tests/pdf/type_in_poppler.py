"""Types into the fields of a PDF as Evince does: `type_in_poppler.py FILE`, with a JSON of what to type by name.

Debian's own Python runs this, for it has Poppler's library.
"""

import json
import sys
from pathlib import Path


def main(file: Path) -> None:
    import gi

    gi.require_version("Poppler", "0.18")
    from gi.repository import Poppler

    typed = json.load(sys.stdin)
    document = Poppler.Document.new_from_file(file.as_uri(), None)
    for number in range(document.get_n_pages()):
        for place in document.get_page(number).get_form_field_mapping():
            if place.field.get_name() in typed:
                place.field.text_set_text(typed[place.field.get_name()])
    document.save(file.with_suffix(".typed.pdf").as_uri())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
