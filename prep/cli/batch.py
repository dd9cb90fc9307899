"""`prep batch`: prints a list of visits."""

import sys
from pathlib import Path

import click

from prep.batch.cells.columns import columns
from prep.batch.cells.dates import DateOrder
from prep.batch.runner import Batch
from prep.batch.template import blank_list
from prep.checklist.pack import Extent, Paper
from prep.cli.batch_run import ONE_FILE, ZIP, BatchRun, run
from prep.cli.common import languages_of, open_bank, open_clinic, read_settings, start_address
from prep.settings import Settings


@click.command()
@click.argument("visits", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="The folder to write to.")
@click.option("--zip", "form", flag_value=ZIP, help=f"Write all PDFs into one file, {ZIP}.")
@click.option(
    "--one-file",
    "form",
    flag_value=ONE_FILE,
    help=f"Write one PDF to print, {ONE_FILE}, with a cover sheet; everyone starts on a right-hand page. "
    "It is for paper: screen readers and fields to fill in need the single PDFs.",
)
@click.option("--overwrite", is_flag=True, help="Write over files that are there already.")
@click.option("--template", is_flag=True, help="Print an empty list instead, with all that its cells may hold.")
@click.option("--clinic", "slug", help="A clinic of the clinics file: its name, numbers and usual answers are printed.")
@click.option("--lang", help="Language of rows that name none. Default: the clinic's first, or English.")
@click.option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper]),
    help="Size of the paper of rows that name none. Default: the clinic's, or letter.",
)
@click.option(
    "--extent",
    type=click.Choice([extent.value for extent in Extent]),
    default=Extent.PAGE.value,
    show_default=True,
    help="What is printed for each visit: a leaf of two sides, with notes, or everything.",
)
@click.option(
    "--about-me",
    is_flag=True,
    help="Print a line on each person's illness, to be checked with them. Default: as the clinic says.",
)
@click.option(
    "--dates",
    type=click.Choice([order.value for order in DateOrder]),
    help="How days with slashes are meant, such as 03/04/2026. Needed only where nothing in the list shows it.",
)
@click.option("--sheet", help="The sheet of an Excel workbook. Default: the first.")
@click.option("--strict", is_flag=True, help="Leave out rows with a cell that cannot be read, instead of the cell.")
def batch(
    visits: Path | None,
    output: Path | None,
    form: str | None,
    overwrite: bool,
    template: bool,
    slug: str | None,
    lang: str | None,
    paper: str | None,
    extent: str,
    about_me: bool,
    dates: str | None,
    sheet: str | None,
    strict: bool,
) -> None:
    """Print a list of visits (CSV, or Excel's .xlsx): a PDF for each row, named by the number of the row.

    A cell that cannot be read costs nobody the page: the row is printed without it, told of, and named in
    please-check.txt in the same folder. Rows of which nothing can be read are written to errors.csv there: mend them
    and run that file. PDFs that are there already are not made again, so a run that was cut short can be run again.
    """
    chosen = read_settings()
    common = _common(chosen, slug, lang, paper, Extent(extent), about_me)
    known = columns(common.bank, common.languages)
    if template:
        click.echo(("\ufeff" + blank_list(known)).encode(), nl=False)
        return
    if not visits or not output:
        raise click.UsageError("Name the list and a folder, such as: prep batch visits.csv -o out/")
    output.mkdir(parents=True, exist_ok=True)
    order = DateOrder(dates) if dates else None
    counts = run(BatchRun(common, known, visits, output, form, overwrite, chosen.renderers, order, sheet, strict))
    click.echo(counts)
    if counts.left_out:
        sys.exit(1)


def _common(
    chosen: Settings, slug: str | None, lang: str | None, paper: str | None, extent: Extent, about_me: bool
) -> Batch:
    """Return what all visits have in common, or end the command with a sentence."""
    bank = open_bank(chosen.bank)
    clinic = open_clinic(slug, chosen.clinics, bank)
    languages = languages_of(clinic)
    lang = lang or next(iter(languages))
    if lang not in languages:
        raise click.BadParameter(f"{lang!r}: the languages are {', '.join(languages)}", param_hint="--lang")
    return Batch(
        bank,
        languages,
        lang,
        paper=Paper(paper) if paper else clinic.paper,
        extent=extent,
        about_me=about_me or clinic.about_me,
        address=start_address(chosen.base_url, clinic),
        clinic=clinic,
    )
