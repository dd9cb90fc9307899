"""The PDF engine as a whole process has it. Importing this imports the engine, where the system can run it.

The process that renderers are forked from imports this, so that they share the engine and a new one is there at once.
"""

import warnings
from contextlib import suppress

with suppress(OSError), warnings.catch_warnings():  # what is missing, `lacking` says
    warnings.simplefilter("ignore")
    import prep.pdf  # noqa: F401

NO_PANGO = "PDFs cannot be made: the system library Pango is missing. Install libpango-1.0-0 and libpangoft2-1.0-0."
NO_SUBSET = (
    "PDFs are made slowly, and never twice the same: the system library HarfBuzz Subset is missing. "
    "Install libharfbuzz-subset0."
)


def lacking() -> tuple[str, ...]:
    """Return a sentence for each system library that the engine misses."""
    try:
        from weasyprint.text.ffi import harfbuzz_subset
    except OSError:
        return (NO_PANGO,)
    return () if harfbuzz_subset else (NO_SUBSET,)
