"""A clinic sees more than one illness: what may be another one gets no page of this one."""

from io import BytesIO

import pytest

from prep.batch.cells.cell_error import CellError, OtherIllnessError
from prep.batch.cells.columns import by_heading, columns
from prep.batch.cells.other_illness import NO_CANCER, OTHER
from prep.batch.rows import BadRow
from prep.batch.visit_list import open_visits
from prep.i18n import Translator


@pytest.fixture(scope="module")
def read(bank):
    known = by_heading(columns(bank, {"en": Translator("en")}))

    def read(heading, cell):
        return {field: set(options) for field, options in known[heading].read(cell).answers.items()}

    return read


@pytest.mark.parametrize(
    "cell",
    [
        "Lung ca",
        "lung cancer",
        "metastatic lung cancer",
        "metastatic lung",
        "colon ca",
        "ovarian ca stage III",
        "NSCLC, brain mets",
        "C34.90",
        "HER2+ gastric ca",
        "melanoma",
        "CRC",
        "pancreatic ductal carcinoma",
        "adenocarcinoma of the lung",
        "thyroid",
        "GI",
        "Malignant neoplasm of lung",
    ],
)
@pytest.mark.parametrize("heading", ["dx", "problem", "cancertype"])
def test_another_illness_is_told_apart(read, heading, cell):
    with pytest.raises(OtherIllnessError):
        read(heading, cell)


@pytest.mark.parametrize("cell", ["hx lung ca", "lung ca?", "r/o colon ca", "fhx ovarian ca"])
def test_a_doubt_about_another_illness_makes_it_no_breast_cancer(read, cell):
    with pytest.raises(OtherIllnessError):
        read("dx", cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Lung",
        "ovary",
        "lung stage IV",
        "stage 4 bone and liver",
        "lung, brain mets",
        "lung w/ brain mets",
        "Breast, lung",
        "stage IV lung HER2+",
    ],
)
def test_a_place_named_alone_or_first_may_be_where_it_began(read, cell):
    with pytest.raises(OtherIllnessError):
        read("dx", cell)


@pytest.mark.parametrize("cell", ["cancer", "metastatic adenocarcinoma", "stage IV ca"])
def test_a_cancer_without_a_place_may_be_any(read, cell):
    with pytest.raises(OtherIllnessError):
        read("dx", cell)


@pytest.mark.parametrize(
    "cell",
    [
        "LCIS",
        "L breast LCIS",
        "left breast with LCIS",
        "stage 0 with LCIS",
        "stage 0 lobular",
        "ADH right breast",
        "D05.02",
        "lobular carcinoma in situ L breast",
        "benign",
        "benign phyllodes",
        "not breast ca",
        "negative for malignancy",
        "phyllodes tumor",
        "fibroadenoma",
        "D24.1",
    ],
)
def test_what_is_found_in_a_breast_and_is_no_cancer_is_not_taken_for_one(read, cell):
    with pytest.raises(OtherIllnessError):
        read("dx", cell)


@pytest.mark.parametrize("cell", ["NSCLC IV", "LCIS", "0 (LCIS)"])
def test_a_stage_may_tell_of_another_illness_too(read, cell):
    with pytest.raises(OtherIllnessError):
        read("stage", cell)


@pytest.mark.parametrize(
    "cell",
    [
        "colon ca, hx breast ca 2010",
        "colon ca, h/o breast ca",
        "lung ca (hx of breast ca 2011)",
        "ovarian ca, s/p breast ca 2009",
        "Hx of L breast ca; now endometrial ca",
        "CRC w/ prior L breast IDC, remote TNBC",
        "hx lung ca, hx breast ca, melanoma",
        "colon ca, fhx breast ca",
    ],
)
def test_an_earlier_breast_cancer_does_not_make_it_the_illness_of_today(read, cell):
    with pytest.raises(OtherIllnessError):
        read("dx", cell)


@pytest.fixture
def listed(bank):
    def listed(content):
        visits = open_visits(BytesIO(content.encode()), columns(bank, {"en": Translator("en")}), bank)
        (row,) = visits.rows()
        return row

    return listed


def test_of_a_row_about_another_illness_nothing_else_is_said(listed):
    row = listed("name,dx,stage,meds\nAnn,Lung adenocarcinoma,T9,carbo/pem\n")
    assert [one.column for one in row.troubles] == ["dx"]


