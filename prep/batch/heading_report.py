"""Tells first of all how the headings of a list were read: what is wrong there is wrong for everybody in it."""

import re
from collections.abc import Iterator

from prep.batch.known_headings import KnownHeadings
from prep.batch.whose_row import NAMES
from prep.i18n import Translator
from prep.i18n import noop as _

MOST_HEADINGS = 100
"""Headings that are named. No schedule has more, and nobody reads them."""

NOT_READ = _("Not read, and in no file we make: %(headings)s.")
MEANT = _("Did you mean “%(meant)s” where the list says “%(heading)s”?")
TAKEN = _("The column “%(heading)s” was read as “%(meant)s”, by what stands in it.")
NO_NAMES = _("No names were found, so the pages bear none. Call the column of names “Name”, and send the list again.")
IS_IT = _(
    "No names were found, so the pages bear none. Is it the column “%(heading)s”? "
    "Call it “Name”, and send the list again."
)
FEW_NAMES = _("Most rows have no name, so their pages bear none. Fill the names in, and send the list again.")

_OF_PEOPLE = re.compile(r"(?<![^\W_])(?:name|names|patient\w*|pateint|pt|client)(?![^\W_])", re.IGNORECASE)


def headings_told(known: KnownHeadings, count: int, named: int, translator: Translator) -> Iterator[str]:
    """Yield lines to read on the headings of a list of so many visits, of which so many have a name."""
    yield from _names_told(known, count, named, translator)
    if known.not_read:
        more = ["…"] if len(known.not_read) > MOST_HEADINGS else []
        headings = ", ".join([*known.not_read[:MOST_HEADINGS], *more])
        yield translator.gettext(NOT_READ) % {"headings": headings}
    for sentence, found in ((TAKEN, known.taken), (MEANT, known.guesses)):
        for heading, meant in found.items():
            yield translator.gettext(sentence) % {"heading": heading, "meant": meant}


def _names_told(known: KnownHeadings, count: int, named: int, translator: Translator) -> Iterator[str]:
    if any(column and column.id in NAMES for column in known.columns):
        yield from [translator.gettext(FEW_NAMES)] if 2 * named < count else []
    else:
        likely = next((heading for heading in known.not_read if _OF_PEOPLE.search(heading)), None)
        yield translator.gettext(IS_IT) % {"heading": likely} if likely else translator.gettext(NO_NAMES)
