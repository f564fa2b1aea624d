"""The victims' words, and where they stand: what the rules for groups look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.document.text import Sentence
from extractors.languages.patterns import pattern
from extractors.victims.attributes import (
    chunks,
    head_of,
    leaves_side_open,
    people_id,
    victim_attributes,
)
from extractors.victims.document_groups import DocumentGroups
from extractors.victims.group_lexicon import Group, demonyms
from extractors.victims.group_mentions import GroupMention, GroupRole
from extractors.victims.spelling import Word, split_words
from schemas import SpeakerKind
from schemas.terms import VictimAttribute

_OF_EITHER_SIDE = {VictimAttribute.WOMEN, VictimAttribute.CHILDREN, VictimAttribute.ELDERLY}


@dataclass(frozen=True)
class GroupContext:
    """Where a claim stands.

    Attributes:
        groups: The groups of its document.
        start: Offset of the victims' words in the document, or of the quantity where the text
            leaves them out.
        agents: Who did it, as far as the sentence says: the words of the subject or after "by".
        losers: Whose own they were, as far as the sentence says: "the army lost two guards".
        speaker: Who says so, resolved.
        speaker_kind: What sort of speaker it is.
        speaker_role: Role and affiliation of the speaker.
        related: Group of the claim that this one is a part of, repeats or denies.
    """

    groups: DocumentGroups
    start: int
    agents: tuple[str, ...] = ()
    losers: tuple[str, ...] = ()
    speaker: str | None = None
    speaker_kind: SpeakerKind = SpeakerKind.ARTICLE
    speaker_role: str | None = None
    related: str | None = None

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence of the claim."""
        found = self.groups.sentence_at(self.start)
        return found or Sentence(-1, self.start, self.start, -1)

    @cached_property
    def text(self) -> str:
        """The text of the sentence."""
        return self.groups.text[self.sentence.start : self.sentence.end]

    @cached_property
    def said_by(self) -> str:
        """The words for who says so, with role and affiliation; empty for the article."""
        return " ".join(filter(None, (self.speaker, self.speaker_role)))

    @cached_property
    def attackers(self) -> tuple[Group, ...]:
        """The groups that did it, not those they did it to: "a raid on the front's camp".

        A country's raid is one of its forces.
        """
        found = (
            forces_of(mention) or self.resolve(mention)
            for agent in self.agents
            for mention in self.groups.find(agent)
            if mention.role is not GroupRole.HOME
            and not pattern("preposition-of-attack-before").search(agent[: mention.start])
        )
        return tuple(dict.fromkeys(group for group in found if group is not None))

    def resolve(self, mention: GroupMention) -> Group | None:
        """The group of a mention; a common noun stands for the side that the document is about."""
        if mention.group is not None or mention.role not in {
            GroupRole.SOME_ARMED,
            GroupRole.SOME_FORCE,
        }:
            return mention.group
        sides = self.groups.armed if mention.role is GroupRole.SOME_ARMED else self.groups.forces
        return sides[0] if sides else None


def forces_of(mention: GroupMention) -> Group | None:
    """The forces of a country that is named as a country: "an Israeli raid"."""
    if mention.role is not GroupRole.COUNTRY or mention.country is None:
        return None
    country = demonyms()[mention.country]
    return country.forces if country.state else None


@dataclass(frozen=True)
class VictimPhrase:
    """The victims' words.

    Attributes:
        phrase: The words, or null where the text leaves them out.
        noun: Their noun.
    """

    phrase: str | None
    noun: str | None

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words of the phrase, or the noun alone."""
        return split_words(self.phrase or self.noun or "")

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(word.text.casefold() for word in self.words)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The head noun of each coordinated part, in lower case."""
        return tuple(head_of(chunk).text.casefold() for chunk in chunks(self.words))

    @cached_property
    def head(self) -> str:
        """The first head noun, or nothing."""
        return self.heads[0] if self.heads else ""

    @cached_property
    def attributes(self) -> frozenset[str]:
        """What the words tell of the victims."""
        return frozenset(victim_attributes(self.phrase, self.noun))

    @cached_property
    def is_open(self) -> bool:
        """Whether the words leave open to which side the victims belong."""
        if self.attributes - _OF_EITHER_SIDE:
            return False
        return all(leaves_side_open(head) or self._is_no_people(head) for head in self.heads)

    def _is_no_people(self, head: str) -> bool:
        """Whether a head says nothing of people, as no name and no noun of people does."""
        return people_id(head) is None and any(word.text == head for word in self.words)
