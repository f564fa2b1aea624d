"""A number that tells a part of a count: "23 people, including three women"."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import (
    goes_on,
    is_part,
    noun_after,
    part_of,
    predicate_noun,
    whole_before,
)
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.implied_part import IMPLIED_PART
from extractors.constructions.declared.noun_count import NOUN_COUNT
from extractors.constructions.findings import Findings
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.forms import is_past_participle, is_plural_noun
from extractors.syntax.word_classes import has_class, is_common_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


def _find_parts(findings: Findings) -> Iterator[Casualty]:
    """The numbers that tell a part of a count in the same sentence."""
    sentence, free, found = findings.sentence, findings.untaken, findings.found
    last: Casualty | None = None
    for number in free:
        divided = _divided_after(sentence, number, found)
        if divided is not None:
            yield part_of(divided, number, noun_after(sentence, number) or divided.noun, PART)
            continue
        whole = _whole_of_list(sentence, number, found)
        if _tells_whose(sentence, number):
            continue
        if whole is None or _is_of_uncounted(sentence, number, whole, free):
            continue
        if whole.number.value is not None and _is_shared_out(sentence, whole.number):
            listed = number.value is not None and number.value < whole.number.value
            noun = predicate_noun(sentence, number)
            if listed and noun is not None:
                yield part_of(whole, number, noun, PART)
                continue
        listed = last is not None and goes_on(sentence, last.number, number)
        noun = noun_after(sentence, number)
        opened = is_part(sentence, number) and not (
            _counts_things(sentence, number) or _counts_attacks(sentence, number, whole)
        )
        opened = opened or _is_told_where(sentence, number, whole)
        if not (opened or (listed and noun is not None)):
            continue
        last = part_of(whole, number, noun, PART)
        yield last


def _whole_of_list(
    sentence: SentenceView, number: Number, found: tuple[Casualty, ...]
) -> Casualty | None:
    """The count told last before, or the one whose parts a list goes on with after that part."""
    last = whole_before(number, found)
    if last is None or last.whole is None or not goes_on(sentence, last.number, number):
        return last
    return next((each for each in found if each.number == last.whole), last)


def _tells_whose(sentence: SentenceView, number: Number) -> bool:
    """Whether a count only tells whose others are: "the family of one of the victims"."""
    before = [token for token in sentence.tree if token.idx < number.start][-2:]
    if len(before) < 2 or before[1].lower_ not in words_of("genitive-preposition"):
        return False
    return is_people(before[0]) or before[0].lower_ in words_of("mourner")


def _is_of_uncounted(
    sentence: SentenceView, number: Number, whole: Casualty, free: tuple[Number, ...]
) -> bool:
    """Whether "of them" points to people unharmed: "one died and 12 fled, most of them pupils"."""
    if not pattern("of-them").match(sentence.folded[number.end :]):
        return False
    between = (n for n in free if whole.number.end <= n.start and n.end <= number.start)
    return any(noun_after(sentence, n) is not None and not is_part(sentence, n) for n in between)


def _counts_things(sentence: SentenceView, number: Number) -> bool:
    """Whether a number counts no people: "26 died in attacks, including two car bombings"."""
    after = (token for token in sentence.tree if token.idx >= number.end)
    phrase = [*takewhile(_is_in_phrase, after)]
    nouns = [token for token in phrase if is_common_noun(token)]
    return bool(nouns) and not any(is_people(token) for token in phrase)


def _is_in_phrase(token: "Token") -> bool:
    """Whether a word can stand in the phrase that a number opens: "two burnt cars"."""
    return has_class(token, {"NOUN", "PROPN", "ADJ"}) or is_past_participle(token)


def _counts_attacks(sentence: SentenceView, number: Number, whole: Casualty) -> bool:
    """Whether a bare number counts attacks: "26 died in air strikes, including one near a school".

    It does where attacks are the last plural before it and it tells what one of them hit.
    """
    if pattern("what-was-hit").match(sentence.folded[number.end :]) is None:
        return False
    between = [t for t in sentence.tree if whole.number.end <= t.idx < number.start]
    plurals = [token for token in between if is_plural_noun(token)]
    return bool(plurals) and plurals[-1].lemma_.lower() in words_of("attack")


def _is_told_where(sentence: SentenceView, number: Number, whole: Casualty) -> bool:
    """Whether a clause tells where some of the deaths occurred: "18 deaths, 16 of which …".

    The pronoun stands for the last noun in the plural before it.
    """
    between = [t for t in sentence.tree if whole.number.end <= t.idx < number.start]
    plurals = [token for token in between if is_plural_noun(token)]
    counts_itself = whole.construction is NOUN_COUNT and plurals == [whole.predicate]
    return counts_itself and pattern("of-which").match(sentence.folded[number.end :]) is not None


def _divided_after(
    sentence: SentenceView, number: Number, found: tuple[Casualty, ...]
) -> Casualty | None:
    """The count that a number is a share of: "ten of the 13 killed", "two were among the 13"."""
    for each in found:
        between = sentence.folded[number.end : each.number.start]
        if pattern("of-definite").fullmatch(between) or pattern("was-among").match(between):
            return each
    return None


def _is_shared_out(sentence: SentenceView, whole: Number) -> bool:
    """Whether a sentence goes on to divide a count: "Of the 57 killed, 22 were women"."""
    return (
        pattern("partitive-preposition-before").search(sentence.folded[: whole.start]) is not None
    )


PART = CountPattern(
    id="part",
    meaning="a number that tells a part of a count in the same sentence",
    victims="the noun that the number counts",
    phase=Phase.PARTS,
    after=(IMPLIED_PART,),
    find=_find_parts,
    examples=(
        "The blast killed 23 people, including three women.",
        "Ten of the 13 miners killed were from the valley.",
        "Of the 57 people killed, 22 were women.",
    ),
    counter_examples=(
        "The blast killed 26 people, including in two car bombings.",
        "The army killed 26 people in air strikes, including one near a school.",
    ),
)
