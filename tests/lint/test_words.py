import pytest


@pytest.mark.parametrize("word", ["mastectomy", "tamoxifen", "PD-L1", "IHC", "palbociclib", "CDK4/6", "chemotherapy"])
def test_a_medical_word_that_nobody_explains(complaints, word):
    said = complaints(text=f"What about {word} for me?")
    assert said[0] == f"question 'extra': {word!r} looks like a medical word; explain it in `terms` [unexplained-term]"


def test_a_term_that_nobody_uses(complaints):
    said = complaints(terms="  - {id: knee-cap, term: knee cap, text: The small bone in front.}\n")
    assert said == ["term 'knee-cap': no question and no field uses this term [unused-term]"]


@pytest.mark.parametrize("why", ["It always helps.", "This is the best knee.", "Swimming will cure it."])
def test_a_promise(complaints, why):
    (said,) = complaints(why=why)
    assert said.endswith("promises too much; care differs from person to person [absolute-word]")
