"""Names of places in a stretch of text."""

from dataclasses import dataclass, replace
from functools import cached_property

import regex

from extractors.document.datelines import follows_place
from extractors.document.headlines import is_in_title_case
from extractors.document.text import time_limit
from extractors.events.when.timex_words import month_names
from extractors.events.where.capital_cities import find_capitals
from extractors.events.where.gazetteer import find_all
from extractors.events.where.known_names import (
    adjectives,
    country_names,
    outsiders,
    placed_groups,
    population_of,
    rank_of,
)
from extractors.events.where.nesting import join_nested
from extractors.events.where.place_cues import (
    HELD,
    PlaceCue,
    kind_of,
    read_cue_before,
)
from extractors.events.where.place_kinds import (
    COUNTRY,
    TOWN,
    words,
)
from extractors.events.where.place_name import PlaceName, PlaceRole
from extractors.events.where.place_roles import is_description, role_of
from extractors.events.where.province_codes import province_codes
from extractors.events.where.sorted_places import read_sorted_place, unless_outsider
from extractors.languages.date_words import alternatives
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from extractors.quantities.number_lexicon import is_number_word

LARGE_TOWN = 250_000
"""People in a town whose bare name, without a preposition, is taken for the town."""
TOWN_OF_NOTE = 20_000
"""The same after a preposition that people's names follow too: "from", "of"."""


_OPENING = 4
"""Characters, such as a bullet, before the place that a sentence opens with."""
_CODE_BEHIND = regex.compile(r"(?:, | \()([\p{Lu}][\p{L}.]*\p{L})\b")
_BODY = 40
"""Characters in which the head of a body's name stands before its country."""
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True)
class _Stretch:
    """A stretch of text in which places are looked for.

    Attributes:
        text: The folded text.
        start: Where it begins.
        end: Where it stops.
    """

    text: str
    start: int
    end: int

    @cached_property
    def is_in_title_case(self) -> bool:
        """Whether capitals tell no names in it."""
        return is_in_title_case(self.text[self.start : self.end])


@per_language
def _name_pattern() -> regex.Pattern[str]:
    calendar = rf"(?:{alternatives('weekday')}|{month_names()})\b"
    return compile_pattern("place-name", calendar=calendar)


def find_place_names(folded: str, start: int, end: int) -> list[PlaceName]:
    """Find the places that a stretch of text names.

    Args:
        folded: The folded text.
        start: Where to begin.
        end: Where to stop.

    Returns:
        The places in order, those that lie in one another joined into one.
    """
    found = []
    stretch = _Stretch(folded, start, end)
    groups = [match.span() for match in placed_groups().finditer(folded, start, end)]
    for match in _name_pattern().finditer(
        folded, start, end, timeout=time_limit(folded, start, end)
    ):
        place = _read(stretch, *_trimmed(match))
        if place is None or _is_in_name_of_body(place, folded):
            continue
        if not any(low <= place.start < high for low, high in groups):
            found.append(_with_role(place, folded))
    found += [_with_role(place, folded) for place in find_capitals(folded, start, end)]
    return join_nested(sorted(found, key=lambda place: place.start), folded)


def _with_role(place: PlaceName, folded: str) -> PlaceName:
    if is_description(place, folded):
        return replace(place, is_landmark=True)
    role = role_of(place, folded)
    return place if role is PlaceRole.SCENE else replace(place, role=role, is_sure=False)


def _is_in_name_of_body(place: PlaceName, folded: str) -> bool:
    """Whether a country only ends the name of a body: "the Miners' Organization of Ghana"."""
    before = folded[max(0, place.start - _BODY) : place.start]
    return place.rank == COUNTRY and pattern("body-before-country").search(before) is not None


def is_country_possessive(word: str) -> bool:
    """Whether a word is a country's possessive that lost its apostrophe: "Syrias north"."""
    return (
        word.endswith("s")
        and word not in adjectives()
        and word[:-1] in country_names()
        and rank_of(word) is None
    )


