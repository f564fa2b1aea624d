"""The time expression that dates a count."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import SAYING, distance, is_past_perfect
from extractors.events.other_happenings import opens_another
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.clock import Clock
from extractors.events.when.counted_years import counts_people, is_number
from extractors.events.when.dated import (
    EVENT_DAYS,
    WEEK,
    Dated,
    basis_elsewhere,
    is_event_day,
    is_old,
    narrows,
    not_after,
    precedes,
)
from extractors.events.when.days_before import put_before
from extractors.events.when.document_creation_time import DocumentCreationTime, is_date_line
from extractors.events.when.elapsed import find_elapsed, read_elapsed
from extractors.events.when.other_days import (
    introduces_happening,
    is_escaped,
    is_of_digression,
    is_of_late_death,
    recalls,
    takes_up_happening,
)
from extractors.events.when.time_roles import TimeRole, find_word, is_since, is_stamp, role_of
from extractors.events.when.timex import TimeExpression, find_times
from extractors.events.when.timex_values import AGO_SHAPES, OPEN_SHAPES
from extractors.events.where.place_kinds import happening_pattern
from extractors.languages.patterns import pattern
from schemas.terms import DateBasis

_LEAD = 8
"""Sentences in which a report tells when its event happened, after headline and headers."""
_FIRST = 4
"""Sentences in which a month can date the event; later ones name months of older events."""
_DAYS = frozenset({"daily"})
"""Shapes that name a day, known or not: "Friday" is the day of the event though undated."""
_OF_EVENTS = frozenset({TimeRole.HAPPENED, TimeRole.OPEN})
_NEWS_DAYS = 3
"""Days before its writing within which an event lies that a report does not date."""
_BACK = 3
"""Sentences of one paragraph through which a date carries on."""


class Dating:
    """The times of one document."""

    def __init__(self, parsed: DocumentAnalysis, created: DocumentCreationTime) -> None:
        self._parsed = parsed
        self._created = created
        self._found: dict[int, tuple[TimeExpression, ...]] = {}

    def date_count(
        self, sentence: Sentence, start: int, end: int, *, is_aftermath: bool = False
    ) -> Dated | None:
        """Find what dates a count: its clause, its paragraph, or the document's event.

        Args:
            sentence: Its sentence.
            start: Where it begins in the text.
            end: Where it ends.
            is_aftermath: Whether the count is of an arrest or the like, so that the day of one
                is its own.
        """
        found = self._date(sentence, start, end, is_aftermath=is_aftermath)
        return found and put_before(self._parsed, found, sentence, start, end)

    def _date(
        self, sentence: Sentence, start: int, end: int, *, is_aftermath: bool
    ) -> Dated | None:
        ranked = self._ranked(sentence, start, end)
        latest = TimeRole.AFTERMATH if is_aftermath else TimeRole.OPEN
        own = [
            time
            for rank, time in ranked
            if rank < SAYING and self._role(time, sentence) in {latest, *_OF_EVENTS}
        ]
        if own:
            return self._dated(own[0], sentence)
        bounding = [
            time for _, time in ranked if self._role(time, sentence) is not TimeRole.OCCASION
        ]
        said = self._not_later_than_said(bounding, sentence)
        if said is not None and precedes(said, self.event):
            return said
        found = self._from_paragraph(sentence) or self.event
        if found is not None:
            return replace(found, basis=basis_elsewhere(found))
        return self._window(said)

    def _window(self, said: Dated | None) -> Dated | None:
        """The days before somebody spoke, or before the text was written: news is of those."""
        last, written = said.interval.end if said else None, self._created.written
        if last is None and written is not None and (written.days or 99) <= WEEK:
            last = written.end
        if last is None:
            return said
        first = None if self._tells_aftermath else shift(last, -_NEWS_DAYS)
        at = (said.start, said.end) if said else (0, 0)
        return Dated(*at, DateInterval(first, last), basis=DateBasis.DATELINE)

    @cached_property
    def _tells_aftermath(self) -> bool:
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

    @cached_property
    def _deed(self) -> Dated | None:
        """What dates the deed that a text only speaks of: "the raid of March 2014"."""
        folded, the_deed = self._parsed.folded, happening_pattern("the-deed-of-date")
        for sentence in self._parsed.sentences[:_LEAD]:
            for time in self._times(sentence):
                dated = self._dated(time, sentence)
                told = the_deed.search(folded[sentence.start : time.start])
                if told and is_event_day(dated) and not dated.background:
                    return dated
        return None

    @cached_property
    def _elapsed(self) -> Dated | None:
        return find_elapsed(self._parsed, self._created.written)

    def _is_of_looking_back(self, day: Dated) -> bool:
        """Whether a day is that on which people look back: "on Monday, a year after the fire"."""
        sentence = self._parsed.sentence_at(day.start)
        if sentence is None or self._elapsed is None:
            return False
        told = read_elapsed(self._parsed, sentence, self._created.written)
        return told is not None and not told.interval.holds(day.interval)

    @cached_property
    def event(self) -> Dated | None:
        """What dates the event that the document is about; failing that, its date line does."""
        found: list[tuple[TimeRole, Dated]] = []
        parsed, written = self._parsed, self._created.written
        last = None if self._tells_trial else _LEAD
        for sentence in parsed.sentences[:last]:
            if opens_another(parsed.folded, sentence):
                continue
            for time in self._times(sentence):
                dated, role = self._dated(time, sentence), self._role(time, sentence)
                if role not in _OF_EVENTS or dated.background:
                    continue
                if self._happened_before(time, sentence):
                    continue
                if role is TimeRole.OPEN and (
                    self._is_of_trial(dated.interval) or self._is_of_looking_back(dated)
                ):
                    continue
                is_told = any(narrows(dated, each) for _, each in found)
                if not is_told and is_of_digression(parsed, sentence, dated.interval, written):
                    continue
                if is_date_line(parsed.folded[sentence.start : sentence.end], time):
                    continue
                days = dated.interval.days
                longest = EVENT_DAYS if sentence.index < _FIRST else WEEK
                if time.shape in _DAYS if days is None else days <= longest:
                    found.append((role, dated))
        told = [dated for _, dated in found]
        recent = [dated.start for _, dated in found if not is_old(dated, written)]
        if recent:
            found = [each for each in found if not self._is_history(each[1], min(recent))]
        if not found:
            return self._elapsed or self._deed
        chosen = min(found, key=lambda item: item[0])[1]
        return next((day for day in told if narrows(day, chosen)), chosen)

    def _happened_before(self, time: TimeExpression, sentence: Sentence) -> bool:
        """Whether a day lies apart from the event: a late death's, or "had died the day before"."""
        if is_of_late_death(self._parsed.folded, sentence, time):
            return True
        at = time.start - sentence.start, time.end - sentence.start
        return time.is_relative and is_past_perfect(self._parsed.tree(sentence.index), *at)

    def _is_history(self, dated: Dated, recent: int) -> bool:
        """Whether old days are told after recent ones, or in a relative clause of the lead."""
        sentence = self._parsed.sentence_at(dated.start)
        if sentence is None or not is_old(dated, self._created.written):
            return False
        before = self._parsed.folded[sentence.start : dated.start]
        return recent < dated.start or bool(pattern("relative-clause-open").search(before))

    def _role(self, time: TimeExpression, sentence: Sentence) -> TimeRole:
        folded = self._parsed.folded
        escaped = is_escaped(folded, sentence, time)
        return TimeRole.OCCASION if escaped else role_of(time, folded, sentence.start)

    def _ranked(self, sentence: Sentence, start: int, end: int) -> list[tuple[int, TimeExpression]]:
        times = [t for t in self._times(sentence) if not is_number(t, start, end)]
        if not times:
            return []
        tree, offset = self._parsed.tree(sentence.index), sentence.start

        def rank(time: TimeExpression) -> tuple[int, int]:
            clauses = distance(
                tree, time.start - offset, time.end - offset, start - offset, end - offset
            )
            gap = time.start - end if time.start >= end else start - time.end
            is_said = self._role(time, sentence) is TimeRole.SAID
            return SAYING if is_said else clauses, gap

        return sorted(((rank(time)[0], time) for time in times), key=lambda pair: rank(pair[1]))

    def _from_paragraph(self, sentence: Sentence) -> Dated | None:
        folded = self._parsed.folded
        goes_on = takes_up_happening(folded, sentence)
        for index in range(sentence.index - 1, max(sentence.index - 1 - _BACK, -1), -1):
            earlier = self._parsed.sentences[index]
            tells = goes_on and introduces_happening(folded, earlier)
            if earlier.paragraph != sentence.paragraph and not tells:
                return None
            for time in reversed(self._times(earlier)):
                opens = time.start - earlier.start < len("Then, ")
                dated = self._dated(time, earlier)
                closed = opens or time.shape not in OPEN_SHAPES
                is_short = dated.interval.days is None or is_event_day(dated)
                if recalls(folded, earlier, time) or self._happened_before(time, earlier):
                    continue
                if not (closed and is_short and self._role(time, earlier) in _OF_EVENTS):
                    continue
                if not self._is_background(dated, earlier):
                    return self._narrowed(dated, time)
        return None

    def _narrowed(self, dated: Dated, time: TimeExpression) -> Dated:
        """The event's day where words tell its month; "the last two weeks" mean all of theirs."""
        event = self.event
        if event is None or time.shape == "span" or not narrows(event, dated):
            return dated
        return event

    def _is_background(self, dated: Dated, sentence: Sentence) -> bool:
        """Whether days are of what had happened before the document's event.

        "The blast came after troops had shot five men in May": the story goes on from the blast.
        """
        began = self.event.interval.start if self.event else None
        first = dated.interval.start or dated.interval.end
        if began is None or first is None or first > began:
            return False
        at = dated.start - sentence.start, dated.end - sentence.start
        return is_past_perfect(self._parsed.tree(sentence.index), *at)

    def _not_later_than_said(self, said: list[TimeExpression], sentence: Sentence) -> Dated | None:
        if not said:
            return None
        dated = self._dated(said[0], sentence)
        return Dated(dated.start, dated.end, DateInterval(None, dated.interval.end))

    def _times(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        if sentence.index not in self._found:
            folded = self._parsed.folded_sentence(sentence.index)
            times = find_times(self._parsed.folded, sentence.start, sentence.end)
            line = self._created.dateline
            self._found[sentence.index] = tuple(
                time
                for time in times
                if (line is None or time.start >= line.end)
                and not is_stamp(time, self._parsed.folded)
                and not is_since(time, self._parsed.folded, sentence.start)
                and not counts_people(time, folded, sentence.start)
            )
        return self._found[sentence.index]

    def _dated(self, time: TimeExpression, sentence: Sentence) -> Dated:
        reference = self._reference(time, sentence) if time.is_relative else None
        clock = Clock(self._created.written, reference, self._told_years)
        interval = time.resolve(clock) or DateInterval()
        interval = not_after(interval, self._created.written)
        background = time.shape in OPEN_SHAPES or (interval.days or 0) > EVENT_DAYS
        background = background or recalls(self._parsed.folded, sentence, time)
        if time.shape in AGO_SHAPES and self._elapsed and interval.holds(self._elapsed.interval):
            interval = self._elapsed.interval
        return Dated(time.start, time.end, interval, background)

    @cached_property
    def _told_years(self) -> Mapping[int, int]:
        """The years that the document tells with a month: "in March last year"."""
        clock = Clock(self._created.written)
        told = (
            time.resolve(clock)
            for sentence in self._parsed.sentences[:_LEAD]
            for time in self._times(sentence)
            if time.tells_year and not time.is_relative and self._role(time, sentence) in _OF_EVENTS
        )
        days = [each for each in told if each and each.start and (each.days or 99) <= EVENT_DAYS]
        return {each.start.month: each.start.year for each in reversed(days) if each.start}

    def _reference(self, time: TimeExpression, sentence: Sentence) -> DateInterval | None:
        """The day that the text named last before a relative expression, or next behind it."""
        near = self._parsed.sentences[max(sentence.index + 1 - _LEAD, 0) : sentence.index + 1]
        told = [(other, each) for each in near for other in self._times(each)]
        before = [item for item in reversed(told) if item[0].start < time.start]
        behind = [item for item in told if item[0].start > time.start]
        for other, earlier in (*before, *behind):
            if not other.is_relative:
                dated = self._dated(other, earlier)
                if not (dated.interval.start and is_event_day(dated)):
                    continue
                if time.is_same_day and self._role(other, earlier) not in _OF_EVENTS:
                    continue
                return dated.interval
        return None
