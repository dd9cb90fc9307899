"""What a clinic may set: how its pages look, whom to call, and answers that come ticked. Never medical content."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, cast

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from prep.bank.model_types import BankModel, Id
from prep.checklist.answers import Answers
from prep.checklist.pack import Paper
from prep.clinics.contrast import DARK, LIGHT, READABLE, contrast, nearest_readable, stronger
from prep.clinics.logo import Logo, LogoError, read

FOLDER = "folder"
"""The key, in the context of validation, of the folder that holds the logos."""


def _readable(color: str) -> str:
    return _checked(color, LIGHT, "our light pages and paper")


def _readable_in_the_dark(color: str) -> str:
    return _checked(color, DARK, "our dark pages")


def _checked(color: str, grounds: tuple[str, ...], where: str) -> str:
    found = contrast(color, grounds)
    if found < READABLE:
        raise PydanticCustomError(
            "contrast",
            "{color} is hard to read on {where}: the contrast is {found}:1, and {needed}:1 is needed."
            " The nearest colour that passes is {nearest}",
            {
                "color": color,
                "where": where,
                "found": f"{int(found * 100) / 100:.2f}",
                "needed": READABLE,
                "nearest": nearest_readable(color, grounds),
            },
        )
    return color


def _one_or_more(given: object) -> object:
    return [given] if isinstance(given, str) else given


def _logo(name: object, info: ValidationInfo) -> Logo:
    folder = cast("Mapping[str, Path]", info.context)[FOLDER]
    if not isinstance(name, str):
        raise PydanticCustomError("logo", "is the name of a file beside this one")
    try:
        return read(name, folder)
    except LogoError as error:
        raise PydanticCustomError("logo", "{why}", {"why": str(error)}) from error


_HEX = StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", to_lower=True)
_ORIGIN = r"^(https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?|http://(localhost|127\.0\.0\.1))(:[0-9]{1,5})?$"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Number = Annotated[
    str, StringConstraints(pattern=r"^\+?[0-9(][0-9 ().\-]{1,24}(,? ?(ext\.?|x) ?[0-9]{1,6})?$", max_length=40)
]
Secure = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$", max_length=200)]
Origin = Annotated[str, StringConstraints(pattern=_ORIGIN, max_length=120)]
Options = Annotated[tuple[Id, ...], BeforeValidator(_one_or_more), Field(min_length=1)]


class Numbers(BankModel):
    """Whom to call, and when."""

    day: Number | None = None
    after_hours: Number | None = None
    emergency: Number | None = None


class SupportLine(BankModel):
    """Someone to talk to, such as a helpline."""

    name: Line
    number: Number
    when: Line


class Clinic(BankModel):
    """One clinic."""

    slug: Id = Field(description="Its part of the address: /c/<slug>/.")
    name: Line
    logo: Annotated[Logo, BeforeValidator(_logo)] | None = None
    accent: Annotated[str, _HEX, AfterValidator(_readable)] | None = None
    accent_dark: Annotated[str, _HEX, AfterValidator(_readable_in_the_dark)] | None = Field(
        default=None, description="For dark screens. Left out, it is a lighter shade of `accent`."
    )
    numbers: Numbers = Numbers()
    portal: Secure | None = Field(default=None, description="Where patients write to the clinic.")
    languages: tuple[Id, ...] = Field(default=(), description="Of those that we have; left out, all of them.")
    paper: Paper = Paper.LETTER
    about_me: bool = Field(
        default=False, description="Lists of visits print a line on each person's illness, to be checked with them."
    )
    shared_computer: bool = Field(
        default=False, description="Its pages are used at shared computers: Back finds an empty form, idle ones clear."
    )
    answers: Mapping[Id, Options] = Field(default={}, description="Come ticked, and can be changed.")
    embed_origins: tuple[Origin, ...] = Field(default=(), description="Sites that may show our pages in a frame.")
    support: tuple[SupportLine, ...] = ()

    @property
    def has_pages(self) -> bool:
        """Return whether it is one of the clinics file, with pages of its own at /c/<slug>/."""
        return bool(self.slug)

    @property
    def colors(self) -> Mapping[str, Mapping[str, str]] | None:
        """Return the names and colours for light and for dark pages and for the picture of paper, for `tokens.css`."""
        if self.accent is None:
            return None
        dark = self.accent_dark or nearest_readable(self.accent, DARK)
        return {
            "light": {
                "accent": self.accent,
                "accent-strong": stronger(self.accent, LIGHT),
                "paper-accent": self.accent,
            },
            "dark": {"accent": dark, "accent-strong": stronger(dark, DARK)},
        }

    def completed(self, answers: Answers) -> Answers:
        """Return the answers, with the clinic's usual ones where a field was left blank."""
        return Answers.of({**self.answers, **answers.by_field})

    @property
    def has_numbers(self) -> bool:
        """Return whether there is any number to call."""
        return self.numbers != Numbers()

    @property
    def colors_version(self) -> str | None:
        """Return a name for exactly these colours, so that browsers may keep them."""
        return self.accent and f"{self.accent}{self.accent_dark or ''}".replace("#", "")


NO_CLINIC = Clinic.model_construct(slug="", name="Visit Prep")
"""Stands for nobody's clinic: no numbers, no usual answers, letter paper, every language."""


def to_dial(number: str) -> str:
    """Return a number as a telephone takes it; what follows an extension's mark is dialled after a pause."""
    main, _mark, extension = re.sub(r"[^0-9+x]", "", number.replace("ext", "x")).partition("x")
    return f"{main},{extension}" if extension else main
