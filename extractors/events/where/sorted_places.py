"""Names of places whose sort the text tells: "Camp Karvat", "the city of Dorel", "Ames, Iowa"."""

import regex

from extractors.events.where.gazetteer import find_all, find_named
from extractors.events.where.known_names import country_names, outsiders, rank_of
from extractors.events.where.place_cues import PlaceCue, read_kind_after
from extractors.events.where.place_kinds import PROVINCE, SPOT, TOWN, find_kind, kinds, words
from extractors.events.where.place_name import PlaceName
from extractors.events.where.province_codes import province_codes
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern

_CODED = "state"


def read_sorted_place(
    cue: PlaceCue | None, folded: str, high: int, start: int, end: int
) -> PlaceName | None:
    """Read a name with the words that tell what sort of place it is.

    Args:
        cue: What stands before the name.
        folded: The folded text.
        high: Where the stretch of text stops that is read.
        start: Where the name begins.
        end: Where it ends.

    Returns:
        The place, with the words for its sort; null where none stand there.
    """
    text = folded[start:end]
    return (
        _as_code(folded, text, start, end)
        or _with_kind_inside(text, start)
        or _with_kind_after(folded, high, text, start, end)
        or _with_kind_before(cue, text, end)
        or _with_authority_inside(text, start)
        or _with_direction(text, start)
        or _with_kind_told(folded, high, start, end)
    )


def _as_code(folded: str, text: str, start: int, end: int) -> PlaceName | None:
    """A province by its code or abbreviation, behind the comma after a town: "Ames, Iowa (Ia.)"."""
    name = province_codes().get(text)
    if name is None or folded[start - 2 : start] not in {", ", " ("}:
        return None
    return PlaceName(start, end + folded.startswith(".", end), name, PROVINCE, _CODED)


def _with_kind_inside(text: str, start: int) -> PlaceName | None:
    """A name that holds its kind: "Camp Karvat", "Dorel Province Overnight"."""
    parts = text.split(" ")
    for count in range(1, len(parts)):
        head, tail = " ".join(parts[:count]), " ".join(parts[count:])
        if entry := find_kind("before", head):
            end = start + len(text)
            return unless_outsider(
                PlaceName(start, end, tail, entry.rank, head, is_kind_first=True)
            )
        for kind in (" ".join(parts[count : count + 2]), parts[count]):
            if entry := find_kind("after", kind):
                end = start + len(head) + 1 + len(kind)
                place = PlaceName(start, end, head, entry.rank, kind)
                return unless_outsider(place, shared=entry.shared)
    return None


def _with_kind_after(folded: str, high: int, text: str, start: int, end: int) -> PlaceName | None:
    found = read_kind_after(folded, high, end)
    if found is None:
        return None
    kind, after = found
    entry = kinds("after")[kind]
    if text in country_names() and folded[after - len(kind)].islower():
        return None  # a village of that country, whatever its name
    if entry.rank == SPOT and not folded[after - len(kind)].isupper() and (rank := rank_of(text)):
        town = PlaceName(start, end, text, rank)
        return PlaceName(start, after, text, entry.rank, kind, within=town)
    return unless_outsider(PlaceName(start, after, text, entry.rank, kind), shared=entry.shared)


def _with_kind_before(cue: PlaceCue | None, text: str, end: int) -> PlaceName | None:
    if cue is None or cue.sort is None:
        return None
    sort = cue.sort.casefold()
    entry = kinds("of").get(sort) or kinds("before")[sort]
    is_first = sort in kinds("before") and not cue.is_of
    place = PlaceName(cue.start, end, text, entry.rank, cue.sort, is_kind_first=is_first)
    return unless_outsider(place, shared=entry.shared)


def _with_authority_inside(text: str, start: int) -> PlaceName | None:
    """A town whose police or other officials bear its name: "Karvat Police Department"."""
    parts = text.split(" ")
    for count in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:count])
        if parts[count].casefold() not in words("authority") or name in outsiders():
            continue
        rank = rank_of(name) or (TOWN if any(e.rank == TOWN for e in find_all(name)) else None)
        return PlaceName(start, start + len(name), name, rank, is_sure=False) if rank else None
    return None


def _with_kind_told(folded: str, high: int, start: int, end: int) -> PlaceName | None:
    """A name whose sort is told behind it: "Karvat, a fishing village on the coast"."""
    told = _told_sort().match(folded, end, high)
    if told is None or rank_of(folded[start:end]) not in {None, TOWN}:
        return None
    return unless_outsider(PlaceName(start, end, folded[start:end], TOWN))


@per_language
def _told_sort() -> regex.Pattern[str]:
    towns = [word for word, entry in kinds("of").items() if entry.rank == TOWN]
    return compile_pattern("told-sort-behind", kind="|".join(map(regex.escape, towns)))


def _with_direction(text: str, start: int) -> PlaceName | None:
    """A part of a town, named by where it lies: "South Abidjan"."""
    direction, _, town = text.partition(" ")
    if direction.casefold() not in words("direction") or rank_of(text) is not None:
        return None
    if rank_of(town) != TOWN:
        return None
    end = start + len(text)
    return PlaceName(start, end, text, TOWN, within=PlaceName(end - len(town), end, town, TOWN))


def unless_outsider(place: PlaceName, *, shared: bool = False) -> PlaceName | None:
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
