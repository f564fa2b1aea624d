"""What an event's page says first."""

import pytest

from desk.event_summary import question_of, sentence_of
from warehouse.read_models.comparison_rows import Comparison, Side


def row(kind: str, group: str, *sides: Side) -> Comparison:
    return Comparison(
        event_id="1", event="Karvat", place=None, date_from=None, date_to=None, harm="killed",
        victim_group=group, kind=kind, reason=None, parting=sides, lines=(), low=None, high=None,
        documents=1, outlets=1, originators=1, sources=2, first_seen=None, last_seen=None,
        rank=0.0, policy="strict",
    )  # fmt: skip


def test_one_kind_of_victims_is_named_once():
    told = row("conflict", "civilians", Side("4", "civilians", None, "the army"),
               Side("10", "civilians", None, "a villager"))  # fmt: skip
    assert sentence_of([told]) == (
        "Of civilians killed, the army said 4, a villager said 10. They cannot both be right."
    )


def test_nobody_is_said_to_count_the_others_victims():
    told = row("different_people", "rebels", Side("4", "rebels", None, "the army"),
               Side("10", "civilians", None, "a villager"))  # fmt: skip
    assert sentence_of([told]) == (
        "Of people killed, the army said 4 (rebels), a villager said 10 (civilians). "
        "They may count different people."
    )


def test_figures_that_no_date_puts_in_order_all_part():
    told = row("conflict", "all", Side("0", "all", None, "the army"),
               Side("4 / at least 8", "all", None, "the party"))  # fmt: skip
    assert told.parting_figures == {"0", "4", "at least 8"}
    assert "the party said 4 and at least 8." in sentence_of([told])


@pytest.mark.parametrize(
    ("sides", "question"),
    [
        ((Side("0", "all", None, "a"), Side("12", "all", None, "b")), "0 or 12 killed?"),
        (
            (Side("5", "children", None, "a"), Side("4", "all", None, "b")),
            "5 children or 4 in all killed?",
        ),
        ((Side("4", "all", None, "a"), Side(None, "all", None, "b")), "4 killed, or not?"),
        (
            (Side("0", "all", None, "a"), Side("4 / at least 8", "all", None, "b")),
            "0, 4 or at least 8 killed?",
        ),
        ((), ""),
    ],
)
def test_a_headline_asks_what_the_two_disagree_on(sides, question):
    assert question_of(row("conflict", "all", *sides)) == question


def test_a_figure_that_only_its_denial_tells_of_is_nobodys_here():
    told = row(
        "conflict", "all", Side("20", "all", None, None), Side(None, "all", "m", "the mayor")
    )
    assert sentence_of([told]) == (
        "Of people killed, somebody not quoted here said 20, the mayor denied it. "
        "They cannot both be right."
    )
