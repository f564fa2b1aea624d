"""The event that a document is about: which of its times tells the day."""

from functools import cached_property

from extractors.document.text import Sentence
from extractors.events.other_happenings import opens_another
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.dated import (
    EVENT_DAYS,
    WEEK,
    Dated,
    is_event_day,
    is_old,
    narrows,
)
from extractors.events.when.document_creation_time import is_date_line
from extractors.events.when.document_times import LEAD, DocumentTimes
from extractors.events.when.elapsed import read_elapsed
from extractors.events.when.other_days import is_of_digression
from extractors.events.when.time_roles import OF_EVENTS, TimeRole, find_word
from extractors.events.where.place_kinds import happening_pattern
from extractors.languages.patterns import pattern

_FIRST = 4
"""Sentences in which a month can date the event; later ones name months of older events."""
_DAYS = frozenset({"daily"})
"""Shapes that name a day, known or not: "Friday" is the day of the event though undated."""


class DocumentEvent:
    """When the event happened that a document is about."""

    def __init__(self, times: DocumentTimes) -> None:
        self._times = times
        self._parsed, self._created = times.parsed, times.created

    @cached_property
    def day(self) -> Dated | None:
        """What dates the event that the document is about; failing that, its date line does."""
        found: list[tuple[TimeRole, Dated]] = []
        parsed, written = self._parsed, self._created.written
        last = None if self._tells_trial else LEAD
        for sentence in parsed.sentences[:last]:
            if opens_another(parsed.folded, sentence):
                continue
            for time in self._times.times(sentence):
                dated, role = self._times.dated(time, sentence), self._times.role(time, sentence)
                is_told = any(narrows(dated, each) for _, each in found)
                if self._can_be_of_event(dated, role, sentence, is_told=is_told) and not (
                    self._times.happened_before(time, sentence)
                    or is_date_line(parsed.folded[sentence.start : sentence.end], time)
                ):
                    days = dated.interval.days
                    longest = EVENT_DAYS if sentence.index < _FIRST else WEEK
                    if time.shape in _DAYS if days is None else days <= longest:
                        found.append((role, dated))
        told = [dated for _, dated in found]
        recent = [dated.start for _, dated in found if not is_old(dated, written)]
        if recent:
            found = [each for each in found if not self._is_history(each[1], min(recent))]
        if not found:
            return self._times.elapsed or self._deed
        chosen = min(found, key=lambda item: item[0])[1]
        return next((day for day in told if narrows(day, chosen)), chosen)

    def _can_be_of_event(
        self, dated: Dated, role: TimeRole, sentence: Sentence, *, is_told: bool
    ) -> bool:
        """Whether days can be the event's: neither of a trial nor of what the text turns to."""
        if role not in OF_EVENTS or dated.background:
            return False
        if role is TimeRole.OPEN and (
            self._is_of_trial(dated.interval) or self._is_of_looking_back(dated)
        ):
            return False
        written = self._created.written
        return is_told or not is_of_digression(self._parsed, sentence, dated.interval, written)

    def _is_history(self, dated: Dated, recent: int) -> bool:
        """Whether old days are told after recent ones, or in a relative clause of the lead."""
        sentence = self._parsed.sentence_at(dated.start)
        if sentence is None or not is_old(dated, self._created.written):
            return False
        before = self._parsed.folded[sentence.start : dated.start]
        return recent < dated.start or bool(pattern("relative-clause-open").search(before))

    def _is_of_looking_back(self, day: Dated) -> bool:
        """Whether a day is that on which people look back: "on Monday, a year after the fire"."""
        sentence = self._parsed.sentence_at(day.start)
        if sentence is None or self._times.elapsed is None:
            return False
        told = read_elapsed(self._parsed, sentence, self._created.written)
        return told is not None and not told.interval.holds(day.interval)

    @cached_property
    def _deed(self) -> Dated | None:
        """What dates the deed that a text only speaks of: "the raid of March 2014"."""
        folded, the_deed = self._parsed.folded, happening_pattern("the-deed-of-date")
        for sentence in self._parsed.sentences[:LEAD]:
            for time in self._times.times(sentence):
                dated = self._times.dated(time, sentence)
                told = the_deed.search(folded[sentence.start : time.start])
                if told and is_event_day(dated) and not dated.background:
                    return dated
        return None

    @cached_property
    def tells_aftermath(self) -> bool:
        """Whether the document tells what followed: a hearing, a burial, another count."""
        has_changed = pattern("toll-has-changed").search(self._opening) is not None
        return has_changed or self._tells_trial or find_word("aftermath", self._opening) is not None

    @cached_property
    def _tells_trial(self) -> bool:
        """Whether the document tells what a court does: its days are seldom the event's."""
        return find_word("trial", self._opening) is not None

    def _is_of_trial(self, days: DateInterval) -> bool:
        """Whether days that nothing explains are a court's: those of the report on it."""
        written = self._created.written
        if not self._tells_trial or written is None or written.end is None or days.end is None:
            return False
        return days.end >= shift(written.end, -1)

    @property
    def _opening(self) -> str:
        lead = self._parsed.sentences[:_FIRST]
        return self._parsed.folded[: lead[-1].end] if lead else ""
