"""A row as a card: who holds what, since when, how sure, and what changed last."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from desk.event_summary import question_of
from desk.interval_strip import scale_numbers, strip_maker
from desk.parties import Party, kinds_of, latest, party_of, telling_lines
from desk.wording import DISPUTED, as_written, counted, day, group_name
from warehouse.read_models.comparison_rows import Comparison, RowDetail
from warehouse.read_models.reader import Reader


@dataclass(frozen=True)
class Card:
    """A row of `discrepancies`, as the report's lists show it.

    Attributes:
        comparison: The figures side by side.
        detail: What else is known of it.
        parties: Who holds what, lowest first.
        more: How many figures are left out.
        question: What the two who part disagree on, as a headline asks it.
        latest: Who spoke last, and their figure.
        numbers: The numbers of the scale on which its figures lie.
    """

    comparison: Comparison
    detail: RowDetail
    parties: tuple[Party, ...]
    more: int
    question: str
    latest: tuple[str, str, str] | None
    numbers: Markup | None

    @property
    def is_dispute(self) -> bool:
        """Whether its figures cannot all be true."""
        return self.comparison.kind in DISPUTED

    @property
    def since(self) -> str:
        """Since when the figures are public: no text that tells of an event is older than it."""
        row = self.comparison
        seen = [
            each.first_seen
            for line in row.lines
            for each in (*line.holders, *line.denied_by)
            if each.first_seen
        ]
        after = [when for when in seen if not row.date_from or when.date() >= row.date_from]
        first = min(after, default=row.first_seen)
        return day(first) if first else "an unknown day"

    @property
    def sureness(self) -> str:
        """How surely the texts were read, in words."""
        confidence = self.detail.confidence
        return "" if confidence is None else f"read by machine, {as_written(confidence)}"

    @property
    def checked(self) -> str:
        """How much of it a person has looked at."""
        claims, checked = self.detail.claims, self.detail.checked
        if not checked:
            return "not yet checked by a person"
        done = "all" if checked >= claims else f"{checked:,} of {claims:,}"
        return f"{done} checked by a person"

    @property
    def sure(self) -> str:
        """How sure the row is: who tells it, how it was read, and whether a person looked."""
        sources = counted(self.comparison.sources, "independent source")
        return ", ".join(filter(None, (sources, self.sureness, self.checked)))


def read_cards(reader: Reader, where: str = "true") -> Iterator[Card]:
    """All rows as cards: disputes first, then by independence, gap and recency."""
    details = {(d.event_id, d.harm, d.victim_group): d for d in reader.rows(RowDetail)}
    for row in reader.comparisons(where, '"rank", event_id'):
        yield card_of(row, details[row.event_id, row.harm, row.victim_group or "all"])


def card_of(row: Comparison, detail: RowDetail) -> Card:
    """One row as a card."""
    told, more = telling_lines(row)
    last = latest(row)
    drawn = told if row.kind in DISPUTED else ()
    strip_of = strip_maker(drawn)
    return Card(
        comparison=row,
        detail=detail,
        parties=tuple(party_of(line, row.parting_figures, strip_of(line)) for line in told),
        more=more,
        question=question_of(row) if row.kind in DISPUTED else "",
        latest=(last[0], last[1].figure, day(last[1].last_seen)) if last else None,
        numbers=scale_numbers(drawn),
    )


def facets_of(card: Card) -> dict[str, list[str]]:
    """By what a card can be chosen."""
    row = card.comparison
    return {
        "harm": [row.harm],
        "victims": [group_name(row.victim_group)],
        "country": [card.detail.country or "not known"],
        "year": [str(row.date_from.year) if row.date_from else day(None)],
        "speaker": list(kinds_of(row)),
        "class": [row.kind],
        "checked": ["no" if not card.detail.checked else "yes"],
    }


def searched(card: Card) -> list[str]:
    """The names and words by which a card is found, in plain letters."""
    row = card.comparison
    everybody = (each for line in row.lines for each in (*line.holders, *line.denied_by))
    names = (f"{each.holder} {each.role or ''}" for each in everybody)
    victims = (line.victims for line in row.lines)
    told = (row.event, row.place, card.detail.country, row.victim_group, *names, *victims)
    return list(dict.fromkeys(plain(each) for each in (*told, card.detail.titles) if each))


def plain(words: str) -> str:
    """Lower-case words without accents."""
    parts = unicodedata.normalize("NFD", words.lower())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())
