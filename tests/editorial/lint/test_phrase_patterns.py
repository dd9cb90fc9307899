import pytest

from prep.editorial.lint.phrase_patterns import absolutes, leading, passive_advice, second_question


@pytest.mark.parametrize(
    "text",
    [
        "Shouldn’t I have a scan?",
        "Isn't surgery safer?",
        "If it is small, shouldn’t we wait?",
        "Should I not ask for more?",
        "I can stop, right?",
        "This works, doesn’t it?",
        "Don’t you think I need it?",
        "Why not wait?",
        "Surely I can wait?",
    ],
)
def test_a_hint_at_the_answer(text):
    assert leading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why can’t I eat grapefruit?",
        "If I can’t sleep, what helps?",
        "What should I not eat?",
        "Which treatments do not fit my cancer?",
        "If I cannot have it, why not?",
        "Is it better to have surgery first?",
        "Why don’t I need chemo?",
    ],
)
def test_an_open_question(text):
    assert not leading(text)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("What helps, and who should I call?", "and who"),
        ("How long and how often will I have it?", "and how"),
        ("How do I get it and is it safe?", "and is it"),
        ("What changes would it bring, and would these last?", "and would"),
        ("Is it an option, and if so, which one?", "and if so, which"),
        ("Do you suggest it and, if so, before or after surgery?", "and, if so"),
        ("Will I get it, and for how long?", "and for how"),
        ("Is there a test? Should I have it?", "Should I have it?"),
    ],
)
def test_two_questions_in_one(text, second):
    assert second_question(text) == second


@pytest.mark.parametrize(
    "text",
    [
        "Which one do you suggest, and why?",
        "Which one do you suggest, and why that one?",
        "When and how will I hear?",
        "Can my cancer be cured, or is the aim to control it?",
        "What are the pros and cons for me?",
        "Will you and my surgeon talk?",
        "Who can help me and my family?",
        "If it grows and I do not want chemo, what is left?",
        "Can you explain what it does and how it works?",
        "And what about my arm?",
    ],
)
def test_one_question(text):
    assert second_question(text) == ""


@pytest.mark.parametrize(
    "text", ["Alcohol should be avoided.", "It is recommended to rest.", "Rest is often advised.", "It must be taken."]
)
def test_advice_from_nobody(text):
    assert passive_advice(text)


@pytest.mark.parametrize("text", ["Should my tumor be tested?", "You should be careful.", "Some drugs are used often."])
def test_a_passive_that_advises_nothing(text):
    assert not passive_advice(text)


@pytest.mark.parametrize(
    "text",
    [
        "It always helps.",
        "You can always ask.",
        "It never hurts.",
        "It will cure you.",
        "There is no risk.",
        "Which is best for me?",
    ],
)
def test_a_promise(text):
    assert list(absolutes(text))


@pytest.mark.parametrize(
    "text",
    [
        "It does not always help.",
        "You can ask for one.",
        "Can my cancer be cured?",
        "If it cannot be cured, what then?",
        "It fits certain types of cancer.",
    ],
)
def test_no_promise(text):
    assert list(absolutes(text)) == []
