"""What a warehouse shows that a scenario does not expect, and the other way round."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from tests.scenarios.model import DISPUTES, Figures, Happening, Row, Scenario, View, YearlyTotal

Ask = Callable[[str], list[dict[str, Any]]]
"""Gives the rows of a query."""
Shown = Mapping[str, Any]
EVENTS = """
select event_id, label, date_from, date_to
from events
where event_id in (select event_id from positions)
order by date_from, label
"""
NOW = View()
NUMBER = re.compile(r"(?P<low>\d+)(?:\s*[-–]\s*(?P<high>\d+))?")
VICTIMS = re.compile(r"(?P<figure>.*\d)(?:\s+(?P<victims>\D+))?")


def find_differences(ask: Ask, scenario: Scenario) -> Iterator[str]:
    """Say in words where a warehouse differs from what is expected."""
    asks_events = scenario.events is not None or scenario.happenings
    events = ask(EVENTS) if asks_events else []
    if scenario.events is not None and len(events) != scenario.events:
        yield f"{len(events)} events, not {scenario.events}: {[e['label'] for e in events]}"
    for happening in scenario.happenings:
        if not any(is_happening(event, happening) for event in events):
            yield f"no event {happening}\n  among {events}"
    yield from row_differences(ask, scenario)
    yield from position_differences(ask, scenario)
    of_years = "from yearly_totals where policy = 'strict'"
    totals = ask(of_years) if scenario.yearly_totals else []
    for total in scenario.yearly_totals:
        if not any(is_total(shown, total) for shown in totals):
            yield f"no {total}\n  among {totals}"
    yield from toll_differences(ask, scenario)
    yield from queue_differences(ask, scenario)


def row_differences(ask: Ask, scenario: Scenario) -> Iterator[str]:
    """Rows that are missing, and rows that should not be there."""
    for row in scenario.rows:
        rows = read_rows(ask, row)
        if not any(is_row(shown, row) for shown in rows):
            yield f"no row {row}\n  among\n{listing(rows)}"
    for row in scenario.no_rows:
        yield from (
            f"a row {row}:\n{listing([shown])}"
            for shown in read_rows(ask, row)
            if is_row(shown, row)
        )
    yield from (
        f"a {shown['class']} that is none:\n{listing([shown])}"
        for shown in read_rows(ask, NOW)
        if shown["class"] in DISPUTES and not any(is_row(shown, row) for row in scenario.rows)
    )


def position_differences(ask: Ask, scenario: Scenario) -> Iterator[str]:
    """Positions that are missing."""
    of_holders = "select event_id, holder, figure, speaker_kind, low, high from positions"
    positions = ask(of_holders) if scenario.positions else []
    for held in scenario.positions:
        if not any(
            is_named(held.holder, shown["holder"])
            and is_figure(shown, held.figure)
            and held.kind in (None, shown["speaker_kind"])
            for shown in positions
        ):
            yield f"no position {held}\n  among {positions}"


def toll_differences(ask: Ask, scenario: Scenario) -> Iterator[str]:
    """Totals of holders that are missing."""
    tolls = ask("from tolls") if scenario.tolls else []
    for toll in scenario.tolls:
        if not any(
            shown["harm"] == toll.harm
            and is_named(toll.holder, shown["holder"])
            and is_figure(shown, toll.figure)
            and sorted(toll.addends) == sorted(shown["addends"])
            for shown in tolls
        ):
            yield f"no toll {toll}\n  among {tolls}"


def queue_differences(ask: Ask, scenario: Scenario) -> Iterator[str]:
    """Whether the classes of the review queue come in another order."""
    if not scenario.queue:
        return
    query = "select event_id, class from review_queue order by priority desc, claim_id"
    found = tuple(dict.fromkeys(row["class"] for row in ask(query)))
    if found != scenario.queue:
        yield f"the review queue brings {found}, not {scenario.queue}"


def read_rows(ask: Ask, view: View) -> list[dict[str, Any]]:
    """The rows of `discrepancies`, as somebody's knowledge has them."""
    if view.is_of_now:
        return ask("from discrepancies")
    known_at = f", known_at := {literal(view.known_at)}" if view.known_at else ""
    words = f", number_words := '{view.number_words}'"
    return ask(f"from discrepancies_as_of({literal(view.as_of)}{known_at}{words})")


