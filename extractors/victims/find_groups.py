"""Which group the victims of a claim belong to."""

from collections.abc import Callable

from extractors.victims import group_phrases, nationals, pointers, scenes
from extractors.victims.victim_groups import GroupContext, VictimPhrase

Rule = Callable[[VictimPhrase, GroupContext], str | None]

PHRASE_RULES: tuple[Rule, ...] = (
    group_phrases.by_residence,
    group_phrases.by_name,
    group_phrases.by_person,
    group_phrases.by_loss,
    pointers.by_pointer,
    group_phrases.by_description,
    group_phrases.by_exile,
    nationals.by_citizenship,
    group_phrases.by_kind,
    nationals.by_nation,
)
"""What the victims' words say, the surest first."""
SCENE_RULES: tuple[Rule, ...] = (
    scenes.by_relation,
    scenes.by_complement,
    scenes.by_side,
    scenes.by_clash,
    scenes.by_speaker,
    scenes.by_target,
)
"""What the sentence and its speaker say, where the words leave it open."""


def find_group(phrase: str | None, noun: str | None, context: GroupContext) -> str:
    """Name the group of the victims.

    Args:
        phrase: The victims' words as written, the number left out ("its members", "people"); null
            where the text leaves them out.
        noun: The victims' noun, resolved within the sentence, where the phrase is null.
        context: Where the claim stands, who did it and who says so.

    Returns:
        A name of the registry or of the document ("PMOI", "Iraqi security forces"), a class
        ("civilians", "officials", "journalists", "combatants", "security forces"), nationals
        ("Nepalis"), or "all" where the text leaves the side open.
    """
    victims = VictimPhrase(phrase, noun)
    for rule in PHRASE_RULES:
        found = rule(victims, context)
        if found is not None:
            return found
    if victims.is_open:
        for rule in SCENE_RULES:
            found = rule(victims, context)
            if found is not None:
                return found
    return group_phrases.ALL
