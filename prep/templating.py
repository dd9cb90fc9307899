"""Renders Jinja templates, with an environment for each language. All pages, packs and texts come through here."""

from functools import cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from prep.i18n import Translator
from prep.paths import TEMPLATES
from prep.review_status import standing


def draw(template: str, translator: Translator, /, **values: object) -> str:
    """Return the template drawn with `values`; text is escaped in HTML templates."""
    return _environment(translator).get_template(template).render(values)


@cache
def _environment(translator: Translator) -> Environment:
    """One environment a language: a macro then needs no context to know its words."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html"]),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the i18n extension
        translator.gettext, translator.ngettext, newstyle=True
    )
    environment.filters["runnable"] = _runnable
    environment.globals["translator"] = translator
    environment.globals["text"] = translator.text
    environment.globals["standing"] = partial(standing, translator)
    return environment


def _runnable(markup: Markup, nonce: str) -> Markup:
    """Return `markup` with each script carrying the number that lets it run."""
    return Markup('<script nonce="{}" ').format(nonce).join(markup.split("<script "))
