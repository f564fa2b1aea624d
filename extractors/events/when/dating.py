"""The time expression that dates a count."""

from dataclasses import replace

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import SAYING, distance, is_past_perfect
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.counted_years import is_number
from extractors.events.when.dated import (
    WEEK,
    Dated,
    basis_elsewhere,
    is_event_day,
    narrows,
    precedes,
)
from extractors.events.when.days_before import put_before
from extractors.events.when.document_creation_time import DocumentCreationTime
from extractors.events.when.document_event import DocumentEvent
from extractors.events.when.document_times import DocumentTimes
from extractors.events.when.other_days import introduces_happening, recalls, takes_up_happening
from extractors.events.when.time_roles import OF_EVENTS, TimeRole
from extractors.events.when.timex import TimeExpression
from extractors.events.when.timex_values import OPEN_SHAPES
from schemas.terms import DateBasis

_NEWS_DAYS = 3
"""Days before its writing within which an event lies that a report does not date."""
_BACK = 3
"""Sentences of one paragraph through which a date carries on."""


class Dating:
    """The days of the counts of one document."""

    def __init__(self, parsed: DocumentAnalysis, created: DocumentCreationTime) -> None:
        self._parsed = parsed
        self._created = created
        self._times = DocumentTimes(parsed, created)
        self._event = DocumentEvent(self._times)

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
            if rank < SAYING and self._times.role(time, sentence) in {latest, *OF_EVENTS}
        ]
        if own:
            return self._times.dated(own[0], sentence)
        bounding = [
            time for _, time in ranked if self._times.role(time, sentence) is not TimeRole.OCCASION
        ]
        said = self._not_later_than_said(bounding, sentence)
        if said is not None and precedes(said, self._event.day):
            return said
        found = self._from_paragraph(sentence) or self._event.day
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
        first = None if self._event.tells_aftermath else shift(last, -_NEWS_DAYS)
        at = (said.start, said.end) if said else (0, 0)
        return Dated(*at, DateInterval(first, last), basis=DateBasis.DATELINE)

    def _ranked(self, sentence: Sentence, start: int, end: int) -> list[tuple[int, TimeExpression]]:
        times = [t for t in self._times.times(sentence) if not is_number(t, start, end)]
        if not times:
            return []
        tree, offset = self._parsed.tree(sentence.index), sentence.start

        def rank(time: TimeExpression) -> tuple[int, int]:
            clauses = distance(
                tree, time.start - offset, time.end - offset, start - offset, end - offset
            )
            gap = time.start - end if time.start >= end else start - time.end
            is_said = self._times.role(time, sentence) is TimeRole.SAID
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
            for time in reversed(self._times.times(earlier)):
                opens = time.start - earlier.start < len("Then, ")
                dated = self._times.dated(time, earlier)
                closed = opens or time.shape not in OPEN_SHAPES
                is_short = dated.interval.days is None or is_event_day(dated)
                if recalls(folded, earlier, time) or self._times.happened_before(time, earlier):
                    continue
                if not (closed and is_short and self._times.role(time, earlier) in OF_EVENTS):
                    continue
                if not self._is_background(dated, earlier):
                    return self._narrowed(dated, time)
        return None

    def _narrowed(self, dated: Dated, time: TimeExpression) -> Dated:
        """The event's day where words tell its month; "the last two weeks" mean all of theirs."""
        event = self._event.day
        if event is None or time.shape == "span" or not narrows(event, dated):
            return dated
        return event

    def _is_background(self, dated: Dated, sentence: Sentence) -> bool:
        """Whether days are of what had happened before the document's event.

        "The blast came after troops had shot five men in May": the story goes on from the blast.
        """
        began = self._event.day.interval.start if self._event.day else None
        first = dated.interval.start or dated.interval.end
        if began is None or first is None or first > began:
            return False
        at = dated.start - sentence.start, dated.end - sentence.start
        return is_past_perfect(self._parsed.tree(sentence.index), *at)

    def _not_later_than_said(self, said: list[TimeExpression], sentence: Sentence) -> Dated | None:
        if not said:
            return None
        dated = self._times.dated(said[0], sentence)
        return Dated(dated.start, dated.end, DateInterval(None, dated.interval.end))
