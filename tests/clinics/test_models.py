import pytest

from prep.clinics.models import Clinic, to_dial


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("(555) 010-0100", "5550100100"),
        ("+1 555 010 0100", "+15550100100"),
        ("555-010-0199 ext. 7", "5550100199,7"),
        ("555.010.0199, x12", "5550100199,12"),
        ("911", "911"),
    ],
)
def test_a_number_can_be_written_as_people_do_and_dialled(number, dialled):
    clinic = Clinic.model_validate({"slug": "a", "name": "A", "numbers": {"day": number}})
    assert to_dial(clinic.numbers.day) == dialled


@pytest.mark.parametrize(
    "origin",
    ["https://*.a.example", "https://a.example/", "http://a.example", "https://a.example; script-src *", "*", "'self'"],
)
def test_an_origin_is_exactly_one_site(origin):
    with pytest.raises(ValueError, match="embed_origins"):
        Clinic.model_validate({"slug": "a", "name": "A", "embed_origins": [origin]})


def test_a_clinic_without_a_colour_looks_like_us():
    assert Clinic(slug="a", name="A").colors is None


def test_without_a_dark_shade_one_is_found():
    colors = Clinic(slug="a", name="A", accent="#7a1f5c").colors
    assert colors["light"]["accent"] == "#7a1f5c"
    assert colors["dark"]["accent"] == "#d473ae"
