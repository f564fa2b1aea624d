"""The registry of groups, the names of countries and peoples, and the common nouns around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractors.languages.inflections import plural
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.victims.spelling import key_of, keys_of


class GroupKind(StrEnum):
    """What sort of group it is."""

    ARMED_GROUP = "armed_group"
    SECURITY_FORCES = "security_forces"
    INTERNATIONAL_FORCE = "international_force"


@dataclass(frozen=True, slots=True)
class Group:
    """A group that can be a victim or an attacker.

    Attributes:
        name: What results call it.
        kind: What sort of group it is.
        countries: The countries and peoples that it belongs to, its own first.
    """

    name: str
    kind: GroupKind = GroupKind.ARMED_GROUP
    countries: tuple[str, ...] = ()

    @property
    def is_armed(self) -> bool:
        """Whether it fights without being a state's force."""
        return self.kind is GroupKind.ARMED_GROUP


class GroupEntry(LexiconEntry):
    """A group of the registry; the head of `groups.yml` explains the fields."""

    name: str
    kind: GroupKind = GroupKind.ARMED_GROUP
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    governs: bool = False

    @property
    def strong_aliases(self) -> tuple[str, ...]:
        """The names that count wherever they stand."""
        return self.aliases if self.name in self.weak_aliases else (self.name, *self.aliases)

    def keys(self) -> Iterator[str]:
        """Strong names and homes are unique; a weak one is unique in each country."""
        yield from sorted({" ".join(keys_of(name)) for name in self.strong_aliases + self.homes})
        weak = sorted({" ".join(keys_of(name)) for name in self.weak_aliases})
        yield from (f"{name} @ {country}" for name in weak for country in self.countries[:1])


class Demonym(LexiconEntry):
    """A country or people; the head of `demonyms.yml` explains the fields."""

    iso: str | None = None
    shared: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...]
    nationals: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    state: bool = True

    def keys(self) -> Iterator[str]:
        """No two countries share a name."""
        every = self.names + self.adjectives + self.nationals + self.capitals
        yield from sorted({" ".join(keys_of(name)) for name in every})

    @property
    def forces(self) -> Group:
        """The forces that are called after it."""
        adjective = self.adjectives[0]
        if self.state:
            return Group(f"{adjective} security forces", GroupKind.SECURITY_FORCES, (self.id,))
        return Group(f"{adjective} forces", GroupKind.ARMED_GROUP, (self.id,))

    @property
    def fighters(self) -> Group:
        """Armed men who are called after it, where no group is named."""
        return Group(f"{self.adjectives[0]} fighters", GroupKind.ARMED_GROUP, (self.id,))


class WordSet(LexiconEntry):
    """Common nouns that a rule looks for; one noun can be in several sets."""

    def keys(self) -> Iterator[str]:
        """A word stands in a set once."""
        yield from (f"{self.id}: {word}" for word in self.words)


@per_language
def demonyms() -> dict[str, Demonym]:
    """Countries and peoples by their id."""
    return {entry.id: entry for entry in load_lexicon("demonyms", Demonym)}


@per_language
def national_adjectives() -> frozenset[str]:
    """Adjectives of all countries and peoples."""
    return frozenset(name for entry in demonyms().values() for name in entry.adjectives)


@per_language
def registry() -> dict[str, GroupEntry]:
    """The groups by their id."""
    return {entry.id: entry for entry in load_lexicon("groups", GroupEntry)}


def group_of(entry: GroupEntry) -> Group:
    """The group that an entry stands for: a state's force counts as the state's forces."""
    if entry.kind is GroupKind.SECURITY_FORCES and entry.countries:
        return demonyms()[entry.countries[0]].forces
    return Group(entry.name, entry.kind, entry.countries)


@per_language
def nouns(name: str) -> frozenset[str]:
    """A set of common nouns in singular and plural, as keys of their words joined by blanks."""
    return frozenset(
        " ".join(keys_of(form, connectors=True))
        for word in nouns_as_written(name)
        for form in (word, plural(word), *_verb_forms(name, word))
    )


def nouns_as_written(name: str) -> tuple[str, ...]:
    """A set of nouns as the lexicon writes them."""
    entry = next(entry for entry in load_lexicon("group_words", WordSet) if entry.id == name)
    return entry.words


def _verb_forms(name: str, word: str) -> tuple[str, ...]:
    if name != "attack":
        return ()
    stem = word.removesuffix("e")
    return (stem + "ed", stem + "ing")


def is_noun(name: str, word: str) -> bool:
    """Whether a single word belongs to a set."""
    return key_of(word) in nouns(name)
