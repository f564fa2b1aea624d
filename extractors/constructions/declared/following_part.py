"""Parts of a count in the sentence after it: "Twenty of them were children"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import (
    goes_on,
    noun_after,
    predicate_noun,
)
from extractors.constructions.findings import Findings
from extractors.languages.date_words import date_words
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import root_of
from extractors.syntax.word_classes import is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSE = 24


def follows_whole(folded: str) -> bool:
    """Whether a sentence can tell a part of the count before it: the cheap test."""
    return any(
        each.search(folded)
        for each in (
            pattern("of-them-follows"),
            pattern("they-include"),
            pattern("subject-and-copula"),
        )
    )


def _find_following_parts(findings: Findings) -> Iterator[Casualty]:
    """Parts told in the sentence after their whole, the last count of the one before."""
    sentence, whole = findings.sentence, findings.told_before[-1]
    told, root = whole.number, root_of(sentence.tree)
    listed: Number | None = None
    for number in sentence.numbers:
        after = pattern("of-them").match(sentence.folded[number.end :])
        if number.refusal or told.value == 0:
            continue
        if _lists(sentence, number, listed):
            noun = noun_after(sentence, number)
            listed = number
        elif (noun := _spelled_out(sentence, number)) is not None:
            pass
        elif after is not None and not (
            _has_noun_before(sentence, number) or _speaks(sentence, number.end + after.end())
        ):
            noun = noun_after(sentence, replace(number, end=number.end + after.end()))
        else:
            continue
        yield Casualty(
            harm=whole.harm,
            number=number,
            noun=noun,
            predicate=root,
            construction=FOLLOWING_PART,
            rule=FOLLOWING_PART.id,
            whole=told,
            denied=whole.denied,
            entry=whole.entry,
        )


def _spelled_out(sentence: SentenceView, number: Number) -> "Token | None":
    """Who a bare number that opens a sentence says they were: "Of those 45, nine were women"."""
    before = sentence.folded[: number.start]
    if before.strip(" \"'") and not pattern("of-those-opens").match(before):
        return None
    victims = pattern("victims-follow").match(sentence.folded[number.end :])
    end = number.end + (victims.end() if victims else 0)
    return predicate_noun(sentence, replace(number, end=end))


def _lists(sentence: SentenceView, number: Number, listed: Number | None) -> bool:
    """Whether a sentence lists those counted before: "They include 10 children, two nurses"."""
    noun = noun_after(sentence, number)
    if noun is None or noun.idx - number.end > _CLOSE:
        return False
    if listed is not None:
        return goes_on(sentence, listed, number)
    return any(m.end() == number.start for m in pattern("they-include").finditer(sentence.folded))


def _has_noun_before(sentence: SentenceView, number: Number) -> bool:
    """Whether "of them" has an antecedent of its own: "Sixty houses burned, 20 of them"."""
    return any(is_noun(t) for t in sentence.tree if t.idx < number.start)


def _speaks(sentence: SentenceView, end: int) -> bool:
    """Whether what follows is a verb of saying: ""It burned all night," one of them said"."""
    follower = next((t for t in sentence.tree if t.idx >= end), None)
    return follower is not None and follower.lower_ in date_words("saying")


FOLLOWING_PART = CountPattern(
    id="part-following",
    meaning="a part of the last count of the sentence before",
    victims='the noun after the number, or what "they were"',
    phase=Phase.NEXT_SENTENCE,
    find=_find_following_parts,
    examples=(
        "The blast killed 40 villagers. Twenty of them were children.",
        "The flood killed 30 people. Nineteen were women.",
        "The raid killed 45 men. Of those 45, nine were guards.",
    ),
    counter_examples=("The blast killed 40 villagers. Sixty houses burned, 20 of them.",),
)
