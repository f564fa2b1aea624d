"""People whose surname is also the name of a town."""

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.headlines import is_in_title_case
from extractors.document.text import REGEX_TIMEOUT
from extractors.events.when.timex_words import value_of
from extractors.events.where.known_names import adjectives, rank_of
from extractors.events.where.place_cues import HELD
from extractors.events.where.place_kinds import COUNTRY, PROVINCE, TOWN, PlaceWordKind, kinds, words
from extractors.events.where.place_name import PlaceName


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
        if text.count(f" {name}") == 0:
            return False
        plain = regex.escape(name)  # it comes first in the pattern, which is a fast search
        full = regex.compile(rf"{plain}(?<=(?<![\p{{L}}-])(\p{{Lu}}[\p{{L}}'-]+\.?)\s{plain})s?\b")
        return any(
            not _leads_place(match[1]) and not self._is_in_headline(match.start())
            for match in full.finditer(text, timeout=REGEX_TIMEOUT)
        )

    def _is_in_headline(self, offset: int) -> bool:
        sentence = self._parsed.sentence_at(offset)
        text = self._parsed.folded
        return sentence is not None and is_in_title_case(text[sentence.start : sentence.end])


def _leads_place(word: str) -> bool:
    """Whether a capitalised word before a place's name need not be a person's name."""
    plain = word.casefold()
    roles: tuple[PlaceWordKind, ...] = ("opener", "common", "where")
    is_word = any(plain in words(role) for role in roles) or plain in kinds("before")
    is_word = is_word or HELD.match(word) is not None
    is_date = value_of("weekday", word) is not None or value_of("month", word) is not None
    return is_word or is_date or word in adjectives() or rank_of(word) in {PROVINCE, COUNTRY}
