"""Finds phrases that a good question avoids: that lead, ask twice, promise, advise from nowhere or assume a country."""

import re
from collections.abc import Iterator

_PRONOUN = r"(?:I|we|you|he|she|it|they|there|this|that|these|those|my|our|your|the)"
_AUXILIARY = r"(?:am|is|are|was|were|do|does|did|can|could|will|would|shall|should|may|might|must|have|has|had)"
_ASKING = r"(?:what|which|whose|whom|who|when|where|how|why)"
_CLAUSE = r"(?:^|[.?!,;:–—]\s*|\b(?:and|or|but|so)\s+)"
_PARTICIPLE = r"(?:\w+ed|taken|given|done|kept|made|seen|told|sent|held|put|stopped|begun|chosen|left|drunk|eaten|worn)"

_LEADING = re.compile(
    r"(?:^|[.?!] +)(?P<negative>\w+n[’']t \w+)"  # “Shouldn’t I …”, “Isn’t surgery …”
    rf"|{_CLAUSE}(?P<negative_later>\w+n[’']t {_PRONOUN}\b)"
    rf"|{_CLAUSE}(?P<apart>{_AUXILIARY} {_PRONOUN} not)\b"  # “Should I not …”
    rf"|(?P<tag>,\s*(?:\w+n[’']t {_PRONOUN}|right|correct|agreed|yes|no|don[’']t you think)\s*\?)"
    r"|\b(?P<pressing>surely|obviously|of course|do you agree|would it not|why not(?= \w)"
    r"|why don[’']t (?:I|we|you) just)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(
    rf"(?<=[\w,;] )(?P<asks>(?:and|but|or)(?:,? if so,?)? (?:(?:in|on|at|for|over|with|to|from|by) )?{_ASKING}\b"
    rf"(?! {_PRONOUN}\b)(?!\s*\?))"
    rf"|(?<=[\w,;] )(?P<also>and(?:,? if so,?| also)? {_AUXILIARY} (?:any|some|\w+s|{_PRONOUN})\b)"
    rf"|(?P<then>, and {_AUXILIARY}\b)"
    r"|(?<=[\w,;] )(?P<if_so>and,? if so\b)",
    re.IGNORECASE,
)
_REASON = re.compile(r"and why(?: (?:not|now|that|this|those|these)(?: one)?)?\s*\?", re.IGNORECASE)
_JOINED = re.compile(rf"\b{_ASKING} and {_ASKING}\b", re.IGNORECASE)
"""“When and how will …” asks once; so does “how and where”."""

_ADVICE = re.compile(
    r"\b(?:is|are|was|were|been|being|be) (?:\w+ly |often |also |not |best )?"
    r"(?:recommended|advised|advisable|encouraged|discouraged|urged|indicated|suggested|preferred)\b"
    rf"|\b(?:should|must|ought to) (?:\w+ly |often |also |not |best )?be (?:\w+ly )?{_PARTICIPLE}\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:(?<!not )(?<!n’t )(?<!n't )always|(?<!or )never|best|worst"
    r"|perfect(?:ly)?|ideal(?:ly)?|guarantee[ds]?"
    r"|definitely|certainly|for certain(?=[.,;?!]|$)|for sure|completely|totally|entirely|undoubtedly|miracles?|proven"
    r"|(?:no|without|zero) (?:risk|danger|side effects)|risk-free|harmless|100 ?(?:%|percent)"
    r"|(?:will|can|does|would) (?:be )?cured?|cures|(?:is|are|was) cured|no cure|incurable|hopeless)(?!\w)",
    re.IGNORECASE,
)
_OF_ONE_COUNTRY = re.compile(
    r"\b(?:Medicare|Medicaid|FMLA|HIPAA|COBRA|Social Security|Affordable Care Act|Obamacare|Medigap|VA benefits"
    r"|NHS|Centrelink|Medibank|Universal Credit|(?<![\d.,])(?:911|999|112|000)(?![\d.,]*\d)"
    r"|United States|USA?|U\.S\.|Canad(?:a|ian)|Australian?|Britain|British|United Kingdom|UK)(?!\w)"
)


def leading(text: str) -> str:
    """Return the words that hint at the answer, or nothing."""
    found = _LEADING.search(text)
    return next(part for part in found.groups() if part).strip(" ,") if found else ""


def second_question(text: str) -> str:
    """Return the words with which a second question begins, or nothing. “… and why?” asks for one thing's reason."""
    inner = text.rstrip("?! ").find("?")
    if inner >= 0:
        return text[inner + 1 :].strip()
    plain = _JOINED.sub("how", _REASON.sub("?", text))
    found = _SECOND.search(plain)
    return found.group().lstrip(", ") if found else ""


def passive_advice(text: str) -> str:
    """Return the words that advise without saying who does, or nothing."""
    found = _ADVICE.search(text)
    return found.group() if found else ""


def absolutes(text: str) -> Iterator[str]:
    """Return the words that promise, or leave no room for doubt."""
    return (found.group() for found in _ABSOLUTE.finditer(text))


def of_one_country(text: str) -> str:
    """Return the words that mean something in one country only, or nothing."""
    found = _OF_ONE_COUNTRY.search(text)
    return found.group() if found else ""
