"""Languages; and with a pseudo-language, that no text escapes translation."""

import re
from datetime import date
from io import BytesIO

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from prep.app import create_app
from prep.checklist.answers import Answers, Speaker, Visit
from prep.checklist.changes import Changes, OwnQuestion
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare
from prep.clinics.models import Clinic
from prep.export.formats import PrintJob, to_html, to_text
from prep.i18n import Translator, translators
from prep.settings import Settings
from tests.conftest import CheckedClient
from tests.page import words
from tests.web.views.test_earlier import comes_back

GERMAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Your questions"
msgstr "Ihre Fragen"

msgctxt "walk"
msgid "How far may I walk?"
msgstr "Wie weit darf ich gehen?"

#, fuzzy
msgctxt "dance"
msgid "When can I dance again?"
msgstr "Eine alte Fassung?"
"""


class Pseudo(Translator):
    """Marks whatever went through translation, so that the rest shows."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, singular, plural, count):
        return f"⟦{singular if count == 1 else plural}⟧"

    def text(self, english, context):
        assert context, english
        return f"⟦{english}⟧"

    def date(self, day):
        return f"⟦{day}⟧"

    def list(self, parts):
        return f"⟦{'; '.join(parts)}⟧"


OUR_NAME = "Visit Prep"
CLINIC = Clinic.model_validate(
    {
        "slug": "1",
        "name": "1",
        "numbers": {"day": "111", "after_hours": "112", "emergency": "113"},
        "portal": "https://1.1",
        "answers": {"stage": "early"},
        "embed_origins": ["https://1.1"],
        "support": [{"name": "1", "number": "114", "when": "1"}],
    }
)
"""A clinic of figures, which need no translation."""


def untranslated(texts) -> list[str]:
    """Return the texts with letters outside of the marks."""
    bare = []
    for text in texts:
        while re.search(r"⟦[^⟦⟧]*⟧", text):
            text = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
        text = text.replace(OUR_NAME, "")
        if re.search(r"[^\W\d_]", text):
            bare.append(text.strip())
    return bare


@pytest.fixture(scope="module")
def pseudo(bank):
    client = CheckedClient(create_app(Settings(), bank, {"en": Pseudo("en")}, {"1": CLINIC}))
    client.names = {source.publisher for source in bank.sources} | {source.title for source in bank.sources}
    client.names |= {citation.at for question in bank.questions for citation in question.sources}
    return client


def shown(page) -> list[str]:
    """Return every text and every spoken attribute of a page, apart from names of sources."""
    texts = []
    for element in page.tree.iter():
        if element.tag in {"style", "cite", "code", "textarea"} or element.get("class") == "url":
            continue
        texts += [element.text or "", *(child.tail or "" for child in element)]
        texts += [element.get(name, "") for name in ("aria-label", "alt", "title", "placeholder")]
        if element.get("name") == "description":
            texts.append(element.get("content"))
    return texts


FULL = {"stage": "metastatic", "er-pr": "positive", "her2": "positive", "concerns": "outlook", "menopause": "unsure"}


EARLIER = b"""{"bank": "1", "answers": {"stage": ["early", "11"], "1": ["1"]}, "visit": {"day": "2026-11-24"},
"page": [{"id": "1", "text": "1?"}, {"id": "cost", "text": "1?"}]}"""
"""A list of figures, of which not all is known any more."""


def pages(client):
    yield client.get("/en/")
    yield client.list_for(**FULL)
    yield client.list_for(stage="early", treatment="metastatic-later")
    yield client.list_for(stage="nonsense", printed_name="a" * 100, printed_date="never")
    yield client.list_for(format="docx")
    yield from (
        client.get(f"/en/{path}")
        for path in (
            "privacy",
            "sources",
            "accessibility",
            "nowhere",
            "checklist",
            "next",
            "batch",
            "earlier",
            "clinics",
            "clinics/statement",
        )
    )
    yield client.post("/en/clinics", {"clinic_slug": "2"})
    yield from (client.post("/en/sources", {"source_find": "1"}), client.post("/en/sources", {"source_find": "~"}))
    yield client.open("/en/batch", method="POST", data="⟦stage⟧\n11", content_type="text/csv")
    schedule = "11,⟦date⟧,⟦age⟧,⟦stage⟧\n11,03/04/2026,44,11\n11,,44,4\n11,,,11\n"
    looked_at = {"visits_file": (BytesIO(schedule.encode()), "11.csv")}
    yield client.open("/en/batch", method="POST", data=looked_at, content_type="multipart/form-data")
    yield from (comes_back(client, content) for content in (EARLIER, b"", b"11", b"%PDF-", b'{"format": 2}'))
    yield from (client.get(f"/c/1/en/{path}") for path in ("", "clinics"))
    yield client.post("/c/1/en/checklist", FULL)
    yield client.post("/c/1/en/checklist", FULL, headers={"Origin": "null"})


