"""English words as the parser's lemmatizer knows them, and names."""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from extractors.languages.date_words import capitalized_dates
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language
from extractors.languages.title_words import title_words

if TYPE_CHECKING:
    from spacy.language import Language


class ModelVocabulary:
    """The dictionary of the parser's lemmatizer (WordNet), with the names of a lexicon.

    Attributes:
        common: Words of the dictionary and function words, in lower case.
        names: Words written with a capital, in lower case.
        titles: Words that a person's name follows.
    """

    def __init__(
        self, common: frozenset[str], names: frozenset[str], titles: frozenset[str]
    ) -> None:
        self.common = common
        self.names = names
        self.titles = titles

    def is_common(self, lower: str) -> bool:
        """Whether the dictionary has the word."""
        return lower in self.common

    def is_name(self, lower: str) -> bool:
        """Whether the word is a month, a day, a country or a people."""
        return lower in self.names

    def is_title(self, lower: str) -> bool:
        """Whether a person's name follows the word."""
        return lower in self.titles


@per_language
def load_vocabulary() -> ModelVocabulary:
    """Read the dictionary out of the parser once a process."""
    parser = active_pack().load_parser()
    dictionary = _dictionary(parser) if parser.has_pipe("lemmatizer") else ()
    entries = load_lexicon("proper", LexiconEntry)
    names = frozenset(word for entry in entries for word in entry.words)
    names |= capitalized_dates()
    common = frozenset(chain(dictionary, parser.Defaults.stop_words)) - names
    return ModelVocabulary(common, names, title_words())


def _dictionary(parser: "Language") -> Iterable[str]:
    tables = parser.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    names = ("lemma_index", "lemma_exc")
    return chain.from_iterable(words for name in names for words in tables.get_table(name).values())
