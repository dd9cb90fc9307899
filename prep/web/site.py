"""The application's state: a bank, in languages, for everyone and for clinics. It is replaced whole, never changed."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import cast

from flask import Flask, current_app

from prep.bank.bank import Bank
from prep.checklist.answers import Answers, Visit
from prep.checklist.checklist import Checklist
from prep.checklist.pipeline import prepare
from prep.clinics.models import Clinic
from prep.i18n import Translator
from prep.pdf.maker import PdfMaker, Place
from prep.settings import Settings
from prep.web.client_address import Network, client_address
from prep.web.forms.patient_form import PatientForm, form_class
from prep.web.offer_rules import StyleSheet, offer_rules
from prep.web.question_cache import Backgrounds
from prep.web.search_cache import SearchCache
from prep.web.sheet_cache import SheetCache

EXTENSION = "prep"
"""The key of the state in Flask's `app.extensions`."""


@dataclass(frozen=True, slots=True)
class Site:
    """What this application serves."""

    bank: Bank
    languages: Mapping[str, Translator]
    form: type[PatientForm]
    clinics: Mapping[str, Clinic]
    base_url: str | None
    """The public address where a proxy stands in front; without one it is the address asked for."""

    security_contact: str | None
    """Where to report a hole."""

    pdf: PdfMaker
    proxies: Sequence[Network]
    """Whose word counts on where a request comes from."""

    backgrounds: Backgrounds
    sheets: SheetCache
    searches: SearchCache
    offer_rules: StyleSheet
    """Hides what does not fit the answers given so far."""

    _samples: dict[str, Checklist] = field(default_factory=dict)

    def sample(self, translator: Translator) -> Checklist:
        """Return the list of someone who has told nothing: the start page shows a picture of it."""
        if translator.lang not in self._samples:
            self._samples[translator.lang] = prepare(self.bank, Answers.of({}), Visit(), translator)
        return self._samples[translator.lang]

    @property
    def editor(self) -> str | None:
        """Return the address to write to about an error, or for a clinic to be added."""
        return self.backgrounds.editor


def init_site(
    app: Flask,
    bank: Bank,
    languages: Mapping[str, Translator],
    settings: Settings,
    clinics: Mapping[str, Clinic],
    pdf: PdfMaker,
) -> None:
    """Let `app` serve `bank` in `languages`, as the settings and clinics say, with PDFs from `pdf`."""
    app.extensions[EXTENSION] = Site(
        bank,
        languages,
        form_class(bank),
        clinics,
        settings.base_url,
        settings.security_contact,
        pdf,
        settings.proxies,
        Backgrounds(bank.version, settings.editor),
        SheetCache(),
        SearchCache(bank),
        offer_rules(bank),
    )


def renew(app: Flask, bank: Bank, clinics: Mapping[str, Clinic]) -> None:
    """Let `app` serve this bank and these clinics from now on."""
    before = cast("Site", app.extensions[EXTENSION])
    app.extensions[EXTENSION] = replace(
        before,
        bank=bank,
        form=form_class(bank),
        clinics=clinics,
        backgrounds=Backgrounds(bank.version, before.backgrounds.editor),
        sheets=SheetCache(),
        searches=SearchCache(bank),
        offer_rules=offer_rules(bank),
        _samples={},
    )


def current_site() -> Site:
    """Return what the current application serves."""
    return cast("Site", current_app.extensions[EXTENSION])


def pdf_place() -> AbstractContextManager[Place]:
    """Hold a place among those whose PDF is made or read, for the client of the current request.

    Raises:
        NoPdfError: there is none.
    """
    site = current_site()
    return site.pdf.place(client_address(site.proxies))


def languages_of(clinic: Clinic) -> Sequence[str]:
    """Return the languages that a clinic's pages come in, or all that we have."""
    return clinic.languages or tuple(current_site().languages)


def embed_origins() -> frozenset[str]:
    """Return the sites of all clinics: their pages may call the API from a browser."""
    return frozenset(origin for clinic in current_site().clinics.values() for origin in clinic.embed_origins)
