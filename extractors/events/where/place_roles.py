"""What a place has to do with the event that is told beside it."""

import regex

from extractors.events.where.place_kinds import PlaceWordKind, find_kind, spelled
from extractors.events.where.place_name import PlaceName, PlaceRole
from extractors.languages.pack import per_language

_REACH = 60


def role_of(place: PlaceName, folded: str) -> PlaceRole:
    """Read the role of a place from the words around it.

    Args:
        place: The place.
        folded: The folded text that names it.
    """
    after = folded[place.end : place.end + _REACH]
    if _followed_by("authority").match(after):
        return PlaceRole.AUTHORITY
    if _followed_by("resident").match(after):
        return PlaceRole.HOME
    before = folded[max(0, place.start - _REACH) : place.start]
    if _heard_before().search(before):
        return PlaceRole.AUTHORITY
    if _counted_before().search(before):
        return PlaceRole.ELSEWHERE
    kind = find_kind("after", place.kind) if place.kind else None
    if kind is not None and kind.refuge:
        is_hit = _hit_before().search(before) or _hit_after().match(after)
        return PlaceRole.SCENE if is_hit else PlaceRole.REFUGE
    return PlaceRole.SCENE


@per_language
def _followed_by(role: PlaceWordKind) -> regex.Pattern[str]:
    return regex.compile(rf"(?i)\s(?:{spelled(role)})\b(?!,?\s(?:station|headquarters))")


@per_language
def _heard_before() -> regex.Pattern[str]:
    """To whom somebody speaks, right before a place: "told reporters in"."""
    return regex.compile(rf"(?i)\b(?:{spelled('hearer')})\s(?:in|at|from)(?:\snearby)?\s$")


@per_language
def _counted_before() -> regex.Pattern[str]:
    """The beginning of a clause of what something is counted from: "since the raid on"."""
    return regex.compile(rf"(?i)\b(?:{spelled('counting')})\s(?:[\p{{L}}'-]+\s){{1,6}}$")


@per_language
def _hit_before() -> regex.Pattern[str]:
    """An attack named right before a place: "shells hit the", "the raid on the city's"."""
    ways = r"\s(?:on|at|of|against|in|near|inside|outside|into)"
    between = r"(?:\s(?:an?|the|its|their|[\p{L}-]+'s?))?(?:\s[\p{L}-]+)?"
    return regex.compile(
        rf"(?i)\b(?:(?:{spelled('happening')}){ways}|(?:{spelled('hitting')})(?:{ways})?){between}\s$"
    )


@per_language
def _hit_after() -> regex.Pattern[str]:
    """The same told after a place: "was shelled", "came under fire"."""
    passive = rf"(?:was|were|had been|has been|being)\s(?:{spelled('hitting')})"
    return regex.compile(rf"(?i)(?:\s\p{{L}}+){{0,2}}\s(?:{passive}|came under (?:fire|attack))\b")
