"""Draws the editor's pages. They are in English, as the bank's own words are, and need no other file."""

from datetime import date

from prep.bank.bank import Bank
from prep.checklist.page_lines import PAGE_SIZE
from prep.editorial.agenda_counts import count_agendas
from prep.editorial.agenda_sheet import agenda_sheets, fact_sheets
from prep.editorial.audience import kept_from, requirements
from prep.editorial.bank_diff import Difference
from prep.editorial.coverage import cells, situations
from prep.editorial.coverage_table import grid
from prep.editorial.page_one_counts import tally
from prep.i18n import ENGLISH, Translator
from prep.templating import draw


def coverage_page(bank: Bank, today: date) -> str:
    """Return the page that shows who gets how many questions, and how often each question reaches page one."""
    everyone = cells(bank)
    asked = tuple(situations(bank))
    values = {
        "grid": grid(bank, everyone),
        "cells": everyone,
        "tally": tally(bank, everyone),
        "page_size": PAGE_SIZE,
        "agendas": count_agendas(bank, asked),
        "situations": len(asked),
    }
    return draw("editor/coverage.html", Translator(ENGLISH), bank=bank, today=today, **values)


def review_page(bank: Bank, today: date) -> str:
    """Return the page on which a clinician reads every question and signs."""
    shown = (*bank.questions, *bank.urgent, *bank.help_now)
    audiences = {one.id: requirements(bank, one.applies_to) for one in shown}
    raised = {question.id: requirements(bank, question.especially_for) for question in bank.questions}
    hidden = {one.id: kept_from(bank, one.not_for) for one in shown}
    worded = {one.id: [requirements(bank, wording.applies_to) for wording in one.instead] for one in bank.questions}
    values = {
        "audiences": audiences,
        "hidden": hidden,
        "raised": raised,
        "worded": worded,
        "sources": {source.id: source for source in bank.sources},
        "agendas": tuple(agenda_sheets(bank)),
        "facts": tuple(fact_sheets(bank)),
    }
    return draw("editor/review.html", Translator(ENGLISH), bank=bank, today=today, **values)


def diff_page(found: Difference, today: date) -> str:
    """Return what changed between two banks as a page to sign."""
    return draw("editor/diff.html", Translator(ENGLISH), difference=found, today=today)


def diff_text(found: Difference) -> str:
    """Return what changed between two banks as plain text."""
    return draw("editor/diff.txt", Translator(ENGLISH), difference=found).strip() + "\n"
