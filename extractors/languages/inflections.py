"""The forms of words: regular ones by the language's pack, irregular ones by its lexicon."""

from collections.abc import Mapping
from typing import Literal

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language


class Inflections(LexiconEntry):
    """Irregular forms by their base.

    Attributes:
        part: Whether the words are verbs or nouns; "gun" and "round" are both.
        forms: The forms of each base, without it.
    """

    part: Literal["verb", "noun"]
    forms: Mapping[str, tuple[str, ...]]


@per_language
def _irregular(part: str) -> dict[str, tuple[str, ...]]:
    entries = load_lexicon("inflections", Inflections)
    of_part = (entry for entry in entries if entry.part == part)
    return {base: forms for entry in of_part for base, forms in entry.forms.items()}


def inflect(base: str, *, verb: bool) -> tuple[str, ...]:
    """List the forms of a word, the base first.

    Args:
        base: A single word.
        verb: Whether it is a verb; otherwise it is a noun.
    """
    irregular = _irregular("verb" if verb else "noun")
    if base in irregular:
        return (base, *irregular[base])
    return active_pack().inflect(base, verb)


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    return active_pack().inflect(noun, False)[-1]
