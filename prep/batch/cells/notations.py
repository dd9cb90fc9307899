"""How lists write what is no word: no answer at all, how much of a medicine is taken, when, and what joins answers."""

import re

from prep.bank.vocabulary import is_plain
from prep.text import letters_and_digits

BLANKS = {"na", "none", "nil", "unknown", "unk", "ukn", "notknown", "notavailable", "notapplicable", "tbd", "blank"}
"""What a cell holds that says nothing, by its letters and digits: “N/A”, “--”, “unknown”."""

_DOSE = re.compile(
    r"""(?<![\w.])(?:
        \d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|g|ml|iu|units?|%)(?:\s?/\s?(?:m2|m²|kg|day|d))?
      | (?:once|twice)\s(?:daily|a\sday|weekly) | every\s\d+\s(?:days|weeks|months)
      | q\s?\d+\s?(?:d|w|wks?|weeks|h|m|mo|months) | \d+[\s-](?:weekly|monthly)
      | (?:c|cycle\s|round\s|dose\s)\#?\d{1,2}(?:\s?d(?:ay\s)?\d{1,2})?(?:\s?(?:of|/)\s?\d{1,2})?(?!\.)
      | (?:yrs?|years?|months?|mos?|wks?|weeks?)\s\#?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?
      | \d{1,3}\s?(?:yrs?|years?|months?|mos?|wks?|weeks?) | maint(?:enance)? | sc | subq
      | fx\s?\d{1,2}(?:\s?(?:of|/)\s?\d{1,2})? | \d{1,2}\s?(?:fx|fractions)
      | \d+(?:\.\d+)?\s?[cm]m | \d{1,3}(?:\.\d+)?(?=\s(?:bid|tid|qd|daily|po)(?!\w))
      | \#?\d{1,2}\sof\s\d{1,2} | \#\d{1,2} | wkly | x\s?\d+ | since\s(?:\d{1,2}[/.])?\d{4}
      | daily | weekly | monthly | qd | qday | bid | tid | po | by\smouth | orally | oral
      | tab(?:let)?s? | cap(?:sule)?s?
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY = re.compile(
    r"(?<![\w.])(?:(?:in|since|from)\s)?(?:\d{1,2}[/.-](?:\d{1,2}[/.-])?)?(?:19|20)\d\d(?![\w.])"
    r"|(?<![\w./])\d{1,2}/\d{1,2}/\d\d(?![\w/])",
    re.ASCII | re.IGNORECASE,
)
"""A day, a month or a year, and not a share of something."""

_TNM = re.compile(
    r"(?<!\w)(?:[cpyra]{0,3}(?:T(?:[0-4][a-d]?|is)(?:\(?(?:mi|m)\)?)?|N[0-3][a-d]?(?:mi)?(?:\((?:sn|i[+-]|mi)\))?|M0)[,\s]*)+(?!\w)"
)
"""Size and spread of a tumor by TNM, as doctors write it. M1 is not among it: that is a stage."""

_RUN_TOGETHER = re.compile(r"(?<!\S)(?:[^\W\d_]+\d?[+\-−]){2,}(?!\w)")
"""Results without blanks: “ER+PR+HER2-”."""

_STROKES = re.compile(r"[\s./\-–—]*")
_JOINS = re.compile(r"\s\+\s|(?<=[^\W\d]{3})\+(?=[^\W\d]{3})|\n")
_TAGS = re.compile(r"\s*\((?:CMS[-/])?HCC\)", re.IGNORECASE)
"""What billing writes behind a diagnosis, and what is no illness."""

_AGE = re.compile(r"(\d{1,3})(?:\.0)?\s?-?(?:y|yo|y/o|y\.o\.?|yrs?\.?|years?)?(?:[\s-]old)?", re.ASCII | re.IGNORECASE)
_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_SHARE = re.compile(r"[<>~]?\s?\d{1,3}(?:\.\d+)?\s?%", re.ASCII)
_PERCENT = re.compile(r"(<\s?1(?=\s?%)|>?\s?\d{1,3})\s?%", re.ASCII)


_OF_EIGHT = re.compile(r"([0-8])\s?/\s?8", re.ASCII)
_MEASURED = re.compile(
    r"(.*?)(?:(?<!\w)allred(?:\sscore)?:?)?\s*[(,]?\s*((?:[<>~]\s?)?\d[\d.]*\s?(?:%|/\s?8))\)?",
    re.ASCII | re.IGNORECASE,
)


def age_in(cell: str) -> int | None:
    """Return the number of years; none where the cell is no age."""
    found = _AGE.fullmatch(cell)
    return int(found[1]) if found else None


def percent_in(cell: str) -> int | None:
    """Return the share that the cell is, of which less than one percent is 0; none where it is no share."""
    found = _PERCENT.fullmatch(cell)
    if not found:
        return None
    return 0 if found[1].startswith("<") else int(found[1].strip("> "))


def bare_share_in(cell: str) -> int | None:
    """Return a bare number that means the same as a share and as any score: 0 is nothing, 10 to 100 is much.

    What is between may be a small share, or a high score of eight.
    """
    number = int(cell) if re.fullmatch(r"\d{1,3}", cell, re.ASCII) else None
    return number if number == 0 or (number and 10 <= number <= 100) else None


def eighths_in(cell: str) -> int | None:
    """Return the score of eight that the cell is; none where it is none."""
    found = _OF_EIGHT.fullmatch(cell)
    return int(found[1]) if found else None


def with_measure(cell: str) -> tuple[str, str]:
    """Return the words, and the share or the score behind them: “pos 8/8”, “positive (95%)”."""
    found = _MEASURED.fullmatch(cell)
    return (found[1], found[2]) if found else (cell, "")


def with_brackets(cell: str) -> tuple[str, ...]:
    """Return what stands before brackets and within them; a mere share, such as (95%), says nothing more."""
    found = _BRACKETS.fullmatch(cell)
    if not found:
        return ()
    return (found[1],) if _SHARE.fullmatch(found[2]) else (found[1], found[2])


def is_blank(cell: str) -> bool:
    """Return whether the cell says nothing. A lone question mark does not: it tells of a doubt."""
    return _STROKES.fullmatch(cell) is not None or (is_plain(cell) and letters_and_digits(cell) in BLANKS)


def without_tags(cell: str) -> str:
    """Return a cell without what is there for billing, such as “(HCC)”."""
    return _TAGS.sub("", cell)


def without_doses(cell: str) -> str:
    """Return a cell with medicines without how much of each is taken, and how often."""
    return _DOSE.sub(" ", cell)


def without_days(cell: str) -> str:
    """Return a cell of what was without when: “lumpectomy 2014”."""
    return _DAY.sub(" ", cell)


def without_tnm(cell: str) -> str:
    """Return a cell without size and spread by TNM, beside which it may tell the stage: “IIA (cT2 N0)”."""
    return re.sub(r"\(\s*\)", " ", _TNM.sub(" ", cell)).lstrip(" ,;/-–—:").rstrip(" ,;/:")


def spaced(cell: str) -> str:
    """Return a cell with blanks between results that are written without."""
    return _RUN_TOGETHER.sub(lambda run: re.sub(r"(?<=[+\-−])(?=\w)", " ", run[0]), cell)


def listed(cell: str) -> str:
    """Return the cell with commas for what joins two answers: “letrozole + Ibrance”."""
    return _JOINS.sub(", ", cell)
