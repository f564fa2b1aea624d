"""The place of a count."""

from dataclasses import dataclass

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import SAYING, detours, distance
from extractors.events.when.dated import Dated
from extractors.events.when.document_creation_time import DocumentCreationTime
from extractors.events.where.document_places import DocumentPlaces
from extractors.events.where.document_scene import LEAD, DocumentScene, is_scene
from extractors.events.where.known_names import find_home, rank_of
from extractors.events.where.place_kinds import (
    COUNTRY,
    DISTRICT,
    PROVINCE,
    SPOT,
    TOWN,
    happening_pattern,
    kinds,
    linked_kinds,
)
from extractors.events.where.place_name import PlaceName, PlaceRole
from extractors.events.where.resolving import Path
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from schemas.terms import PlaceLevel

_BACK = 3


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
    """Where the counts of one document happened."""

    def __init__(
        self, parsed: DocumentAnalysis, created: DocumentCreationTime, title: str = ""
    ) -> None:
        self._places = DocumentPlaces(parsed, created, title)
        self._scene = DocumentScene(self._places)

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
        near = [place for rank, place in ranked if rank < SAYING and is_scene(place)]
        own = (
            self._beside(sentence, end)
            or self._where_clause(sentence, start)
            or next((place for place in near if place.is_sure or place.rank <= TOWN), None)
        )
        found = self._linked(sentence) or (own and self._narrowed(own, background=background))
        if found is None and not background:
            found = self._fronted(sentence) or self._from_paragraph(sentence) or self._scene.main
        if found is None:
            around = (place for _, place in ranked if place.role is not PlaceRole.ELSEWHERE)
            found = next(iter(near), None) or next(around, None)
        if found is None:
            found = self._home(sentence, background=background)
        if found is None:
            return Placed()
        full = self._places.in_full(found)
        return Placed(full.full_name, self._scene.resolver.resolve(full))

    def _fronted(self, sentence: Sentence) -> PlaceName | None:
        """The place that opens a sentence somebody else speaks in: "In Karvat, police said …".

        Of another country than the document's event it is where they speak: "In Paris, …".
        """
        text = self._places.text
        for place in self._places.names(sentence)[:2]:
            opens = pattern("fronted-place-before").fullmatch(text, sentence.start, place.start)
            closes = pattern("fronted-place-after").match(text, place.end, sentence.end)
            if opens and closes and place.is_sure and is_scene(place) and place.rank <= PROVINCE:
                path = self._scene.resolver.resolve(place)
                around = [each.name for each in path if each.level is PlaceLevel.COUNTRY]
                return place if self._scene.country in {None, *around} else None
        return None

    def _beside(self, sentence: Sentence, end: int) -> PlaceName | None:
        """The place right after a count: "52 in Karvat and 18 in Dorel"."""
        for place in self._places.names(sentence):
            if place.start > end and pattern("place-of-place").fullmatch(
                self._places.text, end, place.start
            ):
                return place
        return None

    def _where_clause(self, sentence: Sentence, start: int) -> PlaceName | None:
        """The town of whose clause a count is: "it lies near Karvat, where 13 people died"."""
        for place in reversed(self._places.names(sentence)):
            if place.start < start and place.rank <= TOWN and place.is_sure and is_scene(place):
                text, before = self._places.text, (sentence.start, place.start)
                opens = pattern("where-clause-behind").fullmatch(text, place.end, start)
                is_mark = pattern("compass-before-place").search(text, *before)
                return place if opens and not is_mark else None
        return None

    def _home(self, sentence: Sentence, *, background: bool) -> PlaceName | None:
        """The country that adjectives tell: "Ghanaian police" are in Ghana."""
        near = self._places.text[sentence.start : sentence.end]
        lead = self._places.text[: self._places.parsed.sentences[:LEAD][-1].end]
        country = find_home(near) or (None if background else find_home(lead))
        return PlaceName(sentence.start, sentence.start, country, COUNTRY) if country else None

    def _ranked(self, sentence: Sentence, start: int, end: int) -> list[tuple[int, PlaceName]]:
        names = self._places.names(sentence)
        if not names:
            return []
        tree, shift = self._places.parsed.tree(sentence.index), sentence.start

        def rank(place: PlaceName) -> tuple[int, ...]:
            at = (place.start - shift, place.end - shift)
            clauses = distance(tree, *at, start - shift, end - shift)
            unsure = not place.is_sure or place.is_landmark
            gap = place.start - end if place.start >= end else start - place.end
            return clauses == SAYING, unsure, clauses, place.rank, detours(tree, *at), gap

        ranks = sorted(((rank(place), place) for place in names), key=lambda pair: pair[0])
        return [(key[2], place) for key, place in ranks]

    def _linked(self, sentence: Sentence) -> PlaceName | None:
        """The place that "the camp" or "the village" stands for: of its own sentence, or before."""
        for match in _linked_nouns().finditer(self._places.text, sentence.start, sentence.end):
            kind = match["kind"].casefold()
            own = (p for p in self._places.names(sentence) if p.start <= match.start() < p.end)
            if beside := next(own, None) or self._named_before(match.start(), kind, sentence):
                return beside
            sort = linked_kinds()[kind]
            named = [place for place in self._places.introduced.values() if _sort_of(place) == sort]
            before = [place for place in named if place.start < match.start()]
            if named:
                return max(before, key=lambda place: place.start) if before else named[0]
        return None

    def _named_before(self, start: int, kind: str, sentence: Sentence) -> PlaceName | None:
        """The town that a sentence names last before "the city", without saying what it is."""
        entry = kinds("after").get(kind)
        if entry is None or entry.rank != TOWN:
            return None
        towns = [
            place
            for place in self._places.names(sentence)
            if place.end <= start and place.rank == TOWN and place.is_sure and is_scene(place)
        ]
        last = next((place for place in reversed(towns) if not place.is_landmark), None)
        is_bare = last is not None and last.kind is None and rank_of(last.name) is not None
        return last if is_bare else None

    def _narrowed(self, own: PlaceName, *, background: bool) -> PlaceName:
        """The document's place instead of a town, province or country around it."""
        if own.rank == SPOT or background:
            return own
        event = self._scene.event
        is_narrower = event is not None and event.rank < own.rank
        if event and is_narrower and (own.is_landmark or self._scene.lies_in(event, own)):
            return event
        main = self._scene.main
        return self._scene.closest(own, [main]) if main is not None else own

    def _from_paragraph(self, sentence: Sentence) -> PlaceName | None:
        widest = PROVINCE if self._points_back(sentence) else DISTRICT
        for index in range(sentence.index - 1, max(sentence.index - 1 - _BACK, -1), -1):
            earlier = self._places.parsed.sentences[index]
            goes_on = widest == PROVINCE and index == sentence.index - 1
            if earlier.paragraph != sentence.paragraph and not goes_on:
                return None
            names = [
                place
                for place in self._places.names(earlier)
                if place.is_sure and is_scene(place) and not place.is_landmark
            ]
            narrow = [
                place for place in names if place.rank <= widest and not self._places.is_said(place)
            ]
            if narrow:
                return narrow[-1]
        return None

    def _points_back(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about what was told before: "in the attack, he added"."""
        pointing = happening_pattern("definite-happening")
        return pointing.search(self._places.text, sentence.start, sentence.end) is not None


def _sort_of(place: PlaceName) -> str | None:
    return linked_kinds().get(place.kind.casefold()) if place.kind else None


@per_language
def _linked_nouns() -> regex.Pattern[str]:
    nouns = "|".join(sorted(linked_kinds(), key=len, reverse=True))
    return compile_pattern("definite-kind-of-place", kind=nouns)
