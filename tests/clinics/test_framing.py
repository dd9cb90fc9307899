"""Browsers show nothing but https in the frame of an https page."""

import pytest
from click import ClickException

from prep.cli.common import open_served_clinics
from prep.settings import Settings
from tests.server.test_reload import CLINIC, FRAMED


@pytest.mark.parametrize("base_url", [None, "http://prep.example.org"])
def test_a_frame_in_a_secure_page_needs_a_secure_public_address(tmp_path, small, base_url):
    (tmp_path / "clinics.yaml").write_text(FRAMED)
    with pytest.raises(ClickException, match=r"PREP_BASE_URL is .*'a' lets https://www\.a\.example show") as error:
        open_served_clinics(Settings(base_url=base_url, clinics=tmp_path / "clinics.yaml"), small)
    assert "\n" not in error.value.message


@pytest.mark.parametrize(
    ("clinics", "base_url"),
    [
        (FRAMED, "https://prep.example.org"),
        (FRAMED, "http://127.0.0.1:8000"),
        (CLINIC + "  embed_origins: [http://localhost:8811]", None),
        (CLINIC, None),
    ],
)
def test_other_clinics_need_none(tmp_path, small, clinics, base_url):
    (tmp_path / "clinics.yaml").write_text(clinics)
    assert list(open_served_clinics(Settings(base_url=base_url, clinics=tmp_path / "clinics.yaml"), small)) == ["a"]
