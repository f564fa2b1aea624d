"""What an event's page says first."""

from desk.event_summary import sentence_of
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
        "Of civilians killed, the army says 4, a villager says 10. They cannot both be right."
    )


def test_nobody_is_said_to_count_the_others_victims():
    told = row("different_people", "rebels", Side("4", "rebels", None, "the army"),
               Side("10", "civilians", None, "a villager"))  # fmt: skip
    assert sentence_of([told]) == (
        "Of people killed, the army says 4 (rebels), a villager says 10 (civilians). "
        "They may count different people."
    )
