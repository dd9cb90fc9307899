"""What the pages say, and where things are on them: the one place to change when they do."""

FORM = "/en/#all"
SHARED_FORM = "/en/shared#all"
STEP = "main#main"

START_HEADING = "Get ready for your visit"
LIST_HEADING = "Your questions"
TAKE_HEADING = "Take it with you"
PRIVACY_HEADING = "Privacy"
CLEARED_HEADING = "Everything is cleared"

SHOW = "Show my questions"
TAKE = "Get my page"
CHANGE = "Change answers"
PRIVACY = "Privacy"
SOURCES = "Sources"
CLEAR = "Clear everything"
NEW_LIST = "Start a new list"
STILL_HERE = "I am still here"
ADD_OWN = "Add my question"
OWN_FIELD = "Your question"
FOLD_OF_NAME = "Add your name and the day of the visit"
NAME_FIELD = "Your name"
ALL_SIDES = "Everything"

RELOADED = "We keep nothing you enter."
NOT_BY_BACK = "Your browser’s own Back button can lose your list."
CLOSE_THE_WINDOW = "Scripts are off here. So close this window"
NOT_REACHED = "We cannot reach the site right now."

ANSWERS = ("Stage 4 (IV): metastatic", "Side effects")
NAME = "Quinn Zebra"
OWN_QUESTION = "May I see the zebras?"

QUESTIONS = "div.question > .ask"
PICTURE = ".picture"
STARS = ".question .star"
PRESSED_STAR = ".star[aria-pressed=true]"
