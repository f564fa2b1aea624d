"""A verb of mourning whose object are the dead: "the village buried five men"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.construction import Actor
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.transitive import TRANSITIVE
from extractors.constructions.harm_lexicon import harm_forms
from extractors.languages.context_words import words_of
from extractors.syntax.phrases import prepositions_of
from extractors.syntax.roles import (
    active_subjects_of,
    has_passive_auxiliary,
    is_any_auxiliary,
    objects_of,
    passive_subjects_of,
)
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def _buried(verb: "Token") -> Iterator["Token"]:
    """Whom people bury, not whom a wall buries: "a wall buried five men", "under the rubble"."""
    mourners = active_subjects_of(verb)
    beneath = any(prepositions_of(verb, words_of("beneath")))
    if not beneath and any(_can_mourn(each) for each in mourners):
        yield from (each for each in objects_of(verb) if not _has_harm(each))
    if has_passive_auxiliary(verb) and not _is_disaster(verb):
        yield from _buried_before(verb)


def _is_disaster(verb: "Token") -> bool:
    """Whether what buried people did not honour them: "were buried under the rubble"."""
    return not words_of("buries").isdisjoint(t.lemma_.lower() for t in verb.subtree)


def _buried_before(verb: "Token") -> Iterator["Token"]:
    """The people whom a passive counts right before its auxiliaries: "By Friday 154 were buried".

    The parse can take their number for a part of the day.
    """
    first = min(each.i for each in verb.lefts if is_any_auxiliary(each))
    head = verb.doc[first - 1] if first else verb
    if is_numeral(head):
        yield from (head,) if not any(head.lefts) else ()
    elif head in passive_subjects_of(verb) and is_people(head) and not _has_harm(head):
        before = verb.doc[head.i - 1] if head.i else head
        if is_numeral(before) and not _is_told(before):
            yield head if before.head == head else before


def _is_told(number: "Token") -> bool:
    """Whether a number tells of people told before: "the two men", not "said that two men"."""
    before = number.doc[number.i - 1] if number.i else number
    return before.lower_ in words_of("definite") - words_of("complementizer")


def _has_harm(noun: "Token") -> bool:
    """Whether another word tells of what befell them: "buried the 14 people killed there"."""
    return any(each.lower_ in harm_forms() for each in noun.children)


def _can_mourn(noun: "Token") -> bool:
    return is_people(noun) or noun.lower_ in words_of("mourner")


BURIAL = replace(
    TRANSITIVE,
    id="burial",
    meaning="a verb of mourning whose object are the dead",
    victims="object; subject of a passive, where it counts people",
    actor=Actor.BYSTANDER,
    frame="burial",
    takes_before=False,
    takes_behind=False,
    find_heads=_buried,
    examples=(
        "The village buried five men.",
        "They have buried 19 of their people since Friday.",
        "By Friday 154 had been buried.",
        "The mayor said that 154 people had been buried.",
    ),
    counter_examples=(
        "The mud buried five men.",
        "The villagers buried five mines.",
        "By Friday 154 mines had been buried.",
        "The mayor said that the 154 people had been buried.",
        "Five men were buried under the rubble.",
    ),
)
