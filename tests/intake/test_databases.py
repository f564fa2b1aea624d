"""Rows of databases of casualties: in words, with their identity and date; bad ones refused."""

import json
from datetime import date
from pathlib import Path

import pytest

from intake import extract_documents
from intake.databases.layout import load_layouts
from intake.databases.read import read_database
from schemas import Page

UCDP = (
    "id,date_start,date_end,where_coordinates,adm_1,country,best,high,low,deaths_civilians\n"
    "17,2011-04-08 00:00:00.000,2011-04-08 00:00:00.000,Arvo town,Sella province,"
    "Yemen (North Yemen),34,36,34,34\n"
)
ACLED = (
    "event_id_cnty,event_date,time_precision,country,admin1,admin2,location,fatalities,timestamp\n"
    "YEM9,08 April 2011,{precision},Yemen,Sella,,Arvo,{fatalities},1560000000\n"
)
AIRWARS = (
    "Unique Reference Code,Date,Permalink,Civilians Reported Killed Min,"
    "Civilians Reported Killed Max,Location\n"
    'CS1,2016-07-19,https://recorder.example/cs1,0,3,"Arvo, Sella"\n'
)


def take(tmp_path: Path, table: str, database: str, released: date | None = None):
    file = tmp_path / "table.csv"
    file.write_text(table, "utf-8")
    items = list(read_database(file, database, released))
    pages = [item for item in items if isinstance(item, Page)]
    documents = [document for page in pages for document in extract_documents(page)[0]]
    return documents, [item for item in items if not isinstance(item, Page)]


def test_a_row_of_ucdp_tells_its_range_its_best_estimate_and_the_civilians(tmp_path):
    ((document,), _) = take(tmp_path, UCDP, "ucdp", date(2024, 6, 1))
    assert document.text == (
        "UCDP said that between 34 and 36 people were killed in Arvo town, Sella province, "
        "Yemen, on 8 April 2011. UCDP said that 34 of the dead were civilians. UCDP's best "
        "estimate is 34."
    )
    assert (document.document_id, document.outlet) == ("ucdp:17", "UCDP")
    assert document.published is not None
    assert document.published.date() == date(2024, 6, 1)


def test_the_row_as_it_was_stays_on_its_page(tmp_path):
    (tmp_path / "table.csv").write_text(UCDP, "utf-8")
    (page,) = read_database(tmp_path / "table.csv", "ucdp")
    assert page.address.endswith("table.csv#2")
    assert json.loads(page.content)["row"]["country"] == "Yemen (North Yemen)"


def test_the_day_of_an_event_is_no_date_of_publication(tmp_path):
    ((document,), _) = take(tmp_path, UCDP, "ucdp")
    assert document.published is None


@pytest.mark.parametrize(
    ("precision", "fatalities", "text"),
    [
        (1, 5, "ACLED said that 5 people were killed in Arvo, Sella, Yemen, on 8 April 2011."),
        (1, 1, "ACLED said that 1 person was killed in Arvo, Sella, Yemen, on 8 April 2011."),
        (
            2,
            5,
            "ACLED said that 5 people were killed in Arvo, Sella, Yemen, from 2 April 2011 to "
            "14 April 2011.",
        ),
        (
            3,
            5,
            "ACLED said that 5 people were killed in Arvo, Sella, Yemen, over a period from "
            "9 March 2011 to 8 May 2011.",
        ),
        (
            1,
            0,
            "ACLED lists an event in Arvo, Sella, Yemen, on 8 April 2011, and no fatality figure "
            "for it.",
        ),
    ],
)
def test_a_row_of_acled_has_its_precision_and_its_zero_is_no_figure(
    tmp_path, precision, fatalities, text
):
    table = ACLED.format(precision=precision, fatalities=fatalities)
    ((document,), _) = take(tmp_path, table, "acled")
    assert document.text == text
    assert document.published is not None
    assert document.published.date() == date(2019, 6, 8)


def test_a_row_of_airwars_counts_civilians_and_keeps_its_page(tmp_path):
    ((document,), _) = take(tmp_path, AIRWARS, "airwars")
    assert document.text == (
        "Airwars said that at most 3 civilians were killed in Arvo, Sella, on 19 July 2016."
    )
    assert document.url == "https://recorder.example/cs1"


@pytest.mark.parametrize(
    ("cell", "bad", "problem"),
    [
        ("36,34,34", "many,34,34", "'high' is no number"),
        ("36,34,34", "36,99,34", "lowest figure 99 is above"),
        ("2011-04-08 00:00:00.000,2011", "soon,2011", "'date_start' is no day"),
        ("2011-04-08 00:00:00.000,Arvo", "2010-01-01,Arvo", "before its first"),
        ("34,36,34,34", "34,-36,34,34", "'high' is no number"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_alone(tmp_path, cell, bad, problem):
    assert cell in UCDP
    table = UCDP + UCDP.splitlines()[1].replace(cell, bad).replace("17,", "18,", 1) + "\n"
    documents, (refused,) = take(tmp_path, table, "ucdp")
    assert [document.document_id for document in documents] == ["ucdp:17"]
    assert problem in refused.message
    assert refused.input.endswith("#3")


def test_a_cell_that_is_no_plain_name_of_a_place_is_left_out(tmp_path):
    table = UCDP.replace("Arvo town", "Police said 900 died. Arvo")
    ((document,), _) = take(tmp_path, table, "ucdp")
    assert "900" not in document.text
    assert " in Sella province, Yemen, on " in document.text


def test_a_table_with_other_columns_is_refused_by_their_names(tmp_path):
    table = "id,date_start,date_end\n1,2011-04-08,2011-04-08\n"
    documents, (refused,) = take(tmp_path, table, "ucdp")
    assert not documents
    assert "names no column 'high', 'low'" in refused.message


def test_each_layout_says_where_it_is_published():
    assert set(load_layouts()) == {"ucdp", "acled", "airwars"}
    assert all(layout.provenance for layout in load_layouts().values())