@pytest.mark.parametrize("dx", ["Prostatakarzinom", "Adenoca Magen", "plasmacytoma", "Mb Hodgkyn"])
def test_an_unknown_word_beside_a_stage_may_name_any_illness(listed, dx):
    row = listed(f"name,dx,stage\nAnn,{dx},III\n")
    assert isinstance(row, BadRow)
    assert [one.told(Translator("en")) for one in row.troubles] == [f"dx is “{dx}”. {OTHER}"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [("dx,ER", "Mammakarzinom,pos"), ("dx,histology", "Mammakarzinom,ductal")],
)
def test_what_only_this_illness_has_tells_what_an_unknown_word_means(listed, headings, cells):
    row = listed(f"name,stage,{headings}\nAnn,III,{cells}\n")
    assert row.answers.to("stage") == {"locally-advanced"}
    assert [one.column for one in row.unread] == ["dx"]


def test_a_second_diagnosis_tells_what_an_unknown_word_means(listed):
    row = listed("name,stage,dx,ICD\nAnn,III,Mammakarzinom,C50.911\n")
    assert (row.answers.to("stage"), [one.column for one in row.unread]) == ({"locally-advanced"}, ["dx"])


@pytest.mark.parametrize("problem", ["hx breast ca", "FHx of breast ca", "prior L breast IDC"])
def test_an_illness_of_the_past_or_the_family_tells_nothing_of_an_unknown_word(listed, problem):
    assert isinstance(listed(f"name,stage,dx,problem\nAnn,III,Prostatakarzinom,{problem}\n"), BadRow)


def test_an_answer_that_is_not_known_shows_no_illness(listed):
    assert isinstance(listed("name,stage,dx,ER,PR\nAnn,III,Prostatakarzinom,n/a,n/a\n"), BadRow)
    assert isinstance(listed("name,stage,dx,ER/PR\nAnn,III,Prostatakarzinom,unsure\n"), BadRow)


def test_her2_is_tested_in_other_cancers_too(listed):
    assert isinstance(listed("name,stage,dx,HER2\nAnn,III,Magenkarzinom,3+\n"), BadRow)


@pytest.mark.parametrize("dx", ["", "r/o mets", "possible recurrence", "s/p lumpectomy"])
def test_an_empty_diagnosis_and_known_words_change_nothing(listed, dx):
    assert listed(f"name,dx,stage\nAnn,{dx},III\n").answers.to("stage") == {"locally-advanced"}


@pytest.mark.parametrize(
    ("cell", "spread"),
    [
        ("MBC lung", "lung"),
        ("mets to lung", "lung"),
        ("TNBC, brain", "brain"),
        ("breast ca, bone and liver", "bone,liver"),
        ("ER+ HER2- stage IV, lung", "lung"),
        ("bone mets", "bone"),
        ("C50.911, bone", "bone"),
        ("C79.51", "bone"),
        ("bone and liver mets", "bone,liver"),
    ],
)
def test_a_place_counts_behind_a_word_for_breast_or_spread(read, cell, spread):
    assert read("dx", cell)["spread"] == set(spread.split(","))


def test_a_place_below_its_own_heading_needs_none(read):
    assert read("sitesofmets", "lung") == {"spread": {"lung"}}


def test_what_is_found_beside_a_cancer_makes_it_no_other(read):
    assert read("dx", "ILC with LCIS") == {"kind": {"lobular"}}


@pytest.mark.parametrize(
    "cell",
    [
        "breast ca w/ hx lung ca",
        "breast ca, benign thyroid nodule",
        "DCIS, LCIS",
        "breast ca and lung ca",
        "IDC, fhx ovarian ca",
        "IDC L breast; also uterine ca 2018",
        "hx lung ca, hx breast ca",
        "colon ca, breast ca, prior DCIS",
        "breast ca s/p chemo, thyroid ca",
        "metastatic breast adenocarcinoma",
        "lung nodule, breast ca",
        "lt br ca",
        "lobular ca, mets to GI",
    ],
)
def test_a_cell_that_names_this_illness_as_well_is_for_a_person_to_look_at(read, cell):
    with pytest.raises(CellError) as error:
        read("dx", cell)
    assert not isinstance(error.value, OtherIllnessError)


@pytest.mark.parametrize(("dx", "told"), [("LCIS on core bx", NO_CANCER), ("fibroadenoma", NO_CANCER), ("CRC", OTHER)])
@pytest.mark.parametrize("name", ["breast cancer", "IDC"])
def test_what_the_message_asks_for_brings_the_page(listed, dx, told, name):
    assert listed(f"name,dx,stage\nAnn,{dx},II\n").troubles[0].told(Translator("en")) == f"dx is “{dx}”. {told}"
    assert listed(f"name,dx,stage\nAnn,{name},II\n").unread == ()
