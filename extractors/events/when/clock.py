"""What a date in a text is relative to: its writing, and the date told before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import regex

from extractors.events.when.calendar import DateInterval


@dataclass(frozen=True, slots=True)
class Clock:
    """What a date is relative to.

    Attributes:
        written: The days on which the text can have been written; null where that is not known.
        reference: What the text has dated last: "two days earlier" counts from there.
        years: The years that the text tells with a month, by the month: who writes of "March last
            year" means it by "27 March", too.
    """

    written: DateInterval | None = None
    reference: DateInterval | None = None
    years: Mapping[int, int] = field(default_factory=dict)

    @property
    def now(self) -> date | None:
        """The last day on which the text can have been written, if it is known to a few days."""
        if self.written is None or (self.written.days or 99) > 3:
            return None
        return self.written.end

    @property
    def about_now(self) -> date | None:
        """The last day on which the text can have been written, however roughly known."""
        return self.written.end if self.written else None


Match = regex.Match[str]
