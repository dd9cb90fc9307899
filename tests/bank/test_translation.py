"""What other programs are told is in the reader's language, under the same ids as on the web."""

from prep.bank.translation import translated_field, translated_source, translated_term


class Marking:
    """Marks each text with the id it is translated under."""

    def text(self, english, context):
        return f"{context}: {english}"


def test_a_field_and_its_options(small):
    field = translated_field(small.field("implant"), Marking())
    assert field.label == "implant.label: What is inside?"
    assert field.hint.startswith("implant.hint: ")
    assert field.ask.startswith("implant.ask: ")
    assert field.short is None
    assert field.options[0].label == "implant.steel: Steel"
    assert field.options[0].short == "implant.steel.short: a steel joint"
    assert (field.id, field.options[0].search) == ("implant", "steel joint")


def test_a_term(small):
    term = translated_term(small.terms[0], Marking())
    assert (term.term, term.text[:24]) == ("term.cartilage: cartilage", "term.cartilage.text: The")


def test_a_source_keeps_its_title(bank):
    source = translated_source(bank.sources[0], Marking())
    assert source.title == bank.sources[0].title
    assert source.note.startswith(f"source.{source.id}.note: ")
