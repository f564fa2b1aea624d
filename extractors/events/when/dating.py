"""The time expression that dates a count."""

from dataclasses import dataclass, replace
from functools import cache, cached_property

import regex

from extractors.attribution.cues.lexicon import cue_index
from extractors.document.analysis import ParsedDocument
from extractors.document.text import Sentence
from extractors.events.when.calendar import Interval
from extractors.events.when.document_creation_time import Writing, is_date_line
from extractors.events.when.timex import TimeExpression, find_times
from extractors.events.when.timex_values import OPEN_SHAPES, Clock
from extractors.events.when.timex_words import alternatives
from extractors.syntax.clause_distance import SAYING, distance
from schemas.terms import DateBasis

_LEAD = 8
"""Sentences in which a report tells when its event happened, after headline and headers."""
_EVENT_DAYS = 31
"""A longer stretch dates a period rather than an event."""
_FIRST = 4
"""Sentences in which a month can date the event; later ones name months of older events."""
_WEEK = 7
_DAYS = frozenset({"daily"})
"""Shapes that name a day, known or not: "Friday" is the day of the event though undated."""
_OWNED = regex.compile(r"'s?\s(\p{Ll}+)")
_BACK = 3
"""Sentences of one paragraph through which a date carries on."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that date something, and the days that they mean.

    Attributes:
        start: Offset of the first character; null where nothing dates it.
        end: Offset after the last character.
        interval: The days; an open interval where the words do not tell.
        background: Whether the words set the count apart from the document's own event.
        basis: What the days rest on.
    """

    start: int
    end: int
    interval: Interval
    background: bool = False
    basis: DateBasis = DateBasis.STATED


class Dating:
    """The times of one document."""

    def __init__(self, parsed: ParsedDocument, writing: Writing) -> None:
        self._parsed = parsed
        self._writing = writing
        self._found: dict[int, tuple[TimeExpression, ...]] = {}

    def date_count(self, sentence: Sentence, start: int, end: int) -> Dated | None:
        """Find what dates a count: its clause, its paragraph, or the document's event.

        Args:
            sentence: The sentence of the count.
            start: Where the count begins in the text.
            end: Where it ends.
        """
        ranked = self._ranked(sentence, start, end)
        own = [time for rank, time in ranked if rank < SAYING]
        if own:
            return self._dated(own[0], sentence)
        said = self._not_later_than_said([time for _, time in ranked], sentence)
        if said is not None and self._precedes_event(said):
            return said
        found = self._from_paragraph(sentence) or self.event
        return replace(found, basis=_basis_elsewhere(found)) if found else said

    @cached_property
    def event(self) -> Dated | None:
        """What dates the event that the document is about; failing that, its date line does."""
        line = None
        for sentence in self._parsed.sentences[:_LEAD]:
            for time in self._times(sentence):
                dated = self._dated(time, sentence)
                if self._is_said(time) or dated.background:
                    continue
                if is_date_line(self._parsed.folded[sentence.start : sentence.end], time):
                    line = line or replace(dated, basis=DateBasis.DATELINE)
                    continue
                days = dated.interval.days
                if days is None and time.shape in _DAYS:
                    return dated
                first = sentence.index < _FIRST
                if days is not None and days <= (_EVENT_DAYS if first else _WEEK):
                    return dated
        return line

    def _ranked(self, sentence: Sentence, start: int, end: int) -> list[tuple[int, TimeExpression]]:
        times = self._times(sentence)
        if not times:
            return []
        tree = self._parsed.tree(sentence.index)
        shift = sentence.start

        def rank(time: TimeExpression) -> tuple[int, int]:
            clauses = distance(
                tree, time.start - shift, time.end - shift, start - shift, end - shift
            )
            gap = time.start - end if time.start >= end else start - time.end
            return SAYING if self._is_said(time) else clauses, gap

        return sorted(((rank(time)[0], time) for time in times), key=lambda pair: rank(pair[1]))

    def _from_paragraph(self, sentence: Sentence) -> Dated | None:
        for index in range(sentence.index - 1, max(sentence.index - 1 - _BACK, -1), -1):
            earlier = self._parsed.sentences[index]
            if earlier.paragraph != sentence.paragraph:
                return None
            for time in reversed(self._times(earlier)):
                opens = time.start - earlier.start < len("Then, ")
                dated = self._dated(time, earlier)
                closed = opens or time.shape not in OPEN_SHAPES
                is_short = dated.interval.days is None or _is_event(dated)
                if closed and is_short and not self._is_said(time):
                    return dated
        return None

    def _precedes_event(self, said: Dated) -> bool:
        """Whether something was said before the document's own event, so that it is another."""
        event, last = self.event, said.interval.end
        began = event.interval.start if event is not None else None
        return began is not None and last is not None and last < began

    def _not_later_than_said(self, said: list[TimeExpression], sentence: Sentence) -> Dated | None:
        if not said:
            return None
        dated = self._dated(said[0], sentence)
        return Dated(dated.start, dated.end, Interval(None, dated.interval.end))

    def _times(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        if sentence.index not in self._found:
            times = find_times(self._parsed.folded, sentence.start, sentence.end)
            line = self._writing.dateline
            self._found[sentence.index] = tuple(
                time for time in times if line is None or time.start >= line.end
            )
        return self._found[sentence.index]

    def _dated(self, time: TimeExpression, sentence: Sentence) -> Dated:
        reference = self._reference(time, sentence) if time.is_relative else None
        interval = time.resolve(Clock(self._writing.written, reference)) or Interval()
        background = time.shape in OPEN_SHAPES or (interval.days or 0) > _EVENT_DAYS
        return Dated(time.start, time.end, interval, background)

    def _reference(self, time: TimeExpression, sentence: Sentence) -> Interval | None:
        """The day that the text named last before a relative expression."""
        for index in range(sentence.index, max(sentence.index - _LEAD, -1), -1):
            earlier = self._parsed.sentences[index]
            for other in reversed(self._times(earlier)):
                if other.start < time.start and not other.is_relative:
                    dated = self._dated(other, earlier)
                    if dated.interval.start and _is_event(dated):
                        return dated.interval
        return None

    def _is_report(self, time: TimeExpression) -> bool:
        """Whether a time dates a report rather than what it tells: "Monday's statement"."""
        noun = _OWNED.match(self._parsed.folded, time.end)
        return noun is not None and noun[1].removesuffix("s") in cue_index().nouns

    def _is_said(self, time: TimeExpression) -> bool:
        """Whether a time stands beside a verb of saying, without the help of a parse."""
        if self._is_report(time):
            return True
        text = self._parsed.folded
        before, after = text[max(0, time.start - 40) : time.start], text[time.end : time.end + 24]
        return any(
            pattern.search(beside)
            for pattern, beside in zip(_saying(), (before, after), strict=True)
        )


def _basis_elsewhere(found: Dated) -> DateBasis:
    """What days rest on that another sentence tells."""
    return DateBasis.CONTEXT if found.basis is DateBasis.STATED else found.basis


def _is_event(dated: Dated) -> bool:
    days = dated.interval.days
    return days is not None and days <= _EVENT_DAYS


@cache
def _saying() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What a verb of saying looks like before a time, and after one."""
    verbs = rf"\b(?:{alternatives('saying')})"
    return (
        regex.compile(
            rf"(?i){verbs}(?:(?:\sin\s(?:an?|its|the))?\s\p{{L}}+)?(?:\son|\slate|\searly)?\s$"
        ),
        regex.compile(rf"(?i)^\s{verbs}\b"),
    )
