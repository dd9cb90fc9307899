"""Whatever fits the description is answered as it says, and whatever does not is refused as it says.

schemathesis makes the requests up from the OpenAPI document. `API_EXAMPLES` asks for more of each operation.
"""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from prep.app import create_app
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from tests.api.conftest import ROOT, drawn

pytestmark = pytest.mark.faults

EXAMPLES = int(os.environ.get("API_EXAMPLES", "40"))
PLAIN = {"Accept-Encoding": "identity"}
"""What is compressed could not be compared with the description."""


def operations(app):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app)
    return {found.ok().label: found.ok() for found in schema.get_all_operations()}


@pytest.fixture(scope="module")
def described(bank):
    return operations(create_app(Settings(), bank, pdf=DirectMaker(drawn)))


def link_ids(items):
    """Return which questions of a FHIR form the items answer."""
    for item in items:
        yield item["linkId"]
        yield from link_ids(item.get("item", ()))


def can_be_described(case) -> bool:
    """JSON Schema has no words for this: no two items of a FHIR form give one question different answers."""
    if not case.path.endswith("/QuestionnaireResponse") or case.meta.generation.mode.is_negative:
        return True
    answered = [*link_ids(case.body.get("item", ()))]
    return len(answered) == len(set(answered))


def hold(operation, mode):
    """Fail if any reply is not as described, a 5xx, or takes what the description refuses."""

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize="API_EXAMPLES" not in os.environ,
        phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(operation.as_strategy(generation_mode=mode).filter(can_be_described))
    def one(case):
        case.call_and_validate(headers=PLAIN)

    one()


def test_what_fits_is_answered_as_described(described, subtests):
    for name, operation in described.items():
        with subtests.test(name):
            hold(operation, GenerationMode.POSITIVE)


def test_what_does_not_fit_is_refused_as_described(described, subtests):
    for name, operation in described.items():
        if name.startswith("POST"):
            with subtests.test(name):
                hold(operation, GenerationMode.NEGATIVE)


def test_the_checks_find_what_they_are_for(small):
    """An application that breaks its own description does not pass."""
    app = create_app(Settings(), small)
    app.view_functions["api.terms"] = lambda: {"terms": "none"}
    app.view_functions["api.checklist"] = lambda: 1 / 0
    broken = operations(app)
    for name in (f"GET {ROOT}/terms", f"POST {ROOT}/checklist"):
        with pytest.raises(BaseExceptionGroup, match=r"distinct failure"):
            hold(broken[name], GenerationMode.POSITIVE)
