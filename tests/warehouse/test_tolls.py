"""Tolls: what each holder counts in all, and what becomes of parts, addends and lists."""

from pathlib import Path

import pytest

from schemas import Basis
from tests.warehouse.examples import ask, claim, document, load, says


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def tolls(path: Path) -> list[tuple[object, ...]]:
    query = "select holder, victim_group, figure, derived from tolls order by all"
    return [tuple(row.values()) for row in ask(path, query)]


def test_what_the_text_adds_is_summed_and_shows_its_addends(path: Path) -> None:
    source = document("Ana Mell said 6 miners died at Karvat, and another 5 died later.")
    first = claim(source, "6", 6, speaker="Ana Mell")
    more = claim(source, "5", 5, speaker="Ana Mell", adds_to=first)
    load(path, (source, [first, more]), says("Ben Torr", "11", 11))
    assert tolls(path) == [
        ("Ana Mell", "miners", "11", "sum"),
        ("Ben Torr", "miners", "11", "claim"),
    ]
    (row,) = ask(path, "select class, positions from discrepancies")
    assert row["class"] == "agreement"
    addends = [each["addends"] for line in row["positions"] for each in line["holders"]]
    assert sorted(addends) == [[], ["6", "5"]]


def test_what_one_sentence_lists_is_one_total(path: Path) -> None:
    source = document("Ana Mell said 12 rebels and 3 soldiers died at Karvat.")
    told = [
        claim(source, "12", 12, group="rebels", speaker="Ana Mell"),
        claim(source, "3", 3, group="soldiers", speaker="Ana Mell"),
    ]
    load(path, (source, told), says("Ben Torr", "10", 10, group="all"))
    assert ("Ana Mell", "all", "15", "list") in tolls(path)
    query = "select reason, low, high from discrepancies where class = 'conflict'"
    assert ask(path, query) == [{"reason": "disjoint", "low": 10, "high": 15}]
    (total,) = ask(path, "select low, high from yearly_totals where policy = 'strict'")
    assert total == {"low": 10, "high": 15}


def test_victims_told_one_by_one_are_no_rival_of_a_toll(path: Path) -> None:
    one = {"group": "all", "basis": Basis.ARTICLE}
    load(path, says("Ana Mell", "14", 14, group="all"), says("Ben Torr", "a", 1, **one))
    (row,) = ask(path, "select class, figures from discrepancies")
    assert row == {"class": "one_source", "figures": 1}
    load(path, says("Cleo Vann", "no", 0, group="all"), name="b")
    (row,) = ask(path, "select class, parting from discrepancies")
    assert row["class"] == "conflict"
    assert [side["figure"] for side in row["parting"]] == ["0", "14"]


def test_a_part_of_one_kind_exceeds_a_whole_of_another_holder(path: Path) -> None:
    load(path, says("Ana Mell", "3", 3, group="all"), says("Ben Torr", "34", 34))
    (row,) = ask(
        path, "select victim_group, reason, parting from discrepancies where class = 'conflict'"
    )
    assert (row["victim_group"], row["reason"]) == ("miners", "part_exceeds_whole")
    assert [(side["victims"], side["holder"]) for side in row["parting"]] == [
        ("all", "Ana Mell"),
        ("miners", "Ben Torr"),
    ]


def test_the_same_dead_as_other_people_are_counted_once(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "20", 20, group="all", attributes=("combatant",)),
        says("Ben Torr", "20", 20, group="civilians", attributes=("civilian",)),
    )
    rows = ask(path, "select victim_group, class, figures from discrepancies order by 1")
    assert [tuple(row.values())[:2] for row in rows] == [
        ("civilians", "who_died"),
        ("combatants", "one_source"),
    ]
    assert rows[0]["figures"] == 2
    (total,) = ask(path, "select low, high, disputed from yearly_totals where policy = 'strict'")
    assert total == {"low": 20, "high": 20, "disputed": 1}


def test_a_withdrawn_figure_is_history(path: Path) -> None:
    source = document("Ana Mell withdrew the figure of 500 and said 471 miners died at Karvat.")
    told = [
        claim(source, "500", 500, speaker="Ana Mell", withdrawn=True),
        claim(source, "471", 471, speaker="Ana Mell"),
    ]
    load(path, (source, told), says("Ben Torr", "471", 471))
    assert [row[2] for row in tolls(path)] == ["471", "471"]
    (row,) = ask(path, "select class, positions from discrepancies")
    assert row["class"] == "revised"
    assert [line["holders"][0]["is_withdrawn"] for line in row["positions"]] == [False, True]


def test_a_lead_without_source_tells_the_figure_of_whom_the_text_names(path: Path) -> None:
    source = document("Flood kills 17 at Karvat. At least 17 miners died, Ana Mell said.")
    told = [
        claim(source, "17", 17, group="all"),
        claim(source, "At least 17", 17, modifier="at_least", speaker="Ana Mell"),
    ]
    load(path, (source, told))
    assert {row[0] for row in tolls(path)} == {"Ana Mell"}


def test_a_day_alone_means_the_whole_of_it(path: Path) -> None:
    load(path, says("Ana Mell", "4", 4, hours=5))
    assert ask(path, "select figure from tolls_as_of(timestamp '2031-05-03')") == []
    assert ask(path, "select figure from tolls_as_of(date '2031-05-03')") == [{"figure": "4"}]
