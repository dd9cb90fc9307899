from prep.editorial.agenda_sheet import agenda_sheets, fact_sheets


def test_a_sheet_says_whose_the_agenda_is_and_how_each_question_comes(visits):
    sheet, _ = agenda_sheets(visits)
    assert [(line.id, line.is_deadline, line.is_gated) for line in sheet.lines] == [
        ("replace", False, False),
        ("wait", True, False),
        ("ice", False, True),
    ]
    assert [*map(str, sheet.audience)] == ["Which knee? “Left”"]
    assert [*map(str, sheet.hidden_from)] == ["How old is the knee? “New”"]
    assert sheet.unknowns == ("Which of my knees is it?", "How old is my knee?")
    assert sheet.settled == ("How far may I walk?",)


def test_a_fact_says_who_tells_it_and_what_it_brings(visits):
    (sheet,) = fact_sheets(visits)
    assert (sheet.fact.id, sheet.questions) == ("old-knee", ("Can it rust?",))
    assert [*map(str, sheet.audience)] == ["How old is the knee? “Old”"]
