"""Two hundred made-up visits as schedules hold them, with what a person who knows the field reads in each.

What is read was written by hand, value by value; nothing here asks the program. A value that tells of a doubt, of the
past or of the family is to be left alone, so nothing is expected of it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice

FIRST_DAY = date(2026, 11, 24)

STAGES = {
    "IIB": "stage=early", "2": "stage=early", "Stage 2": "stage=early", "stage IIA": "stage=early", "I": "stage=early",
    "1A": "stage=early", "III": "stage=locally-advanced", "IIIC": "stage=locally-advanced", "IV": "stage=metastatic",
    "stage 3": "stage=locally-advanced", "4": "stage=metastatic", "Stage IV": "stage=metastatic", "0": "stage=dcis",
    "metastatic": "stage=metastatic", "DCIS": "stage=dcis", "I/II": "stage=early", "": "", "II?": "", "r/o IV": "",
    "N/A": "", "cT2N1": "",
}  # fmt: skip

RECEPTORS = {
    ("+", "+", "-"): "er-pr=positive her2=negative",
    ("pos", "neg", "1+"): "er-pr=positive her2=low",
    ("neg", "neg", "neg"): "er-pr=negative her2=negative",
    ("Positive", "Positive", "3+"): "er-pr=positive her2=positive",
    ("ER+", "PR-", "HER2 low"): "er-pr=positive her2=low",
    ("-", "-", "0"): "er-pr=negative her2=negative",
    ("neg", "pos", "2+"): "er-pr=positive her2=equivocal",
    ("pending", "pending", "pending"): "er-pr=waiting her2=waiting",
    ("negative", "", "negative"): "her2=negative",
    ("pos", "pos", "2+ FISH neg"): "er-pr=positive her2=low",
    ("ER neg", "PR neg", "HER2+"): "er-pr=negative her2=positive",
    ("", "", "pos"): "her2=positive",
    ("95%", "80%", "neg"): "er-pr=positive her2=negative",
    ("pos?", "neg", "neg"): "her2=negative",
}

DIAGNOSES = {
    "TNBC stage 2": "er-pr=negative her2=negative stage=early",
    "TNBC, stage IIB": "er-pr=negative her2=negative stage=early",
    "IDC, ER+ PR+ HER2-": "kind=ductal er-pr=positive her2=negative",
    "MBC": "stage=metastatic",
    "metastatic breast cancer": "stage=metastatic",
    "Stage II breast cancer": "stage=early",
    "HR+ HER2-": "er-pr=positive her2=negative",
    "IDC G2": "kind=ductal grade=grade-2",
    "MBC, bone mets": "stage=metastatic spread=bone",
    "mets to liver": "stage=metastatic spread=liver",
    "Left breast ILC, stage IIIA": "kind=lobular stage=locally-advanced",
    "Triple negative breast cancer": "er-pr=negative her2=negative",
    "C50.912 Malignant neoplasm of unspecified site of left female breast": "",
    "ER+/PR-/HER2 1+": "er-pr=positive her2=low",
    "ER -, PR -, HER2 +": "er-pr=negative her2=positive",
    "DCIS right breast": "stage=dcis",
    "IBC": "kind=inflammatory",
    "r/o mets": "",
    "hx of breast ca": "",
    "family hx breast ca": "",
    "possible recurrence": "",
    "stage II, no evidence of disease": "",
    "s/p lumpectomy": "",
    "Secondary malignant neoplasm of bone": "stage=metastatic spread=bone",
    "stage 2 or 3": "",
}

MEDICINES = {
    "letrozole": "treatments-now=aromatase-inhibitor",
    "Ibrance + letrozole": "treatments-now=palbociclib,aromatase-inhibitor",
    "Kisqali, letrozole": "treatments-now=ribociclib,aromatase-inhibitor",
    "Ibrance and fulvestrant": "treatments-now=palbociclib,fulvestrant",
    "letrozole 2.5 mg daily": "treatments-now=aromatase-inhibitor",
    "Tamoxifen 20 mg PO daily": "treatments-now=tamoxifen",
    "capecitabine": "treatments-now=capecitabine",
    "Enhertu": "treatments-now=trastuzumab-deruxtecan",
    "Herceptin/Perjeta": "treatments-now=trastuzumab,pertuzumab",
    "Verzenio 150 mg BID; anastrozole 1 mg": "treatments-now=abemaciclib,aromatase-inhibitor",
    "": "",
    "none": "",
    "Zoladex + exemestane": "treatments-now=ovarian-suppression,aromatase-inhibitor",
    "letrozole?": "",
    "T-DM1": "treatments-now=t-dm1",
    "s/p AC-T": "",
    "Keytruda, paclitaxel weekly": "treatments-now=immunotherapy,taxane",
    "letrozole since 2024": "treatments-now=aromatase-inhibitor",
    "olaparib tabs": "treatments-now=parp-inhibitor",
    "allergic to Taxol": "",
    "letrozole, on hold": "",
}

TREATMENTS = {
    "neoadj AC-T": "treatment=before-surgery treatments-now=chemotherapy",
    "adjuvant": "treatment=after-surgery",
    "2L capecitabine": "treatment=metastatic-later treatments-now=capecitabine",
    "1L": "treatment=metastatic-on-first",
    "surveillance": "treatment=follow-up",
    "planned": "treatment=planned",
    "Ibrance + letrozole": "treatments-now=palbociclib,aromatase-inhibitor",
    "adjuvant letrozole": "treatment=hormone-tablets treatments-now=aromatase-inhibitor",
    "not started": "treatment=not-started",
    "letrozole - progressed": "",
    "planned Enhertu": "",
    "newly diagnosed": "treatment=not-started",
    "declined chemo": "",
}

AGES = {"38": "age=under-40", "47": "age=40-to-59", "59": "age=40-to-59", "66": "age=60-to-74", "81": "age=75-or-older"}

FIRST = ["Ann", "Bea", "Cara", "Dolores", "Edith", "Fatima", "Grace", "Hanna", "Ines", "Joy", "Kim", "Lê", "Zoë"]
LAST = ["Example", "Müller", "O’Hara", "García", "Smith-Lee", "Nguyen", "Brown", "Ødegård", "Cohen", "Silva", "Park"]
DOCTORS = ["Dr. Lee", "Smith, John MD", "Dr. Rivera", "N. Patel, NP"]


@dataclass(frozen=True)
class Visit:
    """A row: what stands in it, by what it tells of, and what is to be read."""

    cells: dict[str, str]
    day: date
    answers: str


def visits() -> list[Visit]:
    """Return two hundred: each value many times, beside ever other ones."""
    rows = zip(
        cycle(FIRST), cycle(LAST), cycle(DOCTORS), cycle(AGES), cycle(STAGES), cycle(RECEPTORS), cycle(DIAGNOSES),
        cycle(MEDICINES), cycle(TREATMENTS), strict=False,
    )  # fmt: skip
    return [_visit(number, *row) for number, row in enumerate(islice(rows, 200))]


def _visit(number, first, last, doctor, age, stage, receptors, diagnosis, medicines, treatment) -> Visit:
    day = FIRST_DAY + timedelta(days=number % 29)
    cells = {"mrn": str(48200 + number), "first": first, "last": last, "doctor": doctor, "age": age}
    meanings = {"age": AGES[age], "stage": STAGES[stage], "receptors": RECEPTORS[receptors]}
    meanings |= {"dx": DIAGNOSES[diagnosis], "meds": MEDICINES[medicines], "tx": TREATMENTS[treatment]}
    cells |= {"stage": stage, "er": receptors[0], "pr": receptors[1], "her2": receptors[2]}
    cells |= {"dx": diagnosis, "meds": medicines, "tx": treatment}
    return Visit(cells, day, "\n".join(f"{told}: {means}" for told, means in meanings.items()))


def expected(visit: Visit, told: set[str]) -> dict[str, set[str]]:
    """Return what is to be read of the columns that a list has."""
    found: dict[str, set[str]] = {}
    for line in visit.answers.splitlines():
        source, _colon, meanings = line.partition(": ")
        for meaning in meanings.split() if source in told else ():
            field, _equals, options = meaning.partition("=")
            found.setdefault(field, set()).update(options.split(","))
    return found
