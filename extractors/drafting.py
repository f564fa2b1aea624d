"""Drafts of claims: each count of each sentence, with victims, speaker and event."""

from collections.abc import Sequence

from extractors.attribution import AttributionAnalysis, attribute
from extractors.constructions.agents import find_agents, find_losers
from extractors.constructions.casualties import Casualty
from extractors.constructions.denied import is_given
from extractors.constructions.document_counts import find_counts
from extractors.constructions.zeros import tells_of_nobody
from extractors.count_in_text import CountInText
from extractors.document.analysis import DocumentAnalysis
from extractors.document.time_budget import TimeBudget
from extractors.drafts import Draft
from extractors.events import EventReader
from extractors.events.when.timex_words import value_of
from extractors.languages.patterns import pattern
from extractors.victims import (
    DocumentGroups,
    GroupContext,
    are_own_people,
    find_group,
    victim_attributes,
)
from extractors.victims.agent_groups import describe_agent
from extractors.victims.group_mentions import GroupRole
from schemas import Agent, Attribution, Basis, Claim, Document, Quantity, Stance, Victims


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
    events, speech = EventReader(parsed, document), AttributionAnalysis(parsed)
    counts = find_counts(parsed, budget.spend("counting", indices))
    for sentence, casualties in budget.spend("attribution", counts):
        for position, casualty in enumerate(casualties):
            count = CountInText(
                document, parsed, events, speech, sentence, casualty, casualties[:position]
            )
            drafts += _draft(count, drafts)
    return drafts


def _draft(count: CountInText, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each speaker of a count."""
    quantity, casualty, groups = count.quantity, count.casualty, count.speech.groups
    event = count.events.find_mention(quantity.start, quantity.end, casualty.harm)
    made: list[Draft] = []
    if _is_group(casualty, quantity, groups):
        return made
    speakers = attribute(count.speech, quantity.start, quantity.end)
    told = (draft.attribution for draft in drafts if draft.sentence == count.sentence)
    if any(_is_speaker(casualty, quantity, speaker) for speaker in (*speakers, *told)):
        return made
    named = any(speaker.stance is Stance.DENIES for speaker in speakers)
    for attribution in speakers:
        if _denies_nobody(quantity, attribution) or _denies_later(count, attribution):
            continue
        told_by = Attribution() if _is_counted(quantity, attribution) else attribution
        said = _with_stance(told_by, casualty, denier_is_named=named)
        if said.stance is Stance.DENIES and is_given(casualty.predicate):
            continue
        draft = Draft(
            claim_id=Claim.identify(
                count.document.document_id, casualty.harm, quantity, said.source, said.stance
            ),
            casualty=casualty,
            sentence=count.sentence,
            sentence_text=count.parsed.folded[count.sentence.start : count.sentence.end],
            quantity=quantity,
            victims=_victims(count, groups, said, _related(count, drafts, said)),
            agent=_agent(count, groups, drafts),
            noun=count.noun,
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

    "Denied that anyone was hurt", "that nurses were hurt" do: there the denial makes the zero.
    """
    is_denied = attribution.stance is Stance.DENIES and quantity.value == 0
    is_told = tells_of_nobody(quantity.text) and not pattern("any-at-start").match(quantity.text)
    return is_denied and is_told


def _denies_later(count: CountInText, attribution: Attribution) -> bool:
    """Whether a later sentence denies a claim, which tells nothing of its parts.

    "Rebels said 30 died, including four nurses. The army denied the claim." Nor does it of those
    whom a side counts among its own: "Four of our own men died, rebels said".
    """
    cue = attribution.cue
    if cue is None or attribution.stance is not Stance.DENIES or cue.start < count.sentence.end:
        return False
    victims = count.victims.text if count.victims is not None else None
    return count.casualty.whole is not None or are_own_people(victims)


def _is_speaker(casualty: Casualty, quantity: Quantity, attribution: Attribution) -> bool:
    """Whether a victim without a number is who speaks: "wounding two, the mayor, Ana Lal, said"."""
    return not casualty.number.basis.is_explicit and _is_counted(quantity, attribution)


def _is_counted(quantity: Quantity, attribution: Attribution) -> bool:
    """Whether the source holds the count: who is counted does not tell how many they are."""
    source = attribution.source
    return source is not None and source.start < quantity.end and quantity.start < source.end


def _victims(
    count: CountInText, groups: DocumentGroups, said: Attribution, related: str | None
) -> Victims | None:
    span, noun, blamed = count.victims, count.noun, count.blamed
    context = GroupContext(
        groups=groups,
        start=span.start if span else count.quantity.start,
        agents=(*find_agents(count.casualty), *([blamed.text] if blamed else [])),
        losers=find_losers(count.casualty),
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


def _agent(count: CountInText, groups: DocumentGroups, drafts: Sequence[Draft]) -> Agent | None:
    """Who is said to have done it: as the sentence tells, or as told of those it is a part of."""
    whole, span = count.casualty.whole, count.blamed
    if span is None and whole is not None:
        start = count.sentence.start + whole.start
        return next((draft.agent for draft in drafts if draft.quantity.start == start), None)
    if span is None or _is_date(span.text, count.document.text[span.end :]):
        return None
    return describe_agent(span, groups)


def _is_date(words: str, after: str) -> bool:
    """Whether words open a date line: "Fri Jun" in "Fri Jun 24 2016 Blast Kills Two"."""
    ends_in_month = value_of("month", words.rsplit(" ", 1)[-1]) is not None
    return ends_in_month and after.lstrip()[:1].isdigit()


def _related(count: CountInText, drafts: Sequence[Draft], said: Attribution) -> str | None:
    """The group of the count that this one is a part of, denies, or gives another figure for."""
    whole = count.casualty.whole
    if whole is not None:
        start = count.sentence.start + whole.start
        return next((d.group for d in drafts if d.quantity.start == start), None)
    if said.stance is Stance.DENIES:
        return next((d.group for d in drafts if _is_denied_by(d, count)), None)
    if count.casualty.construction.restates:
        same = (d.group for d in reversed(drafts) if d.harm is count.casualty.harm)
        return next(same, None)
    return None


def _is_denied_by(draft: Draft, count: CountInText) -> bool:
    same_value = draft.quantity.value == count.quantity.value
    return same_value and draft.harm is count.casualty.harm


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
