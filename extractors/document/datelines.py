"""The line that a news text opens with: "KABUL, Afghanistan (AFN) --", "Lima, 2 Oct 88 (AFN) -"."""

import regex

HEAD = 400
"""Characters of a document in which its dateline stands."""

_AGENCY = r"\([^()\n]{2,40}\)"
_DASH = r"(?:-{1,2}|–|—)"
_SOURCE = regex.compile(rf"\((?P<agency>[^()\n]{{2,40}})\)\s*{_DASH}")
_PLACE = regex.compile(
    r"(?m)^\s*(?P<place>\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]+){0,2}"
    r"(?:,[ ]\p{Lu}[\p{L}.'’ -]+?)?)"
    rf"(?:,?[ ][^\n—–-]{{0,30}}?)?(?:[ ]?{_AGENCY})?[ ]?{_DASH}[ ]"
)
_AFTER_PLACE = regex.compile(
    rf"(?:,\s\p{{Lu}}[\p{{L}}. ]{{1,30}})?(?:,?\s[^.;\n]{{1,28}})?"
    rf"\s?(?:{_AGENCY})?\s?(?:--|—|–|\s-\s|-\s)"
)
_IN_CAPITALS = regex.compile(r"\p{Lu}{3}[\p{Lu}.'’ -]*(?:,[ ]\p{Lu}[\p{L}. ]{1,24})?:[ ](?=\p{Lu})")
_BEFORE_DATE = regex.compile(
    r"(?:^|\s|\])\p{Lu}[\p{L}.'/-]+(?:[ ,]+\p{Lu}[\p{L}.'-]+)*(?:\s?,\s?|\s\(|\s)$"
)
_AFTER_DATE = regex.compile(r"\s?(?:\(\p{L}[^()]{1,40}\)\s?)?(?:\)|--|-|–|—|:|/)")
_AFTER_FIRST_DATE = regex.compile(rf"\s?(?:{_AGENCY}\s?)?{_DASH}\s")
_BEFORE = 60
"""Characters before its date in which a dateline has its place."""


def find_agencies(text: str) -> list[str]:
    """The agencies that a document's dateline names, in brackets before its dash."""
    return [match["agency"] for match in _SOURCE.finditer(text[:HEAD])]


def find_place(text: str, timeout: float) -> str | None:
    """The place that a document's dateline opens with, with its country where that is told.

    Args:
        text: The document's text.
        timeout: Seconds that the search may take.
    """
    line = _PLACE.search(text, 0, HEAD, timeout=timeout)
    return line["place"] if line else None


def follows_place(text: str, start: int, end: int | None = None) -> bool:
    """Whether a dateline goes on behind its place: its country, a date, an agency, and a dash."""
    return _AFTER_PLACE.match(text, start, len(text) if end is None else end) is not None


def is_place_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a dateline is a place in capitals and a colon: "NEW DELHI: A bomb …".

    Args:
        text: The text.
        start: Where the place begins.
        end: Where its name ends.
    """
    line = _IN_CAPITALS.match(text, start)
    return line is not None and text[start:end].isupper() and end < line.end()


def is_around_date(head: str, start: int, end: int) -> bool:
    """Whether a date has a dateline's place before it, and its dash or bracket behind.

    Or a text opens with it: "June 6, 2019 (KARVAT) -".
    """
    if not head[:start].strip():
        return _AFTER_FIRST_DATE.match(head, end) is not None
    behind = _AFTER_DATE.match(head, end)
    return behind is not None and bool(_BEFORE_DATE.search(head, max(0, start - _BEFORE), start))
