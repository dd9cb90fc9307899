"""Reads a FHIR R4 QuestionnaireResponse. What it may hold is derived from the Questionnaire that it answers."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from prep.api.dynamic_types import narrowed, one_of, several, told_apart
from prep.api.fhir.elements import Element, Reference
from prep.api.fhir.questionnaire import Item, deprecated_items, questionnaire
from prep.bank.bank import Bank
from prep.checklist.answers import MAX_TEXT, Answers, Speaker, Visit
from prep.i18n import ENGLISH, Translator
from prep.text import tidy

_STATUS = Literal["in-progress", "completed", "amended", "entered-in-error", "stopped"]


class Sent(Element):
    """Common rules of what is read: in FHIR's spelling only."""

    model_config = ConfigDict(populate_by_name=False)


class Chosen(Sent):
    """A code; which code system it is from we know from the field it answers."""

    code: str


class Answer(Sent):
    """One answer to an item."""

    @property
    def value(self) -> str:
        """Return the option, text or day that was given."""
        return ""


class ChosenAnswer(Answer):
    """An option."""

    value_coding: Chosen

    @property
    def value(self) -> str:
        """Return the option's id."""
        return self.value_coding.code


class TextAnswer(Answer):
    """A line of text."""

    value_string: Annotated[str, Field(max_length=MAX_TEXT)]

    @property
    def value(self) -> str:
        """Return the text, fit to be printed."""
        return tidy(self.value_string)


class DayAnswer(Answer):
    """A whole day: the visit has one, so a month or a year is not enough."""

    value_date: date

    @property
    def value(self) -> str:
        """Return the day as it is written in ISO 8601."""
        return self.value_date.isoformat()


class SentItem(Sent):
    """An item of the form."""

    link_id: str


class Answered(SentItem):
    """A question of the form with its answers."""

    answer: tuple[Answer, ...] = ()


class Grouped(SentItem):
    """A group of the form."""

    item: tuple[SentItem, ...] = ()


class QuestionnaireResponse(Sent):
    """A form that was filled in."""

    resource_type: Literal["QuestionnaireResponse"]
    status: _STATUS
    language: str | None = None
    subject: Reference | None = None
    item: tuple[SentItem, ...] = ()

    @model_validator(mode="after")
    def _one_answer_where_one_is_asked_for(self) -> Self:
        for link_id, values in self._given().items():
            if not self.takes_many(link_id) and len(set(values)) > 1:
                raise PydanticCustomError("one_only", "{link_id} takes one answer only", {"link_id": link_id})
        return self

    @classmethod
    def takes_many(cls, link_id: str) -> bool:
        """Return whether the item of the form takes several answers."""
        raise NotImplementedError

    def answers(self) -> Answers:
        """Return the options chosen."""
        return Answers.of({link_id: values for link_id, values in self._given().items() if "_" not in link_id})

    def visit(self) -> Visit:
        """Return who asks, and what is printed on top of the page."""
        given = {link_id: values[0] for link_id, values in self._given().items()}
        day = given.get("printed_date")
        return Visit(
            name=given.get("printed_name", ""),
            day=date.fromisoformat(day) if day else None,
            with_whom=given.get("printed_with", ""),
            speaker=Speaker(given.get("list_for", Speaker.PATIENT.value)),
        )

    def _given(self) -> dict[str, list[str]]:
        given: dict[str, list[str]] = {}
        for item in _questions(self.item):
            if item.answer:
                given.setdefault(item.link_id, []).extend(answer.value for answer in item.answer)
        return given


def response_class(bank: Bank) -> type[QuestionnaireResponse]:
    """Return the model of what can answer the bank's form."""
    items = (*questionnaire(bank, Translator(ENGLISH), url="", systems="").item, *deprecated_items(bank))
    many = {item.link_id for item in _asked(items) if item.repeats}

    class BankResponse(QuestionnaireResponse):
        __doc__ = QuestionnaireResponse.__doc__

        @classmethod
        def takes_many(cls, link_id: str) -> bool:
            return link_id in many

    return narrowed("QuestionnaireResponse", BankResponse, {"item": (_items(items), ())})


def _asked(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _asked(item.item)


def _questions(items: tuple[SentItem, ...]) -> Iterator[Answered]:
    for item in items:
        if isinstance(item, Answered):
            yield item
        elif isinstance(item, Grouped):
            yield from _questions(item.item)


def _items(items: tuple[Item, ...]) -> type[tuple[object, ...]]:
    """Return the type of the answers to these items, told apart by their ids."""
    return several(told_apart([_answered(item) for item in items], by="link_id"), most=None)


def _answered(item: Item) -> type[SentItem]:
    name = "".join(part.capitalize() for part in re.split("[-_.]", item.link_id))
    link_id: tuple[type, object] = (one_of([item.link_id]), ...)
    if item.type == "group":
        return narrowed(f"{name}Item", Grouped, {"link_id": link_id, "item": (_items(item.item), ())})
    answers = several(_answer(name, item), most=None if item.repeats else 1)
    return narrowed(f"{name}Item", Answered, {"link_id": link_id, "answer": (answers, ())})


def _answer(name: str, item: Item) -> type[Answer]:
    match item.type:
        case "string":
            return TextAnswer
        case "date":
            return DayAnswer
        case _:
            code = one_of(option.value_coding.code for option in item.answer_option)
            chosen = narrowed(f"{name}Code", Chosen, {"code": (code, ...)})
            return narrowed(f"{name}Answer", ChosenAnswer, {"value_coding": (chosen, ...)})
