import pytest

from prep.checklist.former_parts import FormerPart, extent_of
from prep.checklist.pack import Extent


@pytest.mark.parametrize(
    ("parts", "extent"),
    [
        (["hand-over"], Extent.PAGE),
        (["hand-over", "guide"], Extent.PAGE),
        (["notes"], Extent.NOTES),
        (["guide", "notes"], Extent.NOTES),
        (["hand-over", "trials"], Extent.EVERYTHING),
        (["room-to-write", "notes"], Extent.EVERYTHING),
    ],
)
def test_older_programs_get_the_smallest_pack_that_holds_what_they_ask_for(parts, extent):
    assert extent_of(map(FormerPart, parts)) is extent
