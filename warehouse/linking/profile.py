"""What is known of an event, summed over its mentions and bounded in size."""

import json
from collections import Counter
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cached_property

from warehouse.linking.mentions import Interval, Mention
from warehouse.linking.places import is_wide, place_key

LONGEST_EVENT = timedelta(days=7)
MOST_TERMS, MOST_OTHERS = 60, 24
SHARE_OF_A_DAY = 1 / 3


@dataclass(frozen=True)
class Profile:
    """An event as its mentions describe it.

    Attributes:
        event_id: The event.
        documents: Number of mentions summed.
        days: For each day (ISO) how many dated mentions it has.
        wide_days: First and last day told by mentions that do not tell the day.
        places: Names as written, with how often.
        groups: Victim groups.
        speakers: Speakers.
        figures: Figures with their harm.
        terms: Telling words.
    """

    event_id: str
    documents: int = 0
    days: dict[str, int] = field(default_factory=dict)
    wide_days: tuple[str, str] | None = None
    places: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    speakers: dict[str, int] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    terms: dict[str, int] = field(default_factory=dict)

    @cached_property
    def interval(self) -> Interval | None:
        """The days of the event: those told at least a third as often as the most told one."""
        if self.days:
            most = max(self.days.values())
            kept = sorted(day for day, n in self.days.items() if n >= most * SHARE_OF_A_DAY)
            return Interval(date.fromisoformat(kept[0]), date.fromisoformat(kept[-1]))
        if self.wide_days:
            first, last = map(date.fromisoformat, self.wide_days)
            return Interval(first, last)
        return None

    @cached_property
    def place(self) -> str | None:
        """The name most used, a precise one before a wide one."""
        names = sorted(self.places, key=lambda name: (is_wide(name), -self.places[name], name))
        return names[0] if names else None

    @cached_property
    def place_keys(self) -> dict[str, int]:
        """Keys of the places with how often."""
        keys: Counter[str] = Counter()
        for name, count in self.places.items():
            keys[place_key(name)] += count
        return dict(keys)

    @property
    def label(self) -> str:
        """Place and days, for people."""
        parts = [self.place or next(iter(ranked(self.groups, 1)), "unknown place")]
        parts.append(days_label(self.interval) if self.interval else "undated")
        return ", ".join(parts)

    def plus(self, mention: Mention) -> "Profile":
        """The event with one more mention."""
        return Profile(
            event_id=self.event_id,
            documents=self.documents + 1,
            days=self.days_with(mention.interval),
            wide_days=self.wide_with(mention.interval),
            places=grown(self.places, [mention.place] if mention.place else [], MOST_OTHERS),
            groups=grown(self.groups, mention.groups, MOST_OTHERS),
            speakers=grown(self.speakers, mention.speakers, MOST_OTHERS),
            figures=grown(self.figures, mention.figures, MOST_OTHERS),
            terms=grown(self.terms, mention.terms, MOST_TERMS),
        )

    def days_with(self, interval: Interval | None) -> dict[str, int]:
        """The days, counted once more where the mention tells them precisely."""
        if interval is None or not interval.is_precise or not interval.is_stated:
            return self.days
        length = (interval.last - interval.first).days + 1
        told = [(interval.first + timedelta(days=n)).isoformat() for n in range(length)]
        known = [date.fromisoformat(day) for day in (*self.days, *told)]
        if max(known) - min(known) > LONGEST_EVENT:
            return self.days
        return grown(self.days, told, LONGEST_EVENT.days + 1)

    def wide_with(self, interval: Interval | None) -> tuple[str, str] | None:
        """The narrowest of the days told roughly."""
        if interval is None or (interval.is_precise and interval.is_stated):
            return self.wide_days
        new = (interval.first.isoformat(), interval.last.isoformat())
        if self.wide_days is None:
            return new
        first, last = max(new[0], self.wide_days[0]), min(new[1], self.wide_days[1])
        return (first, last) if first <= last else self.wide_days

    def dump(self) -> str:
        """The profile as stored."""
        stored = {name.name: getattr(self, name.name) for name in fields(self)}
        return json.dumps(stored, ensure_ascii=False, sort_keys=True)

    @classmethod
    def parse(cls, text: str) -> "Profile":
        """The profile as it was stored."""
        stored = json.loads(text)
        if stored["wide_days"]:
            stored["wide_days"] = tuple(stored["wide_days"])
        return cls(**stored)


def grown(counts: dict[str, int], more: "frozenset[str] | list[str]", most: int) -> dict[str, int]:
    """Counts with some names more; of too many the rarest go."""
    sums = Counter(counts)
    sums.update(more)
    return {name: sums[name] for name in ranked(sums, most)}


def ranked(counts: dict[str, int], most: int) -> list[str]:
    """The most frequent names; equally frequent ones by their spelling."""
    return sorted(counts, key=lambda name: (-counts[name], name))[:most]


def days_label(interval: Interval) -> str:
    """Days as people write them: "28–29 July 2009"."""
    first, last = interval.first, interval.last
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        is_month = first.day == 1 and (last + timedelta(days=1)).day == 1
        return f"{last:%B %Y}" if is_month else f"{first.day}–{end}"
    if first.year == last.year:
        is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return str(first.year) if is_year else f"{first.day} {first:%B} – {end}"
    return f"{first.day} {first:%B %Y} – {end}"
