"""The scope of each figure of a document: read in its sentence, or carried over from before."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.document.headlines import is_headline
from extractors.document.text import fold
from extractors.drafts import Draft
from extractors.languages.patterns import pattern
from extractors.tally.scope import (
    is_in_perfect,
    is_of_one_event,
    is_over_period,
    is_running,
    read_scope,
)
from schemas import Scope

_CARRIED = 2
"""Sentences over which a period is still the one that is talked of."""
_BEFORE = 300
"""Characters before a sentence in which what goes on for days is still what is talked of."""


def read_scopes(text: str, drafts: Sequence[Draft]) -> dict[str, Scope]:
    """Read the scope of each figure.

    A sentence that tells no day and no event of its own goes on with the period of the one
    before: "Since May 90 guards have died. Twelve clerks were killed, too." A part told in the
    sentence of its whole has its scope. Nor does a number told in the perfect count one event where
    the text has just said that it goes on: "Shelling went on for the tenth day in a row. More than
    90 people have been killed."

    Args:
        text: The document's text.
        drafts: The figures of a document, in the order of the text.

    Returns:
        The scope by claim.
    """
    scopes: dict[str, Scope] = {}
    over_period = carried = None
    for draft in drafts:
        scope = _read(draft, drafts)
        index, sentence = draft.sentence.index, draft.sentence_text
        if scope is Scope.CUMULATIVE and is_over_period(sentence):
            over_period = index
        elif over_period is not None and (
            over_period < index <= over_period + _CARRIED or index == carried
        ):
            if is_of_one_event(sentence):
                over_period = None
            elif draft.quantity.value != 0 and (
                index == carried or draft.is_additive or not draft.is_anaphoric
            ):
                scope, over_period, carried = Scope.CUMULATIVE, index, index
        if scope is Scope.INCIDENT and _goes_on(text, draft):
            scope = Scope.CUMULATIVE
        scopes[draft.claim_id] = scope
    scopes |= _inherited(drafts, scopes)
    scopes |= _of_attendants(drafts, scopes)
    scopes |= _of_shares(drafts, scopes)
    scopes |= _of_retold(drafts, scopes)
    return scopes | _of_headlines(drafts, scopes)


def _of_headlines(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, Scope]:
    """A headline means by its figure what the text below does: "29 die", then "in raids on …"."""
    found: dict[str, Scope] = {}
    for draft in drafts:
        if draft.quantity.value and is_headline(draft.sentence_text):
            told = (
                other
                for other in drafts
                if other.quantity.value == draft.quantity.value
                and other.harm is draft.harm
                and other.sentence.index > draft.sentence.index
                and not is_headline(other.sentence_text)
            )
            below = next(told, None)
            if below is not None:
                found[draft.claim_id] = scopes[below.claim_id]
    return found


def _goes_on(text: str, draft: Draft) -> bool:
    """Whether a figure told in the perfect counts what the text has just said to go on for days."""
    sentence, start = draft.sentence_text, draft.sentence.start
    if not draft.quantity.value or not is_in_perfect(sentence) or is_of_one_event(sentence):
        return False
    return is_running(fold(text[max(0, start - _BEFORE) : draft.sentence.end]))


def _inherited(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, Scope]:
    """Parts of the totals of their sentences."""
    totals = {
        (draft.sentence.index, draft.quantity.start - draft.sentence.start)
        for draft in drafts
        if scopes[draft.claim_id] is Scope.CUMULATIVE
    }
    return {
        draft.claim_id: Scope.CUMULATIVE
        for draft in drafts
        if draft.casualty.whole and (draft.sentence.index, draft.casualty.whole.start) in totals
    }


def _of_attendants(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, Scope]:
    """Figures that only go with a total: "the toll is over 900, with a further 2,000 injured"."""
    found: dict[str, Scope] = {}
    for before, draft in pairwise(drafts):
        if draft.sentence.index != before.sentence.index or draft.harm is before.harm:
            continue
        start = draft.sentence.start
        between = draft.sentence_text[before.quantity.end - start : draft.quantity.start - start]
        if scopes[before.claim_id] is Scope.CUMULATIVE and pattern("attends-count").search(between):
            found[draft.claim_id] = Scope.CUMULATIVE
    return found


def _of_shares(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, Scope]:
    """A share of those counted in a total: "230 since May … 39 women were among the dead"."""
    found: dict[str, Scope] = {}
    for position, draft in enumerate(drafts):
        among = pattern("stands-among-harmed").search(draft.sentence_text)
        if not draft.is_share or draft.casualty.whole or among is None:
            continue
        told = (
            other
            for other in reversed(drafts[:position])
            if other.harm is draft.harm and other.quantity.basis.is_explicit and not other.is_share
        )
        whole = next(told, None)
        if whole is None or whole.sentence.index == draft.sentence.index:
            continue
        alike = (
            other for other in drafts[:position] if other.quantity.value == whole.quantity.value
        )
        tellings = [other for other in alike if other.harm is draft.harm]
        if all(scopes[other.claim_id] is Scope.CUMULATIVE for other in tellings):
            found[draft.claim_id] = Scope.CUMULATIVE
    return found


def _of_retold(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, Scope]:
    """A total that its speaker soon tells once more: "clashes in parts of … During the clashes"."""
    found: dict[str, Scope] = {}
    for position, draft in enumerate(drafts):
        if pattern("events-taken-up").match(draft.sentence_text) is None:
            continue
        told = (
            other
            for other in drafts[:position]
            if (other.harm, other.quantity.value) == (draft.harm, draft.quantity.value)
            and other.sentence.index < draft.sentence.index <= other.sentence.index + _CARRIED
            and other.noun is not None
            and other.lemma == draft.lemma
            and other.speaker_key == draft.speaker_key
        )
        if (draft.quantity.value or 0) > 1 and any(
            scopes[other.claim_id] is Scope.CUMULATIVE for other in told
        ):
            found[draft.claim_id] = Scope.CUMULATIVE
    return found


def _read(draft: Draft, drafts: Sequence[Draft]) -> Scope:
    offset = draft.sentence.start
    others = [
        other.quantity.start - offset
        for other in drafts
        if other.sentence.index == draft.sentence.index
        and not _is_same_sum(draft, other)
        and not _is_listed(draft, other)
    ]
    start, end = draft.quantity.start - offset, draft.quantity.end - offset
    value, harm = draft.quantity.value, draft.harm
    return read_scope(draft.sentence_text, start, end, others, value=value, harm=harm)


def _is_listed(draft: Draft, other: Draft) -> bool:
    """Whether both are of one list: "50 guards and clerks died", "40 northern and 30 southern"."""
    if draft.casualty.predicate != other.casualty.predicate:
        return False
    first, last = sorted((draft.quantity, other.quantity), key=lambda told: told.start)
    offset = draft.sentence.start
    between = draft.sentence_text[first.end - offset : last.start - offset]
    is_joined = pattern("joined-figures").fullmatch(between) is not None
    return is_joined or not other.quantity.basis.is_explicit


def _is_same_sum(draft: Draft, other: Draft) -> bool:
    """Whether one figure is a part of the other, so that one period dates both."""
    one, two = draft.casualty, other.casualty
    wholes = {one.whole or one.number, two.whole or two.number}
    return len(wholes) == 1
