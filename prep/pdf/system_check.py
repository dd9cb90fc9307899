"""Checks what WeasyPrint needs of the system. Importing this imports the engine, where the system can run it.

The process that renderers are forked from imports this, so that they share the engine and a new one is there at once.
"""

import warnings
from contextlib import suppress

with suppress(OSError, RuntimeError), warnings.catch_warnings():  # `missing_requirements` says what is missing
    warnings.simplefilter("ignore")
    import prep.pdf.render  # noqa: F401

FALLBACK = "Noto Sans"
"""The typeface for letters that the bundled one lacks."""

NO_PANGO = "PDFs cannot be made: the system library Pango is missing. Install libpango-1.0-0 and libpangoft2-1.0-0."
NO_SUBSET = (
    "PDFs are made slowly, and never twice the same: the system library HarfBuzz Subset is missing. "
    "Install libharfbuzz-subset0."
)
NO_TYPEFACES = (
    "Names in other scripts than Latin may be printed as empty boxes: typefaces are missing. "
    "Install fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji."
)


def missing_requirements() -> tuple[str, ...]:
    """Return a sentence for each thing that the engine misses on this system."""
    try:
        from prep.pdf import render
    except OSError:
        return (NO_PANGO,)
    except RuntimeError as error:  # an engine whose insides we do not know
        return (str(error),)
    missing = {NO_SUBSET: not render.HAS_SUBSET, NO_TYPEFACES: FALLBACK not in render.typefaces()}
    return tuple(sentence for sentence, is_so in missing.items() if is_so)
