"""Where the files that are not Python lie, in a checkout and in an installed wheel."""

from pathlib import Path

import fontpkg_atkinson_hyperlegible

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE if (_PACKAGE / "templates").is_dir() else _PACKAGE.parent

TEMPLATES = _ROOT / "templates"
STATIC = _ROOT / "static"
QUESTIONS = _ROOT / "questions.yaml"
TRANSLATIONS = _PACKAGE / "translations"
FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).resolve().parent / "files"
