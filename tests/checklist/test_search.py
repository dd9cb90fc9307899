import pytest

from prep.checklist.search import SearchIndex
from prep.i18n import Translator


@pytest.fixture(scope="module")
def index(bank):
    return SearchIndex(bank, Translator("en"), "en")


@pytest.fixture(scope="module")
def find(index):
    """Return a function that searches the real bank."""
    return lambda words, **wording: index.find(words, {id_.replace("_", "-"): text for id_, text in wording.items()})


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("nausea", "nausea"),  # in the text
        ("TIREDNESS", "tiredness"),
        ("tired", "tiredness"),  # another form of the word
        ("wigs", "cold-cap"),  # in why people ask
        ("lymphedema", "arm-risk"),  # another spelling, of the glossary
        ("chemo", "chemo-reasons"),  # how a word begins
        ("palbociclb", "cdk46"),  # mistyped
        ("nausia", "nausea"),
        ("fertilty", "fertility-time"),
        ("second opinion", "second-opinion"),
        ("What can I do about nausea?", "nausea"),  # said as people speak
        ("money", "cost"),  # a worry that it is about
        ("diet", "food"),  # what people say for it, by the editor
        ("hereditary", "inherited-gene-test"),
        ("depressed", "worry-and-mood"),
        ("PET scan", "spread-check"),
    ],
)
def test_a_question_is_found_by_what_people_call_it(find, words, question):
    assert question in find(words)


def test_a_brand_name_finds_the_questions_of_the_medicine(bank, find):
    found = find("Ibrance")
    assert found[0] == find("palbociclib")[0] == "cdk46"
    named = {
        question.id
        for question in bank.questions
        for condition in (question.applies_to, question.also_for, question.especially_for)
        if any("palbociclib" in options for options in condition.values())
    }
    assert named <= set(found)


def test_the_best_comes_first(find):
    assert find("nausea")[0] == "nausea"
    assert find("second opinion")[0] == "second-opinion"
    assert find("good and bad points of a lumpectomy")[0] == "lumpectomy-or-mastectomy"


def test_a_word_that_stands_everywhere_brings_nothing_beside_a_rare_one(find):
    assert len(find("what can I do about nausea")) < 10


@pytest.mark.parametrize("words", ["", "?!", "xyzzy", "may I juggle bees", "ßþð", "%s {} \\", "a" * 1000])
def test_nothing_is_found_where_there_is_nothing(find, words):
    assert find(words) == ()


def test_a_persons_own_words_are_found_too(find):
    assert find("Trude", nausea="What helped Aunt Trude?")[0] == "nausea"
    assert find("Trudes", nausea="What helped Aunt Trude?")[0] == "nausea"


def test_nothing_of_a_person_stays_in_the_index(index, find):
    find("Trude", nausea="What helped Aunt Trude?")
    assert index.find("Trude", {}) == ()


def test_a_language_without_a_stemmer_is_searched_as_it_is_written(small):
    assert SearchIndex(small, Translator("en"), "tlh").find("cartilage", {}) == ("left-cartilage",)


def test_what_people_say_finds_a_question_and_is_shown_nowhere(bank, find):
    rides = next(question for question in bank.questions if question.id == "rides")
    assert "parking" in rides.words
    assert "rides" in find("parking")
    assert "parking" not in (rides.text + rides.why).lower()
