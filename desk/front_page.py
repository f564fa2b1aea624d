"""The front page: what is new, the disputes as cards, and a search over all rows."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from desk.cards import Card, facets_of, read_cards, searched
from desk.maps import Pin, overview_map
from desk.quality_page import last_checks
from desk.site import Site
from desk.templating import environment
from desk.wording import CLASSES, HARMS
from desk.year_histogram import year_histogram
from warehouse.read_models.event_rows import EventRow, LocatedEvent
from warehouse.read_models.reader import Reader

MOST_CARDS, MOST_EVENTS, MOST_OPTIONS = 12, 6, 60
A_WEEK = timedelta(days=7)
DATA = "assets/rows.js"
FIRST_SIGN = 0xE000
"""Signs of private use stand for what cards have in common; words of others never hold one."""
COMMON = (
    '<li class="card dispute"><div class=title><a href=events/',
    '<li class="card"><div class=title><a href=events/',
    ".html#figures-",
    "</a>: <b>",
    '</b> <span class="badge ',
    '</a> <span class="badge ',
    "</span> <span class=dim>",
    "</span></div><p class=meta><span><b>Since</b> ",
    "</span><span><b>How sure</b> ",
    " independent source, ",
    " independent sources, ",
    "read by machine, very likely as written, ",
    "read by machine, likely as written, ",
    "not yet checked by a person",
    "</span><span><b>Latest</b> ",
    "</span></p><ul class=who><li><b>",
    "</span></p><ul class=who><li class=parting><b>",
    "</b> <span>",
    ' <small>1 source</small></span> <svg viewBox="8 0 222 18" aria-hidden=true>',
    '</small></span> <svg viewBox="8 0 222 18" aria-hidden=true>',
    '</span> <svg viewBox="8 0 222 18" aria-hidden=true>',
    '<li class=scale><svg viewBox="8 0 222 14" aria-hidden=true><text x=8 y=11>0</text><text x=',
    " y=11 text-anchor=middle>",
    " y=11 text-anchor=end>",
    '<path d="M',
    '"/><circle cx=',
    "<circle cx=",
    " cy=9 r=4 /></svg><li><b>",
    " cy=9 r=4 /></svg><li class=parting><b>",
    " cy=9 r=4 /></svg>",
    "<span class=denied>denied by ",
    "</span></p><p class=who><b>",
)
FACETS = {
    "class": "Kind of row",
    "harm": "Harm",
    "victims": "Victims",
    "country": "Country",
    "year": "Year",
    "speaker": "Speaker",
    "checked": "Checked",
}
NAMES = {"class": {name: words[0] for name, words in CLASSES.items()}, "harm": HARMS}
Option = tuple[str, str, int]


@dataclass
class Gathered:
    """What the front page tells of all rows.

    Attributes:
        shown: The first disputes.
        disputes: How many there are.
        fresh: How many of them are new this week.
        doubtful: How many rows are likelier misread than disputed.
        counts: How many rows each choice of each facet has.
        places: How many disputes each event has.
        years: How many disputes each year has.
        countries: How many disputes each country has.
    """

    shown: list[Card] = field(default_factory=list)
    disputes: int = 0
    fresh: int = 0
    doubtful: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {f: Counter() for f in FACETS})
    places: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)

    def add(self, card: Card, made: datetime) -> None:
        """Count a card."""
        self.doubtful += card.comparison.kind == "check"
        facets = facets_of(card)
        for name, values in facets.items():
            self.counts[name].update(values)
        if not card.is_dispute:
            return
        self.disputes += 1
        since = card.detail.apart_since
        self.fresh += since is not None and since > made - A_WEEK
        self.places[card.comparison.event_id] += 1
        self.years.update(facets["year"])
        self.countries.update(facets["country"])
        if len(self.shown) < MOST_CARDS:
            self.shown.append(card)

    def options(self) -> list[tuple[str, str, list[Option]]]:
        """Each facet with its choices: the most frequent first, years in their order."""
        return [
            (name, title, [(value, NAMES.get(name, {}).get(value, value), count) for value, count
                           in self.sorted_choices(name)])
            for name, title in FACETS.items()
        ]  # fmt: skip

    def sorted_choices(self, name: str) -> list[tuple[str, int]]:
        """The choices of a facet with how many rows each has."""
        found = self.counts[name].most_common(MOST_OPTIONS)
        if name == "class":
            return [(kind, self.counts[name][kind]) for kind in CLASSES if self.counts[name][kind]]
        return sorted(found, reverse=True) if name == "year" else found


def write_front(reader: Reader, site: Site) -> None:
    """Write the front page, and the rows that its search looks through."""
    made = site.made.replace(tzinfo=None)
    gathered = Gathered()
    write_rows(counted_rows(read_cards(reader), gathered, made), site)
    located = {each.event_id: each for each in reader.rows(LocatedEvent)}
    pins = [
        Pin(located[event], count) for event, count in gathered.places.items() if event in located
    ]
    newest = reader.rows(EventRow, order="learned desc, claims desc, event_id")
    checks = last_checks(reader)
    site.write(
        "index.html",
        "index.html",
        totals=reader.totals(),
        gathered=gathered,
        facets=gathered.options(),
        overview=overview_map(pins, gathered.countries) if pins else None,
        histogram=year_histogram(gathered.years),
        new_events=list(islice(newest, MOST_EVENTS)),
        failed=sum(not check.passed for check in checks),
        expectations=len(checks),
    )


def counted_rows(cards: Iterable[Card], gathered: Gathered, made: datetime) -> Iterable[Card]:
    """The cards, each counted as it passes."""
    for card in cards:
        gathered.add(card, made)
        yield card


def write_rows(cards: Iterable[Card], site: Site) -> None:
    """Write all cards with what they are found by, as a script that opens from disk, too.

    Names and choices come again and again: each stands once, and cards have their numbers.
    """
    template = environment().get_template("card.html")
    words, choices = dict[str, int](), dict[tuple[str, str], int]()
    with (site.folder / DATA).open("w", encoding="utf-8", errors="backslashreplace") as file:
        file.write('window.tollcheckRows = {"rows": [\n')
        for card in cards:
            html = template.render(card=card, root="")
            said = [words.setdefault(each, len(words)) for each in searched(card)]
            kinds = [(name, value) for name, values in facets_of(card).items() for value in values]
            chosen = [choices.setdefault(each, len(choices)) for each in kinds]
            file.write(compact([shortened_card(html), said, chosen]) + ",\n")
        file.write(
            f'],\n"words": {compact(list(words))},\n"choices": {compact(list(choices))},\n'
            f'"common": {compact(COMMON)}}};\n'
        )


def shortened_card(html: str) -> str:
    """A card in which signs stand for what cards have in common."""
    for number, common in enumerate(COMMON):
        html = html.replace(common, chr(FIRST_SIGN + number))
    return html


def compact(value: object) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
