"""A count of a document before it is a claim."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.document.text import Sentence
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import PeopleWord, people_words
from extractors.languages.patterns import pattern
from schemas import Agent, Attribution, Basis, EventMention, Harm, Quantity, Victims
from schemas.terms import VictimAttribute

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Draft:
    """One count by one speaker, with what the tally needs to know.

    Attributes:
        claim_id: Name of the claim that it becomes.
        casualty: What the sentence tells.
        sentence: The sentence.
        sentence_text: Its text, folded.
        quantity: The count, offsets in the document.
        victims: Who was harmed.
        agent: Who is said to have done it.
        noun: The noun of the victims, resolved within the sentence.
        attribution: Who says so.
        event: When and where.
    """

    claim_id: str
    casualty: Casualty
    sentence: Sentence
    sentence_text: str
    quantity: Quantity
    victims: Victims | None
    agent: Agent | None
    noun: "Token | None"
    attribution: Attribution
    event: EventMention

    @property
    def harm(self) -> Harm:
        """What was done."""
        return self.casualty.harm

    @property
    def words_before(self) -> str:
        """What its sentence tells before the count."""
        return self.sentence_text[: self.quantity.start - self.sentence.start]

    @property
    def words_after(self) -> str:
        """What its sentence tells after the count."""
        return self.sentence_text[self.quantity.end - self.sentence.start :]

    @property
    def group(self) -> str | None:
        """The victims' group."""
        return self.victims.group if self.victims is not None else None

    @property
    def where(self) -> str | None:
        """The place that the document names for it."""
        return self.event.where

    @property
    def lemma(self) -> str | None:
        """The noun of the victims without its ending."""
        return self.noun.lemma_.lower() if self.noun is not None else None

    def is_same_noun(self, other: "Draft") -> bool:
        """Whether both nouns can name the same people: "rebels" and "insurgents" can."""
        if self.lemma is None or other.lemma is None or self.lemma == other.lemma:
            return True
        one, two = self._people_word, other._people_word
        if any(word is not None and word.anyone for word in (one, two)):
            return True
        return one is not None and one is two and one.one_side

    @cached_property
    def _people_word(self) -> PeopleWord | None:
        return people_words().get(self.lemma or "")

    @cached_property
    def entry(self) -> str | None:
        """The lexicon's entry of the noun of the victims."""
        word = self._people_word
        return word.id if word else None

    @property
    def is_held(self) -> bool:
        """Whether others hold the victims: hostages."""
        word = self._people_word
        return word is not None and word.held

    @cached_property
    def kinds(self) -> frozenset[VictimAttribute]:
        """What the noun tells of the victims: combatants are no civilians."""
        word = self._people_word
        return frozenset(word.attributes) if word else frozenset()

    @cached_property
    def speaker_key(self) -> str:
        """The speaker, for telling whether two claims are of the same one."""
        speaker = self.attribution.speaker
        return speaker.casefold() if speaker else self.attribution.speaker_kind.value

    @cached_property
    def is_anaphoric(self) -> bool:
        """Whether its words point back: a pronoun, a definite noun without a count.

        "His brother" is another than one told before; "his men" can be those told before.
        """
        noun = self.noun
        if noun is None or self.quantity.basis in {Basis.VAGUE, Basis.ZERO}:
            return False
        if noun.lower_ in words_of("plural-pronoun") | words_of("singular-pronoun"):
            return True
        owners = words_of("owner-one") | words_of("owner-group")
        owners = owners if self.quantity.value == 1 else frozenset()
        return any(child.lower_ in words_of("definite") - owners for child in noun.lefts)

    @cached_property
    def is_pronominal(self) -> bool:
        """Whether it names nobody: "them", "those killed"."""
        pronouns = words_of("plural-pronoun") | words_of("singular-pronoun")
        implied = not self.quantity.basis.is_explicit
        return (
            implied and self.noun is not None and self.noun.lower_ in pronouns - words_of("others")
        )

    @cached_property
    def is_share(self) -> bool:
        """Whether its words take it out of those told before: "two of the wounded"."""
        if self.casualty.construction.is_share:
            return True
        text, offset = self.sentence_text, self.sentence.start
        after = text[self.quantity.end - offset :]
        return bool(
            pattern("share-of-harmed").match(after)
            or pattern("among-harmed").search(text[: self.quantity.start - offset])
        )

    @cached_property
    def is_additive(self) -> bool:
        """Whether its words add to what was told before: "another 13", "two others"."""
        start = self.quantity.start - self.sentence.start
        end = self.quantity.end - self.sentence.start
        noun_end = self.noun.idx + len(self.noun) if self.noun is not None else end
        around = self.sentence_text[max(0, start - 25) : max(end + 6, noun_end + 1)]
        return bool(pattern("additive-word").search(around))
