"""The times of one document: each with what it dates and the days that it means."""

from collections.abc import Mapping
from functools import cached_property

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import is_past_perfect
from extractors.events.when.calendar import DateInterval
from extractors.events.when.clock import Clock
from extractors.events.when.counted_years import counts_people
from extractors.events.when.dated import EVENT_DAYS, Dated, is_event_day, not_after
from extractors.events.when.document_creation_time import DocumentCreationTime
from extractors.events.when.elapsed import find_elapsed
from extractors.events.when.other_days import is_escaped, is_of_late_death, recalls
from extractors.events.when.time_roles import OF_EVENTS, TimeRole, is_since, is_stamp, role_of
from extractors.events.when.timex import TimeExpression, find_times
from extractors.events.when.timex_values import AGO_SHAPES, OPEN_SHAPES

LEAD = 8
"""Sentences in which a report tells when its event happened, after headline and headers."""


class DocumentTimes:
    """The times of one document.

    Attributes:
        parsed: The document.
        created: When it was written.
    """

    def __init__(self, parsed: DocumentAnalysis, created: DocumentCreationTime) -> None:
        self.parsed = parsed
        self.created = created
        self._found: dict[int, tuple[TimeExpression, ...]] = {}

    def times(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        """The times of a sentence that can date what it tells."""
        if sentence.index not in self._found:
            folded = self.parsed.folded_sentence(sentence.index)
            times = find_times(self.parsed.folded, sentence.start, sentence.end)
            line = self.created.dateline
            self._found[sentence.index] = tuple(
                time
                for time in times
                if (line is None or time.start >= line.end)
                and not is_stamp(time, self.parsed.folded)
                and not is_since(time, self.parsed.folded, sentence.start)
                and not counts_people(time, folded, sentence.start)
            )
        return self._found[sentence.index]

    def role(self, time: TimeExpression, sentence: Sentence) -> TimeRole:
        """What a time of a sentence dates."""
        folded = self.parsed.folded
        escaped = is_escaped(folded, sentence, time)
        return TimeRole.OCCASION if escaped else role_of(time, folded, sentence.start)

    def dated(self, time: TimeExpression, sentence: Sentence) -> Dated:
        """A time of a sentence with the days that it means."""
        reference = self._reference(time, sentence) if time.is_relative else None
        clock = Clock(self.created.written, reference, self._told_years)
        interval = time.resolve(clock) or DateInterval()
        interval = not_after(interval, self.created.written)
        background = time.shape in OPEN_SHAPES or (interval.days or 0) > EVENT_DAYS
        background = background or recalls(self.parsed.folded, sentence, time)
        if time.shape in AGO_SHAPES and self.elapsed and interval.holds(self.elapsed.interval):
            interval = self.elapsed.interval
        return Dated(time.start, time.end, interval, background)

    @cached_property
    def elapsed(self) -> Dated | None:
        """What the document looks back on: "a year after the fire"."""
        return find_elapsed(self.parsed, self.created.written)

    def happened_before(self, time: TimeExpression, sentence: Sentence) -> bool:
        """Whether a day lies apart from the event: a late death's, or "had died the day before"."""
        if is_of_late_death(self.parsed.folded, sentence, time):
            return True
        at = time.start - sentence.start, time.end - sentence.start
        return time.is_relative and is_past_perfect(self.parsed.tree(sentence.index), *at)

    @cached_property
    def _told_years(self) -> Mapping[int, int]:
        """The years that the document tells with a month: "in March last year"."""
        clock = Clock(self.created.written)
        told = (
            time.resolve(clock)
            for sentence in self.parsed.sentences[:LEAD]
            for time in self.times(sentence)
            if time.tells_year and not time.is_relative and self.role(time, sentence) in OF_EVENTS
        )
        days = [each for each in told if each and each.start and (each.days or 99) <= EVENT_DAYS]
        return {each.start.month: each.start.year for each in reversed(days) if each.start}

    def _reference(self, time: TimeExpression, sentence: Sentence) -> DateInterval | None:
        """The day that the text named last before a relative expression, or next behind it."""
        near = self.parsed.sentences[max(sentence.index + 1 - LEAD, 0) : sentence.index + 1]
        told = [(other, each) for each in near for other in self.times(each)]
        before = [item for item in reversed(told) if item[0].start < time.start]
        behind = [item for item in told if item[0].start > time.start]
        for other, earlier in (*before, *behind):
            if not other.is_relative:
                dated = self.dated(other, earlier)
                if not (dated.interval.start and is_event_day(dated)):
                    continue
                if time.is_same_day and self.role(other, earlier) not in OF_EVENTS:
                    continue
                return dated.interval
        return None
