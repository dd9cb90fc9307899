"""Writes the thirty lists below `files/`, as programs save them: `python -m tests.batch.make_files`.

LibreOffice stands for Excel where a program's own way to save matters; openpyxl, XlsxWriter and Python's csv module
write the rest. They are kept, so that no test needs these programs; this tells how they came to be.
"""

import csv
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import xlsxwriter
import yaml

from tests.batch.schedules import Visit, expected, visits

FOLDER = Path(__file__).with_name("files")
EXPECTED = FOLDER / "expected.yaml"

Day = Callable[[date], object]
US: Day = lambda day: f"{day.month}/{day.day}/{day:%y}"  # noqa: E731
US_LONG: Day = lambda day: f"{day:%m/%d/%Y}"  # noqa: E731
GERMAN: Day = lambda day: f"{day:%d.%m.%Y}"  # noqa: E731
BRITISH: Day = lambda day: f"{day:%d/%m/%Y}"  # noqa: E731
ISO: Day = lambda day: day.isoformat()  # noqa: E731
TIMED: Day = lambda day: f"{day} 09:30"  # noqa: E731
US_TIMED: Day = lambda day: f"{US(day)} 9:30 AM"  # noqa: E731
NAMED: Day = lambda day: f"{day.day}-{day:%b-%y}"  # noqa: E731
WORDS: Day = lambda day: f"{day:%a, %b} {day.day}, {day:%Y}"  # noqa: E731
SERIAL: Day = lambda day: str((day - date(1899, 12, 30)).days)  # noqa: E731
TYPED: Day = lambda day: datetime.combine(day, time())  # noqa: E731

EPIC = {"MRN": "mrn", "Patient Name": "name", "DOB": "dob", "Appt Date": "day", "Provider": "doctor", "Dx": "dx"}
RESULTS = {"pt name": "name", "date": "day", "stage": "stage", "ER": "er", "PR": "pr", "HER2": "her2", "meds": "meds"}
STATUS = {"Name": "comma name", "Visit date": "day", "Doctor": "doctor", "Diagnosis": "dx", "Treatment": "tx"}
SPLIT = {"Last Name": "last", "First Name": "first", "Date of visit": "day", "Age": "age", "Cancer stage": "stage"}
SPLIT |= {"Current medications": "meds", "Insurance": "insurance"}
WIDE = {"MRN": "mrn", "Patient": "name", "Appointment": "day", "Seen by": "doctor", "Age": "age", "Stg": "stage"}
WIDE |= {"ER status": "er", "PR status": "pr", "HER-2/neu": "her2", "Medications": "meds", "Comments": "comment"}


@dataclass(frozen=True)
class Made:
    """One file: how it is written, its columns, and how its days are."""

    name: str
    write: Callable[[Path, list[list[object]]], None]
    columns: dict[str, str]
    day: Day
    above: int = 0
    """Rows above the first visit, the headings among them, beyond one."""


def as_csv(
    encoding: str = "utf-8",
    delimiter: str = ",",
    newline: str = "\r\n",
    before: Sequence[str] = (),
    quoting: int = csv.QUOTE_MINIMAL,
    empty: int = 0,
) -> Callable[[Path, list[list[object]]], None]:
    def write(path: Path, rows: list[list[object]]) -> None:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=delimiter, lineterminator=newline, quoting=quoting)
        writer.writerows([*row, *[""] * empty] for row in rows)
        text = "".join(line + newline for line in before) + stream.getvalue()
        path.write_bytes(text.encode(encoding))

    return write


def by_openpyxl(sheets: Sequence[str] = ("Schedule",), title: str = "") -> Callable[[Path, list[list[object]]], None]:
    def write(path: Path, rows: list[list[object]]) -> None:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name in sheets:
            book.create_sheet(name)
        for row in [*([[title], []] if title else []), *rows]:
            book[sheets[0]].append(row)
        for name in sheets[1:]:
            book[name].append(["Notes", "of", "the desk"])
        book.save(path)

    return write


