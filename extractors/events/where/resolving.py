"""Which place each name of a document means, as a path of the places around it."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from extractors.events.where.candidates import find_candidates, find_respelled, is_spelling
from extractors.events.where.gazetteer import GazetteerEntry, best_known, capitals
from extractors.events.where.name_keys import name_key
from extractors.events.where.place_kinds import COUNTRY, DISTRICT, PROVINCE, TOWN
from extractors.events.where.place_name import PlaceName
from extractors.events.where.regions import KNOWN_FAR, Regions
from schemas.event import Place
from schemas.terms import PlaceLevel

Path = tuple[Place, ...]

_DEPTH = 4
_NEAR = 400
"""Characters after a province is named within which villages without one are taken to lie in it."""
_MARGIN = 0.5
"""How much better than the next place of its name one must be supported to be meant."""
_TELLING = 0.75
"""Support that shows that a text speaks of a place's region at all."""
_SURE = 1.6
"""Support that a bare name needs to be another spelling of a place's."""
_KNOWN = 5000
"""People of a town that its name means without any support; an old name needs a large town."""
_DOMINANT = 0.3
"""How much likelier than the next of its name a place is that a bare name means: four times as
populous, by the logarithm of people."""
_OWN_NAME = 0.7
"""How much likelier a place is meant by its own name than by another spelling's."""
_MOST = 0.6
"""Share of a document's known places that lies in the region that an unknown one is put in."""
_FIRST = 4
"""Places named first in a text, which count twice."""
_LEVELS = list(PlaceLevel)


class Resolver:
    """The places of one document, told apart by what else it names.

    Args:
        names: The names of places in the document, in order.
        folded: Its folded text.
    """

    def __init__(self, names: Sequence[PlaceName], folded: str) -> None:
        self._names = names
        self._regions = Regions(names, folded)
        self._around = _read_around(names)
        self._kinded = {
            name_key(each.name): each
            for each in names
            if each.kind and each.rank in {DISTRICT, PROVINCE}
        }
        self._paths: dict[tuple[object, ...], Path] = {}

    def resolve(self, place: PlaceName) -> Path:
        """The path of a place, the narrowest step first; empty where nothing tells which it is."""
        around = self._places_around(place)
        key = (name_key(place.name), place.rank, place.kind, place.is_landmark, around)
        if key not in self._paths:
            self._paths[key] = self._resolve(place, around)
        return self._paths[key]

    def resolve_told(self, place: PlaceName) -> Path:
        """The path of a place as the gazetteer or the text itself tells it, nothing inferred."""
        return self._known_path(place, self._places_around(place))

    def _resolve(self, place: PlaceName, around: tuple[PlaceName, ...]) -> Path:
        outer = self._outer(place, around)
        found = self._choose(place, outer)
        if found is not None:
            return found.path[1:] if place.is_landmark else found.path
        if not outer and any(each.population >= KNOWN_FAR for each in find_candidates(place)):
            return ()
        inferred = not place.around and outer and outer[0] in self._surroundings(place)
        return _under(place, self._surroundings(place) if inferred or not outer else outer)

    def _known_path(
        self, place: PlaceName, around: tuple[PlaceName, ...], inner: PlaceName | None = None
    ) -> Path:
        """The path of a place that a gazetteer has, or that the text puts in such a place."""
        outer = self._outer(place, around)
        found = self._choose(place, outer, inner)
        return found.path if found is not None else _under(place, outer)

    def _outer(self, place: PlaceName, around: tuple[PlaceName, ...]) -> Path:
        """The path of the nearest place around another that can be told."""
        paths = (self._known_path(place, around[index + 1 :]) for index, place in enumerate(around))
        return next((path for path in paths if path), ())

    def _choose(
        self, place: PlaceName, outer: Path, inner: PlaceName | None = None
    ) -> GazetteerEntry | None:
        """The place of the gazetteer that a name means: of its very name, or spelled otherwise."""
        named = [each for each in self._candidates(place) if _fits(each, outer)]
        within = find_candidates(inner) if inner else ()
        named = [e for e in named if any(each.lies_in(e) for each in within)] or named
        if named:
            return self._best(named, place, is_told=bool(outer))
        respelled = [each for each in find_respelled(place) if _fits(each, outer)]
        least = _TELLING if place.kind else _SURE
        near = [
            each
            for each in respelled
            if self._regions.support(each, place.name) >= least
            and self._regions.is_foremost(each, place.name)
        ]
        return self._best(respelled if outer else near, place, is_told=True)

    def _candidates(self, place: PlaceName) -> Sequence[GazetteerEntry]:
        """What a name can mean: a county where the text has "Polk County" and "Polk deputies"."""
        found = find_candidates(place)
        county = self._kinded.get(name_key(place.name))
        if county is None or place.rank != TOWN or place.kind is not None:
            return found
        counties = find_candidates(county)
        if county.rank == PROVINCE:
            return counties or found
        inside = [each for each in found if any(each.lies_in(outer) for outer in counties)]
        return inside or counties or found

    def _best(
        self, entries: Sequence[GazetteerEntry], place: PlaceName, *, is_told: bool
    ) -> GazetteerEntry | None:
        """The one of some places of a name that the text speaks for, if it does."""
        if not entries:
            return None
        ranked = sorted(
            (
                (self._regions.support(each, place.name), _prior(each, place), each)
                for each in entries
            ),
            key=lambda item: (-item[0] - item[1], item[2].key),
        )
        support, size, best = ranked[0]
        rivals = [item for item in ranked[1:] if not _are_nested(item[2], best)]
        least = _KNOWN if is_spelling(best, place) else KNOWN_FAR
        is_known = best.rank >= PROVINCE or best.population >= least or best.number < 0
        if not (is_told or is_known or support >= _TELLING):
            return None
        if not is_told and self._regions.is_elsewhere(best, place.name):
            return None
        if rivals:
            margin = support + size - rivals[0][0] - rivals[0][1]
            if margin < _MARGIN and not _dominates(best, [rival for _, _, rival in rivals], place):
                return None
        same = [each for each in entries if _are_nested(each, best)]
        return best_known(same) if place.kind is None else best

    def _places_around(self, place: PlaceName) -> tuple[PlaceName, ...]:
        """All the places that the text puts around one, the nearest first."""
        found = list(place.around or self._around.get(name_key(place.name), ()))
        while found and found[-1].rank < PROVINCE and len(found) < _DEPTH:
            more = self._around.get(name_key(found[-1].name), ())
            if not more:
                break
            found += more
        return tuple(found)

    def _surroundings(self, place: PlaceName) -> Path:
        """What an unknown place lies in, as far as the rest of the document tells."""
        if place.rank == COUNTRY:
            return ()
        is_part = place.level in {PlaceLevel.SITE, PlaceLevel.DISTRICT} or place.kind is None
        return (is_part and self._main_town) or self._main_region

    @cached_property
    def _main_town(self) -> Path:
        """The town that the document names most often."""
        counts = Counter(path for path in self._known if path[0].level is PlaceLevel.CITY)
        first = [path for path in self._known[:_FIRST] if path in counts]
        counts.update(first)
        return counts.most_common(1)[0][0] if counts else ()

    @cached_property
    def _main_region(self) -> Path:
        """The country that most of the document's places lie in, or one province of it."""
        country = _most_common(self._known, PlaceLevel.COUNTRY)
        province = _most_common(self._known, PlaceLevel.PROVINCE)
        return province if not country or province[-1:] == country else country

    @cached_property
    def _known(self) -> list[Path]:
        """The paths of the names that a gazetteer has; a bare capital is a government."""
        named = (
            place
            for place in self._names
            if find_candidates(place) and (place.is_sure or name_key(place.name) not in capitals())
        )
        paths = map(self.resolve_told, named)
        return [path for path in paths if path]


