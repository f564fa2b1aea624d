"""English words as the parser's lemmatizer knows them, and names."""

from itertools import chain

from extractors.languages.lexicon import Entry, load_lexicon
from extractors.languages.pack import active_pack, per_language


class ProperWord(Entry):
    """Words written with a capital, or words that a name follows."""

    kind: str


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
    tables = parser.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = chain.from_iterable(tables.get_table("lemma_index").values())
    irregular = chain.from_iterable(tables.get_table("lemma_exc").values())
    entries = load_lexicon("proper", ProperWord)
    of_kind = {
        kind: frozenset(word for entry in entries if entry.kind == kind for word in entry.words)
        for kind in ("name", "title")
    }
    common = frozenset(chain(index, irregular, parser.Defaults.stop_words)) - of_kind["name"]
    return ModelVocabulary(common, of_kind["name"], of_kind["title"])
