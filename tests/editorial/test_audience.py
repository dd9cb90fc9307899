from prep.editorial.audience import answered, requirements


def test_a_condition_reads_as_the_form_does(small):
    (said,) = requirements(small, {"side": ("left", "right")})
    assert str(said) == "Which knee? “Left” or “Right”"


def test_no_condition_is_everyone(small):
    assert requirements(small, {}) == ()


def test_where_nearly_all_answers_fit_the_others_are_named(bank):
    stages = tuple(option.id for option in bank.field("stage").options if option.id != "dcis")
    (said,) = requirements(bank, {"stage": stages})
    assert str(said) == "What stage is the cancer now? Anything but “Stage 0 (DCIS)”"


def test_answers_stand_in_the_forms_order(small):
    assert answered(small, "concerns", {"future", "pain"}).answers == ("Pain", "The future")
