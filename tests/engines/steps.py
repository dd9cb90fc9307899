"""The steps that several stories take, as a person takes them."""

from tests.engines import words
from tests.engines.window import Window


def fills_in(window: Window, path: str = words.FORM) -> None:
    """Open the form with all questions shown, and answer some."""
    window.opens(path)
    window.ticks(*words.ANSWERS)
    window.clicks(words.FOLD_OF_NAME)
    window.fills(words.NAME_FIELD, words.NAME)


def gets_the_list(window: Window, path: str = words.FORM) -> list[str]:
    """Answer the form and ask for the list; return its questions."""
    fills_in(window, path)
    window.clicks(words.SHOW)
    window.waits_for_heading(words.LIST_HEADING)
    return window.texts(words.QUESTIONS)


def presses_a_star(window: Window) -> None:
    """Change the list: press the star of its first question, and wait until the list says so."""
    before = window.evaluate(STAR)
    window.clicks_on(words.STARS)
    window.until(lambda: window.evaluate(STAR) not in (before, None), "the star is another")


def writes_a_question(window: Window) -> None:
    """Change the list: add a question of one's own."""
    window.clicks(words.FOLD_OF_OWN)
    window.fills(words.OWN_FIELD, words.OWN_QUESTION)
    window.clicks(words.ADD_OWN)
    window.until(lambda: words.OWN_QUESTION in window.texts(words.QUESTIONS), "the question is on the list")


def has_all_answers(window: Window) -> bool:
    """Return whether the form is shown, with each answer in it, and the name, where the engine can do that."""
    may_lack_name = not (window.has_scripts or window.keeps_typed)
    has_name = may_lack_name or window.value(words.NAME_FIELD) == words.NAME
    return has_name and all(window.is_ticked(answer) for answer in words.ANSWERS)


def is_empty(window: Window) -> bool:
    """Return whether the form is shown as it first was, and nothing is in it."""
    return window.heading() == words.START_HEADING and not any(window.is_ticked(answer) for answer in words.ANSWERS)


def left_of_the_person(window: Window) -> list[str]:
    """Return each answer, name or question of the person that is on the page, shown or hidden."""
    page = window.html()
    typed = [private for private in (words.NAME, words.OWN_QUESTION) if private in page]
    return (
        typed
        + list(window.evaluate(GIVEN))
        + [heading for heading in [window.heading()] if heading == words.LIST_HEADING]
    )


STAR = f"""
const stars = document.querySelectorAll({words.STARS!r});
return [...stars].map((star) => star.closest(".question").id + star.getAttribute("aria-pressed")).join(" ");
"""
GIVEN = """
const given = 'input:checked:not([name^="list_"]):not([name^="pack_"]), input[type=hidden][name=stage]';
const typed = [...document.querySelectorAll("textarea, input[type=text]")].filter((field) => field.value);
return [...document.querySelectorAll(given), ...typed].map((field) => field.name + "=" + field.value);
"""
