"""What a card tells of a row."""

from dataclasses import replace
from datetime import date, datetime

from desk.cards import card_of
from tests.desk.test_charts import comparison, line
from warehouse.read_models.comparison_rows import RowDetail


def test_figures_are_public_since_a_day_that_the_event_allows() -> None:
    lines = []
    for number, month in ((3, 4), (9, 5), (12, 6)):
        told = line(str(number), number, number, "owner")
        seen = datetime(2031, month, 4)  # noqa: DTZ001 -- as stored
        lines.append(replace(told, holders=(replace(told.holders[0], first_seen=seen),)))
    row = replace(comparison(*lines), first_seen=datetime(2031, 4, 4))  # noqa: DTZ001 -- as stored
    detail = RowDetail("e", "killed", "dockers", 3, 0, 0.9, None, "", None)
    assert card_of(row, detail).since == "4 Apr 2031", "of an event whose day nobody tells"
    dated = replace(row, date_from=date(2031, 5, 3))
    assert card_of(dated, detail).since == "4 May 2031"
    misdated = replace(row, date_from=date(2031, 7, 3))
    assert card_of(misdated, detail).since == "4 Apr 2031", "where all are older, what they tell"
