"""Where the event of a document happened, told by its title, its lead and its date line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from extractors.document.headlines import is_in_title_case
from extractors.document.text import Sentence
from extractors.events.other_happenings import is_of_what_came_before, opens_another
from extractors.events.where.document_places import DocumentPlaces
from extractors.events.where.gazetteer import capitals, country_of, is_in_province
from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.place_kinds import COUNTRY, DISTRICT, PROVINCE, SPOT
from extractors.events.where.place_name import PlaceName, PlaceRole
from extractors.events.where.resolving import Resolver

LEAD = 8
"""Sentences in which a document tells where its event was."""
_LOCAL = frozenset({PlaceRole.AUTHORITY, PlaceRole.HOME})


class DocumentScene:
    """Where the event happened that a document is about."""

    def __init__(self, places: DocumentPlaces) -> None:
        self._places = places

    @cached_property
    def event(self) -> PlaceName | None:
        """Where the event happened that the document is about."""
        lead = [
            place
            for sentence in self._body_first()
            for place in self._places.names(sentence)
            if place.is_sure and is_scene(place) and not self._places.is_said(place)
            if not is_of_what_came_before(self._places.text, sentence, place.start)
        ]
        lead.sort(key=lambda place: place.is_landmark)
        first = next((place for place in lead if place.rank <= DISTRICT), None)
        spot = self._places.frequent
        if spot is not None and (first is None or self.lies_in(spot, first)):
            return spot
        return first or next(iter(lead), None)

    def _body_first(self) -> list[Sentence]:
        """The first sentences, a headline after them: it may list the places of several events.

        Those that open with another happening come last: "In another attack, …".
        """
        lead = self._places.parsed.sentences[:LEAD]
        text = self._places.text
        return sorted(
            lead,
            key=lambda sentence: (
                opens_another(text, sentence),
                is_in_title_case(text[sentence.start : sentence.end]),
            ),
        )

    @property
    def _dateline_or_country(self) -> PlaceName | None:
        """The place of the date line; from a capital, news of the whole country is sent."""
        line = self._places.dateline
        if line is None or name_key(line.name) not in capitals():
            return line
        own = capitals()[name_key(line.name)]
        country = line.around[-1].name if line.around else country_of(own) or own
        return replace(line, name=country, rank=COUNTRY, within=None)

    @cached_property
    def country(self) -> str | None:
        """The country that the document is about."""
        for place in (self.event, self._places.dateline):
            known = (place, *place.around) if place and place.rank != SPOT else ()
            for name in known or (place.around if place else ()):
                if country := country_of(name.name):
                    return country
        return None

    @cached_property
    def main(self) -> PlaceName | None:
        """Where the document's event happened, as closely as any part of the document tells."""
        places = [
            self.event,
            self._dateline_or_country,
            *filter(is_scene, self._places.titled),
            self._local,
        ]
        told = [place for place in places if place is not None]
        return self.closest(told[0], told) if told else None

    @cached_property
    def _local(self) -> PlaceName | None:
        """The town or county whose police and people the document speaks of most."""
        names = (
            place
            for sentence in self._places.parsed.sentences
            for place in self._places.names(sentence)
        )
        local = [place for place in (*self._places.titled, *names) if place.role in _LOCAL]
        counts = Counter(name_key(place.full_name) for place in local)
        return max(local, key=lambda each: counts[name_key(each.full_name)], default=None)

    def closest(self, place: PlaceName, others: Iterable[PlaceName]) -> PlaceName:
        """The first of some places that lies in one, so that it tells more; else that one."""
        outer = self.resolver.resolve(place)
        for other in others:
            path = self.resolver.resolve_told(other)
            if outer and outer[0] in path[1:]:
                return other
        return place

    @cached_property
    def resolver(self) -> Resolver:
        """Tells which places the names of the document are."""
        names = [
            place
            for sentence in self._places.parsed.sentences
            for place in self._places.all_names(sentence)
            if not self._places.surnames.has(place)
        ]
        return Resolver(
            [*self._places.titled, *names], f"{self._places.title}\n{self._places.text}"
        )

    def lies_in(self, inner: PlaceName, outer: PlaceName) -> bool:
        """Whether a place can be in another, as far as the text and the gazetteer tell."""
        if inner.rank >= outer.rank:
            return False
        around = self._places.introduced.get(name_key(inner.name), inner).around
        if any(sound_key(place.name) == sound_key(outer.name) for place in around):
            return True
        if outer.rank == COUNTRY:
            return country_of(outer.name) == self.country
        if inner.kind is None or inner.rank > SPOT:
            return outer.rank == PROVINCE and is_in_province(inner.name, outer.name)
        return outer.rank == PROVINCE and not around


def is_scene(place: PlaceName) -> bool:
    """Whether something happened at a place, and nobody only comes from it."""
    return place.role is PlaceRole.SCENE
