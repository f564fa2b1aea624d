"""Which bearer of a shared name a document means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractors.victims.group_lexicon import Group, group_of, registry
from extractors.victims.group_names import Hit, Index, Sense, SenseKind


@dataclass(frozen=True)
class DocumentNames:
    """What names mean in one document.

    Attributes:
        countries: How often the document names each country or people.
        named: How often it names each group of the registry beyond doubt.
        grounds: How often it names groups of each country.
        introduced: The names that the document itself gives to groups and their homes, prepared
            for finding.
        groups: The groups that `introduced` refers to.
    """

    countries: Mapping[str, int] = field(default_factory=dict)
    named: Mapping[str, int] = field(default_factory=dict)
    grounds: Mapping[str, int] = field(default_factory=dict)
    introduced: Index = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)

    def group(self, hit: Hit) -> Group | None:
        """The group that words name, or nothing where they may mean another bearer."""
        for sense in hit.of(SenseKind.INTRODUCED):
            return self.groups[sense.ref]
        chosen = self.choose(hit.of(SenseKind.GROUP))
        return group_of(registry()[chosen.ref]) if chosen else None

    def owner(self, hit: Hit) -> Group | None:
        """The group whose home a name is."""
        for sense in hit.of(SenseKind.INTRODUCED_HOME):
            return self.groups[sense.ref]
        for sense in hit.of(SenseKind.HOME):
            return group_of(registry()[sense.ref])
        return None

    def choose(self, senses: Iterable[Sense]) -> Sense | None:
        """The likeliest sense of a group's name."""
        candidates = list(senses)
        for sense in candidates:
            if not sense.weak:
                return sense
        best = max(candidates, key=self._support, default=None)
        return best if best is not None and self._support(best) > 0 else None

    def _support(self, sense: Sense) -> int:
        home, *others = registry()[sense.ref].countries or ("",)
        support = 2 * self.countries.get(home, 0) + self.grounds.get(home, 0)
        support += sum(self.countries.get(country, 0) for country in others)
        return support + 10 * self.named.get(sense.ref, 0)


def weigh(hits: Iterable[Hit]) -> DocumentNames:
    """Count the countries and the groups that a document names."""
    countries: Counter[str] = Counter()
    named: Counter[str] = Counter()
    grounds: Counter[str] = Counter()
    for hit in hits:
        countries.update(
            {
                sense.ref
                for kind in (SenseKind.PLACE, SenseKind.ADJECTIVE, SenseKind.NATIONAL)
                for sense in hit.of(kind)
            }
        )
        sure = {sense.ref for sense in hit.of(SenseKind.GROUP) if not sense.weak}
        sure |= {sense.ref for sense in hit.of(SenseKind.HOME)}
        named.update(sure)
        grounds.update({country for ref in sure for country in registry()[ref].countries[:1]})
    return DocumentNames(countries, named, grounds)
