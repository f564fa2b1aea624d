"""Death that takes its victims like one who acts: "death claimed five miners"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.construction import HarmFrame
from extractors.constructions.harm_lexicon import HarmWord
from extractors.syntax.roles import is_active_subject, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    return is_active_subject(token) and token.head.lemma_ == "claim"


def _claimed(token: "Token") -> Iterator["Token"]:
    yield from objects_of(token.head)


DEATH_CLAIMS = HarmFrame(
    id="death-claims",
    meaning="death as who takes the victims",
    victims="object of the verb of which death is the subject",
    entries=("death",),
    fits=_fits,
    find_heads=_claimed,
    examples=("Death claimed five miners.",),
    counter_examples=("Death claimed five houses.", "The owner claimed five miners."),
)