def _trimmed(match: regex.Match[str]) -> tuple[int, int]:
    """A name without the words that only open a sentence, and without adjectives of countries.

    The sentence can be the next one, of which no full stop tells: "in Homs | Two people died".
    """
    start, end = match.span()
    name, _, last = match.group().rpartition(" ")
    if _opens_sentence(last) and rank_of(name) is not None and rank_of(match.group()) is None:
        end = start + len(name)
    while " " in (text := match.string[start:end]):
        first = text.partition(" ")[0]
        is_opener = first.casefold() in words("opener") or is_country_possessive(first)
        is_adjective = first in adjectives() and rank_of(text) is None
        if not (is_opener or is_adjective or HELD.match(first)):
            break
        start += len(first) + 1
    return start, end


def _opens_sentence(word: str) -> bool:
    """Whether a word has its capital from the start of a sentence: "The", "Two"."""
    return word.casefold() in words("opener") or is_number_word(word.casefold())


def _read(stretch: _Stretch, start: int, end: int) -> PlaceName | None:
    folded = stretch.text
    text = folded[start:end]
    if (
        is_country_possessive(text)
        or HELD.match(text)
        or _opens_sentence(text)
        or text.replace(".", "") in outsiders()
        or kind_of(text)
    ):
        return None
    cue = read_cue_before(folded, stretch.start, start)
    if cue is None and _is_abbreviation(folded, start, end):
        return None
    found = read_sorted_place(cue, folded, stretch.end, start, end)
    return found or _by_position(cue, text, start, stretch)


def _is_abbreviation(folded: str, start: int, end: int) -> bool:
    """Whether a few capitals open a phrase of words in small letters: "SANA news agency"."""
    text = folded[start:end]
    is_short = text.isupper() and len(text) <= _LONGEST_ABBREVIATION and text not in country_names()
    leads_on = folded[end : end + 1] == " " and folded[end + 1 : end + 2].islower()
    return is_short and leads_on


def _by_position(
    cue: PlaceCue | None, text: str, start: int, stretch: _Stretch
) -> PlaceName | None:
    """A name that only its place in the sentence, or the gazetteer, tells to be a place."""
    if text.casefold() in words("common"):
        return None
    known = text if rank_of(text) is not None else None
    if known is None and stretch.is_in_title_case:
        known = _known_opening(text)
        cue = cue if known else None
    if known is None and cue is None:
        return _as_told_town(text, start, stretch)
    rank = rank_of(known) if known else None
    end = start + len(known or text)
    if known is None or rank is None:
        if cue is None or not cue.is_close:
            return None
        is_sure = cue.is_bearing or cue.is_befallen or words("where")[cue.where or ""].sure
        if not is_sure:
            return None
        return unless_outsider(PlaceName(start, end, text, TOWN, is_landmark=cue.is_bearing))
    if cue is None:
        is_large = rank > TOWN or population_of(known) >= LARGE_TOWN
        place = PlaceName(start, end, known, rank, is_sure=False)
        return place if is_large or _is_told(place, stretch) else None
    is_sure = cue.where is None or cue.is_befallen or words("where")[cue.where].sure
    if not is_sure and population_of(known) < TOWN_OF_NOTE and rank == TOWN:
        return None
    return PlaceName(start, end, known, rank, is_landmark=cue.is_bearing)


def _as_told_town(text: str, start: int, stretch: _Stretch) -> PlaceName | None:
    """A town of any size whose police speak, or whose name opens a line as where it was written."""
    if not any(each.rank == TOWN for each in find_all(text)):
        return None
    place = PlaceName(start, start + len(text), text, TOWN, is_sure=False)
    return place if _is_told(place, stretch) else None


def _is_told(place: PlaceName, stretch: _Stretch) -> bool:
    text, is_first = stretch.text, place.start - stretch.start <= _OPENING
    is_written_there = is_first and follows_place(text, place.end)
    code = _CODE_BEHIND.match(text, place.end)
    is_coded = code is not None and code[1] in province_codes()
    return is_written_there or is_coded or role_of(place, text) is not PlaceRole.SCENE


def _known_opening(text: str) -> str | None:
    """As many of the first words of a headline's name as are one: "Abidjan Confirmed"."""
    parts = text.split(" ")
    names = (" ".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return next((name for name in names if rank_of(name) is not None), None)