def test_every_text_on_every_page_can_be_translated(pseudo):
    names = re.compile("|".join(map(re.escape, sorted(pseudo.names, key=len, reverse=True))))
    for page in pages(pseudo):
        left = [text for text in untranslated(set(shown(page))) if not text.startswith("http")]
        assert untranslated(names.sub("", text) for text in left) == [], page.heading


WRITERS = {
    "pack": lambda made, translator: to_html(PrintJob(made, translator, Pack(), "https://1.2.3.4/")),
    "text": to_text,
}
PRINTED = FULL | {"treatments-now": "chemotherapy", "concerns": "trials"}


@pytest.mark.parametrize("speaker", list(Speaker))
@pytest.mark.parametrize("writer", WRITERS)
def test_every_text_on_paper_can_be_translated(bank, writer, speaker):
    translator = Pseudo("en")
    answers = Answers.of({field: [option] for field, option in PRINTED.items()})
    visit = Visit("", date(2026, 11, 24), speaker=speaker)
    changes = Changes(own=(OwnQuestion("own_1", "1?"),))
    written = WRITERS[writer](prepare(bank, answers, visit, translator, changes), translator)
    written = re.sub('<span class="pages?"></span>', "", written)
    spoken = re.findall(r' (?:title|aria-label|alt)="([^"]*)"', written)
    names = r'<style>.*?</style>|<cite>.*?</cite>|<bdi class="url">.*?</bdi>|<li lang="en">.*?</li>'
    text = re.sub(rf"{names}|<[^>]+>", "\n", written, flags=re.DOTALL)
    for source in sorted(bank.sources, key=lambda source: len(source.publisher), reverse=True):
        text = text.replace(source.publisher.replace("&", "&amp;"), "")
    assert untranslated([*text.replace("https://", "").lower().splitlines(), *spoken]) == []


@pytest.fixture
def catalogs(tmp_path):
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as compiled:
        write_mo(compiled, read_po(GERMAN.splitlines(keepends=True), locale="de"))
    return tmp_path


def test_a_catalog_is_a_language(catalogs):
    languages = translators(catalogs)
    assert list(languages) == ["en", "de"]
    assert languages["de"].gettext("Your questions") == "Ihre Fragen"
    assert languages["de"].name == "Deutsch"


def test_an_outdated_translation_is_not_shown(catalogs, small):
    german = translators(catalogs)["de"]
    checklist = prepare(small, Answers.of({}), Visit(), german)
    said = {line.id: line.text for line in checklist.page_one}
    assert said["walk"] == "Wie weit darf ich gehen?"
    assert said["dance"] == "When can I dance again?"


def test_the_language_is_in_the_path(catalogs, small):
    client = CheckedClient(create_app(Settings(), small, translators(catalogs)))
    assert client.get("/", headers={"Accept-Language": "de-AT, en;q=0.5"}).response.headers["Location"] == "/de/"
    page = client.post("/de/checklist")
    assert (page.tree.get("lang"), page.heading) == ("de", "Ihre Fragen")
    assert "Wie weit darf ich gehen?" in [words(text) for text in page.all("p[@class='ask']")]


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_a_language_knows_its_direction(lang, direction):
    assert Translator(lang).direction == direction


def test_dates_and_lists_are_written_as_the_language_does():
    assert Translator("en").date(date(2026, 11, 24)) == "November 24, 2026"
    assert Translator("de").date(date(2026, 11, 24)) == "24. November 2026"
    assert Translator("en").list(["one", "two", "three"]) == "one, two, three"
