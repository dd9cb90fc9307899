"""What the sheet that is handed over is drawn from, on paper and where a browser prints it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prep.checklist.about_me import AboutMe
from prep.checklist.checklist import Checklist
from prep.checklist.pack import AboutMeLine, Pack
from prep.checklist.presenter import ExplainedTerm, told_by
from prep.clinics.models import Clinic
from prep.export.side_fit import publishers_that_fit, room_lines, room_lines_behind, terms_that_fit
from prep.i18n import Translator
from prep.i18n import noop as _

ON_MY_MIND = _("on my mind: %(topics)s")


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the sheet needs besides the list and the clinic."""

    about: tuple[str, ...]
    """What it tells of the person, in short texts; nothing where that is not wanted."""

    room: int
    """Ruled lines below each of the first questions."""

    room_behind: int
    """Ruled lines below each of the others, on a further page."""

    terms: tuple[ExplainedTerm, ...]
    """The words explained on its back."""

    publishers: tuple[str, ...]
    """Those of the sources that are named."""

    urgent_from: str
    """Who says what to call about at once."""

    help_from: str
    whose: str | None = None
    """Whose list it is, in a list of visits."""

    beneath: Mapping[str, str] = field(default_factory=dict)
    """The questions in a second language, by id."""

    beneath_lang: str = ""


def sheet_of(
    checklist: Checklist, pack: Pack, clinic: Clinic, translator: Translator, whose: str | None = None
) -> Sheet:
    """Return what the sheet of this list is drawn from."""
    about = tuple(_about(checklist.about_me, pack.about_me, translator))
    return Sheet(
        about=about,
        room=room_lines(checklist, pack, clinic, len(" · ".join(about))),
        room_behind=room_lines_behind(checklist, pack),
        terms=terms_that_fit(checklist, pack, clinic),
        publishers=publishers_that_fit(checklist, pack, clinic),
        urgent_from=told_by(checklist.urgent),
        help_from=told_by(checklist.help_now),
        whose=whose,
    )


def _about(me: AboutMe, wanted: AboutMeLine, translator: Translator) -> Iterator[str]:
    if wanted is not AboutMeLine.OFF:
        yield from me.illness
    if wanted is AboutMeLine.WORRIES and me.on_my_mind:
        yield translator.gettext(ON_MY_MIND) % {"topics": ", ".join(me.on_my_mind)}
