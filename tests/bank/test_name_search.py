"""Finding a treatment by the name on its box."""

import pytest

from prep.bank.name_search import MOST_FOUND, find_named, named_fields


def found(bank, typed) -> list[tuple[str, bool]]:
    return [(one.option.id, one.is_exact) for one in find_named(bank, typed)]


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("Ibrance", "palbociclib"),
        ("palbociclib", "palbociclib"),
        ("PALBOCICLIB 125 mg", "palbociclib"),
        ("tdm1", "t-dm1"),
        ("ado-trastuzumab emtansine", "t-dm1"),
        ("AI", "aromatase-inhibitor"),
        ("chemo", "chemotherapy"),
        ("wide local excision", "lumpectomy"),
    ],
)
def test_a_brand_or_generic_name_is_found_as_it_stands(bank, typed, option):
    assert found(bank, typed) == [(option, True)]


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("Ibrence", "palbociclib"),
        ("tamoxiphen", "tamoxifen"),
        ("herseptin", "trastuzumab"),
        ("Ibarnce", "palbociclib"),
        ("zoledronic asid", "bone-medicine"),
        ("pembroliz", "immunotherapy"),
    ],
)
def test_a_small_slip_or_the_beginning_of_a_name_is_taken_for_a_guess(bank, typed, option):
    assert found(bank, typed) == [(option, False)]


@pytest.mark.parametrize("typed", ["Phesgo", "HP", "phesgo 600 mg"])
def test_a_name_for_several_treatments_finds_each(bank, typed):
    assert found(bank, typed) == [("trastuzumab", True), ("pertuzumab", True)]


def test_two_names_at_once_are_both_found(bank):
    both = [("aromatase-inhibitor", True), ("ribociclib", True)]
    assert found(bank, "letrozole and Kisqali") == both
    assert found(bank, "Femara, letrozole + Kisqali") == both


def test_what_is_certain_comes_before_what_is_guessed(bank):
    assert found(bank, "Kiskali and letrozole") == [("aromatase-inhibitor", True), ("ribociclib", False)]


def test_a_beginning_that_several_share_brings_each(bank):
    assert {"trastuzumab", "trastuzumab-deruxtecan", "t-dm1"} == {option for option, _exact in found(bank, "trastuz")}


def test_no_more_is_found_than_a_person_can_look_through(bank):
    every = " ".join(option.words[0] for option in named_fields(bank)[0].options if option.words)
    assert len(find_named(bank, every)) == MOST_FOUND


@pytest.mark.parametrize("typed", ["", "  ", "xyzzy", "I take a pink pill", "aspirin", "the", "unsure", "?!", "A"])
def test_what_is_no_name_of_a_treatment_finds_nothing(bank, typed):
    assert find_named(bank, typed) == ()


def test_fields_whose_answers_have_a_name_offer_the_same_options(bank):
    first, *others = named_fields(bank)
    assert others
    assert all(field.options == first.options for field in others)


def test_a_bank_without_such_fields_finds_nothing(small):
    assert find_named(small, "left") == ()
