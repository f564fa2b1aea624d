"""A verb whose subject suffers the harm in its own people: "the army lost five men"."""

from dataclasses import replace

from extractors.constructions.construction import Actor
from extractors.constructions.declared.transitive import TRANSITIVE

LOSS = replace(
    TRANSITIVE,
    meaning="a verb whose subject suffers the harm in its own people",
    victims="object",
    actor=Actor.LOSER,
    frame="loss",
    examples=("The battalion lost five men.", "The navy lost 12 sailors in the storm."),
    counter_examples=("The firm lost two contracts.", "The province lost 300 jobs."),
)
