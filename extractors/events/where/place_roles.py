"""What a place has to do with the event that is told beside it."""

import regex

from extractors.events.where.gazetteer import capitals
from extractors.events.where.name_keys import name_key
from extractors.events.where.place_kinds import SPOT, TOWN, PlaceWordKind, find_kind, kinds, spelled
from extractors.events.where.place_name import PlaceName, PlaceRole
from extractors.languages.date_words import alternatives
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern

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
    if _stands_for_state(place, before, after):
        return PlaceRole.ELSEWHERE
    if _counted_before().search(before) or pattern("seat-before-place").search(before):
        return PlaceRole.ELSEWHERE
    kind = find_kind("after", place.kind) if place.kind else None
    if kind is not None and kind.refuge:
        is_hit = _hit_before().search(before) or _hit_after().match(after)
        return PlaceRole.SCENE if is_hit else PlaceRole.REFUGE
    return PlaceRole.SCENE


def _stands_for_state(place: PlaceName, before: str, after: str) -> bool:
    """Whether a capital stands for its state: "Accra troops", "Accra denies".

    So it does in "accused Accra" and "supporters of the government in Accra".
    """
    if name_key(place.name) not in capitals():
        return False
    told = (pattern("capital-accused-before"), pattern("government-in-before"))
    if any(each.search(before) for each in told):
        return True
    if _capital_speaks().match(after) and not pattern("locative-before-place").search(before):
        return True
    owned = _state_behind().match(after)
    is_located = pattern("locative-before-place").search(before) is not None
    return owned is not None and (owned["owner"] is not None or not is_located)


def is_description(place: PlaceName, folded: str) -> bool:
    """Whether a place only describes a town: "in Karvat, a hamlet near Abidjan"."""
    before = folded[max(0, place.start - _REACH) : place.start]
    if place.rank == SPOT and pattern("beside-water-before").search(before):
        return True
    return _town_described().search(before) is not None


@per_language
def _town_described() -> regex.Pattern[str]:
    towns = [word for word, entry in kinds("of").items() if entry.rank == TOWN]
    return compile_pattern("town-described-by-place", kind="|".join(map(regex.escape, towns)))


@per_language
def _followed_by(role: PlaceWordKind) -> regex.Pattern[str]:
    return compile_pattern("word-after-place", word=spelled(role))


@per_language
def _state_behind() -> regex.Pattern[str]:
    """What belongs to a state, right after the name of a capital: "'s army", " troops"."""
    return compile_pattern("state-after-capital", state=spelled("state"))


@per_language
def _capital_speaks() -> regex.Pattern[str]:
    """What a state says or holds, right after the name of its capital: " denies", " has put"."""
    saying = f"{alternatives('saying')}|{alternatives('judging')}"
    return compile_pattern("capital-speaks-after", saying=saying)


@per_language
def _heard_before() -> regex.Pattern[str]:
    """To whom somebody speaks, right before a place: "told reporters in"."""
    return compile_pattern("hearer-before-place", hearer=spelled("hearer"))


@per_language
def _counted_before() -> regex.Pattern[str]:
    """The beginning of a clause of what something is counted from: "since the raid on"."""
    return compile_pattern("counted-since-before-place", counting=spelled("counting"))


@per_language
def _hit_before() -> regex.Pattern[str]:
    """An attack named right before a place: "shells hit the", "the raid on the city's"."""
    happening, hitting = spelled("happening"), spelled("hitting")
    return compile_pattern("attack-before-place", happening=happening, hitting=hitting)


@per_language
def _hit_after() -> regex.Pattern[str]:
    """The same told after a place: "was shelled", "came under fire"."""
    return compile_pattern("attack-after-place", hitting=spelled("hitting"))
