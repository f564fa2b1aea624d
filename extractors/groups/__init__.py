"""Who the victims are: groups, their aliases, and the sides of a document.

`read_groups(text)` once a document, `find_group(phrase, noun, context)` once a claim,
`victim_attributes(phrase)` for what else the words tell.
"""

from extractors.groups.attributes import victim_attributes
from extractors.groups.document import DocumentGroups, read_groups
from extractors.groups.find import find_group
from extractors.groups.lexicon import Group, GroupKind
from extractors.groups.victims import GroupContext

__all__ = [
    "DocumentGroups",
    "Group",
    "GroupContext",
    "GroupKind",
    "find_group",
    "read_groups",
    "victim_attributes",
]
