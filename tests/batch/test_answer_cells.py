"""Cells are read as schedules write them; what tells of a doubt, or is not all understood, is no answer."""

import pytest

from prep.batch.cells.cell_error import CellError
from prep.batch.cells.columns import by_heading, columns
from prep.i18n import Translator
from prep.text import letters_and_digits


@pytest.fixture(scope="module")
def read(bank):
    known = by_heading(columns(bank, {"en": Translator("en")}))

    def read(heading, cell):
        return {field: set(options) for field, options in known[letters_and_digits(heading)].read(cell).answers.items()}

    return read


@pytest.mark.parametrize(
    ("heading", "cell", "meant"),
    [
        ("dx", "TNBC stage 2", "er-pr=negative her2=negative stage=early"),
        (
            "Diagnosis",
            "Stage IIA IDC L breast ER+ PR+ HER2 neg",
            "stage=early kind=ductal er-pr=positive her2=negative",
        ),
        ("dx", "MBC: bone, liver", "stage=metastatic spread=bone,liver"),
        ("Dx", "high grade DCIS", "grade=grade-3 stage=dcis"),
        ("dx", "mets to bone and liver", "stage=metastatic spread=bone,liver"),
        ("stage", "I/II", "stage=early"),
        ("stage", "2 b", "stage=early"),
        ("grade", "2", "grade=grade-2"),
        ("grade", "II", "grade=grade-2"),
        ("HER2", "1+", "her2=low"),
        ("HER-2/neu", "0", "her2=negative"),
        ("her2", "2+ FISH neg", "her2=low"),
        ("her2", "neg (1+)", "her2=low"),
        ("her2", "positive (3+)", "her2=positive"),
        ("HR", "pos", "er-pr=positive"),
        ("LN status", "neg", "nodes=negative"),
        ("BRCA", "neg", "tests=nothing-found"),
        ("meds", "Ibrance + letrozole 2.5 mg daily", "treatments-now=palbociclib,aromatase-inhibitor"),
        ("meds", "Herceptin q3w", "treatments-now=trastuzumab"),
        ("prior tx", "Ibrance and fulvestrant", "treatments-before=palbociclib,fulvestrant"),
        ("tx", "neoadj AC-T", "treatment=before-surgery treatments-now=chemotherapy"),
        ("Treatment", "after-surgery", "treatment=after-surgery"),
        ("tx", "adjuvant letrozole", "treatment=hormone-tablets treatments-now=aromatase-inhibitor"),
        ("meds", "TCHP", "treatments-now=chemotherapy,trastuzumab,pertuzumab"),
        ("meds", "Phesgo", "treatments-now=trastuzumab,pertuzumab"),
        ("meds", "AC-THP", "treatments-now=chemotherapy,trastuzumab,pertuzumab"),
        ("meds", "TCH", "treatments-now=chemotherapy,trastuzumab"),
        ("prior tx", "THP", "treatments-before=chemotherapy,trastuzumab,pertuzumab"),
        ("meds", "HP", "treatments-now=trastuzumab,pertuzumab"),
        ("meds", "ddAC", "treatments-now=chemotherapy"),
        ("meds", "T-DM1/Kadcyla", "treatments-now=t-dm1"),
        ("meds", "KEYNOTE-522", "treatments-now=chemotherapy,immunotherapy"),
        ("meds", "tucatinib, cape, Herceptin", "treatments-now=tucatinib,capecitabine,trastuzumab"),
        ("tx", "neoadj TCHP", "treatment=before-surgery treatments-now=chemotherapy,trastuzumab,pertuzumab"),
        ("HER2", "2+ ISH not amplified", "her2=low"),
        ("HER2", "IHC 2+, FISH amplified", "her2=positive"),
        ("HER2", "ISH neg", "her2=negative"),
        ("HER2", "pend", "her2=waiting"),
        ("stage", "Tis (DCIS)", "stage=dcis"),
        ("dx", "Tis DCIS L breast", "stage=dcis"),
        ("dx", "Paget's dz of nipple w/ DCIS", "kind=other stage=dcis"),
        ("age", "65 y.o.", "age=60-to-74"),
        ("menopausal status", "post", "menopause=after"),
        ("meds", "THP C4", "treatments-now=chemotherapy,trastuzumab,pertuzumab"),
        ("meds", "Kadcyla (T-DM1) C2 of 14", "treatments-now=t-dm1"),
        ("meds", "T-DXd C7D1", "treatments-now=trastuzumab-deruxtecan"),
        ("meds", "Pembro + EC cycle 2", "treatments-now=immunotherapy,chemotherapy"),
        ("meds", "Weekly paclitaxel + trastuzumab wk 5", "treatments-now=taxane,trastuzumab"),
        ("meds", "Tamoxifen 20 mg daily, yr 6 of 10", "treatments-now=tamoxifen"),
        ("meds", "Letrozole yr 4 + Prolia (denosumab) q6mo", "treatments-now=aromatase-inhibitor,bone-medicine"),
        ("meds", "palbo/letroz, xgeva", "treatments-now=palbociclib,aromatase-inhibitor,bone-medicine"),
        ("meds now", "tam", "treatments-now=tamoxifen"),
        ("meds", "AI + Verzenio 150 bid", "treatments-now=aromatase-inhibitor,abemaciclib"),
        ("meds", "T-DM1 #5", "treatments-now=t-dm1"),
        ("meds", "TC 2 of 4", "treatments-now=chemotherapy"),
        ("meds", "on THP, wkly", "treatments-now=chemotherapy,trastuzumab,pertuzumab"),
        ("prior tx", "L lump + XRT 2024", "treatments-before=lumpectomy,radiation"),
        ("prior tx", "R lump/SLN, XRT", "treatments-before=lumpectomy,node-surgery,radiation"),
        ("meds", "WBRT fx 6/15", "treatments-now=radiation"),
        ("prior tx", "Lumpectomy 2014, TC x4, tamoxifen", "treatments-before=lumpectomy,chemotherapy,tamoxifen"),
        (
            "prior tx",
            "TCHP x6, lumpectomy/SLNB 9/2026",
            "treatments-before=chemotherapy,trastuzumab,pertuzumab,lumpectomy,node-surgery",
        ),
        ("prior tx", "bilat mast 5/2/26, PMRT", "treatments-before=mastectomy,radiation"),
        ("dx", "IDC L", "kind=ductal"),
        ("dx", "IDC rt", "kind=ductal"),
        ("dx", "High grade DCIS 32mm", "grade=grade-3 stage=dcis"),
        ("dx", "ILC R, cT2N1M0, ER+ HER2-", "kind=lobular er-pr=positive her2=negative"),
        ("dx", "mTNBC", "stage=metastatic er-pr=negative her2=negative"),
        ("dx", "MBC to bone", "stage=metastatic spread=bone"),
        ("dx", "Metastatic lobular carcinoma", "stage=metastatic kind=lobular"),
        ("stage", "pT1c pN0(sn) cM0 IA", "stage=early"),
        ("stage", "IIIA (pT2 pN2a)", "stage=locally-advanced"),
        ("stage", "pT2 pN2a cM0 - IIIA", "stage=locally-advanced"),
        ("receptors", "HER2+ ER-", "er-pr=negative her2=positive"),
        ("HER2", "3+ positive", "her2=positive"),
        ("genetics", "BRCA2+", "tests=brca"),
        ("genetics", "BRCA1 pathogenic variant", "tests=brca"),
        ("genetics", "BRCA1/2 neg", "tests=nothing-found"),
        ("genetics", "PIK3CA mutated", "tests=pik3ca"),
        ("Mets sites", "bone only", "spread=bone"),
        ("line", "4L", "treatment=metastatic-later"),
    ],
)
def test_what_schedules_write_is_understood(read, heading, cell, meant):
    wanted = dict(one.split("=") for one in meant.split())
    assert read(heading, cell) == {field: set(options.split(",")) for field, options in wanted.items()}


