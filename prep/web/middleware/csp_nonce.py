"""The nonce of the content security policy: scripts that a page of ours names may run, and no others.

Each answer has a number of its own, used once: its scripts carry it, and the content security policy names it. It is
random and forgotten at once, so it tells nothing about anyone.
"""

from secrets import token_urlsafe

from flask import g


def nonce() -> str:
    """Return the number that the scripts of the current answer carry."""
    if "nonce" not in g:
        g.nonce = token_urlsafe(16)
    return str(g.nonce)


def policy() -> str:
    """Return what the content security policy says about scripts: nothing runs where no page was drawn."""
    return f"'nonce-{g.nonce}'" if "nonce" in g else "'none'"
