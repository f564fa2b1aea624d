"""The words that tie a source to what it said, as the lexicon `cues` has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, get_args

import regex
from pydantic import Field

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern
from schemas import SpeakerKind


class Polarity(StrEnum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    WITHHOLDS = "withholds"
    """Neither: "declined to confirm", "could not say"."""
    WITHDRAWS = "withdraws"
    """The speaker takes back what was said before: "withdrew its figure of two"."""


class Force(StrEnum):
    """Whether the content is the speaker's account of what is."""

    STATES = "states"
    PRESUPPOSES = "presupposes"
    """The speaker reacts to something told by others: "condemned the killing of two"."""
    WISHES = "wishes"
    """The speaker wants, plans, orders or fears it: "threatened to kill two"."""


Part = Literal[
    "verb",
    "experiencer",
    "noun",
    "adjective",
    "standpoint",
    "phrase",
    "tally",
    "verdict",
    "label",
    "mute",
]
Complement = Literal["clause", "quote", "object", "infinitive", "about", "as"]


class Cue(LexiconEntry):
    """A cue.

    Attributes:
        part: Its part of speech; `experiencer` is a verb whose object feels what its subject does
            ("the raid angered the elders"), `standpoint` opens a sentence with whose view it
            tells ("to the miners, the truce is a gift"), `phrase` is matched as it stands, `tally`
            names a count after a preposition ("by one count"), `verdict` calls what was told
            false, `label` is what stands before a colon or in brackets and is no speaker, `mute`
            names what says nothing, whatever its verb ("the blast claimed").
        takes: What can follow as content: a clause, direct speech, a noun phrase, an
            infinitive, a phrase with one of the prepositions `on`, or "as …".
        tells: The complements that the speaker gives as his account; the others name what he
            talks about or acts on ("discovered two wounded men").
        on: Prepositions of the content.
        particle: The particle or preposition that belongs to a verb ("point out").
        briefly: Lemmas of objects whose relative clauses are the article's own ("claimed
            responsibility for a raid which killed two").
        objects: Lemmas of the objects to which a verb is limited ("raised the toll to ten").
        by: Sorts of speaker to whom the entry is limited ("a reporter saw two bodies").
        owned: Whether a noun fires only with an owner ("the army's figure of two"), a tally only
            with its maker's name or the counts behind it ("an average of polls").
        titled: Whether a noun tells what somebody is, so that his name can stand beside it.
        figure: Whether "denied the …" rejects the figure that was told before.
        unless: Lemmas of objects with which a verb says something else ("claimed ten lives").
        polarity: Whether the content is asserted, denied or withheld.
        force: Whether the content is an account, presupposed or wished for.
        hedge: The doubt that the cue itself casts ("claimed").
    """

    part: Part = "verb"
    takes: frozenset[Complement] = frozenset()
    tells: frozenset[Complement] = frozenset({"clause", "quote"})
    on: frozenset[str] = frozenset()
    particle: str | None = None
    unless: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    briefly: frozenset[str] = frozenset()
    by: frozenset[SpeakerKind] = frozenset()
    owned: bool = False
    titled: bool = False
    figure: bool = False
    polarity: Polarity = Polarity.ASSERTS
    force: Force = Force.STATES
    hedge: bool = Field(default=False)

    def keys(self) -> Iterator[str]:
        """What no two cues share: a verb and a noun of one spelling are two cues.

        So are "point out" and "point", and "made a promise" and "made light of it".
        """
        for word in self.words:
            verb = f"{self.part} {word} {self.particle or ''}{' by some' if self.by else ''}"
            yield from (
                (f"{verb} {noun}" for noun in sorted(self.objects)) if self.objects else [verb]
            )


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues by part of speech and lemma.

    Attributes:
        verbs: Verb cues by lemma; those with a particle come first, then those of some speakers and
            of some objects.
        experiencers: Verbs whose object feels, by lemma.
        nouns: Noun cues by lemma.
        adjectives: Adjective cues by lemma.
        standpoints: Prepositions before whose view a sentence tells.
        phrases: Phrases in lower case.
        tallies: Nouns that name a count, by lemma.
        verdicts: Words that call something false.
        labels: What stands before a colon and is no speaker.
        mutes: Lemmas of nouns that say nothing.
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    experiencers: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    standpoints: Mapping[str, Cue]
    phrases: Mapping[str, Cue]
    tallies: Mapping[str, Cue]
    verdicts: Mapping[str, Cue]
    labels: Mapping[str, Cue]
    mutes: Mapping[str, Cue]


@per_language
def cue_index() -> CueIndex:
    """Read the lexicon once a process."""
    verbs: dict[str, list[Cue]] = {}
    others: dict[str, dict[str, Cue]] = {part: {} for part in get_args(Part) if part != "verb"}
    for cue in load_lexicon("cues", Cue):
        for word in cue.words:
            if cue.part == "verb":
                verbs.setdefault(word, []).append(cue)
            else:
                others[cue.part][word] = cue
    ordered = {lemma: tuple(sorted(cues, key=_breadth)) for lemma, cues in verbs.items()}
    return CueIndex(ordered, *others.values())


def _breadth(cue: Cue) -> tuple[bool, bool, bool]:
    """What is limited is looked at before what is not."""
    return cue.particle is None, not cue.by, not cue.objects


@per_language
def speech_pattern() -> "regex.Pattern[str]":
    """The verbs of saying in any of their forms, for a look before a parse."""
    stems = {
        lemma[:-1] if lemma[-1] in "ey" else lemma
        for lemma, cues in cue_index().verbs.items()
        if any("clause" in cue.takes and cue.force is Force.STATES for cue in cues)
    }
    joined = "|".join(sorted(map(regex.escape, stems), key=len, reverse=True))
    return compile_pattern("verb-of-saying", stem=joined)
