"""Checks of what must be settled before a bank is handed to the public, and may be open until then."""

from collections.abc import Iterator

from prep.editorial.lint.context import Finding, LintContext


def partial_source(inspected: LintContext) -> Iterator[Finding]:
    """Every source was read whole.

    Bad: captured: partial
    Good: captured: whole
    """
    for index, source in enumerate(inspected.bank.sources):
        if source.captured == "partial":
            yield ("sources", index, "captured"), "we know this page only in part; read it whole"


def unopened_address(inspected: LintContext) -> Iterator[Finding]:
    """Someone has opened every address that is cited: a copy that we read may not be what stands there now.

    Bad: a source with a `url` and without `opened`
    Good: opened: 2026-11-22
    """
    for index, source in enumerate(inspected.bank.sources):
        if source.url and not source.opened:
            yield ("sources", index, "url"), f"nobody has opened {source.url} yet"


def unreviewed(inspected: LintContext) -> Iterator[Finding]:
    """A clinician has signed every question, and all that tells people to call.

    Bad: a question without `reviewed_by`
    Good: reviewed_by: Dr. Ada Example, and reviewed_on: 2026-11-22
    """
    for place, one in inspected.sourced:
        if not one.is_reviewed:
            yield (*place, "reviewed_by"), "no clinician has signed it"
