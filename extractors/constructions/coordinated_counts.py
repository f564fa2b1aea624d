"""Counts beside one another: which is a part of which, and whom each counts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import Construction
from extractors.constructions.counted_phrases import is_people
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import is_relative_clause
from extractors.syntax.phrases import names_its_noun
from extractors.syntax.roles import has_auxiliary
from extractors.syntax.word_classes import has_class, is_common_noun, is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 160


def part_of(
    whole: Casualty, number: Number, noun: "Token | None", construction: Construction
) -> Casualty:
    """A count of some of those whom another counts, told of as they are."""
    return replace(
        whole,
        number=number,
        noun=noun,
        construction=construction,
        rule=construction.id,
        whole=whole.number,
    )


def is_part(sentence: SentenceView, number: Number) -> bool:
    """Whether the words around a number make it a part: "including two", "two among them"."""
    before = sentence.folded[max(0, number.start - _REACH) : number.start]
    after = sentence.folded[number.end :]
    if pattern("list-opener").search(before) or pattern("of-them").match(after):
        return True
    listed = pattern("listed-before").search(before) and pattern("among-them-behind").match(after)
    return bool(listed)


def whole_before(number: Number, found: Sequence[Casualty]) -> Casualty | None:
    """The count told last before the number."""
    earlier = [c for c in found if c.number.end <= number.start and c.number.value != 0]
    return max(earlier, key=lambda c: c.number.end, default=None)


def goes_on(sentence: SentenceView, last: Number, number: Number) -> bool:
    """Whether a list goes on: "three children, two women and a priest".

    It ends at the verb: "six, including | two boys, were killed and three others wounded".
    """
    between = (t for t in sentence.tree if last.end <= t.idx < number.start)
    if any(has_auxiliary(t) and not is_relative_clause(t) for t in between):
        return False
    return last.end < number.start and bool(
        pattern("list-goes-on").match(sentence.folded[last.end : number.start])
    )


def predicate_noun(sentence: SentenceView, number: Number) -> "Token | None":
    """What those counted are: "22 were women", not "22 were freed"."""
    copula = pattern("copula-follows").match(sentence.folded[number.end :])
    if copula is None:
        return None
    return named_at(sentence, replace(number, end=number.end + copula.end()))


def named_at(sentence: SentenceView, number: Number) -> "Token | None":
    """The noun of the phrase that begins right where a number ends."""
    following = next((token for token in sentence.tree if token.idx >= number.end), None)
    if following is None or not has_class(following, {"NOUN", "PROPN", "ADJ", "DET"}):
        return None
    return noun_after(sentence, number)


def noun_after(sentence: SentenceView, number: Number) -> "Token | None":
    """The noun of people that a number counts, as far as the words after it tell."""
    for token in sentence.tree:
        if token.idx < number.end:
            continue
        if is_noun(token) and is_people(token):
            if _names_thing(token):
                continue
            return token if not _is_modifier(token) else token.head
        if (
            token.idx - number.end > 40
            or token.text in {",", ";", ":", "."}
            or token.lower_ in words_of("relative-subject")
        ):
            return None
    return None


def _names_thing(token: "Token") -> bool:
    """Whether a noun tells of what sort the thing behind it is: "blunt *force* trauma"."""
    thing = token.head
    is_beside = names_its_noun(token) and thing.i == token.i + 1
    return is_beside and is_common_noun(thing) and not is_people(thing)


def _is_modifier(token: "Token") -> bool:
    return (
        names_its_noun(token)
        and is_people(token.head)
        and not any(between.is_punct for between in token.doc[token.i : token.head.i])
    )
