"""Words of doubt beside a figure."""

from typing import TYPE_CHECKING

import regex

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.syntax.clauses import is_set_off
from extractors.syntax.word_classes import is_full_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

"""Words that doubt a source: "unconfirmed reports"."""


class Hedge(LexiconEntry):
    """Words of doubt.

    Attributes:
        core: The word of a phrase that carries the doubt ("were *reported*").
    """

    core: tuple[str, ...] = ()


@per_language
def _cores() -> frozenset[str]:
    return frozenset(core for hedge in load_lexicon("hedges", Hedge) for core in hedge.core)


@per_language
def _pattern() -> "regex.Pattern[str]":
    words = [word for hedge in load_lexicon("hedges", Hedge) for word in hedge.words]
    ordered = sorted(words, key=len, reverse=True)
    joined = "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return regex.compile(rf"\b(?:{joined})\b", regex.IGNORECASE)


def find_hedge(tree: "Doc", start: int, end: int, left: int, right: int) -> str | None:
    """Find the word of doubt nearest to a figure, where it bears on the figure's clause.

    Args:
        tree: The parse of the figure's sentence; all offsets refer to its text.
        start: Where the figure starts.
        end: Where it ends.
        left: Where the words that can doubt it start.
        right: Where they end.

    Returns:
        The words in one line, or none.
    """
    figure = tree.char_span(start, end, alignment_mode="expand")
    if figure is None:
        return None
    found = [
        match
        for match in _pattern().finditer(tree.text, left, right)
        if (hedge := tree.char_span(*match.span(), alignment_mode="expand")) is not None
        and _bears_on(hedge, figure)
    ]
    if not found:
        return None
    nearest = min(found, key=lambda match: max(start - match.end(), match.start() - end))
    words = nearest.group().split()
    return next((word for word in words if word.lower() in _cores()), " ".join(words))


def _bears_on(hedge: "Span", figure: "Span") -> bool:
    """Whether a hedge stands in the clause of a figure: nothing set off lies between them."""
    words = {hedge.root, hedge.root.head, *(token for token in hedge if is_full_verb(token))}
    token: Token = figure.root
    while token not in words:
        if is_set_off(token) or token.head == token:
            return not _comma_between(hedge, figure)
        token = token.head
    return True


def _comma_between(hedge: "Span", figure: "Span") -> bool:
    first, last = sorted([hedge, figure], key=lambda span: span.start)
    return any(token.is_punct for token in hedge.doc[first.end : last.start])
