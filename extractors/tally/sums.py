"""Lists that add up to a figure told elsewhere in the document."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.drafts import Draft
from extractors.languages.patterns import pattern
from extractors.tally.victim_overlap import are_of_one_kind, can_hold, narrows
from schemas import Harm
from schemas.terms import VictimAttribute

_TOLD_AGAIN = 3
"""Counts that two lists do not share by chance."""
_CLOSE = 3
"""Sentences within which the next count of a list is told."""
_LEAST, _MOST = 4, 6
"""The least sum that does not come about by chance, and the most counts that are added up."""

_Count = tuple[Harm, int | None, str | None]
"""A harm, a number and a noun."""


def find_breakdowns(drafts: Sequence[Draft]) -> dict[str, Draft]:
    """Find the counts of a list that add up to a whole: "12 men, five women" and "17 people".

    Args:
        drafts: The counts of one document, in the order of the text.

    Returns:
        The whole of each count of such a list, by claim.
    """
    found: dict[str, Draft] = {}
    for _, told in groupby(drafts, key=lambda draft: (draft.sentence.index, draft.speaker_key)):
        for parts in _lists(list(told)):
            whole = _in_apposition(parts) or _told_before(parts, drafts)
            if whole is not None:
                found |= {part.claim_id: whole for part in parts if part is not whole}
    return found | _of_casualties(drafts)


def find_retold_lists(drafts: Sequence[Draft]) -> dict[str, Draft]:
    """Find the counts of a list of three and more that an earlier list has, too.

    Args:
        drafts: The counts of one document, in the order of the text.

    Returns:
        The first telling of each count of a later list, by claim.
    """
    first: dict[frozenset[_Count], dict[_Count, Draft]] = {}
    found: dict[str, Draft] = {}
    for _, told in groupby(drafts, key=lambda draft: (draft.sentence.index, draft.speaker_key)):
        for counts in _lists(list(told)):
            by_victims: dict[_Count, Draft] = {
                (draft.harm, draft.quantity.value, draft.lemma): draft for draft in counts
            }
            if len(by_victims) < _TOLD_AGAIN:
                continue
            earlier = first.setdefault(frozenset(by_victims), by_victims)
            if earlier is not by_victims:
                found |= {draft.claim_id: earlier[key] for key, draft in by_victims.items()}
    return found


def _of_casualties(drafts: Sequence[Draft]) -> dict[str, Draft]:
    """The dead and the wounded whom a count of casualties includes."""
    return {
        part.claim_id: whole
        for part in drafts
        for whole in drafts
        if whole.harm is Harm.CASUALTIES
        and part.harm in {Harm.KILLED, Harm.WOUNDED}
        and whole.sentence.index == part.sentence.index
        and whole.quantity.end < part.quantity.start
        and part.speaker_key == whole.speaker_key
        and (part.quantity.value or 0) < (whole.quantity.value or 0)
        and pattern("including-in-sum").search(
            whole.sentence_text[
                whole.quantity.end - whole.sentence.start : part.quantity.start
                - whole.sentence.start
            ]
        )
    }


def _lists(told: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The runs of two and more counts of one harm in a sentence."""
    for _, run in groupby(told, key=lambda draft: draft.harm):
        counts = [draft for draft in run if (draft.quantity.value or 0) > 0]
        nouns = {draft.lemma for draft in counts}
        is_list = len(nouns) == len(counts) > 1
        if is_list and not any(draft.casualty.whole for draft in counts):
            yield counts


def _in_apposition(counts: Sequence[Draft]) -> Draft | None:
    """A count that those right behind it spell out: "three civilians, two women and a man"."""
    first, *others = counts
    offset = first.sentence.start
    between = first.sentence_text[first.quantity.end - offset : others[0].quantity.start - offset]
    is_sum = _sum(others) == first.quantity.value
    kinds = {VictimAttribute.WOMEN, VictimAttribute.CHILDREN}
    tells_who = all(other.kinds & kinds or other.entry == "men" for other in others)
    return (
        first
        if is_sum and tells_who and pattern("apposition-before-count").match(between)
        else None
    )


def _told_before(counts: Sequence[Draft], drafts: Sequence[Draft]) -> Draft | None:
    """The first count of another sentence that a list adds up to."""
    return next(
        (
            other
            for other in drafts
            if other.sentence.index != counts[0].sentence.index
            and other.quantity.start < counts[0].quantity.start
            and _adds_up(counts, other)
            and all(_is_summand(part, other) for part in counts)
        ),
        None,
    )


def _is_summand(part: Draft, whole: Draft) -> bool:
    return can_hold(whole, part) and (are_of_one_kind(part, whole) or narrows(part, whole))


def find_summands(whole: Draft, following: Sequence[Draft]) -> Sequence[Draft]:
    """Find the counts told one after the other that add up to one told before.

    Args:
        whole: The count told before.
        following: Counts of the same harm told after it, in the order of the text.

    Returns:
        The first two to six of them, where their sum is the whole; else none.
    """
    numbers = {draft.quantity.start: draft for draft in following if draft.quantity.value}
    counts = _close_by(whole, list(numbers.values()))
    for size in range(2, min(len(counts), _MOST) + 1):
        if _adds_up(counts[:size], whole) and (whole.quantity.value or 0) >= _LEAST:
            last = counts[size - 1].quantity.start
            return [draft for draft in following if draft.quantity.start <= last]
    return ()


def find_summands_before(whole: Draft, told: Sequence[Draft]) -> Sequence[Draft]:
    """Find the counts right before a sum that add up to it.

    Args:
        whole: The sum.
        told: Counts of the same harm told before it, in the order of the text.

    Returns:
        The last two to six of them, where they make up the whole; else none.
    """
    counts = list({draft.quantity.start: draft for draft in told if draft.quantity.value}.values())
    for size in range(2, min(len(counts), _MOST) + 1):
        if _adds_up(counts[-size:], whole):
            first = counts[-size].quantity.start
            return [draft for draft in told if draft.quantity.start >= first]
    return ()


def _close_by(whole: Draft, counts: Sequence[Draft]) -> list[Draft]:
    """The counts that follow one another closely."""
    taken: list[Draft] = []
    for draft in counts:
        last = (taken or [whole])[-1].sentence.index
        if draft.sentence.index > last + _CLOSE:
            break
        taken.append(draft)
    return taken


def _adds_up(counts: Sequence[Draft], whole: Draft) -> bool:
    """Whether counts make up a whole, or what lies within its range: "13 or 14"."""
    low, high = whole.quantity.value, whole.quantity.value_to
    return low is not None and low <= _sum(counts) <= (low if high is None else high)


def _sum(counts: Sequence[Draft]) -> int:
    return sum(draft.quantity.value or 0 for draft in counts)
