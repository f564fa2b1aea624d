"""Whether two figures of a document are told of one time and place, and where it begins."""

from datetime import date, timedelta

from extractors.document.headlines import is_headline
from extractors.document.text import fold
from extractors.drafts import Draft
from extractors.languages.patterns import pattern
from extractors.tally.tally_words import has_words
from schemas import Basis

_LATER = timedelta(days=2)
_BEHIND = 100
"""Characters behind a figure within which words date it."""
LEAD = 2
"""Sentences, counted from 0, in which a report tells what it is about."""
_LEAD_STOPS = 2
"""As many full sentences are the lead behind any number of headlines, bylines and datelines."""


def is_same_time(one: Draft, other: Draft) -> bool:
    """Whether the days that the sentences tell can be one.

    A toll is often dated by the day on which somebody tells it, one or two later.
    """
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return True
    return first[0] <= second[1] + _LATER and second[0] <= first[1] + _LATER


def _days(draft: Draft) -> tuple[date, date] | None:
    """The days that a sentence tells for a figure; null where they come from elsewhere."""
    event = draft.event
    if event.when is None or event.date_from is None or fold(event.when) not in draft.sentence_text:
        return None
    return event.date_from, event.date_to or event.date_from


def is_another_time(draft: Draft, other: Draft) -> bool:
    """Whether one of both is told of an earlier time than the other."""
    earlier = [is_earlier(each) for each in (draft, other)]
    is_apart = earlier[0] is not earlier[1] or _opens_with_day(draft, other)
    is_before = _went_before(draft, other) or _went_before(other, draft)
    return is_apart or is_before or not is_same_time(draft, other)


def _went_before(one: Draft, other: Draft) -> bool:
    """Whether a figure is of another happening, of no known day, that the other's came after."""
    last, first = one.event.date_to, other.event.date_from
    return one.event.date_from is None and last is not None and first is not None and last < first


def _opens_with_day(draft: Draft, other: Draft) -> bool:
    """Whether a sentence begins with a day of its own: "Two died on Saturday. On Sunday, four"."""
    own = pattern("day-at-start").match(draft.sentence_text)
    told = pattern("day-told").search(other.sentence_text)
    return own is not None and told is not None and own["day"] != told["day"]


def is_earlier(draft: Draft) -> bool:
    """Whether a figure is told of another time than the report's: "since May, when six died"."""
    return has_words("earlier", _around(draft)) or has_words("when-begun", draft.words_before)


def _around(draft: Draft) -> str:
    """The sentence up to a figure, and what tells of it behind."""
    return draft.sentence_text[: draft.quantity.end - draft.sentence.start + _BEHIND]


def is_told_elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether each sentence names its own place and not the other's.

    A headline names a wider place than the report, and "the suspects" are those told before.
    """
    here, there = draft.where, other.where
    if not here or not there or here == there or draft.is_anaphoric or is_in_headline(other):
        return False
    one, two = draft.sentence_text, other.sentence_text
    return here in one and there in two and here not in two and there not in one


def is_in_headline(draft: Draft) -> bool:
    """Whether a figure stands in the document's headline."""
    return draft.sentence.index == 0 and is_headline(draft.sentence_text)


def is_headlined(draft: Draft, headline: Draft) -> bool:
    """Whether a report begins with the one victim that its headline names by another noun."""
    both = draft.quantity, headline.quantity
    alone = all(each.value == 1 and each.basis is Basis.ARTICLE for each in both)
    return alone and is_in_headline(headline) and is_led(draft)


def is_led(draft: Draft) -> bool:
    """Whether a report begins with a figure."""
    return draft.sentence.index <= LEAD or draft.sentence.stops < _LEAD_STOPS
