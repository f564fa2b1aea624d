"""People whose surname is also the name of a town."""

from collections.abc import Iterator

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.headlines import is_in_title_case
from extractors.events.when.timex_words import value_of
from extractors.events.where.known_names import adjectives, rank_of
from extractors.events.where.place_cues import HELD
from extractors.events.where.place_kinds import COUNTRY, PROVINCE, TOWN, PlaceWordKind, kinds, words
from extractors.events.where.place_name import PlaceName

_FORENAME = regex.compile(r"(?<=(?<![\p{L}-])(\p{Lu}[\p{L}'-]+\.?)\s)")
"""Where a capitalised word ends and a blank follows it."""
_END = regex.compile(r"s?\b")


class Surnames:
    """The surnames in one document that could be taken for places."""

    def __init__(self, parsed: DocumentAnalysis) -> None:
        self._parsed = parsed
        self._known: dict[str, bool] = {}

    def has(self, place: PlaceName) -> bool:
        """Whether the text has the name after another: "Ann Clinton", so "Clinton" is no town."""
        is_open = place.rank == TOWN or (place.rank == PROVINCE and not place.is_sure)
        if place.kind is not None or not is_open or place.within or " " in place.name:
            return False
        if place.name not in self._known:
            self._known[place.name] = self._is_surname(place.name)
        return self._known[place.name]

    def _is_surname(self, name: str) -> bool:
        text = self._parsed.folded
        if f" {name}" not in text:
            return False
        whole = (at for at in _places_of(name, text) if _END.match(text, at + len(name)))
        forenames = filter(None, (_FORENAME.match(text, at) for at in whole))
        return any(
            not _leads_place(each[1]) and not self._is_in_headline(each.start(1))
            for each in forenames
        )

    def _is_in_headline(self, offset: int) -> bool:
        sentence = self._parsed.sentence_at(offset)
        text = self._parsed.folded
        return sentence is not None and is_in_title_case(text[sentence.start : sentence.end])


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _leads_place(word: str) -> bool:
    """Whether a capitalised word before a place's name need not be a person's name."""
    plain = word.casefold()
    roles: tuple[PlaceWordKind, ...] = ("opener", "common", "where")
    is_word = any(plain in words(role) for role in roles) or plain in kinds("before")
    is_word = is_word or HELD.match(word) is not None
    is_date = value_of("weekday", word) is not None or value_of("month", word) is not None
    return is_word or is_date or word in adjectives() or rank_of(word) in {PROVINCE, COUNTRY}
