"""The place, date and agency that a news text opens with."""

from dataclasses import dataclass

import regex

from intake.text.site_words import agency_names, is_outlet, search

LONGEST = 120


@dataclass(frozen=True)
class Dateline:
    """The opening of a news text.

    Attributes:
        place: Where it was written.
        dated: Its text between place and dash, where a date may stand.
        credit: The agency or outlet that it names.
        is_strong: Whether it can be nothing else: the place is in capitals, or an agency is named.
        publishes: The credit stands where the publisher does ("LIMA / Andean News:").
        is_all: Nothing follows it on its line.
    """

    place: str
    dated: str
    credit: str | None
    is_strong: bool
    publishes: bool = False
    is_all: bool = False


def find_dateline(text: str) -> Dateline | None:
    """Read the dateline that a paragraph begins with, if it does."""
    head = text[:LONGEST]
    if (match := search("dateline-with-publisher", head)) and is_outlet(match["credit"]):
        return Dateline(match["place"], "", match["credit"], is_strong=True, publishes=True)
    if match := search("dateline", head):
        return _read(match)
    if match := search("dateline-with-date", head):
        is_all = match.end() == len(text)
        return Dateline(match["place"], match["dated"], None, is_strong=True, is_all=is_all)
    return None


def _read(match: "regex.Match[str]") -> Dateline | None:
    opening = match["place"] + match["middle"]
    if search("word-of-sentences", opening):
        return None
    paren = match["paren"]
    credit = paren if paren and (paren in agency_names() or is_outlet(paren)) else None
    if paren and not credit and not regex.search(r"\d", paren):
        return None
    dated = " ".join(part for part in (match["middle"], match["dated"], paren) if part)
    return Dateline(match["place"], dated, credit, is_strong=bool(match["caps"] or credit))
