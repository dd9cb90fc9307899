"""Lists of visits as navigators send them: right rows of many people, and rows broken in all ways we could think of."""

import csv
import io
from dataclasses import dataclass

HEADINGS = ["row", "name", "date", "with", "for", "size of print", "paper", "language", "stage"]
HEADINGS += ["receptors", "treatment", "concerns"]
STAGES = ["dcis", "Stage I or II (early)", "METASTATIC", "I'm not sure", ""]
TYPES = ["triple-negative", "HR-positive, HER2-negative", "hr positive her2 negative", "unsure", ""]
CONCERNS = ["side-effects", "side-effects|money", "Side effects; Cost and paperwork", "Work, energy and daily life", ""]
DAYS = ["2026-11-24", "24.11.2026", "11/24/2026", "24/11/2026", ""]
COLUMNS = len(HEADINGS)


@dataclass(frozen=True)
class Broken:
    """A row with a cell, or a line, that cannot be read, and the start of what must be said about it."""

    row: bytes
    said: str
    is_printed: bool = False
    """It is, without that cell: something else in it can be read, or nothing was to be answered."""


def line(**cells) -> bytes:
    """Return a row as a spreadsheet writes it."""
    named = dict.fromkeys(HEADINGS, "") | {name.replace("_", " "): value for name, value in cells.items()}
    stream = io.StringIO()
    csv.writer(stream, lineterminator="").writerow(named.values())
    return stream.getvalue().encode()


def right(number: int) -> bytes:
    """Return the row of someone whose name tells their number."""
    return line(
        name=f"Person {number}",
        date=DAYS[number % 5],
        size_of_print=("", "standard", "Large")[number % 3 if number % 7 == 0 else 0],
        paper=("", "A4", "letter")[number % 3],
        stage=STAGES[number % 5],
        receptors=TYPES[number % 4],
        concerns=CONCERNS[number % 5],
    )


BROKEN = (
    Broken(
        line(stage="metastatik"),
        "stage is “metastatik”. Did you mean “Stage 4 (IV): metastatic”? Write one of: “No diagnosis yet",
    ),
    Broken(line(stage="=1+1"), "stage is “=1+1”."),
    Broken(line(stage="<script>"), "stage is “<script>”."),
    Broken(line(stage="🎗"), "stage is “🎗”."),
    Broken(line(stage="early|dcis"), "stage is “early|dcis”. Write only one answer here."),
    Broken(line(stage="early; dcis"), "stage is “early; dcis”. Write only one answer here."),
    Broken(line(stage="triple-negative"), "stage is “triple-negative”."),
    Broken(line(stage="s\0t\0a\0g\0e\0"), "stage is “s t a g e”."),
    Broken(line(receptors="her2"), "receptors is “her2”. Write one of"),
    Broken(line(treatment="Person 7"), "treatment is “Person 7”. Write one of"),
    Broken(
        line(concerns="money|love"), "concerns is “money|love”. Write one or more of these, with | between them: “Side"
    ),
    Broken(line(date="tomorrow"), "date is “tomorrow”. Write year, month and day, such as 2026", is_printed=True),
    Broken(line(date="2026-02-30"), "date is “2026-02-30”. Write year", is_printed=True),
    Broken(line(date="03/04/2026"), "date is “03/04/2026”. This could be two days", is_printed=True),
    Broken(line(date="12345"), "date is “12345”. Write year", is_printed=True),
    Broken(line(stage="r/o IV", concerns="money"), "stage is “r/o IV”. “r/o” is no answer.", is_printed=True),
    Broken(line(date="13/13/2026"), "date is “13/13/2026”. Write year", is_printed=True),
    Broken(line(name="n" * 81), "name is “nnn", is_printed=True),
    Broken(line(**{"with": "w" * 81}), "with is “www", is_printed=True),
    Broken(line(paper="A3"), "paper is “A3”. Write one of: “Letter”, “A4”.", is_printed=True),
    Broken(line(size_of_print="huge"), "size of print is “huge”. Write one of: “Standard”, “Large”.", is_printed=True),
    Broken(
        line(**{"for": "doctor"}), "for is “doctor”. Write one of: “For me”, “For someone I help”.", is_printed=True
    ),
    Broken(line(language="Klingon"), "language is “Klingon”. Write one of: “English", is_printed=True),
    Broken(line(row="two"), "row is “two”. Write the number of the row", is_printed=True),
    Broken(line(row="0"), "row is “0”. Write the number of the row", is_printed=True),
    Broken(b"2026,Zo\x81", "Some letters of this line cannot be read. Save the file again as “CSV UTF-8”."),
    Broken(b',"Ann' + b"," * (COLUMNS - 2), "The quotation marks in this line do not match."),
    Broken(b',"Ann" Lee' + b"," * (COLUMNS - 2), "The quotation marks in this line do not match."),
    Broken(b",Ann" + b"," * COLUMNS + b"early", "There are more cells than headings."),
    Broken(b";Ann;2026-11-24;;;;;;early", "The cells of this line are not divided as the headings are."),
)
"""One of each kind."""

LEFT_OUT = sum(not broken.is_printed for broken in BROKEN)


def list_of(rows: int, broken: int = len(BROKEN)) -> bytes:
    """Return a list of so many rows. The broken ones stand at even distances; the first row is right."""
    every = rows // broken if broken else rows + 1
    lines = [
        BROKEN[number // every - 1].row if is_broken(number, every, broken) else right(number + 1)
        for number in range(1, rows + 1)
    ]
    return b"\r\n".join([",".join(HEADINGS).encode(), *lines, b""])


def is_broken(number: int, every: int, broken: int) -> bool:
    return number % every == 0 and number // every <= broken
