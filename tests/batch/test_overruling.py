"""A list may hold what was true once: what a cell says of a later day takes it away, and both are named."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.runner import Batch
from prep.batch.visit_list import open_visits
from prep.checklist.answers import Answers
from prep.checklist.selection import select
from prep.i18n import Translator

ENGLISH = Translator("en")


@pytest.fixture
def read(bank):
    def read(**cells):
        content = f"{','.join(cells)},HER2\n{','.join(cells.values())},3+\n".replace("_", " ")
        (row,) = open_visits(BytesIO(content.encode()), columns(bank, {"en": ENGLISH}), bank).rows()
        return row

    return read


@pytest.mark.parametrize("tx", ["s/p lumpectomy", "completed AC-T", "s/p AC-T; r/o progression", "post-op day 10"])
@pytest.mark.parametrize("status", ["not started", "planned"])
def test_treatment_that_was_had_takes_away_that_none_was(read, tx, status):
    row = read(meds=tx, treatment_status=status)
    assert row.answers.to("treatment") == set()
    assert "treatment" in row.left_open
    assert [one.column for one in row.unread] == ["meds", "treatment status"]


def test_treatment_told_of_in_a_diagnosis_leaves_it_open_for_a_clinics_usual_answer_too(read):
    assert "treatment" in read(dx="IDC s/p mastectomy").left_open


def test_an_operation_that_was_had_takes_away_what_comes_before_it(read):
    assert read(meds="s/p lumpectomy", treatment_status="neoadjuvant").answers.to("treatment") == set()
    assert read(meds="s/p AC-T", treatment_status="neoadjuvant").answers.to("treatment") == {"before-surgery"}


@pytest.mark.parametrize("status", ["not started", "planned"])
def test_treatment_had_before_takes_away_that_none_was(read, status):
    row = read(prior_tx="lumpectomy", treatment_status=status)
    assert (row.answers.to("treatment"), row.answers.to("treatments-before")) == (set(), {"lumpectomy"})
    assert [one.column for one in row.unread] == ["treatment status"]
    assert read(prior_tx="none", treatment_status=status).answers.to("treatment")


def test_a_biopsy_is_no_treatment(read):
    assert read(dx="IDC s/p bx", treatment_status="newly diagnosed").answers.to("treatment") == {"not-started"}


@pytest.mark.parametrize("dx", ["local recurrence", "MBC"])
def test_where_both_answer_neither_counts_and_both_are_named(read, dx):
    row = read(dx=dx, stage="II")
    assert row.answers.to("stage") == set()
    assert [one.column for one in row.unread] == ["dx", "stage"]


@pytest.mark.parametrize("dx", ["stage 1 IDC now metastatic", "breast ca 2015; new bone mets", "MBC (2nd opinion)"])
def test_spread_takes_away_an_older_stage(read, dx):
    assert read(dx=dx, stage="II").answers.to("stage") == set()
    assert read(dx=dx, stage="IV").answers.to("stage") == {"metastatic"}


@pytest.mark.parametrize(
    "dx",
    [
        "IDC w/ progression in liver",
        "breast ca progressed to the bones",
        "breast ca; new liver lesions",
        "Breast ca + pulm nodules ?mets",
        "breast ca; mets?",
        "IDC; possible mets",
        "IDC ?liver mets",
        "TNBC c/f metastatic disease",
    ],
)
@pytest.mark.parametrize("stage", ["II", "3"])
def test_what_may_be_spread_takes_an_early_stage_away_too(read, dx, stage):
    row = read(dx=dx, stage=stage)
    assert (row.answers.to("stage"), [one.column for one in row.unread]) == (set(), ["dx", "stage"])
    assert read(dx=dx, stage="IV").answers.to("stage") == {"metastatic"}


@pytest.mark.parametrize("dx", ["IDC; no progression in liver", "IDC - no new liver lesions", "breast ca progression?"])
def test_no_spread_takes_nothing(read, dx):
    assert read(dx=dx, stage="II").answers.to("stage") == {"early"}


@pytest.mark.parametrize("dx", ["breast ca - no mets", "r/o mets", "non-metastatic breast ca"])
def test_spread_that_is_not_or_may_not_be_takes_nothing(read, dx):
    assert read(dx=dx, stage="II").answers.to("stage") == {"early"}


@pytest.mark.parametrize("dx", ["recurrent breast ca", "breast ca recurrence s/p mastectomy", "TNBC; relapsed"])
def test_a_recurrence_takes_away_an_older_stage(read, dx):
    assert read(dx=dx, stage="II").answers.to("stage") == set()
    assert read(dx=dx, stage="IV").answers.to("stage") == {"metastatic"}


@pytest.mark.parametrize("dx", ["possible recurrence", "r/o recurrence", "IDC; recurrence score 12"])
def test_a_recurrence_that_may_not_be_takes_nothing(read, dx):
    assert read(dx=dx, stage="II").answers.to("stage") == {"early"}


def test_invasive_cancer_beside_dcis_is_not_stage_0(read):
    assert read(dx="IDC with DCIS").answers.to("stage") == set()
    assert read(dx="IDC with DCIS", stage="I").answers.to("stage") == {"early"}
    assert read(dx="IDC with DCIS", stage="I").unread == ()
    for dx in ("microinvasive DCIS", "DCIS vs IDC", "DCIS → IDC on excision"):
        assert read(dx=dx, stage="0").answers.to("stage") == set()
    assert read(dx="DCIS; no evidence of invasive carcinoma", stage="0").answers.to("stage") == {"dcis"}
    row = read(dx="lobular", stage="0")
    assert (row.answers.to("stage"), row.answers.to("kind")) == (set(), {"lobular"})
    assert [one.column for one in row.unread] == ["stage"]


def test_the_stage_beside_two_cancers_may_be_of_either(read):
    assert read(dx="breast ca and lung ca", stage="III").answers.to("stage") == set()
    assert read(dx="breast ca; benign thyroid nodule", stage="III").answers.to("stage") == {"locally-advanced"}
    assert read(dx="breast ca w/ hx lung ca", stage="III").answers.to("stage") == {"locally-advanced"}


AFTER = {"cancer-left", "after-surgery", "hormone-tablets", "follow-up"}


@pytest.mark.parametrize(
    ("dx", "left"),
    [
        ("s/p R lumpectomy; AC-T completed 9/26", AFTER),
        ("s/p mastectomy; pT3N2; for PMRT", AFTER),
        ("s/p neoadj TCHP + lumpectomy; residual dz; on T-DM1", AFTER),
        ("ILC R breast; post surgery", AFTER),
        ("IDC done w/ surgery", AFTER),
        ("IDC completed adj chemo", AFTER),
        ("IDC; NED", AFTER - {"cancer-left"}),
        ("Hx L breast ca 2020; NED; on AI", {"hormone-tablets", "follow-up"}),
        ("Breast cancer; completed treatment 2021", {"hormone-tablets", "follow-up"}),
        ("IDC s/p AC-T", {"before-surgery", *AFTER}),
        ("IDC s/p bx", set()),
        ("IDC; not NED", set()),
    ],
)
def test_treatment_that_was_had_leaves_only_what_can_come_after_it(read, dx, left):
    row = read(dx=dx, stage="II")
    assert (row.answers.to("treatment"), row.perhaps.get("treatment", set())) == (set(), left)
    assert left == set() or "treatment" in row.left_open


def test_what_another_cell_says_counts_more_than_what_may_hold(read):
    row = read(dx="IDC s/p lumpectomy", treatment_status="surveillance")
    assert (row.answers.to("treatment"), row.perhaps) == ({"follow-up"}, {})


def test_with_cancer_that_has_spread_an_earlier_operation_leaves_all(read):
    assert read(dx="MBC; s/p mastectomy 2015", stage="IV").perhaps == {}


@pytest.mark.parametrize("dx", ["IDC s/p lumpectomy", "IDC done w/ surgery", "IDC; NED; on AI", "IDC; AC-T completed"])
def test_whoever_had_treatment_is_not_asked_to_plan_it(bank, read, dx):
    row = read(dx=dx, stage="IIB")
    batch = Batch(bank, {"en": ENGLISH}, "en")
    asked = {pick.question.id for pick in select(bank, batch.answers(row)).all}
    assert "plan-now" in asked
    assert "start-when" not in asked
    assert ("shrink-first" in asked) is (dx == "IDC; AC-T completed")


def test_whoever_had_chemotherapy_is_not_asked_whether_it_is_useful(bank):
    had, unknown = (
        next(open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows())
        for content in (
            b"dx,stage,HR,HER2\nIDC s/p lumpectomy and AC-T completed,IIB,+,neg\n",
            b"dx,stage,HR,HER2\nIDC s/p lumpectomy,IIB,+,neg\n",
        )
    )
    batch = Batch(bank, {"en": ENGLISH}, "en")
    asked = [{pick.question.id for pick in select(bank, batch.answers(row)).all} for row in (had, unknown)]
    assert ["chemo-reasons" in one for one in asked] == [False, True]


@pytest.mark.parametrize(
    ("dx", "answer"),
    [
        ("s/p R lumpectomy; AC-T completed 9/26", "after surgery"),
        ("IDC s/p AC-T", "after surgery"),
        ("IDC; completed treatment 2021", "follow-up"),
    ],
)
def test_a_message_says_where_an_answer_may_be_written_and_it_is_read_there(read, dx, answer):
    advice = f"What is true now may be written below “treatment”, such as “{answer}”."
    assert read(dx=dx, stage="II").unread[0].told(ENGLISH).endswith(advice)
    row = read(dx=dx, stage="II", treatment=answer)
    assert row.answers.to("treatment")
    assert advice not in row.unread[0].told(ENGLISH)


@pytest.mark.parametrize("tx", ["PD on Kisqali/AI - next line?", "progressed on palbo"])
def test_a_treatment_that_no_longer_works_is_said_in_the_words_of_charts(read, tx):
    assert read(stage="IV", tx=tx).perhaps["treatment"] == {"stopped-working"}
    assert "treatment" not in read(stage="II", tx=tx).perhaps


def test_hospice_among_other_words_leads_to_the_page_for_it(read, bank):
    row = read(stage="IV", mets="brain", tx="hospice enrolled")
    assert row.perhaps["treatment"] == {"symptom-care"}
    asked = {pick.question.id for pick in select(bank, Answers.of(row.answers.by_field, row.perhaps)).all}
    assert "hospice" in " ".join(asked)
    assert {"inherited-gene-test", "brain-choices"}.isdisjoint(asked)
