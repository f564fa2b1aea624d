"""The desk's sentences: figures, dates, speakers and comparisons in words."""

import unicodedata
from datetime import date, datetime

from markupsafe import Markup

from desk.marks import HIDDEN, visible
from warehouse.read_models.comparison_rows import Comparison

HARMS = {
    "killed": "Killed",
    "wounded": "Wounded",
    "detained": "Detained",
    "missing": "Missing",
    "casualties": "Casualties",
}
CLASSES = {
    "conflict": ("Conflict", "Two who are independent cannot both be right, or somebody denies."),
    "who_died": ("Who died", "The same dead are told to be other people."),
    "revised": (
        "Revised",
        "A later figure replaced an earlier one: the speaker's own, or a first count.",
    ),
    "different_people": ("Different people", "The figures count different people."),
    "different_meaning": ("Different meaning", "The figures count different harms under one word."),
    "check": ("To check", "More likely a mixed event or a misread figure than a dispute."),
    "agreement": ("Agreement", "Two or more who are independent can all be right."),
    "one_source": ("One source", "Only one independent source gives a figure."),
}
REASONS = {
    "disjoint": "no number fits both",
    "part_exceeds_whole": "a part is greater than its whole",
    "casualties_below_harm": "fewer casualties than dead or wounded",
    "denied": "the figure is denied",
    "who_died": "the same dead, told to be other people",
    "other_victims": "they count other people",
    "other_harm": "they count other harms",
    "one_source": "the two are not independent",
    "wholes_part": "they are parts of wholes that differ",
    "other_day": "they are dated to days that cannot be of one event",
    "other_place": "they are put at places that lie far apart",
    "other_agent": "they are blamed on two sides, and no text has both",
    "doubtful": "one of them is likelier misread, or of another event",
    "overtaken": "a later count took the place of an earlier one",
    "no_order": "no date tells which came later",
}
"""Why two totals part, by the reason of their row."""
DISPUTED = frozenset({"conflict", "who_died"})
"""Classes of rows whose figures cannot all be true."""
KINDS = {
    "armed_group": "armed group",
    "un": "United Nations",
    "ngo": "NGO",
    "medical": "medical staff",
    "media": "news media",
    "person": "single person",
    "article": "the article",
}
STANDINGS = {"machine": "not yet checked", "reviewed": "checked", "rejected": "rejected"}
GRADES = {
    "confirmed": "Those held responsible accept it, or an inquiry found it.",
    "fair": "Two or more independent sources tell it, and nothing speaks against it.",
    "weak": "One source tells it, or only such as cannot be named.",
    "contested": "Sources hold opposite things of who was harmed, or by whom.",
    "discounted": "It did not happen, or not to those of whom it is told.",
}
"""How far an event is established, as a reviewer says; the grades of casualty recorders."""
SURE, FAIRLY_SURE = 0.85, 0.65
"""From which confidence on a reading counts as sure, or fairly so."""
LIMIT = 90
UNDATED = "undated"
ELLIPSIS = "…"


def kind_name(kind: str) -> str:
    """What sort of speaker it is, for a reader."""
    return KINDS.get(kind, kind.replace("_", " "))


def group_name(group: str | None) -> str:
    """The victims of a comparison, for a reader."""
    return "all victims" if group in {None, "all"} else str(group)


def as_written(confidence: float) -> str:
    """How surely a text was read, in words."""
    level = "very likely" if confidence >= SURE else "likely"
    return f"{level if confidence >= FAIRLY_SURE else 'perhaps not'} as written"


def shortened(text: str, limit: int = LIMIT) -> str:
    """Text of at most `limit` characters, without characters that act on others."""
    plain = HIDDEN.sub("", text[: 4 * limit])
    plain = " ".join(unicodedata.normalize("NFC", plain).split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + ELLIPSIS


def day(moment: date | datetime | None) -> str:
    """A day for a reader; where nothing tells it, it is not made up."""
    return f"{moment.day} {moment:%b %Y}" if moment else UNDATED


def instant(moment: datetime | None) -> str:
    """A moment for a reader."""
    return f"{day(moment)}, {moment:%H:%M} UTC" if moment else ""


def span_of_days(first: date | None, last: date | None) -> str:
    """An interval of days for a reader."""
    if first is None or last is None:
        return day(first or last)
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def bounds(low: int | None, high: int | None) -> str:
    """Bounds of a figure for a reader."""
    if low is None and high is None:
        return "no bounds"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low or 0:,}–{high:,}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def versus(comparison: Comparison) -> Markup:
    """The figures in a row: "0 vs 4 vs at least 8"."""
    parts = [visible(line.figure) for line in comparison.lines]
    return Markup(' <span class="vs">vs</span> ').join(parts)
