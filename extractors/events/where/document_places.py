"""The places that a document names, as its text tells them."""

from collections import Counter
from functools import cached_property

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.datelines import follows_place, is_place_in_capitals
from extractors.document.text import Sentence, fold
from extractors.events.when.document_creation_time import DocumentCreationTime
from extractors.events.where.known_names import rank_of
from extractors.events.where.name_keys import name_key
from extractors.events.where.place_kinds import (
    TOWN,
    kind_pattern,
    spelled,
)
from extractors.events.where.place_mentions import find_place_names
from extractors.events.where.place_name import PlaceName
from extractors.events.where.surnames import Surnames
from extractors.languages.date_words import alternatives
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern

_LEAD = 8
_FREQUENT = 2


class DocumentPlaces:
    """The places that one document names, each found when first asked for.

    Attributes:
        parsed: The document.
        title: Its title, without the outlet's name.
        people: Whose names look like places.
    """

    def __init__(
        self, parsed: DocumentAnalysis, created: DocumentCreationTime, title: str = ""
    ) -> None:
        self.parsed = parsed
        self.title = pattern("broadcaster-in-title").sub("", fold(title))
        self.surnames = Surnames(parsed)
        self._created = created
        self._named: dict[int, list[PlaceName]] = {}
        self._found: dict[int, tuple[PlaceName, ...]] = {}

    @cached_property
    def titled(self) -> list[PlaceName]:
        """The places that the title names, for what lies in them."""
        return find_place_names(self.title, 0, len(self.title))

    @cached_property
    def text(self) -> str:
        """The folded text, its sentences in capitals written as the parser reads them."""
        text = self.parsed.folded
        for sentence in self.parsed.sentences:
            if text[sentence.start : sentence.end].isupper():
                cased = self.parsed.parser_text(sentence.index)
                text = text[: sentence.start] + cased + text[sentence.end :]
        return text

    def all_names(self, sentence: Sentence) -> list[PlaceName]:
        """The places of a sentence, those of the date line among them."""
        if sentence.index not in self._named:
            named = find_place_names(self.text, sentence.start, sentence.end)
            self._named[sentence.index] = named
        return self._named[sentence.index]

    def names(self, sentence: Sentence) -> tuple[PlaceName, ...]:
        """The places of a sentence, without those of the date line."""
        if sentence.index not in self._found:
            self._found[sentence.index] = tuple(
                place
                for place in self.all_names(sentence)
                if not self._is_dateline(place, sentence) and not self.surnames.has(place)
            )
        return self._found[sentence.index]

    def _is_dateline(self, place: PlaceName, sentence: Sentence) -> bool:
        line = self._created.dateline
        outer = place.around[-1].end if place.around else place.end
        if line is not None and line.start - 4 <= outer <= line.start:
            return True
        if sentence.index > _LEAD or place.start - sentence.start > 4:
            return False
        if is_place_in_capitals(self.text, place.start, place.end):
            return True
        # its dash may stand between two sentences
        return follows_place(self.text, place.end, sentence.end + len(" -- "))

    @cached_property
    def dateline(self) -> PlaceName | None:
        """The place that opens the text: where it was written, and perhaps no more."""
        for sentence in self.parsed.sentences[:_LEAD]:
            for place in self.all_names(sentence):
                if self._is_dateline(place, sentence):
                    return place
        return None

    @cached_property
    def introduced(self) -> dict[str, PlaceName]:
        """Each place by its key, in the form that tells most of it."""
        found: dict[str, PlaceName] = {}
        for sentence in self.parsed.sentences:
            if not kind_pattern().search(self.text, sentence.start, sentence.end):
                continue
            for place in self.names(sentence):
                for each in (place, *place.around):
                    known = found.get(name_key(each.name))
                    if known is None or _tells(each) > _tells(known):
                        found[name_key(each.name)] = each
        return found

    @cached_property
    def frequent(self) -> PlaceName | None:
        """The spot or town that the text names most often with its sort."""
        counts = Counter(
            {
                key: self.text.count(place.name)
                for key, place in self.introduced.items()
                if place.kind and place.rank <= TOWN
            }
        )
        best = counts.most_common(1)
        return self.introduced[best[0][0]] if best and best[0][1] >= _FREQUENT else None

    def in_full(self, place: PlaceName) -> PlaceName:
        """The place as the text names it most fully: "Camp Karvat" where it also says "Karvat"."""
        full = self.introduced.get(name_key(place.name), place)
        is_other = full.rank != place.rank and (place.kind or rank_of(place.name) is not None)
        return place if is_other else full

    def is_said(self, place: PlaceName) -> bool:
        """Whether a place is where somebody spoke or went, without the help of a parse."""
        text = self.text
        before, after = (
            text[max(0, place.start - 40) : place.start],
            text[place.end : place.end + 24],
        )
        return any(
            pattern.search(beside) for pattern, beside in zip(_said(), (before, after), strict=True)
        )


def _tells(place: PlaceName) -> tuple[int, bool, bool]:
    return len(place.around), place.kind is not None, bool(place.kind and place.kind[0].isupper())


@per_language
def _said() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What a verb of saying or going looks like before a place, and after one."""
    said, going = alternatives("saying"), spelled("going")
    return (
        compile_pattern("said-or-went-before-place", saying=said, going=going),
        compile_pattern("said-after-date", verb=said),
    )
