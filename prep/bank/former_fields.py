"""Builds the fields of earlier banks from `phrases`, so that every way in understands what it understood before."""

from collections.abc import Iterable

from prep.bank.form_models import FormField, Option, Phrase

SETS = "="
"""Stands between field and option, in a phrase and on the command line."""


def former_fields(phrases: Iterable[Phrase]) -> tuple[FormField, ...]:
    """Return a field for each that a phrase names as `field=option`. What else it says are that option's words."""
    options: dict[str, list[Option]] = {}
    for phrase in phrases:
        words = tuple(said for said in phrase.said if SETS not in said)
        for said in phrase.said:
            field, sets, option = said.partition(SETS)
            if sets:
                options.setdefault(field, []).append(Option(id=option, label=option, short=option, words=words))
    return tuple(
        FormField(id=field, kind="one", label=field, hint=field, options=tuple(ones)) for field, ones in options.items()
    )
