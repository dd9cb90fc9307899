"""The editor's pages: strict HTML, self-contained, and with what an editor or a clinician looks for."""

from collections import Counter
from datetime import date

import html5lib
import pytest

from prep.editorial.bank_diff import difference
from prep.editorial.pages import coverage_page, diff_page, diff_text, review_page
from tests.page import words

TODAY = date(2026, 11, 24)


def checked(html):
    """Return the page as a tree, after the checks that hold for all of them."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    (heading,) = tree.findall(".//h1")
    assert words(tree.find(".//title")).startswith(words(heading))
    assert tree.get("lang") == "en"
    assert all(th.get("scope") for th in tree.iter("th"))
    assert all(table.find("caption") is not None for table in tree.iter("table"))
    assert not [one for one in tree.iter() if one.tag in {"script", "link", "img"}]
    repeated = [id_ for id_, count in Counter(one.get("id") for one in tree.findall(".//*[@id]")).items() if count > 1]
    assert not repeated
    return tree


@pytest.fixture(scope="module")
def coverage(small):
    return checked(coverage_page(small, TODAY))


@pytest.fixture(scope="module")
def review(bank):
    return checked(review_page(bank, TODAY))


def test_each_square_holds_its_figures_and_thin_ones_a_word(coverage):
    squares = coverage.findall(".//table[@class='grid']/tbody/tr/td")
    assert [words(square) for square in squares] == ["54 first", "43 firstthin", "54 first"]


def test_each_question_tells_how_often_it_reaches_page_one(coverage):
    rows = {words(row.find("th")): [words(cell) for cell in row.findall("td")] for row in coverage.iter("tr")}
    assert rows["How far may I walk? walk"][:2] == ["12", "12"]
    assert rows["Can my steel joint rust? steel-rust"] == ["0", "0", "only for people who add detail"]


def test_a_reviewer_finds_every_question_with_all_that_must_be_judged(review, bank):
    entries = {words(entry.find("h3")): words(entry) for entry in review.iter("article")}
    assert set(entries) == {" ".join(one.text.split()) for one in bank.sourced}
    said = entries["How will you check my blood sugar on the PI3K inhibitor?"]
    assert "Treatments now or soon PI3K inhibitor: alpelisib (Piqray) or inavolisib (Itovebi)" in said
    assert "not yet reviewed by a clinician" in said
    assert "Novartis" in said
    assert "Name" in said


def test_a_signed_question_names_who_signed_and_a_partial_source_is_marked(small):
    first, *others = small.questions
    signed = first.model_copy(update={"reviewed_by": "Dr. Ada <Example>", "reviewed_on": TODAY})
    partial = small.sources[0].model_copy(update={"captured": "partial"})
    page = checked(review_page(small.model_copy(update={"questions": (signed, *others), "sources": (partial,)}), TODAY))
    (entry,) = [words(one) for one in page.iter("article") if words(one).startswith(first.text)]
    assert "Signed by Dr. Ada <Example> on November 24, 2026" in entry
    assert "reviewed by a clinician" in entry
    assert "read in part" in entry


def test_the_reviewer_is_told_how_much_there_is_to_sign_and_where_to_read(review, bank):
    facts = [words(one) for one in review.findall(".//ul[@class='facts']/li")]
    assert facts[-1] == f"{len(bank.sourced)} to sign"
    listed = words(review.find(".//section[@aria-labelledby='sources']"))
    assert all(one.url in listed for one in bank.sources if one.url)


def test_what_is_new_or_gone_needs_no_before_and_now(small):
    fewer = small.model_copy(update={"questions": small.questions[1:]})
    page = checked(diff_page(difference(small, fewer), TODAY))
    assert "Before" not in words(page.find(".//article"))
    assert "It helps to know." in words(page.find(".//article"))


def test_what_changed_can_be_signed_and_read_as_text(small):
    walk = next(one for one in small.questions if one.id == "walk")
    new = tuple(one.model_copy(update={"text": "How <far>?"}) if one is walk else one for one in small.questions)
    found = difference(small, small.model_copy(update={"questions": new}))
    page = checked(diff_page(found, TODAY))
    assert "Before: How far may I walk? Now: How <far>?" in words(page.find(".//article"))
    assert "before: How far may I walk?\n    now:    How <far>?" in diff_text(found)
