"""What a time expression dates: what happened, what followed, who spoke, or the page."""

from enum import IntEnum

import regex

from extractors.attribution.cues.cue_lexicon import cue_index
from extractors.document.text import time_limit
from extractors.events.when.timex import TimeExpression
from extractors.languages.date_words import DateKind, alternatives, date_words
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern

_REACH = 60
_OWNED = regex.compile(r"'s?\s(\p{Ll}+)")
_HEAD = 300
"""Characters in which a date may stand between a headline and the text, its marks lost."""
_FULL_SHAPES = frozenset({"iso", "day_month", "month_day", "numeric"})
_BARE_BEHIND = regex.compile(r"\s")
_INSERTED_BEFORE = regex.compile(r"\p{Lu}[\p{L}'.-]+\s$")


_FOLLOWING: tuple[DateKind, ...] = ("aftermath", "trial", "state")
"""Kinds of words for what follows an event."""


class TimeRole(IntEnum):
    """What a time expression dates, the likeliest to be the day of the event first."""

    HAPPENED = 0
    """What happened: "the shooting on Friday"."""
    OPEN = 1
    """Nothing tells which."""
    SAID = 2
    """When somebody spoke: "police said Friday"."""
    AFTERMATH = 3
    """What followed: an arrest, a hearing, a burial, an anniversary."""
    STAMP = 4
    """When the page was written or changed: "Updated: May 4, 2012"."""
    OCCASION = 5
    """Something else: "the June 3 poll", "a truce signed in March"."""


OF_EVENTS = frozenset({TimeRole.HAPPENED, TimeRole.OPEN})
"""What dates the event, as far as the words beside it tell."""


def role_of(time: TimeExpression, folded: str, start: int) -> TimeRole:
    """Tell what a time expression dates, from the words beside it.

    Args:
        time: The expression.
        folded: The folded text.
        start: Where its sentence begins.
    """
    before = folded[max(start, time.start - _REACH) : time.start]
    after = folded[time.end : time.end + _REACH]
    if is_stamp(time, folded):
        return TimeRole.STAMP
    if _day_of_happening().search(before):
        return TimeRole.HAPPENED
    if time.is_relative and pattern("anchor-after-after").match(folded, time.end):
        return TimeRole.AFTERMATH
    if _owns_report(after) or _is_said(before, after):
        return TimeRole.SAID
    if pattern("sentence-opening-of-date").fullmatch(before) and _opens_saying().match(after):
        return TimeRole.SAID
    toll = pattern("toll-before-date").search(folded, start, time.start)
    if toll or pattern("toll-after-date").match(after):
        return TimeRole.AFTERMATH
    if _occasion_behind().match(after) or _is_of_another(time, before):
        return TimeRole.OCCASION
    if any(_is_near(kind, before, after) for kind in _FOLLOWING):
        return TimeRole.AFTERMATH
    return TimeRole.HAPPENED if _is_near("occurring", before, after) else TimeRole.OPEN


def _is_of_another(time: TimeExpression, before: str) -> bool:
    """Whether a time dates what is agreed or planned, a body or its past deed."""
    return bool(
        _beside("founding").search(before)
        or pattern("planned-before-date").search(before)
        or (time.shape == "years" and pattern("past-deed-before").search(before))
    )


def is_stamp(time: TimeExpression, folded: str) -> bool:
    """Whether a full date tells when the page was written, changed, or its picture taken."""
    before = folded[max(0, time.start - _REACH) : time.start]
    if _stamp_before().search(before):
        return True
    is_full = time.shape in _FULL_SHAPES and time.match["year"]
    if not is_full or time.bound is not None:
        return False
    if opening := pattern("weekday-before-date").fullmatch(folded, 0, time.start):
        return bool(
            (_BARE_BEHIND if opening[1] else pattern("text-after-date")).match(folded, time.end)
        )
    if pattern("clock-after-date").match(folded, time.end) or pattern("photo-credit").match(
        folded, time.end
    ):
        return True
    is_inserted = _INSERTED_BEFORE.search(before) and pattern("text-after-date").match(
        folded, time.end
    )
    return bool(is_inserted) and time.start < _HEAD and time.shape != "iso"


def is_since(time: TimeExpression, folded: str, start: int) -> bool:
    """Whether a time dates what something is counted from: "the worst since the war began in May".

    Args:
        time: The expression.
        folded: The folded text.
        start: Where its sentence begins.
    """
    before = folded[start : time.start]
    if time.bound in date_words("since"):
        return bool(pattern("record-before").search(before))
    if pattern("missed-since-before").search(before):
        return False
    told = ("since-clause-before", "war-began-before")
    return time.bound is None and any(pattern(each).search(before) for each in told)


def find_word(kind: DateKind, text: str) -> regex.Match[str] | None:
    """The first word of a kind in a text."""
    return regex.search(rf"(?i)\b(?:{alternatives(kind)})\b", text, timeout=time_limit(text))


def _is_said(before: str, after: str) -> bool:
    """Whether a verb of saying, or a statement that is given out, stands right beside a time."""
    is_beside = _beside("saying").search(before) or _opens("saying").match(after)
    told = ("said-thing-before-date", "statement-before-date")
    return bool(is_beside or any(pattern(each).search(before) for each in told))


def _owns_report(after: str) -> bool:
    """Whether a time dates a report rather than what it tells: "Monday's statement"."""
    noun = _OWNED.match(after)
    if noun is None or _is_near("occurring", "", after[: noun.end()]):
        return False
    return noun[1].removesuffix("s") in cue_index().nouns


def _is_near(kind: DateKind, before: str, after: str) -> bool:
    return bool(_beside(kind).search(before) or _opens(kind).match(after))


@per_language
def _beside(kind: DateKind) -> regex.Pattern[str]:
    """Words of a kind right before a time: "was arrested on", "said late"."""
    words = alternatives(kind)
    if kind == "saying":
        telling = alternatives("telling")
        return compile_pattern("said-before-date", saying=_saying(), telling=telling)
    return compile_pattern("verb-before-date", verb=words)


@per_language
def _opens(kind: DateKind) -> regex.Pattern[str]:
    """Words of a kind after a time: "On Friday he was charged", "Friday's shooting"."""
    if kind == "saying":
        return compile_pattern("said-after-date", verb=_saying())
    return compile_pattern("verb-after-date", verb=alternatives(kind))


def _saying() -> str:
    """What somebody does with words on a day: says, counts, rejects."""
    return f"{alternatives('saying')}|{alternatives('judging')}"


@per_language
def _occasion_behind() -> regex.Pattern[str]:
    """What a day before it dates: "the June 3 poll", "a 5 May presidential vote"."""
    return regex.compile(rf"(?i)^\s(?:{alternatives('occasion')})\b")


@per_language
def _opens_saying() -> regex.Pattern[str]:
    """Who said something, after a time that opens the sentence: "On Monday, police said"."""
    return compile_pattern("subject-said-after-date", verb=_saying())


@per_language
def _stamp_before() -> regex.Pattern[str]:
    return compile_pattern("stamp-before-date", stamp=alternatives("stamp"))


@per_language
def _day_of_happening() -> regex.Pattern[str]:
    """Words after which a date is the day of the event: "on the day of the raid, last Friday"."""
    return compile_pattern("day-of-happening-before", verb=alternatives("occurring"))
