"""The shapes in which dates are written, as one pattern."""

import regex

from extractors.events.when.timex_words import (
    Kind,
    alternatives,
    date_words,
    month_names,
    small_numbers,
)
from extractors.languages.pack import per_language
from extractors.quantities.number_lexicon import number_words

_DAY = r"[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.:]\d)"
_TO = r"\ ?(?:-|–|—|/|to|and|through|until)\ ?"
_FOUR_DIGITS = r"(?:1[6-9]|20)\d\d"
_YEAR = rf"(?P<year>{_FOUR_DIGITS})"
_LEADS = "in|since|last|this|during|until|by|from|between|for|throughout|before|after|of"
_WHICH = "last|this past|this last|the previous|on|late on|early on|late|early|overnight|since|this"
_ANY_YEAR = rf"(?:,?\ {_YEAR}|\ (?P<year>'?\d\d)(?=\ ?[\])(.;]|\ ?$|\ --))"


def _day_shapes(month: str) -> dict[str, str]:
    day, day_to, month_to = rf"(?P<day>{_DAY}", rf"(?P<day_to>{_DAY}", rf"(?P<month_to>{month})"
    named, from_year = rf"(?P<month>{month})", rf"(?:,?\ (?P<from_year>{_FOUR_DIGITS}))?"
    return {
        "iso": rf"{_YEAR}-(?P<mm>[01]\d)-(?P<dd>[0-3]\d)",
        "numeric": rf"(?P<one>[0-3]?\d)(?P<sign>[-/.])(?P<two>[0-3]?\d)(?P=sign){_YEAR}",
        "day_month": rf"""
            {day}\ ?{named}{from_year}\ ?{_TO}{day_to}\ {month_to}{_ANY_YEAR}?
            | {day}(?:{_TO}{day_to})?(?:\ of)?\ ?{named}{_ANY_YEAR}?""",
        "month_day": rf"""
            (?<!\b[Ii]n\ ){named}\ {day}(?:
                {from_year},?{_TO}{month_to}\ {day_to} | {_TO}{day_to})?(?:(?:,?\ |,){_YEAR})?
            | {named}\ (?P<day>[0-3]\d){_YEAR}""",
    }


def _long_shapes(month: str, season: str, stretch: str) -> dict[str, str]:
    # "by Jan Maro" names a person.
    named = r"(?!(?<=\b[Bb]y\ [\p{L}.]+)\ \p{Lu}\p{Ll})"
    bare = rf"(?P<month>{month})(?!\ \d|\p{{L}}){named}"
    return {
        "monthly": rf"""
            {stretch}?(?P<month>{month})(?:,|\ of)?\ {_YEAR}
            | (?i:\b(?:{_LEADS})\ ){stretch}?{bare}
            | {stretch}{bare}""",
        "decennial": rf"""
            {stretch}?(?P<decade>(?:1[6-9]|20)\d0)'?s | {stretch}?'(?P<decade>\d0)s""",
        "seasonal": rf"""
            {stretch}?(?P<season>(?i:{season}))(?:\ of|,)?\ {_YEAR}
            | (?P<which>(?i:last|this|this\ past))\ (?P<season>(?i:{season}))""",
    }


def _counted_shapes(number: str, unit: str, part: str) -> dict[str, str]:
    number, unit = rf"(?P<number>{number})", rf"(?P<unit>{unit})"
    return {
        "so_far": r"""(?i:
            (?:so\ far\ this | (?:since|from)\ the\ (?:beginning|start)\ of\ (?:the|this))
            \ (?P<unit>year|month))""",
        "span": rf"""(?i:
            (?:the|these|those|this)\ (?:past|last|previous|preceding)\ (?:{number}\ )?{unit}
            | (?:in|over|during|within|for)\ (?:past|last)\ {number}\ {unit})""",
        "ago": rf"(?i:{number}\ {unit}\ ago)",
        "relative": rf"""(?i:
            {number}\ {unit}\ (?P<direction>earlier|before|previously|later|after|afterwards))""",
        "adjacent": rf"""(?i:
            (?:the|that)\ (?P<which>previous|preceding|following|next|same)\ (?:day|night|{part})
            | the\ (?:day|night)\ (?P<which>before|after)\b(?!\ yesterday)
            | a\ day\ (?P<which>earlier|later)
            | (?:earlier|later)\ (?P<which>that)\ day
            | (?:on\ )?(?P<which>that)\ (?:day|night|{part}))""",
    }


def _named_shapes(weekday: str, part: str, phrase: str, stretch: str) -> dict[str, str]:
    return {
        "weekly": r"""(?i:
            (?:(?:earlier|later|late|early)\ )?(?P<which>this|last|the\ past|the\ previous|past)
            \ (?P<unit>week|weekend|month|year))""",
        "daily": rf"""(?i:
            (?:(?P<which>{_WHICH.replace(" ", r"[ ]")})\ )?(?P<weekday>{weekday})
            (?:{_TO}(?P<weekday_to>{weekday}))?(?:\ (?:{part}))?)""",
        "phrasal": rf"(?P<phrase>(?i:{phrase}))",
        "vague": r"""(?i:
            in\ recent\ (?:days|weeks|months|years|decades)
            | in\ the\ (?:years|months|weeks|days)\ (?:since|after|following|before|that\ followed)
            | (?:for|over|in)\ (?:decades|years|months|weeks))""",
        "years": rf"""
            {stretch}?(?:in\ |the\ year\ )?{_YEAR}
            (?:(?:-|–|/|\ to\ |\ and\ |\ through\ )(?P<year_to>{_FOUR_DIGITS}|\d\d(?!\d)))?
            (?!-\w)""",
    }


@per_language
def date_pattern() -> regex.Pattern[str]:
    """The pattern of all shapes; each is a group that bears the shape's name."""
    month, part = month_names(), alternatives("part")
    stretch = rf"(?:(?P<stretch>(?i:{alternatives('stretch')}))[\ -])"
    shapes = {
        **_day_shapes(month),
        **_long_shapes(month, alternatives("season"), stretch),
        **_counted_shapes(small_numbers(), alternatives("unit"), part),
        **_named_shapes(alternatives("weekday"), part, alternatives("phrase"), stretch),
    }
    named = "|".join(rf"(?P<{name}>{body})" for name, body in shapes.items())
    return regex.compile(
        rf"(?<![\w$€£.,:/-])(?=[\d'\p{{Lu}}]|(?i:\L<openers>)\b)(?:{named})(?![\w/])(?!,\d)",
        regex.VERBOSE,
        openers=sorted(_openers()),
    )


def _openers() -> set[str]:
    """First words of dates that begin with no digit and no capital; a quick test of a position."""
    roles: tuple[Kind, ...] = ("weekday", "stretch", "season", "phrase")
    spelled = {word for role in roles for word in date_words(role)} | set(number_words())
    leads = f"{_WHICH} {_LEADS} the these those that a an several earlier later so over within past"
    return {word.split(" ")[0] for word in spelled} | set(leads.replace("|", " ").split())


@per_language
def trigger_pattern() -> regex.Pattern[str]:
    """A word that every date holds one of; a fast scan tells where to look for dates."""
    roles: tuple[Kind, ...] = ("weekday", "month", "season", "unit", "phrase", "part")
    words = {word.removesuffix(".") for role in roles for word in date_words(role)}
    return regex.compile(
        r"\d+|\b\L<words>\b",
        regex.IGNORECASE,
        words=[*words, *(f"{word}s" for word in date_words("part")), "that"],
    )
