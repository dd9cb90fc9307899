"""Every choice of what to print, for those people whose visits experts wrote out: accessible, and read in order."""

import pytest

from prep.checklist.pack import Extent, Pack, Paper, PrintSize
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.paper import appears_in_order, checklist, page_texts, pdf
from tests.verapdf import violations

pytestmark = pytest.mark.pdfua

JUDGED = [person for person in PEOPLE if "musts" in person][:22]
PACKS = [Pack(extent, paper=paper, print_size=size) for extent in Extent for paper in Paper for size in PrintSize]


@pytest.mark.parametrize(
    "pack", PACKS, ids=lambda pack: f"{pack.extent.value}-{pack.paper.value}-{pack.print_size.value}"
)
def test_it_is_accessible_and_read_in_order(bank, tmp_path, pack):
    paths = []
    for number, person in enumerate(JUDGED):
        made = checklist(bank, answers_of(person, bank).by_field)
        content = pdf(made, pack)
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(content)
        assert appears_in_order(
            " ".join(page_texts(content)),
            "My questions for today",
            "About me, as I understand it:",
            *(line.text for line in made.page_one),
            "Before I leave",
            "What to say",
            "Do not wait: when to call",
            "Where these questions come from",
        ), person["name"]
    assert violations(paths) == {}
