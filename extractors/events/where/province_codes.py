"""Provinces and states by the abbreviations that follow the name of a town."""

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language


class ProvinceCode(LexiconEntry):
    """A province with its abbreviations; the head of `province_codes.yml` explains the fields."""

    name: str


@per_language
def province_codes() -> dict[str, str]:
    """The provinces' names by their abbreviations, without the last full stop."""
    return {
        word.removesuffix("."): entry.name
        for entry in load_lexicon("province_codes", ProvinceCode)
        for word in entry.words
    }
