"""Drafts of claims: each count of each sentence, with victims, speaker and event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.attribution import AttributionAnalysis, attribute
from extractors.constructions.agents import find_agents, find_blamed, find_losers
from extractors.constructions.casualties import Casualty
from extractors.constructions.declared.figure import names_figure
from extractors.constructions.declared.following_part import follows_whole
from extractors.constructions.outcome import settle_outcomes
from extractors.constructions.sentence import find_casualties, find_continued
from extractors.constructions.spans import find_antecedent, find_victims
from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.document.time_budget import TimeBudget
from extractors.drafts import Draft
from extractors.events import EventReader
from extractors.events.when.timex_words import value_of
from extractors.languages.patterns import pattern
from extractors.quantities.values import parse_vague
from extractors.victims import (
    DocumentGroups,
    GroupContext,
    find_group,
    read_groups,
    victim_attributes,
)
from extractors.victims.group_mentions import GroupRole
from extractors.victims.group_phrases import ALL
from schemas import Agent, Attribution, Basis, Claim, Document, Quantity, Span, Stance, Victims

if TYPE_CHECKING:
    from spacy.tokens import Token


def draft_claims(
    document: Document, parsed: DocumentAnalysis, indices: Sequence[int], budget: TimeBudget
) -> list[Draft]:
    """Draft the claims of a document.

    Args:
        document: The document.
        parsed: Its sentences and trees.
        indices: The sentences to read.
        budget: The time that is left for the document.

    Raises:
        OutOfTimeError: The time is over.

    Returns:
        One draft for each count and speaker, in the order of the text.
    """
    drafts: list[Draft] = []
    groups: DocumentGroups | None = None
    events, speech = EventReader(parsed, document), AttributionAnalysis(parsed)
    counts = find_counts(parsed, budget.spend("counting", indices))
    for sentence, casualties in budget.spend("attribution", counts):
        groups = groups or read_groups(parsed.folded, parsed.sentences)
        for position, casualty in enumerate(casualties):
            reading = _Reading(
                document, parsed, events, speech, sentence, casualty, casualties[:position]
            )
            drafts += _draft(reading, groups, drafts)
    return drafts


def find_counts(
    parsed: DocumentAnalysis, indices: Iterable[int]
) -> Iterator[tuple[Sentence, tuple[Casualty, ...]]]:
    """The counts sentence by sentence, with parts that the next sentence tells."""
    found: dict[int, tuple[Casualty, ...]] = {}
    for index in indices:
        folded = parsed.folded_sentence(index)
        told, _ = find_casualties(parsed.tree(index), folded)
        found[index] = settle_outcomes(told, folded, found.get(index - 1, ()))
    for index in sorted(found):
        if not found[index]:
            continue
        yield parsed.sentences[index], found[index]
        following = index + 1
        if following >= len(parsed.sentences) or found.get(following):
            continue
        if parsed.sentences[following].paragraph != parsed.sentences[index].paragraph:
            continue
        folded = parsed.folded_sentence(following)
        if follows_whole(folded) or names_figure(folded):
            shift = parsed.sentences[following].start - parsed.sentences[index].start
            parts = find_continued(parsed.tree(following), folded, found[index], shift)
            if parts:
                yield parsed.sentences[following], parts


@dataclass(frozen=True)
class _Reading:
    """A count in its place.

    Attributes:
        document: The document.
        parsed: Its sentences and trees.
        events: Its times and places.
        speech: Who says what in it.
        sentence: The sentence.
        casualty: What the sentence tells.
        earlier: What it tells before.
    """

    document: Document
    parsed: DocumentAnalysis
    events: EventReader
    speech: AttributionAnalysis
    sentence: Sentence
    casualty: Casualty
    earlier: Sequence[Casualty]

    @cached_property
    def noun(self) -> "Token | None":
        """The noun of the victims, resolved within the sentence."""
        tree = self.parsed.tree(self.sentence.index)
        return find_antecedent(self.casualty, list(self.earlier), tree)

    @cached_property
    def quantity(self) -> Quantity:
        """The count with offsets in the document."""
        number, text = self.casualty.number, self.document.text
        start, end = self.sentence.start + number.start, self.sentence.start + number.end
        return Quantity(
            text=text[start:end],
            start=start,
            end=end,
            value=number.value,
            value_to=number.value_to,
            modifier=number.modifier,
            basis=number.basis,
            vague=parse_vague(text[start:end], number.basis),
        )

    @cached_property
    def victims(self) -> Span | None:
        """The victims' words."""
        tree = self.parsed.tree(self.sentence.index)
        place = find_victims(replace(self.casualty, noun=self.noun), tree)
        if place is None:
            return None
        return self._span(place)

    @cached_property
    def blamed(self) -> Span | None:
        """The words for those who are said to have done it, where the sentence has some."""
        place = find_blamed(self.casualty)
        return self._span(place) if place else None

    def _span(self, place: tuple[int, int]) -> Span:
        """Offsets within the sentence as a stretch of the document."""
        start = self.sentence.start
        return Span.of(self.document.text, start + place[0], start + place[1])


