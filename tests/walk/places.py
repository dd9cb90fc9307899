"""Where things are on the pages: the one place to change when they move."""

START = "/en/"
WHOLE_FORM = "/en/#all"
BEGIN = ".start .actions a"
SCREEN = ".screen[id^=ask-]:not(#ask-more)"
LAST_TO_PRESS = ".ways-on"
NEXT = ".screen .next"
ANSWER = ".screen[id^=ask-] :is(input + label, label:has(input))"
SHOW = "form [type=submit], form button:not([hidden]):not([name]):not([type=button])"

EARLY = "stage.early"
SPREAD_WORDS = ("spread", "metastatic", "stage 4")

QUESTION = "div.question"
ASKED = "div.question > .ask"
STAR = ".question .star"
TAKE = ".ways .main, .jump, main .main"
MORE = "#add-more"
MORE_FOLD = "details.topic-fold"
PDF = "#get-pdf"
EXTENT = "[name=pack_extent][value={}]"
PRINT = "[name=pack_print][value={}]"
CONTROL = "a[href], button, summary, select, textarea, input:not([type=hidden])"
