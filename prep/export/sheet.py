"""What the sheet that is handed over is drawn from, on paper and where a browser prints it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prep.checklist.answers import Speaker
from prep.checklist.checklist import Checklist
from prep.checklist.pack import AboutMeLine, Pack
from prep.checklist.view_models import ExplainedTerm, told_by
from prep.clinics.models import Clinic
from prep.export.side_fit import (
    LEAST_ROOM,
    has_room_for_a_list_of,
    has_room_for_one_more,
    publishers_that_fit,
    room_lines,
    room_lines_behind,
    terms_that_fit,
)
from prep.i18n import Translator
from prep.i18n import noop as _

ON_MY_MIND = {Speaker.PATIENT: _("on my mind: %(topics)s"), Speaker.HELPER: _("on the patient’s mind: %(topics)s")}


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the sheet needs besides the list and the clinic."""

    about: tuple[str, ...]
    """What it tells of the person, in short texts; nothing where that is not wanted."""

    room: int
    """Ruled lines below each of the first questions."""

    has_room_for_one_more: bool
    """Whether a line for another question stands below the last."""

    room_behind: int
    """Ruled lines below each of the others, on a further page."""

    terms: tuple[ExplainedTerm, ...]
    """The words explained on its back."""

    lists_terms: bool
    """Whether they stand one below the other."""

    publishers: tuple[str, ...]
    """Those of the sources that are named."""

    urgent_from: str
    """Who says what to call about at once."""

    help_from: str
    whose: str | None = None
    """Whose list it is, in a list of visits."""

    beneath: Mapping[str, str] = field(default_factory=dict)
    """The questions in a second language, by id, below the first."""

    beneath_lang: str = ""


@dataclass(frozen=True, slots=True)
class SecondLanguage:
    """The same list in the language of the care team, for a page in two languages."""

    checklist: Checklist
    lang: str

    @property
    def texts(self) -> Mapping[str, str]:
        """The questions of the bank by id; what the person typed stands on the page as it is."""
        return {line.id: line.text for line in self.checklist.page_one if not line.is_typed}


def sheet_of(
    checklist: Checklist,
    pack: Pack,
    clinic: Clinic,
    translator: Translator,
    whose: str | None = None,
    second: SecondLanguage | None = None,
) -> Sheet:
    """Return what the sheet of this list is drawn from."""
    about = tuple(_about(checklist, pack.about_me, translator))
    letters = len(" · ".join(about))
    terms = terms_that_fit(checklist, pack, clinic)
    return Sheet(
        about=about,
        room=LEAST_ROOM if second else room_lines(checklist, pack, clinic, letters),
        has_room_for_one_more=not second and has_room_for_one_more(checklist, pack, clinic, letters),
        room_behind=room_lines_behind(checklist, pack),
        terms=terms,
        lists_terms=has_room_for_a_list_of(terms, checklist, pack, clinic),
        publishers=publishers_that_fit(checklist, pack, clinic),
        urgent_from=told_by(checklist.urgent),
        help_from=told_by(checklist.help_now),
        whose=whose,
        beneath=second.texts if second else {},
        beneath_lang=second.lang if second else "",
    )


def _about(checklist: Checklist, wanted: AboutMeLine, translator: Translator) -> Iterator[str]:
    me, speaker = checklist.about_me, checklist.visit.speaker
    if wanted is not AboutMeLine.OFF:
        yield from me.illness
    if wanted is AboutMeLine.WORRIES and me.on_my_mind:
        yield translator.gettext(ON_MY_MIND[speaker]) % {"topics": "; ".join(me.on_my_mind)}
