"""Places that lie in one another: "Karvat, in Dorel province"."""

from dataclasses import replace

import regex

from extractors.events.where.place_kinds import PROVINCE, TOWN
from extractors.events.where.place_name import PlaceName
from extractors.languages.patterns import pattern
from schemas.terms import PlaceLevel

_OWNER = regex.compile(r"'s?\s(?:[\p{Ll}-]+\s){0,2}$")


def join_nested(places: list[PlaceName], folded: str) -> list[PlaceName]:
    """Join each place with the one around it that follows, or owns it."""
    joined: list[PlaceName] = []
    for place in reversed(places):
        inner = place
        if joined and _lies_in(place, joined[-1], folded):
            inner = replace(place, within=joined.pop())
        elif joined and _owns(place, joined[-1], folded):
            inner = _with_outermost(joined.pop(), place)
        joined.append(_doubted(inner, folded))
    return joined[::-1]


def _doubted(place: PlaceName, folded: str) -> PlaceName:
    """A country that owns something is its government: "Ghana's army"."""
    owns = folded.startswith("'s", place.end) and place.rank >= PROVINCE
    return replace(place, is_sure=False) if owns else place


def _lies_in(inner: PlaceName, outer: PlaceName, folded: str) -> bool:
    gap = pattern("within-larger-place").fullmatch(folded, inner.end, outer.start)
    if gap is None or not (inner.rank < outer.rank or _is_part_of_town(inner, outer)):
        return False
    is_list = gap.group().startswith(",")
    return outer.rank >= PROVINCE or outer.kind is not None or not is_list


def _is_part_of_town(inner: PlaceName, outer: PlaceName) -> bool:
    return inner.rank == outer.rank == TOWN and inner.level is PlaceLevel.DISTRICT


def _owns(owner: PlaceName, place: PlaceName, folded: str) -> bool:
    """Whether a name opens that of a place in it: "Dorel's Karvat", "the Dorel town of Karvat"."""
    gap = folded[owner.end : place.start]
    is_sorted = gap == " " and place.kind is not None and folded[place.start].islower()
    return owner.rank > place.rank and (is_sorted or _OWNER.fullmatch(gap) is not None)


def _with_outermost(place: PlaceName, owner: PlaceName) -> PlaceName:
    if place.within is None:
        return replace(place, within=owner)
    return replace(place, within=_with_outermost(place.within, owner))