def by_xlsxwriter(epoch_1904: bool = False, formulas: bool = False) -> Callable[[Path, list[list[object]]], None]:
    def write(path: Path, rows: list[list[object]]) -> None:
        book = xlsxwriter.Workbook(path, {"date_1904": epoch_1904, "default_date_format": "m/d/yy"})
        sheet = book.add_worksheet("Day")
        day_format = book.add_format({"num_format": "m/d/yy"})
        for line, row in enumerate(rows):
            for place, value in enumerate(row):
                if formulas and isinstance(value, datetime):
                    number = (value - datetime(1899, 12, 30)).days
                    sheet.write_formula(line, place, f"=DATE({value:%Y,%m,%d})", day_format, number)
                elif formulas and isinstance(value, str) and value:
                    text = value.replace('"', '""')
                    sheet.write_formula(line, place, f'="{text}"', None, value)
                else:
                    sheet.write(line, place, value)
        book.close()

    return write


def by_libreoffice(
    first: Callable[[Path, list[list[object]]], None], start: str, target: str, read_as: str = ""
) -> Callable[[Path, list[list[object]]], None]:
    """Write with another library, open that in LibreOffice, and save it from there."""

    def write(path: Path, rows: list[list[object]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"source.{start}"
            first(source, rows)
            command = ["soffice", "--headless", *([f"--infilter={read_as}"] if read_as else [])]
            subprocess.run(
                [*command, "--convert-to", target, "--outdir", f"{folder}/out", source], check=True, capture_output=True
            )
            (made,) = (Path(folder) / "out").iterdir()
            path.write_bytes(made.read_bytes())

    return write


def typed_days(number_format: str) -> Callable[[Path, list[list[object]]], None]:
    """Write a workbook whose days are shown so: a spreadsheet saves them to CSV as they are shown."""

    def write(path: Path, rows: list[list[object]]) -> None:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for cells in book.active.iter_rows():
            for cell in cells:
                if isinstance(cell.value, datetime):
                    cell.number_format = number_format
        book.save(path)

    return write


CSV_FILTER = "csv:Text - txt - csv (StarCalc):{delimiter},34,{letters},1,,0,false,true"
UTF8, WINDOWS = 76, 1
CALC = "xlsx:Calc MS Excel 2007 XML"
US_CSV, GERMAN_CSV = (f"Text - txt - csv (StarCalc):44,34,76,1,,{language}" for language in (1033, 1031))

FILES = (
    Made("01-libreoffice.xlsx", by_libreoffice(as_csv(), "csv", CALC, US_CSV), EPIC, US_LONG),
    Made("02-openpyxl.xlsx", by_openpyxl(), RESULTS, TYPED),
    Made("03-epoch-1904.xlsx", by_xlsxwriter(epoch_1904=True), STATUS, TYPED),
    Made("04-formulas.xlsx", by_xlsxwriter(formulas=True), WIDE, TYPED),
    Made("05-two-sheets.xlsx", by_openpyxl(("Monday", "Notes")), SPLIT, TYPED),
    Made("06-title-above.xlsx", by_openpyxl(title="Breast clinic, week of 11/24/2026"), EPIC, TYPED, above=2),
    Made("07-excel-csv-utf8.csv", as_csv("utf-8-sig"), RESULTS, US),
    Made("08-excel-german.csv", as_csv("cp1252", ";"), STATUS, GERMAN),
    Made("09-unicode-text.txt", as_csv("utf-16", "\t"), WIDE, US_LONG),
    Made("10-sep-line.csv", as_csv(delimiter=";", before=["sep=;"]), SPLIT, ISO),
    Made("11-sep-line-quoted.csv", as_csv(before=['"sep=,"']), EPIC, US_TIMED),
    Made("12-empty-columns.csv", as_csv("utf-8-sig", empty=5), RESULTS, US_LONG),
    Made("13-lines-in-cells.csv", as_csv(), WIDE | {"Comments": "two lines"}, WORDS),
    Made("14-numbers-for-days.csv", as_csv(), STATUS, SERIAL),
    Made(
        "15-libreoffice-german.csv",
        by_libreoffice(typed_days("DD.MM.YYYY"), "xlsx", CSV_FILTER.format(delimiter=59, letters=UTF8)),
        RESULTS,
        TYPED,
    ),
    Made(
        "16-libreoffice-us.csv",
        by_libreoffice(typed_days("MM/DD/YY"), "xlsx", CSV_FILTER.format(delimiter=44, letters=UTF8)),
        EPIC,
        TYPED,
    ),
    Made(
        "17-libreoffice-windows.csv",
        by_libreoffice(typed_days("M/D/YYYY"), "xlsx", CSV_FILTER.format(delimiter=44, letters=WINDOWS)),
        STATUS,
        TYPED,
    ),
    Made(
        "18-libreoffice-from-german-csv.xlsx",
        by_libreoffice(as_csv(), "csv", CALC, GERMAN_CSV),
        RESULTS,
        GERMAN,
    ),
    Made("19-tabs.txt", as_csv(delimiter="\t"), STATUS, NAMED),
    Made("20-all-quoted.csv", as_csv(newline="\n", quoting=csv.QUOTE_ALL), WIDE, ISO),
    Made("21-old-mac.csv", as_csv(newline="\r"), SPLIT, US_LONG),
    Made("22-title-lines.csv", as_csv(before=["Breast clinic", "Printed 11/20/2026 by desk 2", ""]), EPIC, US, above=3),
    Made("23-empty-rows.xlsx", by_openpyxl(), SPLIT, TYPED),
    Made("24-guarded.csv", as_csv("utf-8-sig"), RESULTS, ISO),
    Made("25-day-first.csv", as_csv(), STATUS, BRITISH),
    Made("26-twelve-hours.csv", as_csv(), WIDE, TIMED),
    Made("27-libreoffice-wide.xlsx", by_libreoffice(as_csv(), "csv", CALC, US_CSV), WIDE, US_LONG),
    Made("28-semicolons.csv", as_csv("utf-8-sig", ";"), EPIC, NAMED),
    Made("29-dates-in-words.csv", as_csv(), SPLIT, WORDS),
    Made("30-libreoffice-resaved.xlsx", by_libreoffice(by_xlsxwriter(), "xlsx", CALC), RESULTS, TYPED),
)


def cell(visit: Visit, told: str, day: Day) -> object:
    cells = visit.cells
    name = f"{cells['first']} {cells['last']}"
    own = {"day": day(visit.day), "name": name, "comma name": f"{cells['last']}, {cells['first']}", "dob": "1/2/1970"}
    own |= {"insurance": "Blue Plan 4711", "comment": "wheelchair", "two lines": "needs parking\ncall before"}
    return own.get(told, cells.get(told, ""))


def guarded(rows: list[list[object]]) -> list[list[object]]:
    return [[f"'{one}" if str(one).startswith(("+", "-")) else one for one in row] for row in rows]


def with_empty_rows(rows: list[list[object]]) -> list[list[object]]:
    return [row for one in rows for row in (one, [])]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    people = visits()
    sizes = [7 if place < 20 else 6 for place in range(len(FILES))]
    table: dict[str, dict[int, dict[str, object]]] = {}
    for made, size in zip(FILES, sizes, strict=True):
        chosen, people = people[:size], people[size:]
        rows = [list(made.columns), *([cell(one, told, made.day) for told in made.columns.values()] for one in chosen)]
        shape = {"24-guarded.csv": guarded, "23-empty-rows.xlsx": with_empty_rows}.get(made.name, list)
        made.write(FOLDER / made.name, shape(rows))
        step = 2 if made.name == "23-empty-rows.xlsx" else 1
        told = {"receptors" if one == "er" else one for one in made.columns.values()}
        table[made.name] = {
            1 + made.above + step * place: {
                "name": cell(one, "comma name" if "comma name" in told else "name", made.day),
                "day": one.day,
                **{field: sorted(options) for field, options in expected(one, told).items()},
            }
            for place, one in enumerate(chosen, 1)
        }
        sys.stdout.write(f"{made.name}: {(FOLDER / made.name).stat().st_size} bytes\n")
    EXPECTED.write_text(yaml.safe_dump(table, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120))


if __name__ == "__main__":
    main()