def literal(moment: object) -> str:
    """A day or a moment in SQL."""
    if moment is None:
        return "timestamp 'infinity'"
    return f"{'timestamp' if isinstance(moment, datetime) else 'date'} '{moment}'"


def is_row(shown: Shown, row: Row) -> bool:
    """Whether a row is the one that is meant."""
    return (
        shown["harm"] == row.harm
        and is_named(row.event, shown["event"])
        and is_named(row.victims, shown["victim_group"])
        and row.classed in (None, shown["class"])
        and shown["class"] not in row.not_classed
        and row.documents in (None, shown["documents"])
        and row.originators in (None, shown["originators"])
        and row.parting in ((), tuple(side["figure"] for side in shown["parting"]))
        and (row.figures is None or are_figures(shown["positions"], row.figures, row.denied_by))
        and (row.earlier == () or are_holders(history_in(shown["positions"]), row.earlier))
    )


def history_in(lines: Sequence[Shown]) -> list[Shown]:
    """The holders whose figures another has replaced."""
    return [holder for line in lines for holder in line["holders"] if not holder["is_latest"]]


def are_figures(lines: Sequence[Shown], figures: Figures, denied_by: Figures) -> bool:
    """Whether these are the figures, in this order, with these holders.

    Several lines can show one figure: a total that somebody told, and one that was summed.
    """
    meant = [next((name for name in figures if is_figure(line, name)), None) for line in lines]
    return list(dict.fromkeys(meant)) == list(figures) and all(
        are_holders(voices(lines, meant, name, "holders"), figures[name])
        and are_holders(voices(lines, meant, name, "denied_by"), denied_by.get(name, ()))
        for name in figures
    )


def voices(
    lines: Sequence[Shown], meant: Sequence[str | None], figure: str, side: str
) -> list[Shown]:
    """Those who hold a figure, or deny it."""
    told = zip(lines, meant, strict=True)
    return [voice for line, name in told if name == figure for voice in line[side]]


def is_figure(line: Shown, figure: str) -> bool:
    """Whether a figure is the one that is meant, by its bounds or its text."""
    if line["figure"] == figure:
        return True
    told = VICTIMS.fullmatch(figure)
    if told is None or (told["victims"] or "") not in str(line):
        return False
    number = NUMBER.fullmatch(told["figure"])
    if number is None:
        return bool(line["figure"] == told["figure"])
    low = int(number["low"])
    return (line["low"], line["high"]) == (low, int(number["high"] or low))


def are_holders(shown: Sequence[Shown], expected: Sequence[str]) -> bool:
    """Whether each holder that is expected stands there, and no other."""
    names = [str(holder["holder"]) for holder in shown]
    return len(names) == len(expected) and all(
        any(is_named(words, name) for name in names) for words in expected
    )


def is_named(words: str | None, name: str | None) -> bool:
    """Whether a name holds the words, if there are any to look for."""
    return words is None or words.casefold() in (name or "").casefold()


def is_happening(event: Shown, happening: Happening) -> bool:
    """Whether an event is the one that is meant."""
    days = happening.days
    return (
        all(is_named(words, event["label"]) for words in happening.named)
        and not any(is_named(words, event["label"]) for words in happening.not_named)
        and (
            days is None
            or (event["date_from"], event["date_to"])
            == ((days[0], days[-1]) if days else (None, None))
        )
    )


def is_total(shown: Shown, total: YearlyTotal) -> bool:
    """Whether a total is the one that is meant."""
    return (
        (shown["year"], shown["harm"]) == (total.year, total.harm)
        and (shown["low"], shown["high"]) == (total.low, total.high)
        and total.events in (None, shown["events"])
    )


def listing(rows: Sequence[Shown]) -> str:
    """Rows as people read them, one a line."""
    return "\n".join(
        f"  {row['event']} | {row['harm']} | {row['victim_group']} | {row['class']} | "
        + " · ".join(map(figure_line, row["positions"]))
        for row in rows
    )


def figure_line(line: Shown) -> str:
    """A figure with those who hold and deny it."""
    holders = ", ".join(holder["holder"] for holder in line["holders"])
    denied = ", ".join(holder["holder"] for holder in line["denied_by"])
    return f"{line['figure']} [{holders}]" + (f" denied by [{denied}]" if denied else "")
