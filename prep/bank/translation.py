"""The form's fields, medical words and sources as they are in the bank, with their texts in the reader's language."""

from typing import Protocol

from prep.bank.form_models import FormField, Option
from prep.bank.models import Source, Term


class Translates(Protocol):
    """Gives the words of the bank, and ours, in the reader's language."""

    def gettext(self, message: str) -> str:
        """Return the translation of a message of our own."""

    def text(self, english: str, context: str) -> str:
        """Return the translation of `english`; `context` is the id of what it belongs to."""


def translated_field(field: FormField, translator: Translates) -> FormField:
    """Return the field with its options in the reader's language."""
    texts = {
        key: getattr(field, key) for key in ("label", "hint", "short", "changes", "told_as", "by_name", "fold", "ask")
    }
    options = tuple(_option(field, option, translator) for option in field.options)
    return field.model_copy(update=_translated(texts, f"{field.id}.%s", translator) | {"options": options})


def translated_term(term: Term, translator: Translates) -> Term:
    """Return the medical word and its sentence in the reader's language. Its forms are looked for in English texts."""
    word = translator.text(term.term, f"term.{term.id}")
    return term.model_copy(update={"term": word, "text": translator.text(term.text, f"term.{term.id}.text")})


def translated_source(source: Source, translator: Translates) -> Source:
    """Return the source with our note in the reader's language; publisher and title stay as they are."""
    return source.model_copy(
        update=_translated(
            {key: getattr(source, key) for key in ("note", "dated", "country")}, f"source.{source.id}.%s", translator
        )
    )


def _option(field: FormField, option: Option, translator: Translates) -> Option:
    texts = {"hint": option.hint, "short": option.short, "ask": option.ask}
    label = translator.text(option.label, f"{field.id}.{option.id}")
    return option.model_copy(update={"label": label, **_translated(texts, f"{field.id}.{option.id}.%s", translator)})


def _translated(texts: dict[str, str | None], context: str, translator: Translates) -> dict[str, object]:
    return {name: translator.text(text, context % name) for name, text in texts.items() if text is not None}
