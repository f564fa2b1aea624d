"""The place of a count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence, fold
from extractors.events.when.dating import Dated
from extractors.events.when.document_creation_time import Writing
from extractors.events.when.timex_words import alternatives
from extractors.events.where.gazetteer import capitals, country_of, is_in_province
from extractors.events.where.known_names import find_home, rank_of
from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.place_kinds import (
    COUNTRY,
    DISTRICT,
    PROVINCE,
    SPOT,
    TOWN,
    kind_pattern,
    linked_kinds,
    spelled,
)
from extractors.events.where.place_mentions import DATELINE, find_place_names, is_headline
from extractors.events.where.place_name import PlaceName, PlaceRole
from extractors.events.where.resolving import Path, Resolver
from extractors.events.where.surnames import People
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from extractors.syntax.clause_distance import SAYING, detours, distance

_LEAD = 8
_BACK = 3
_FREQUENT = 2
_LOCAL = frozenset({PlaceRole.AUTHORITY, PlaceRole.HOME})


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something happened.

    Attributes:
        where: The name as the document gives it; null where it tells none.
        path: The place and those around it, the narrowest first; empty where nothing tells which
            place of the name is meant.
    """

    where: str | None = None
    path: Path = ()


class Placing:
    """The places of one document."""

    def __init__(self, parsed: DocumentAnalysis, writing: Writing, title: str = "") -> None:
        self._parsed = parsed
        self._title = pattern("broadcaster-in-title").sub("", fold(title))
        self._writing = writing
        self._named: dict[int, list[PlaceName]] = {}
        self._found: dict[int, tuple[PlaceName, ...]] = {}
        self._people = People(parsed)

    def place_count(self, sentence: Sentence, start: int, end: int, dated: Dated | None) -> Placed:
        """Find the most specific place of a count.

        Args:
            sentence: The sentence of the count.
            start: Where the count begins in the text.
            end: Where it ends.
            dated: What dates the count.
        """
        background = dated is not None and dated.background
        ranked = self._ranked(sentence, start, end)
        near = [place for rank, place in ranked if rank < SAYING and _is_scene(place)]
        own = self._beside(sentence, end) or next(
            (place for place in near if place.is_sure or place.rank <= TOWN), None
        )
        found = self._linked(sentence) or (own and self._narrowed(own, background=background))
        if found is None and not background:
            found = self._from_paragraph(sentence) or self._main
        if found is None and ranked:
            found = near[0] if near else ranked[0][1]
        if found is None:
            found = self._home(sentence, background=background)
        if found is None:
            return Placed()
        full = self._in_full(found)
        return Placed(full.full_name, self._resolver.resolve(full))

    @cached_property
    def _resolver(self) -> Resolver:
        names = [
            place
            for sentence in self._parsed.sentences
            for place in self._all_names(sentence)
            if not self._people.has(place)
        ]
        return Resolver([*self._titled, *names], f"{self._title}\n{self._text}")

    @cached_property
    def _titled(self) -> list[PlaceName]:
        """The places that the title names, for what lies in them."""
        return find_place_names(self._title, 0, len(self._title))

    @cached_property
    def _main(self) -> PlaceName | None:
        """Where the document's event happened, as closely as any part of the document tells."""
        places = [
            self.event,
            self._dateline_or_country,
            *filter(_is_scene, self._titled),
            self._local,
        ]
        told = [place for place in places if place is not None]
        return self._closest(told[0], told) if told else None

    @cached_property
    def _local(self) -> PlaceName | None:
        """The town or county whose police and people the document speaks of most."""
        names = (place for sentence in self._parsed.sentences for place in self.names(sentence))
        local = [place for place in (*self._titled, *names) if place.role in _LOCAL]
        counts = Counter(name_key(place.full_name) for place in local)
        return max(local, key=lambda each: counts[name_key(each.full_name)], default=None)

    def _closest(self, place: PlaceName, others: Iterable[PlaceName]) -> PlaceName:
        """The first of some places that lies in one, so that it tells more; else that one."""
        outer = self._resolver.resolve(place)
        for other in others:
            path = self._resolver.resolve_told(other)
            if outer and outer[0] in path[1:]:
                return other
        return place

    def _beside(self, sentence: Sentence, end: int) -> PlaceName | None:
        """The place right after a count: "52 in Karvat and 18 in Dorel"."""
        for place in self.names(sentence):
            if place.start > end and pattern("place-of-place").fullmatch(
                self._text, end, place.start
            ):
                return place
        return None

    def _home(self, sentence: Sentence, *, background: bool) -> PlaceName | None:
        """The country that adjectives tell: "Ghanaian police" are in Ghana."""
        near = self._text[sentence.start : sentence.end]
        lead = self._text[: self._parsed.sentences[:_LEAD][-1].end]
        country = find_home(near) or (None if background else find_home(lead))
        return PlaceName(sentence.start, sentence.start, country, COUNTRY) if country else None

    @cached_property
    def event(self) -> PlaceName | None:
        """Where the event happened that the document is about."""
        lead = [
            place
            for sentence in self._body_first()
            for place in self.names(sentence)
            if place.is_sure and _is_scene(place) and not self._is_said(place)
        ]
        lead.sort(key=lambda place: place.is_landmark)
        first = next((place for place in lead if place.rank <= DISTRICT), None)
        spot = self._frequent
        if spot is not None and (first is None or self._lies_in(spot, first)):
            return spot
        return first or next(iter(lead), None)

    def _body_first(self) -> list[Sentence]:
        """The first sentences, a headline after them: it may list the places of several events."""
        lead = self._parsed.sentences[:_LEAD]
        text = self._text
        return sorted(lead, key=lambda sentence: is_headline(text[sentence.start : sentence.end]))

    @cached_property
    def dateline(self) -> PlaceName | None:
        """The place that opens the text: where it was written, and perhaps no more."""
        for sentence in self._parsed.sentences[:_LEAD]:
            for place in self._all_names(sentence):
                if self._is_dateline(place, sentence):
                    return place
        return None

    @property
    def _dateline_or_country(self) -> PlaceName | None:
        """The place of the date line; from a capital, news of the whole country is sent."""
        line = self.dateline
        if line is None or name_key(line.name) not in capitals():
            return line
        country = line.around[-1].name if line.around else country_of(line.name)
        return replace(line, name=country or line.name, rank=COUNTRY, within=None)

    def names(self, sentence: Sentence) -> tuple[PlaceName, ...]:
        """The places of a sentence, without those of the date line."""
        if sentence.index not in self._found:
            self._found[sentence.index] = tuple(
                place
                for place in self._all_names(sentence)
                if not self._is_dateline(place, sentence) and not self._people.has(place)
            )
        return self._found[sentence.index]

    @cached_property
    def _text(self) -> str:
        """The folded text, its sentences in capitals written as the parser reads them."""
        text = self._parsed.folded
        for sentence in self._parsed.sentences:
            if text[sentence.start : sentence.end].isupper():
                cased = self._parsed.parser_text(sentence.index)
                text = text[: sentence.start] + cased + text[sentence.end :]
        return text

    def _all_names(self, sentence: Sentence) -> list[PlaceName]:
        if sentence.index not in self._named:
            named = find_place_names(self._text, sentence.start, sentence.end)
            self._named[sentence.index] = named
        return self._named[sentence.index]

    def _is_dateline(self, place: PlaceName, sentence: Sentence) -> bool:
        line = self._writing.dateline
        outer = place.around[-1].end if place.around else place.end
        if line is not None and line.start - 4 <= outer <= line.start:
            return True
        if sentence.index > _LEAD or place.start - sentence.start > 4:
            return False
        # its dash may stand between two sentences
        return bool(DATELINE.match(self._text, place.end, sentence.end + len(" -- ")))

    def _ranked(self, sentence: Sentence, start: int, end: int) -> list[tuple[int, PlaceName]]:
        names = self.names(sentence)
        if not names:
            return []
        tree, shift = self._parsed.tree(sentence.index), sentence.start

        def rank(place: PlaceName) -> tuple[int, ...]:
            at = (place.start - shift, place.end - shift)
            clauses = distance(tree, *at, start - shift, end - shift)
            unsure = not place.is_sure or place.is_landmark
            gap = place.start - end if place.start >= end else start - place.end
            return clauses == SAYING, unsure, clauses, place.rank, detours(tree, *at), gap

        ranks = sorted(((rank(place), place) for place in names), key=lambda pair: pair[0])
        return [(key[2], place) for key, place in ranks]

    def _linked(self, sentence: Sentence) -> PlaceName | None:
        """The place that "the camp" or "the village" stands for."""
        for match in _linked_nouns().finditer(self._text, sentence.start, sentence.end):
            sort = linked_kinds()[match["kind"].casefold()]
            named = [place for place in self._introduced.values() if _sort_of(place) == sort]
            before = [place for place in named if place.start < match.start()]
            if named:
                return max(before, key=lambda place: place.start) if before else named[0]
        return None

    def _narrowed(self, own: PlaceName, *, background: bool) -> PlaceName:
        """The document's place instead of a town, province or country around it."""
        if own.rank == SPOT or background:
            return own
        event = self.event
        is_narrower = event is not None and event.rank < own.rank
        if event and is_narrower and (own.is_landmark or self._lies_in(event, own)):
            return event
        main = self._main
        return self._closest(own, [main]) if main is not None else own

    def _lies_in(self, inner: PlaceName, outer: PlaceName) -> bool:
        """Whether a place can be in another, as far as the text and the gazetteer tell."""
        if inner.rank >= outer.rank:
            return False
        around = self._introduced.get(name_key(inner.name), inner).around
        if any(sound_key(place.name) == sound_key(outer.name) for place in around):
            return True
        if outer.rank == COUNTRY:
            return country_of(outer.name) == self.country
        if inner.kind is None or inner.rank > SPOT:
            return outer.rank == PROVINCE and is_in_province(inner.name, outer.name)
        return outer.rank == PROVINCE and not around

    def _from_paragraph(self, sentence: Sentence) -> PlaceName | None:
        widest = PROVINCE if self._points_back(sentence) else DISTRICT
        for index in range(sentence.index - 1, max(sentence.index - 1 - _BACK, -1), -1):
            earlier = self._parsed.sentences[index]
            goes_on = widest == PROVINCE and index == sentence.index - 1
            if earlier.paragraph != sentence.paragraph and not goes_on:
                return None
            names = [
                place
                for place in self.names(earlier)
                if place.is_sure and _is_scene(place) and not place.is_landmark
            ]
            narrow = [place for place in names if place.rank <= widest and not self._is_said(place)]
            if narrow:
                return narrow[-1]
        return None

    def _points_back(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about what was told before: "in the attack, he added"."""
        return _pointing().search(self._text, sentence.start, sentence.end) is not None

    @cached_property
    def country(self) -> str | None:
        """The country that the document is about."""
        for place in (self.event, self.dateline):
            known = (place, *place.around) if place and place.rank != SPOT else ()
            for name in known or (place.around if place else ()):
                if country := country_of(name.name):
                    return country
        return None

    @cached_property
    def _introduced(self) -> dict[str, PlaceName]:
        """Each place by its key, in the form that tells most of it."""
        found: dict[str, PlaceName] = {}
        for sentence in self._parsed.sentences:
            if not kind_pattern().search(self._text, sentence.start, sentence.end):
                continue
            for place in self.names(sentence):
                for each in (place, *place.around):
                    known = found.get(name_key(each.name))
                    if known is None or _tells(each) > _tells(known):
                        found[name_key(each.name)] = each
        return found

    @cached_property
    def _frequent(self) -> PlaceName | None:
        """The spot or town that the text names most often with its sort."""
        counts = Counter(
            {
                key: self._text.count(place.name)
                for key, place in self._introduced.items()
                if place.kind and place.rank <= TOWN
            }
        )
        best = counts.most_common(1)
        return self._introduced[best[0][0]] if best and best[0][1] >= _FREQUENT else None

    def _in_full(self, place: PlaceName) -> PlaceName:
        """The place as the text names it most fully: "Camp Karvat" where it also says "Karvat"."""
        full = self._introduced.get(name_key(place.name), place)
        is_other = full.rank != place.rank and (place.kind or rank_of(place.name) is not None)
        return place if is_other else full

    def _is_said(self, place: PlaceName) -> bool:
        """Whether a place is where somebody spoke or went, without the help of a parse."""
        text = self._text
        before, after = (
            text[max(0, place.start - 40) : place.start],
            text[place.end : place.end + 24],
        )
        return any(
            pattern.search(beside) for pattern, beside in zip(_said(), (before, after), strict=True)
        )


def _is_scene(place: PlaceName) -> bool:
    return place.role is PlaceRole.SCENE


def _sort_of(place: PlaceName) -> str | None:
    return linked_kinds().get(place.kind.casefold()) if place.kind else None


def _tells(place: PlaceName) -> tuple[int, bool, bool]:
    return len(place.around), place.kind is not None, bool(place.kind and place.kind[0].isupper())


@per_language
def _linked_nouns() -> regex.Pattern[str]:
    nouns = "|".join(sorted(linked_kinds(), key=len, reverse=True))
    return compile_pattern("definite-kind-of-place", kind=nouns)


@per_language
def _pointing() -> regex.Pattern[str]:
    return compile_pattern("definite-happening", happening=spelled("happening"))


@per_language
def _said() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What a verb of saying or going looks like before a place, and after one."""
    said, going = alternatives("saying"), spelled("going")
    return (
        compile_pattern("said-or-went-before-place", saying=said, going=going),
        compile_pattern("said-after-date", verb=said),
    )
