"""The cheap test before a parse: which sentences can hold a count of people harmed.

It is read off the constructions: a sentence passes where it has a trigger word of one of them and
all that this one needs.
"""

import re

from extractors.constructions.conditions import Condition, any_form, word_needs
from extractors.constructions.harm_lexicon import harm_forms
from extractors.constructions.registry import CONSTRUCTIONS
from extractors.constructions.surroundings import Surroundings
from extractors.constructions.word_patterns import lower, one_of
from extractors.languages.pack import per_language


def find_triggers(text: str) -> list[int]:
    """Find where the trigger words of constructions begin.

    Args:
        text: Any text.

    Returns:
        Offsets, in order; a text without any cannot hold a claim.
    """
    return [match.start() for match in _scanner().finditer(lower(text))]


def may_hold_harm(sentence: str) -> bool:
    """Whether a sentence can hold a count of people harmed.

    Args:
        sentence: The sentence, folded.
    """
    around = Surroundings(sentence)
    return any(
        all(holds(around, *match.span()) for holds in needed)
        for match in _scanner().finditer(around.lowered)
        for needed in _triggers()[match.group()]
    )


@per_language
def _scanner() -> re.Pattern[str]:
    return re.compile(one_of(_triggers()))


@per_language
def _triggers() -> dict[str, tuple[tuple[Condition, ...], ...]]:
    """For every form of a trigger word, what each of its constructions needs, all of it.

    A phrase is looked for by its longest word, which is the rarest: "custody", not "into".
    """
    triggers: dict[str, tuple[tuple[Condition, ...], ...]] = {}
    of_frame = {each.frame: each for each in CONSTRUCTIONS if each.frame is not None}
    for construction in CONSTRUCTIONS:
        for word in construction.trigger_words() if construction.trigger_words else ():
            triggers[word] = (tuple(construction.conditions()),)
    for first, entries in harm_forms().items():
        for entry, rest in entries:
            words = (first, *rest)
            rarest = max(words, key=len)
            for form in (first,) if rarest == first else any_form(rarest):
                needed = [*word_needs(entry, words)]
                construction = of_frame[entry.frame]
                if construction.trigger_words is not None:
                    continue
                if construction.needs is not None and not rest:
                    needed += construction.needs(form)
                triggers[form] = (*triggers.get(form, ()), tuple(needed))
    return triggers
