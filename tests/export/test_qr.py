"""The QR code is read from paper, as a phone would read it."""

import subprocess
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from prep.export.qr import qr_code
from tests.paper import UNSURE, checklist, pdf

LONG = "https://visit-prep.hospital-of-the-long-name.example.org/c/breast-center-north/en/"


def read_codes(tmp_path, content) -> list[str]:
    """Return what the codes on the back say. At 150 dots an inch, a camera sees more than this."""
    (tmp_path / "pack.pdf").write_bytes(content)
    command = ["pdftoppm", "-r", "150", "-gray", "-f", "2", "-l", "2", tmp_path / "pack.pdf"]
    seen = Image.open(BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    return [code.text for code in zxingcpp.read_barcodes(seen)]


@pytest.mark.slow  # it needs a program that only the slow part installs
@pytest.mark.parametrize("address", ["https://prep.example.org/", LONG])
def test_the_code_on_paper_leads_to_the_site(bank, tmp_path, address):
    content = pdf(checklist(bank, UNSURE), address=address)
    assert read_codes(tmp_path, content) == [address]


def test_an_address_has_one_code_and_another_has_another():
    assert qr_code(LONG) == qr_code(LONG) != qr_code(LONG + "print")
