"""Who wrote a document, and for whom, as its lines say it."""

from dataclasses import dataclass

import regex

from intake.text.site_words import agency_names, is_outlet, pattern, search

LONGEST = 120


@dataclass(frozen=True)
class Byline:
    """Names of writers, with the publisher that stands beside them."""

    names: str
    outlet: str | None = None


_NOTHING_MORE = regex.compile(r"^[.|•·–—-]?\s*$|^;")


def find_byline(text: str) -> Byline | None:
    """Read a line that names writers and says nothing else.

    Args:
        text: The line without surrounding white space.
    """
    if len(text) > LONGEST:
        return None
    if match := search("byline", text):
        return _after_by(match)
    if match := search("byline-of-staff", text):
        return Byline(match["names"])
    signed = search("signed", text)
    if signed and is_outlet(signed["outlet"]):
        return Byline(signed["names"], signed["outlet"])
    return None


def _after_by(match: "regex.Match[str]") -> Byline | None:
    names, rest = match["names"], match["rest"]
    affiliation = search("affiliation", rest) if rest.strip() else None
    outlet = _employer(affiliation["outlet"]) if affiliation else None
    head, _, last = names.rpartition(", ")
    if not rest.strip() and head and _employer(last):
        names, outlet = head, _employer(last)
    if match["origin"] and not outlet:
        return None
    if rest.strip() and not affiliation and not _NOTHING_MORE.search(rest):
        return None
    return Byline(names, outlet)


def _employer(words: str) -> str | None:
    """The publisher in "Hill Gazette Staff Writer" or "special to the Hill Gazette"."""
    name = pattern("employed-as").sub("", words.strip())
    return name if is_outlet(name) else None


def find_credit(text: str) -> str | None:
    """Read a line that names only the agency or outlet that a text is from: "(With AFP)"."""
    match = search("credit", text) if len(text) <= LONGEST else None
    if match is None:
        return None
    name = match["name"].strip()
    is_marked = bool(match["word"]) or text[0] in "(–—-"
    return name if name in agency_names() or (is_marked and is_outlet(name)) else None


def names_after_by(text: str) -> str | None:
    """The writers named in a line that tells more: "Posted by Ana Ruiz on"."""
    match = search("names-after-by", text)
    return match["names"] if match else None
