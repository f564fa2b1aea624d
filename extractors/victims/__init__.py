"""Who the victims are: groups, their aliases, and the sides of a document.

`read_groups(text)` once a document, `find_group(phrase, noun, context)` once a claim,
`victim_attributes(phrase)` for what else the words tell.
"""

from extractors.victims.attributes import are_own_people, victim_attributes
from extractors.victims.document_groups import DocumentGroups, read_groups
from extractors.victims.find_groups import find_group
from extractors.victims.group_lexicon import Group, GroupKind
from extractors.victims.victim_groups import GroupContext

__all__ = [
    "DocumentGroups",
    "Group",
    "GroupContext",
    "GroupKind",
    "are_own_people",
    "find_group",
    "read_groups",
    "victim_attributes",
]
