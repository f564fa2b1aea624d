"""How often a text speaks of each region: what tells places of one name apart."""

from collections import defaultdict
from collections.abc import Iterable

import regex

from extractors.events.where.candidates import find_candidates
from extractors.events.where.gazetteer import GazetteerEntry, best_named, entry_of
from extractors.events.where.name_keys import name_key
from extractors.events.where.place_kinds import COUNTRY, PROVINCE, TOWN
from extractors.events.where.place_name import PlaceName
from extractors.languages.pack import per_language
from extractors.victims.group_lexicon import demonyms
from schemas.terms import PlaceLevel

_WORD = regex.compile(r"\p{Lu}[\p{L}.-]+")
_BONUS = {PlaceLevel.COUNTY: 3.0, PlaceLevel.PROVINCE: 3.0, PlaceLevel.COUNTRY: 2.5}
"""What a place gains from a text that speaks much of the region around it."""


KNOWN_FAR = 250_000
"""People in a town that is named in texts about other countries, too."""
_FAINT = 0.8
_CLEAR = 0.6
"""Share of a region that a text clearly speaks of."""


class Regions:
    """The regions that one text speaks of.

    Each name speaks for the regions that it can lie in, in equal parts and once, however often
    it stands in the text, so that a state named twice does not outvote five of another's towns.
    """

    def __init__(self, names: Iterable[PlaceName], folded: str) -> None:
        self._votes: dict[int, dict[str, float]] = defaultdict(dict)
        for place in names:
            for each in (place, *place.around):
                self._add(each)
        for word, number in _country_words(folded):
            self._votes[number][name_key(word)] = 1

    def support(self, entry: GazetteerEntry, name: str) -> float:
        """What a text says for one place of a name, the name itself left aside."""
        around = [*entry.regions, *([entry] if entry.rank >= PROVINCE else ())]
        return sum(_BONUS.get(each.level, 0.0) * self._share(each.number, name) for each in around)

    def is_foremost(self, entry: GazetteerEntry, name: str) -> bool:
        """Whether the text speaks of no other country more than of a place's own."""
        own = next((e.number for e in (entry, *entry.regions) if e.rank == COUNTRY), None)
        if own is None:
            return False
        gazetted = (number for number in self._votes if number > 0)
        countries = [number for number in gazetted if entry_of(number).rank == COUNTRY]
        return all(self._share(own, name) >= self._share(other, name) for other in countries)

    def is_elsewhere(self, entry: GazetteerEntry, name: str) -> bool:
        """Whether the text speaks of other regions only, so that no small place here is meant."""
        is_far_known = entry.rank <= TOWN and entry.population >= KNOWN_FAR
        if entry.rank == COUNTRY or is_far_known or self.support(entry, name) > _FAINT:
            return False
        return any(self._share(number, name) >= _CLEAR for number in self._votes)

    def _share(self, number: int, name: str) -> float:
        """From 0 to 1: the more names speak for a region, the less one more adds."""
        own = name_key(name)
        votes = sum(vote for key, vote in self._votes[number].items() if key != own)
        return votes / (votes + 1)

    def _add(self, place: PlaceName) -> None:
        entries = find_candidates(place)[:_MOST]
        if not entries or not (place.is_sure or entries[0].rank >= PROVINCE):
            return
        regions: set[int] = set()
        for entry in entries:
            regions.update(entry.parents)
            if entry.rank >= PROVINCE:
                regions.add(entry.number)
        key = name_key(place.name)
        for number in regions:
            holding = sum(number in (entry.number, *entry.parents) for entry in entries)
            votes = self._votes[number]
            votes[key] = max(votes.get(key, 0.0), holding / len(entries))


_MOST = 12
"""Places of one name that are looked at; a name of more speaks for none of them."""


def _country_words(folded: str) -> Iterable[tuple[str, int]]:
    """The words of a text that speak for a country."""
    names = _names_of_countries()
    found = {match.group() for match in _WORD.finditer(folded)}
    return [(word, names[word]) for word in sorted(found & names.keys())]


@per_language
def _names_of_countries() -> dict[str, int]:
    """Numbers of countries by their one-word names, adjectives and capitals."""
    names: dict[str, int] = {}
    for entry in demonyms().values():
        country = best_named(entry.names[0]) if entry.state and entry.names else None
        if country is None or country.rank != COUNTRY:
            continue
        spelled = (*entry.names, *entry.adjectives, *entry.nationals, *entry.capitals)
        names |= {word: country.number for word in spelled if " " not in word}
    return names