def _most_common(paths: Iterable[Path], level: PlaceLevel) -> Path:
    """The place of a level, with those around it, that most of some paths pass through."""
    told = [path[at:] for path in paths for at, step in enumerate(path) if step.level is level]
    most, count = Counter(told).most_common(1)[0] if told else ((), 0)
    return most if count > _MOST * len(told) else ()


def _read_around(names: Iterable[PlaceName]) -> dict[str, tuple[PlaceName, ...]]:
    """For each place's key, the names that the text puts around it, the nearest first."""
    around: dict[str, tuple[PlaceName, ...]] = {}
    province: PlaceName | None = None
    for place in names:
        for each in (place, *place.around):
            key, told = name_key(each.name), each.around
            if not told and province is not None and each.rank < PROVINCE and each.kind:
                is_near = 0 <= each.start - province.end < _NEAR
                told = (province,) if is_near and _can_lie_in(each, province) else ()
            if len(told) > len(around.get(key, ())):
                around[key] = told
            province = each if each.is_sure and _is_province(each) else province
    return around


def _can_lie_in(place: PlaceName, province: PlaceName) -> bool:
    """Whether a place can be one of a province's: a known town elsewhere is that town."""
    found = find_candidates(place)
    outer = find_candidates(province)
    is_known = any(each.rank == TOWN and each.population >= _KNOWN for each in found)
    return not is_known or any(each.lies_in(around) for each in found for around in outer)


def _is_province(place: PlaceName) -> bool:
    """Whether a name can be a province's: "in Khost" may mean the town or the province."""
    if place.kind is not None or place.is_landmark:
        return place.rank == PROVINCE
    return any(each.rank == PROVINCE for each in find_candidates(place))


def _fits(entry: GazetteerEntry, outer: Path) -> bool:
    """Whether a place can lie in another: each step that both have is the same."""
    if not outer:
        return True
    own = {step.level: step.key for step in entry.path}
    if entry.level == outer[0].level:
        return entry.key == outer[0].key
    return all(own.get(step.level, step.key) == step.key for step in outer) and _is_wider(
        outer[0].level, entry.level
    )


def _is_wider(outer: PlaceLevel, inner: PlaceLevel) -> bool:
    return _LEVELS.index(outer) > _LEVELS.index(inner)


def _are_nested(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    return one.lies_in(other) or other.lies_in(one)


def _prior(entry: GazetteerEntry, place: PlaceName) -> float:
    """How likely a name means a place before the text is asked: by its people, and its own name."""
    is_own = entry.level is not PlaceLevel.CITY or name_key(entry.name) == name_key(place.name)
    return math.log10(max(entry.population, 1000)) / 2 + _OWN_NAME * is_own


def _dominates(entry: GazetteerEntry, others: Sequence[GazetteerEntry], place: PlaceName) -> bool:
    return all(_prior(entry, place) > _prior(other, place) + _DOMINANT for other in others)


def _under(place: PlaceName, outer: Path) -> Path:
    """A place that no gazetteer has, under what lies around it; nothing where that is unknown."""
    if place.is_landmark or not outer:
        return outer if place.is_landmark else ()
    level = place.level
    if level in {PlaceLevel.CITY, PlaceLevel.COUNTY} and not _is_wider(outer[0].level, level):
        level = PlaceLevel.DISTRICT
    while outer and not _is_wider(outer[0].level, level):
        outer = outer[1:]
    if not outer:
        return ()
    name = place.full_name
    key = f"{outer[0].key}/{name_key(name)}"
    return (Place(level=level, name=name, key=key), *outer)
