"""Names of places in a stretch of text."""

from functools import cache, lru_cache

import regex

from extractors.document.text import time_limit
from extractors.events.when.timex_words import alternatives, month_names
from extractors.events.where.gazetteer import find_named
from extractors.events.where.known_names import adjectives, outsiders, population_of, rank_of
from extractors.events.where.nesting import join_nested
from extractors.events.where.place_cues import Lead, kind_of, read_kind_after, read_lead
from extractors.events.where.place_kinds import PROVINCE, TOWN, kinds, words
from extractors.events.where.place_name import PlaceName

LARGE_TOWN = 250_000
"""People in a town whose bare name, without a preposition, is taken for the town."""
TOWN_OF_NOTE = 20_000
"""The same after a preposition that people's names follow too: "from", "of"."""


@cache
def _name_pattern() -> regex.Pattern[str]:
    calendar = rf"(?:{alternatives('weekday')}|{month_names()})\b"
    word = r"[\p{L}\p{M}]"
    plain = rf"(?!(?i:{calendar}))\p{{Lu}}{word}*+(?:['.-](?!s\b){word}++)*+"
    token = rf"(?:(?:St|Ft|Mt)\.\s)?{plain}"
    article = r"(?:(?:al|el|as|ash|ad|ar|an|at|az|ul|ol|e)-|')?"
    particle = r"(?:wa|bin|ibn|de|del|la|las|los|da|do|dos|das|du|des|le|van|ye|e|y|i|al|el)\s"
    more = rf"\s(?:{particle}){{0,2}}{article}{token}"
    of = rf"(?:(?<=Republic|Gulf|Strait|Bay|Horn|Kingdom)\sof\s(?:the\s)?{plain})?"
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){article}{token}(?:{more}){{0,4}}{of}")


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
    for match in _name_pattern().finditer(
        folded, start, end, timeout=time_limit(folded, start, end)
    ):
        place = _read(folded, start, end, *_trimmed(match))
        if place is not None:
            found.append(place)
    return join_nested(found, folded)


@lru_cache(maxsize=512)
def is_headline(text: str) -> bool:
    """Whether most words are capitalised, so that a capital tells no name."""
    long = [word for word in text[:400].split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _trimmed(match: regex.Match[str]) -> tuple[int, int]:
    """A name without the words that only open a sentence, and without adjectives of countries."""
    start, end = match.span()
    openers = words("opener")
    while True:
        first = match.string[start:end].split(" ", 1)
        is_adjective = first[0] in adjectives() and rank_of(match.string[start:end]) is None
        if len(first) == 2 and (first[0].casefold() in openers or is_adjective):
            start += len(first[0]) + 1
            continue
        return start, end


def _read(folded: str, low: int, high: int, start: int, end: int) -> PlaceName | None:
    text = folded[start:end]
    if text.casefold() in words("opener") or text in outsiders() or kind_of(text):
        return None
    lead = read_lead(folded, low, start)
    return (
        _with_kind_inside(text, start)
        or _with_kind_after(folded, high, text, start, end)
        or _with_kind_before(lead, text, end)
        or _by_position(lead, text, start, folded[low:high])
    )


def _with_kind_inside(text: str, start: int) -> PlaceName | None:
    """A name that holds its kind: "Camp Karvat", "Dorel Province Overnight"."""
    parts = text.split(" ")
    for count in range(1, len(parts)):
        head, tail = " ".join(parts[:count]), " ".join(parts[count:])
        if entry := kinds("before").get(head.casefold()):
            end = start + len(text)
            return _unless_outsider(
                PlaceName(start, end, tail, entry.rank, head, is_kind_first=True)
            )
        for kind in (" ".join(parts[count : count + 2]), parts[count]):
            if entry := kinds("after").get(kind.casefold()):
                end = start + len(head) + 1 + len(kind)
                place = PlaceName(start, end, head, entry.rank, kind)
                return _unless_outsider(place, shared=entry.shared)
    return None


def _with_kind_after(folded: str, high: int, text: str, start: int, end: int) -> PlaceName | None:
    found = read_kind_after(folded, high, end)
    if found is None:
        return None
    kind, after = found
    entry = kinds("after")[kind]
    return _unless_outsider(PlaceName(start, after, text, entry.rank, kind), shared=entry.shared)


def _with_kind_before(lead: Lead | None, text: str, end: int) -> PlaceName | None:
    if lead is None or lead.sort is None:
        return None
    sort = lead.sort.casefold()
    entry = kinds("of").get(sort) or kinds("before")[sort]
    is_first = sort in kinds("before") and not lead.is_of
    place = PlaceName(lead.start, end, text, entry.rank, lead.sort, is_kind_first=is_first)
    return _unless_outsider(place, shared=entry.shared)


def _by_position(lead: Lead | None, text: str, start: int, sentence: str) -> PlaceName | None:
    """A name that only its place in the sentence, or the gazetteer, tells to be a place."""
    if text.casefold() in words("common"):
        return None
    known = text if rank_of(text) is not None else None
    if known is None and is_headline(sentence):
        known = _known_opening(text)
        lead = lead if known else None
    rank = rank_of(known) if known else None
    end = start + len(known or text)
    if known is None or rank is None:
        if lead is None or not lead.is_close:
            return None
        if not (lead.is_bearing or words("where")[lead.where or ""].sure):
            return None
        return _unless_outsider(PlaceName(start, end, text, TOWN, is_landmark=lead.is_bearing))
    if lead is None:
        is_large = rank > TOWN or population_of(known) >= LARGE_TOWN
        return PlaceName(start, end, known, rank, is_sure=False) if is_large else None
    is_sure = lead.where is None or words("where")[lead.where].sure
    if not is_sure and population_of(known) < TOWN_OF_NOTE and rank == TOWN:
        return None
    return PlaceName(start, end, known, rank, is_landmark=lead.is_bearing)


def _known_opening(text: str) -> str | None:
    """As many of the first words of a headline's name as are one: "Abidjan Confirmed"."""
    parts = text.split(" ")
    names = (" ".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return next((name for name in names if rank_of(name) is not None), None)


def _unless_outsider(place: PlaceName, *, shared: bool = False) -> PlaceName | None:
    """The place, unless its name is of other things; a shared sort needs a known name."""
    parts = place.name.split(" ")
    if place.name in outsiders() or not outsiders().isdisjoint({parts[0], parts[-1]}):
        return None
    is_code = place.name.isupper() and len(place.name) <= 5
    is_other = shared and not _is_known(place)
    return None if is_code or is_other else place


def _is_known(place: PlaceName) -> bool:
    """Whether the gazetteer has a place of that name that is as wide as its sort says."""
    wide = [entry.rank != TOWN for entry in find_named(place.name)]
    return any(wide) if place.rank >= PROVINCE else bool(wide)
