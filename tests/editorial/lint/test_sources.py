SPARE = "  - {{id: spare, publisher: Knee Press, title: Spare, checked: {day}{more}}}\n\n"


def test_sources_that_were_not_looked_at_for_a_year(complaints):
    assert "sources were last checked on 2025-11-23, over a year ago" in complaints(checked="2025-11-23")[0]
    assert complaints(checked="2025-11-24") == []


def test_sources_that_were_looked_at_in_the_future(complaints):
    assert "still to come" in complaints(checked="2027-01-01")[0]


def test_a_source_that_is_due_for_checking(complaints):
    said = complaints(more=SPARE.format(day="2025-11-23", more=""))
    assert "source 'spare': this source was last checked on 2025-11-23, over a year ago [stale-source]" in said


def test_a_source_that_nobody_names(complaints):
    said = complaints(more=SPARE.format(day="2026-01-05", more=""))
    assert said == ["source 'spare': no question names this source [unused-source]"]


def test_a_sentence_that_is_a_sources_own(complaints, tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/book.txt").write_text("You can often swim with a knee that is well-oiled and loved.")
    (said,) = complaints(why="You can often swim with a knee that is rusty.", documents=tmp_path / "documents")
    shared = "you can often swim with a knee that"
    assert said == f"question 'extra': why stands word for word in a source: {shared!r} [shared-wording]"


def test_documents_may_lie_in_folders_of_their_own(complaints, tmp_path):
    (tmp_path / "documents/knees").mkdir(parents=True)
    (tmp_path / "documents/knees/book.txt").write_text("You can often swim with a knee that is well-oiled and loved.")
    (said,) = complaints(why="You can often swim with a knee that is rusty.", documents=tmp_path / "documents")
    assert "stands word for word in a source" in said


def test_a_page_known_only_in_part_must_be_read_whole_before_release(complaints):
    said = complaints(more=SPARE.format(day="2026-01-05", more=", captured: partial"))
    assert "source 'spare': we know this page only in part; read it whole [partial-source]" in said
