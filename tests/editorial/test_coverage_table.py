import pytest

from prep.editorial.coverage import cells
from prep.editorial.coverage_table import grid


def test_one_field_makes_one_row(small):
    made = grid(small, cells(small))
    ((row,),) = [band.rows for band in made.bands]
    assert made.columns == ("Left", "Right", "I’m not sure")
    assert [square.shade for square in row.squares] == [4, 0, 4]
    assert [square.is_thin for square in row.squares] == [False, True, False]


@pytest.mark.slow
def test_three_fields_make_bands_of_rows_and_leave_out_what_does_not_go_together(bank):
    made = grid(bank, cells(bank))
    assert [band.label for band in made.bands[:2]] == ["No diagnosis yet: tests are planned", "Stage 0 (DCIS)"]
    assert made.bands[1].rows[0].label == "Yes: ER-positive or PR-positive + HER2-negative"
    across = dict(zip(made.columns, made.bands[1].rows[0].squares, strict=True))
    treatment = bank.field("treatment")
    (not_begun,) = [label for label in made.columns if label.startswith(treatment.option("not-started").label)]
    assert across[not_begun].cell.in_all > 30
    assert across[treatment.option("metastatic-first").label] is None
    assert made.thin
    assert all(cell.in_all <= made.thin_from for cell in made.thin)
