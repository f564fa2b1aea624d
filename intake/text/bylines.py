"""Who wrote a document, and for whom, as its lines say it."""

from dataclasses import dataclass

import regex

from intake.text.site_words import agency_names, is_outlet, search

LONGEST = 120


@dataclass(frozen=True)
class Byline:
    """Names of writers, with the publisher that stands beside them."""

    names: str
    outlet: str | None = None


_PARTICLE = r"(?:de|da|del|della|di|dos|du|el|la|le|van|von|der|den|bin|ibn|bint|al|ten|ter|y)"
_NAME_WORD = r"(?:\p{Lu}[\p{L}’'.-]*|(?:al|el|ul|an)-\p{L}[\p{L}’'-]+)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:\s*(?:,\s*and\b|,|\band\b|&)\s+{_NAME}){{0,5}}"
_BY = regex.compile(
    rf"^(?P<word>(?i:by|from|story by|written by|reported by|reporting by|posted by)):?\s+"
    rf"(?P<names>{_NAMES})(?P<rest>.*)$"
)
_ROLE = regex.compile(
    r"^(?:special (?:to|for)|for|of)\s+(?:the\s+)?"
    r"|(?:\s+(?:staff|senior|chief|foreign))*\s+(?:writer|reporter|correspondent|editor|staff)s?$",
    regex.IGNORECASE,
)
_BY_STAFF = regex.compile(
    r"^by\s+(?:the\s+|our\s+)?(?P<names>[\p{L}\s-]{0,40}?"
    r"\b(?:staff|desk|team|newsroom|bureau|agencies|correspondents?|reporters?))$",
    regex.IGNORECASE,
)
_NOTHING_MORE = regex.compile(r"^[.|•·–—-]?\s*$|^;")
_INNER_BY = regex.compile(rf"\b(?i:by):?\s+(?P<names>{_NAMES})(?=\s|[,|.]|$)")
_SIGNED = regex.compile(rf"^[(–—-]?\s*(?P<names>{_NAME})\s*[,/|]\s*(?P<outlet>[^,/|]{{2,40}}?)\)?$")
_CREDIT = regex.compile(
    r"^(?:\(\s*)?"
    r"(?:(?P<word>(?i:source|credit|courtesy|via|with|from|agencies|by))\b\s*:?\s*|[–—-]+\s*)?"
    r"(?P<name>\p{Lu}[\p{L}’'.& -]{1,38}?)"
    r"(?:\s+(?i:contributed to this (?:report|story)|report|news agency))?\s*\.?\)?$"
)
_AFFILIATION = regex.compile(
    r"^\s*(?:[,|/–—-]+|\bof\b|\bfor\b|\bin\b)\s*(?P<outlet>[^\d,|/]{2,50}?)\s*[.)]?$"
)


def find_byline(text: str) -> Byline | None:
    """Read a line that names writers and says nothing else.

    Args:
        text: The line without surrounding white space.
    """
    if len(text) > LONGEST:
        return None
    if match := search(_BY, text):
        return _after_by(match)
    if match := search(_BY_STAFF, text):
        return Byline(match["names"])
    signed = search(_SIGNED, text)
    if signed and is_outlet(signed["outlet"]):
        return Byline(signed["names"], signed["outlet"])
    return None


def _after_by(match: "regex.Match[str]") -> Byline | None:
    names, rest = match["names"], match["rest"]
    affiliation = search(_AFFILIATION, rest) if rest.strip() else None
    outlet = _employer(affiliation["outlet"]) if affiliation else None
    head, _, last = names.rpartition(", ")
    if not rest.strip() and head and _employer(last):
        names, outlet = head, _employer(last)
    if match["word"].lower() == "from" and not outlet:
        return None
    if rest.strip() and not affiliation and not search(_NOTHING_MORE, rest):
        return None
    return Byline(names, outlet)


def _employer(words: str) -> str | None:
    """The publisher in "Hill Gazette Staff Writer" or "special to the Hill Gazette"."""
    name = regex.sub(_ROLE, "", words.strip())
    return name if is_outlet(name) else None


def find_credit(text: str) -> str | None:
    """Read a line that names only the agency or outlet that a text is from: "(With AFP)"."""
    match = search(_CREDIT, text) if len(text) <= LONGEST else None
    if match is None:
        return None
    name = match["name"].strip()
    is_marked = bool(match["word"]) or text[0] in "(–—-"
    return name if name in agency_names() or (is_marked and is_outlet(name)) else None


def names_after_by(text: str) -> str | None:
    """The writers named in a line that tells more: "Posted by Ana Ruiz on"."""
    match = search(_INNER_BY, text)
    return match["names"] if match else None
