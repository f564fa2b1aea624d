"""A noun of shooting or stabbing with its victims: "the shooting of five guards"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.declared.event import EVENT, find_sufferers
from extractors.syntax.phrases import is_owner

if TYPE_CHECKING:
    from spacy.tokens import Token


def _hit(noun: "Token") -> Iterator["Token"]:
    """The complement of "of": an owner may be who shot ("the guard's shooting of two men")."""
    yield from (each for each in find_sufferers(noun) if not is_owner(each))


SHOOTING = replace(
    EVENT,
    id="shooting-of",
    meaning="a noun that tells that people were shot or stabbed",
    victims='complement of "of"',
    frame="shooting",
    counts_itself=False,
    find_heads=_hit,
    examples=(
        "The shooting of five villagers caused anger.",
        "A man was charged in the stabbing of two students.",
    ),
    counter_examples=(
        "The guard's shooting caused anger.",
        "The shooting of five films was put off.",
    ),
)