@pytest.mark.parametrize("cell", ["", "N/A", "--", "unknown", "none"])
def test_cells_that_say_nothing_are_no_fault(read, cell):
    assert read("meds", cell) == read("dx", cell) == {}


@pytest.mark.parametrize(
    "cell", ["breast cancer", "C50.912 Malignant neoplasm of unspecified site of left female breast"]
)
def test_words_that_answer_nothing_are_no_fault(read, cell):
    assert read("dx", cell) == {}


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        *(("dx", f"{doubt} MBC") for doubt in ("r/o", "hx of", "s/p", "possible", "family hx", "no evidence of", "?")),
        *(("dx", cell) for cell in ("MBC?", "stage 2 vs 3", "no mets", "non-metastatic", "Stage II (2019), now MBC")),
        ("dx", "IDC 2"), ("dx", "IDC II"), ("dx", "2"), ("dx", "NED"), ("tx", "NED"),
        ("dx", "IDC cT2N1 M1"), ("dx", "IDC L; ER+ PR"), ("tx", "before surgery"), ("meds", "letrozole 12/22/26"),
        ("meds", "docetaxel stopped 6/26"), ("meds", "lumpectomy 2014"), ("meds", "T-DXd on hold"),
        ("tx", "R breast lump"), ("tx", "lump"), ("prior tx", "WBRT deferred"),
        ("stage", "III/IV"), ("stage", "II-III"), ("stage", "T2"), ("stage", "no evidence of active disease"),
        ("er-pr", "positive?"), ("er-pr", "~positive"), ("HER2", "TNBC"), ("her2", "negative (3+)"),
        ("meds", "letrozole?"), ("meds", "no letrozole"), ("meds", "letrozole → fulvestrant"),
        ("meds", "off letrozole"),
        ("tx", "letrozole - progressed"), ("tx", "planned Enhertu"), ("tx", "mastectomy planned"), ("tx", "s/p AC-T"),
        ("age", "200"), ("age", "0"), ("BRCA", "VUS"), ("spread", "bone?"),
    ],
)  # fmt: skip
def test_a_doubt_or_a_word_too_many_is_no_answer(read, heading, cell):
    with pytest.raises(CellError):
        read(heading, cell)


@pytest.mark.parametrize("cell", ["T2N1M0", "pT3N2", "cT2 N1 M1", "M1", "Tis", "ypT1N0"])
def test_what_makes_up_a_stage_is_none(read, cell):
    with pytest.raises(CellError):
        read("stage", cell)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("chest wall recurrence 2026, orig dx 2019", "Not known here: “orig”, “dx”."),
        ("breast ca, seen at outside hospital by Foo", "Not known here: “seen”, “outside”, “hospital”."),
        ("HR+ MBC, early", "What its words mean together is not known here."),
    ],
)
def test_a_message_names_the_words_that_are_not_known(read, cell, told):
    with pytest.raises(CellError) as error:
        read("dx", cell)
    text, values = error.value.sentences[0]
    assert (text % values).startswith(told)
