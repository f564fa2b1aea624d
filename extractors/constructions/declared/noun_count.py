"""A number on the noun of harm itself: "five deaths", "no casualties", "scores of lives"."""

from extractors.constructions.construction import Actor, Construction

NOUN_COUNT = Construction(
    id="noun-count",
    meaning="a number on the noun of harm itself",
    victims="complement, owner or adjective of the noun; whoever suffers it",
    actor=Actor.AGENT,
    subject_tells=True,
    names_word=True,
    examples=(
        "The ministry recorded five deaths.",
        "The raid caused no casualties.",
        "The garrison suffered five casualties.",
        "There were no reports of casualties.",
    ),
    counter_examples=("The office gave no casualty figures.", "Two massacres were remembered."),
)
