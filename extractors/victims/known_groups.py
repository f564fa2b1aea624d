"""The names of groups that no text has to introduce."""

from extractors.victims.group_lexicon import demonyms, group_of, registry
from extractors.victims.group_phrases import ALL, CLASSES, COMBATANTS, FORCES


def known_groups() -> frozenset[str]:
    """Every group of the registry, every nation's people and armed sides, and the general ones.

    A group beyond these was read from the words of a document.
    """
    of_nations = (
        name
        for nation in demonyms().values()
        for name in (nation.forces.name, nation.fighters.name, *nation.nationals[:1])
    )
    registered = (group_of(entry).name for entry in registry().values())
    general = (ALL, COMBATANTS, FORCES, *(name for _, name in CLASSES))
    return frozenset((*registered, *of_nations, *general))