def _draft(reading: _Reading, groups: DocumentGroups, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each speaker of a count."""
    quantity, casualty = reading.quantity, reading.casualty
    event = reading.events.find_mention(quantity.start, quantity.end, casualty.harm)
    made: list[Draft] = []
    if _is_group(casualty, quantity, groups):
        return made
    speakers = attribute(reading.speech, quantity.start, quantity.end)
    told = (draft.attribution for draft in drafts if draft.sentence == reading.sentence)
    if any(_is_speaker(casualty, quantity, speaker) for speaker in (*speakers, *told)):
        return made
    named = any(speaker.stance is Stance.DENIES for speaker in speakers)
    for attribution in speakers:
        if _denies_nobody(quantity, attribution):
            continue
        said = _with_stance(attribution, casualty, denier_is_named=named)
        draft = Draft(
            claim_id=Claim.identify(
                reading.document.document_id, casualty.harm, quantity, said.source, said.stance
            ),
            casualty=casualty,
            sentence=reading.sentence,
            sentence_text=reading.parsed.folded[reading.sentence.start : reading.sentence.end],
            quantity=quantity,
            victims=_victims(reading, groups, said, _related(reading, drafts, said)),
            agent=_agent(reading, groups, drafts),
            noun=reading.noun,
            attribution=said,
            event=event,
        )
        made.append(draft)
    return made


def _is_group(casualty: Casualty, quantity: Quantity, groups: DocumentGroups) -> bool:
    """Whether a name is a group's, and nobody's: "a member of the movement Red Dawn died"."""
    if casualty.number.basis is not Basis.NAMED:
        return False
    found = groups.find(quantity.text)
    return any(each.role is GroupRole.NAMED and each.end == len(quantity.text) for each in found)


def _denies_nobody(quantity: Quantity, attribution: Attribution) -> bool:
    """Whether a zero itself is denied: "denied claims that no one was hurt" gives no figure.

    "Denied that anyone was hurt" does: there the denial makes the zero.
    """
    is_denied = attribution.stance is Stance.DENIES and quantity.value == 0
    return is_denied and not pattern("any-at-start").match(quantity.text)


def _is_speaker(casualty: Casualty, quantity: Quantity, attribution: Attribution) -> bool:
    """Whether a victim without a number is who speaks: "wounding two, the mayor, Ana Lal, said"."""
    source = attribution.source
    if source is None or casualty.number.basis.is_explicit:
        return False
    return source.start < quantity.end and quantity.start < source.end


def _victims(
    reading: _Reading, groups: DocumentGroups, said: Attribution, related: str | None
) -> Victims | None:
    span, noun, blamed = reading.victims, reading.noun, reading.blamed
    context = GroupContext(
        groups=groups,
        start=span.start if span else reading.quantity.start,
        agents=(*find_agents(reading.casualty), *([blamed.text] if blamed else [])),
        losers=find_losers(reading.casualty),
        speaker=said.speaker,
        speaker_kind=said.speaker_kind,
        speaker_role=said.speaker_role,
        related=related,
    )
    phrase = span.text if span else None
    head = noun.text if noun is not None else None
    group = find_group(phrase, head, context)
    if span is None:
        return Victims(group=group) if group else None
    attributes = victim_attributes(phrase, head)
    return Victims(
        text=span.text, start=span.start, end=span.end, group=group, attributes=attributes
    )


def _agent(reading: _Reading, groups: DocumentGroups, drafts: Sequence[Draft]) -> Agent | None:
    """Who is said to have done it: as the sentence tells, or as told of those it is a part of."""
    whole, span = reading.casualty.whole, reading.blamed
    if span is None and whole is not None:
        start = reading.sentence.start + whole.start
        return next((draft.agent for draft in drafts if draft.quantity.start == start), None)
    if span is None or _is_date(span.text, reading.document.text[span.end :]):
        return None
    group = find_group(span.text, None, GroupContext(groups=groups, start=span.start))
    return Agent(**span.model_dump(), group=None if group == ALL else group)


def _is_date(words: str, after: str) -> bool:
    """Whether words open a date line: "Fri Jun" in "Fri Jun 24 2016 Blast Kills Two"."""
    ends_in_month = value_of("month", words.rsplit(" ", 1)[-1]) is not None
    return ends_in_month and after.lstrip()[:1].isdigit()


def _related(reading: _Reading, drafts: Sequence[Draft], said: Attribution) -> str | None:
    """The group of the count that this one is a part of, denies, or gives another figure for."""
    whole = reading.casualty.whole
    if whole is not None:
        start = reading.sentence.start + whole.start
        return next((d.group for d in drafts if d.quantity.start == start), None)
    if said.stance is Stance.DENIES:
        return next((d.group for d in drafts if _is_denied_by(d, reading)), None)
    if reading.casualty.construction.restates:
        same = (d.group for d in reversed(drafts) if d.harm is reading.casualty.harm)
        return next(same, None)
    return None


def _is_denied_by(draft: Draft, reading: _Reading) -> bool:
    same_value = draft.quantity.value == reading.quantity.value
    return same_value and draft.harm is reading.casualty.harm


def _with_stance(
    attribution: Attribution, casualty: Casualty, *, denier_is_named: bool
) -> Attribution:
    """A denial of a figure is a stance; a denial that anyone was harmed asserts zero.

    Where one of several speakers denies, the others do not: "rejected the rebels' claim".
    """
    told = casualty.denied and attribution.source is not None and not denier_is_named
    denies = told or attribution.stance is Stance.DENIES
    stance = Stance.DENIES if denies and casualty.number.value != 0 else Stance.ASSERTS
    return attribution.model_copy(update={"stance": stance})
