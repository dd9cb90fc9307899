"""What tests of the list page share: pressing its buttons, with what was typed before."""

from functools import partial

import pytest


def pressed(client, page, button, **typed):
    """Return the page after a button of the list, with fields as they were or as now `typed`."""
    sent = [(name, typed.pop(name, value)) for name, value in page.fields()]
    return client.post("/en/checklist", [*sent, *typed.items(), ("list_do", button)])


@pytest.fixture
def press(client):
    """Return a function that presses a button of a list page, with what was typed before."""
    return partial(pressed, client)
