def test_a_question_of_more_than_25_words(complaints):
    (said,) = complaints(text="Can I " + "so " * 24 + "swim?")
    assert said == "question 'extra': 27 words; at most 25 can be said in one breath [too-long]"


def test_a_statement(complaints):
    assert complaints(text="Tell me about swimming.") == [
        "question 'extra': does not end with a question mark [no-question-mark]"
    ]


def test_long_words_are_found_and_explained_ones_are_not(complaints):
    (said,) = complaints(text="Are alternative accommodations available?")
    assert "reads at grade" in said
    assert said.endswith("[reading-grade]")
    assert complaints(text="Does the cartilage hurt?") == []


def test_two_questions_in_one(complaints):
    (said,) = complaints(text="Can I swim, and what does it cost?")
    assert said == (
        "question 'extra': asks a second thing from 'and what' on; ask one, or make two questions [double-barrelled]"
    )


def test_a_question_that_hints_at_its_answer(complaints):
    (said,) = complaints(text="Isn’t it fine to swim?")
    assert said == "question 'extra': 'Isn’t it' hints at the answer; ask openly [leading-question]"


def test_advice_from_nobody(complaints):
    (said,) = complaints(why="Cold water should be avoided.")
    assert said == (
        "question 'extra': 'should be avoided' is advice from nobody; say who advises or does it [passive-voice]"
    )
