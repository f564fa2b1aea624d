"""Positions side by side: what agrees, what conflicts, and what must not be compared."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from schemas import Batch, Scope
from tests.warehouse.examples import ask, claim, document, extraction, load, run, says, span
from warehouse import load_batch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def classes(path: Path) -> dict[tuple[str, str | None], str]:
    rows = ask(path, "select harm, victim_group, class from discrepancies")
    return {(row["harm"], row["victim_group"]): row["class"] for row in rows}


FIGURES = [
    (("at least 4", 4, "at_least"), ("8", 8, "exact"), "agreement"),
    (("at least 8", 8, "at_least"), ("4", 4, "exact"), "conflict"),
    (("no", 0, "exact"), ("4", 4, "exact"), "conflict"),
    (("about 10", 10, "about"), ("11", 11, "exact"), "agreement"),
    (("about 10", 10, "about"), ("12", 12, "exact"), "conflict"),
    (("dozens", None, "vague"), ("24", 24, "exact"), "agreement"),
    (("dozens", None, "vague"), ("23", 23, "exact"), "conflict"),
    (("several hundred", None, "vague"), ("150", 150, "exact"), "conflict"),
    (("up to 7", 7, "at_most"), ("more than 6", 6, "more_than"), "agreement"),
    (("up to 7", 7, "at_most"), ("more than 7", 7, "more_than"), "conflict"),
    (("nearly 200", 200, "nearly"), ("200", 200, "exact"), "conflict"),
]
"""Two figures each, and how they compare."""


def day_of(number: int) -> date:
    """The day on which two people tell of their figures: months from those of the others."""
    return date(2031, 5, 2) + timedelta(days=100 * number)


@pytest.fixture(scope="module")
def classes_by_day(
    empty_warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[date, list[str]]:
    """How all pairs of figures compare that are loaded at once, each an event of its own day."""
    path = tmp_path_factory.mktemp("figures") / "w.duckdb"
    shutil.copyfile(empty_warehouse, path)
    told = [
        says(
            f"{name} {chr(ord('A') + number)}.",
            words,
            value,
            hours=2400 * number,
            modifier=modifier,
            where=f"Karvat {number}",
            day=day_of(number),
        )
        for number, (*pair, _) in enumerate(FIGURES)
        for name, (words, value, modifier) in zip(("Ana Mell", "Ben Torr"), pair, strict=True)
    ]
    load(path, *told)
    found: dict[date, list[str]] = {}
    for row in ask(path, "select date_from, class from discrepancies"):
        found.setdefault(row["date_from"], []).append(row["class"])
    return found


@pytest.mark.parametrize(("number", "figures"), [*enumerate(FIGURES)], ids=str)
def test_only_disjoint_intervals_conflict(
    number: int,
    figures: tuple[object, object, str],
    classes_by_day: dict[date, list[str]],
) -> None:
    assert classes_by_day[day_of(number)] == [figures[-1]]


@pytest.mark.parametrize(("figures", "expected"), [(4, "conflict"), (5, "check")])
def test_many_numbers_that_nobody_repeats_are_of_many_attacks(
    path: Path, figures: int, expected: str
) -> None:
    names = ["Ana Mell", "Ben Torr", "Cleo Vann", "Dov Ruiz", "Eli Lind"]
    told = [says(names[at], str(3 + at), 3 + at) for at in range(figures)]
    load(path, *told)
    assert classes(path) == {("killed", "miners"): expected}


def test_a_later_figure_of_the_same_speaker_revises_the_former(path: Path) -> None:
    load(path, says("Ana Mell", "4", 4), says("Ana Mell", "9", 9, hours=24))
    assert classes(path) == {("killed", "miners"): "revised"}
    (row,) = ask(path, "select gap, low, high, figures from discrepancies")
    assert row == {"gap": 0, "low": 4, "high": 9, "figures": 2}
    assert ask(path, "select figure from tolls") == [{"figure": "9"}]


def test_figures_of_one_speaker_that_no_date_orders_are_to_be_checked(path: Path) -> None:
    load(path, says("Ana Mell", "4", 4), says("Ana Mell", "9", 9, hours=8))
    assert classes(path) == {("killed", "miners"): "check"}


def test_a_part_is_no_discrepancy_and_is_never_added(path: Path) -> None:
    source = document("Ana Mell said 60 miners were hurt at Karvat, 20 of them badly.")
    whole = claim(source, "60", 60, harm="wounded", speaker="Ana Mell")
    part = claim(source, "20", 20, harm="wounded", speaker="Ana Mell", part_of=whole)
    load(path, (source, [whole, part]))
    (row,) = ask(path, "select class, figures, low, high from discrepancies")
    assert row == {"class": "one_source", "figures": 1, "low": 60, "high": 60}
    assert ask(path, "select low, high from document_tallies") == [{"low": 60, "high": 60}]


def test_women_among_the_miners_are_other_people(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "9", 9),
        says("Ben Torr", "4", 4, attributes=("women",)),
        says("Cleo Vann", "9", 9, attributes=("civilian",)),
    )
    assert classes(path) == {
        ("killed", "miners"): "agreement",
        ("killed", "miners, women"): "different_people",
    }


def test_casualties_mean_something_else_unless_too_few(path: Path) -> None:
    killed = says("Ana Mell", "9", 9)
    load(path, killed, says("Ben Torr", "30", 30, harm="casualties"))
    assert classes(path)["casualties", "miners"] == "different_meaning"
    load(path, says("Cleo Vann", "no", 0, harm="casualties"), name="b")
    assert classes(path)["killed", "miners"] == "conflict"


def test_other_groups_are_other_people_and_totals_of_several_events_stand_apart(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "9", 9),
        says("Ben Torr", "4", 4, group="rescuers"),
        says("Cleo Vann", "9,000", 9000, scope="cumulative"),
    )
    assert classes(path) == {
        ("killed", "miners"): "different_people",
        ("killed", "rescuers"): "different_people",
    }
    assert [row["figure"] for row in ask(path, "select figure from cumulative_tolls")] == ["9,000"]


def test_unnamed_victims_are_those_of_whom_the_document_says_the_same(path: Path) -> None:
    text = "Four die at Karvat, says mayor. Ana Mell said four miners died. Earlier reports: 9."
    source = document(text)
    headline = claim(source, "Four", 4, group="all", speaker="mayor")
    body = claim(source, "four", 4, speaker="Ana Mell")
    other = claim(source, "9", 9, group="all", speaker="Earlier reports")
    load(path, (source, [headline, body, other]))
    assert set(classes(path)) == {("killed", "miners"), ("killed", "all")}
    held = ask(path, "select figure, holder from positions where victim_group = 'miners'")
    assert {(row["figure"], row["holder"]) for row in held} == {("4", "mayor"), ("4", "Ana Mell")}


def test_a_denial_stands_with_the_figure_that_it_rejects(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "4", 4),
        says("Ben Torr", "7", 7),
        says("Cleo Vann", "4", 4, stance="denies", group=None, hours=2),
    )
    (row,) = ask(path, "select class, positions from discrepancies where victim_group = 'miners'")
    lines = {
        line["figure"]: [voice["holder"] for voice in line["denied_by"]]
        for line in row["positions"]
    }
    assert row["class"] == "conflict"
    assert lines == {"4": ["Cleo Vann"], "7": []}
    assert ask(path, "select denied_by, held_by, figure from denials") == [
        {"denied_by": "Cleo Vann", "held_by": "Ana Mell", "figure": "4"}
    ]


def test_one_line_lists_all_who_hold_the_figure(path: Path) -> None:
    load(
        path,
        says("Ben Torr", "at least 8", 8, modifier="at_least", hours=1, role="governor"),
        says("Ana Mell", "at least 8", 8, modifier="at_least"),
        says("Cleo Vann", "no", 0),
    )
    (row,) = ask(path, "select positions from discrepancies")
    found = [
        (line["figure"], line["said"], [(h["holder"], h["role"]) for h in line["holders"]])
        for line in row["positions"]
    ]
    assert found == [
        ("0", "zero", [("Cleo Vann", None)]),
        ("at least 8", "figure", [("Ana Mell", None), ("Ben Torr", "governor")]),
    ]


def test_policies_read_the_same_words_differently(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "dozens", None),
        says("Ben Torr", "at least 12", 12, modifier="at_least"),
    )
    query = (
        "select policy, class, low, high from "
        "discrepancies_as_of(timestamp 'infinity', number_words := '{}')"
    )
    assert ask(path, query.format("strict")) == [
        {"policy": "strict", "class": "agreement", "low": 12, "high": None}
    ]
    assert ask(path, query.format("acled")) == [
        {"policy": "acled", "class": "agreement", "low": 12, "high": 12}
    ]
    assert ask(path, query.format("airwars"))[0]["high"] == 24


def test_figures_as_known_on_a_day(path: Path) -> None:
    first, second = says("Ana Mell", "4", 4), says("Ben Torr", "9", 9, hours=30)
    monday = datetime(2031, 6, 2, tzinfo=UTC)
    for learned, told in ((monday, first), (monday + timedelta(days=1), second)):
        batch = Batch([], [told[0]], [extraction(told[0], told[1])], [])
        load_batch(path, run(told[0].document_id), batch, learned=learned)
    query = "select figure from positions_as_of(timestamp '{}'{}) order by low"

    def figures(seen_by: str, known_at: str = "") -> list[str]:
        extra = f", known_at := timestamp '{known_at}'" if known_at else ""
        return [row["figure"] for row in ask(path, query.format(seen_by, extra))]

    assert figures("2031-05-03 12:00") == ["4"]
    assert figures("2031-05-05 12:00") == ["4", "9"]
    assert figures("2031-05-05 12:00", known_at="2031-06-02 12:00") == ["4"]
    assert classes(path) == {("killed", "miners"): "conflict"}
    (row,) = ask(path, "select class from discrepancies_as_of(timestamp '2031-05-03 12:00')")
    assert row["class"] == "one_source"
    assert figures("2031-05-04 00:00") == ["4"]


@pytest.mark.slow
def test_what_a_day_shows_is_kept_or_compared_anew_alike(path: Path) -> None:
    """Events that were the same then stand as they are kept; the others are compared anew."""
    monday = datetime(2031, 6, 2, tzinfo=UTC)
    early, late = says("Ana Mell", "4", 4), says("Ben Torr", "9", 9, hours=30)
    apart = says("Cleo Vann", "2", 2, hours=2_000, where="Orsund", day=date(2031, 7, 20))
    again = (late[0], [claim(late[0], "9", 9, speaker="Ben Torr", group="guards")])
    for days, told in enumerate((early, late, apart, again)):
        batch = Batch([], [told[0]], [extraction(told[0], told[1])], [])
        load_batch(path, run(f"run-{days}"), batch, learned=monday + timedelta(days=days))

    def rows(name: str, seen_by: str, known_at: str) -> list[dict[str, object]]:
        moments = f"timestamp '{seen_by}', known_at := timestamp '{known_at}'"
        return ask(path, f"from {name}({moments}) order by all")

    sizes = set()
    for seen_by in ("2031-05-01", "2031-05-03 12:00", "infinity"):
        for known_at in ("2031-06-01", "2031-06-02", "2031-06-03", "2031-06-04", "infinity"):
            shown = rows("discrepancies_as_of", seen_by, known_at)
            assert shown == rows("comparisons_as_of", seen_by, known_at)
            sizes.add(len(shown))
    assert sizes == {0, 1, 2, 3}
    for row in ask(path, "from discrepancies"):
        events = f"events := ['{row['event_id']}']"
        assert row in ask(path, f"from discrepancies_as_of(timestamp 'infinity', {events})")


def test_a_part_of_a_days_number_is_no_whole(path: Path) -> None:
    source = document("Ben Torr said 21 miners died since dawn, 8 of them at Karvat.")
    day = claim(source, "21", 21, speaker="Ben Torr", scope=Scope.CUMULATIVE)
    part = claim(source, "8", 8, speaker="Ben Torr", part_of=day)
    load(path, (source, [day, part]), says("Ana Mell", "31", 31))
    assert classes(path)["killed", "miners"] == "check"


def test_who_counts_as_many_of_some_as_of_all_is_shown_once(path: Path) -> None:
    """A holder's 16 for all contradict another's 31 miners as its own 16 miners do."""
    source, (told,) = says("Ana Mell", "sixteen", 16, hours=1, group="all")
    people = told.victims.model_copy(update=span(source.text, "miners").model_dump())
    load(
        path,
        says("Ana Mell", "16", 16),
        (source, [told.model_copy(update={"victims": people})]),
        says("Ben Torr", "31", 31),
    )
    (row,) = ask(path, "select positions from discrepancies where class = 'conflict'")
    held = [
        (told["figure"], each["holder"]) for told in row["positions"] for each in told["holders"]
    ]
    assert held == [("16", "Ana Mell"), ("31", "Ben Torr")]
