"""`tollcheck import`: a database's figures stand beside those of the news, as a holder's own."""

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.extraction import extract_batch
from flows.import_database import import_database
from flows.runs import start_run
from intake import read_pages
from intake.databases.read import read_database
from warehouse import load_batch, open_warehouse

NEWS = (
    "10 April 2011\n\nKATHMANDU — Police said three people were killed when soldiers raided a "
    "camp at Kathmandu on 8 April 2011. The governor said 50 people were killed in the raid.\n"
)
TABLE = (
    "id,date_start,date_end,where_coordinates,adm_1,country,best,high,low,deaths_civilians\n"
    "17,2011-04-08,2011-04-08,Kathmandu town,,Nepal,34,36,34,30\n"
    "18,2014-01-01,2014-12-31,Aleppo governorate,,Syria,34,36,34,30\n"
)
ZERO = (
    "event_id_cnty,event_date,time_precision,country,location,fatalities,timestamp\n"
    "NEP1,08 April 2011,1,Nepal,Kathmandu,0,1560000000\n"
)


AIRWARS = (
    "Unique Reference Code,Date,Permalink,Civilians Reported Killed Min,"
    "Civilians Reported Killed Max,Location,Country\n"
    'CS17,2011-04-08,https://recorder.example/cs17,4,6,"Kathmandu",Nepal\n'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("import")
    (folder / "news.txt").write_text(NEWS)
    (folder / "ged.csv").write_text(TABLE)
    (folder / "acled.csv").write_text(ZERO)
    (folder / "airwars.csv").write_text(AIRWARS)
    return folder


@pytest.fixture(scope="module")
def claims(folder):
    batch = extract_batch(list(read_database(folder / "ged.csv", "ucdp")))
    assert not batch.rejections
    return {extraction.document_id: extraction.claims for extraction in batch.extractions}


def test_the_extractor_reads_what_a_row_says(claims):
    total, civilians = claims["ucdp:17"]
    assert (total.quantity.value, total.quantity.value_to) == (34, 36)
    assert civilians.quantity.value == 30
    assert civilians.part_of == total.claim_id
    for claim in (total, civilians):
        assert (claim.attribution.speaker, claim.attribution.speaker_kind) == ("UCDP", "ngo")
        assert claim.event.where == "Kathmandu"


def test_a_row_over_a_year_counts_several_events(claims):
    assert {claim.scope for claim in claims["ucdp:18"]} == {"cumulative"}


def test_a_zero_that_means_unreported_is_no_claim(folder):
    batch = extract_batch(list(read_database(folder / "acled.csv", "acled")))
    assert [extraction.claims for extraction in batch.extractions] == [()]


@pytest.fixture(scope="module")
def beside_the_news(folder):
    database = folder / "test.duckdb"
    for name, items in (
        ("news", read_pages([str(folder / "news.txt")])),
        ("import", read_database(folder / "ged.csv", "ucdp")),
    ):
        load_batch(database, start_run(name, [name]), extract_batch(list(items)))
    with open_warehouse(database, read_only=True) as connection:
        yield connection


def test_the_database_stands_beside_the_news(beside_the_news):
    (told,) = beside_the_news.execute(
        "select positions from discrepancies where harm = 'killed' and victim_group = 'all'"
    ).fetchone()
    held = {
        position["figure"]: [holder["holder"] for holder in position["holders"]]
        for position in told
    }
    assert held["34 – 36"] == ["UCDP"]
    assert set(held) == {"3", "34 – 36", "50"}


def test_an_incident_of_airwars_stands_beside_the_news(folder, tmp_path):
    for name, items in (
        ("news", read_pages([str(folder / "news.txt")])),
        ("import", read_database(folder / "airwars.csv", "airwars")),
    ):
        load_batch(tmp_path / "a.duckdb", start_run(name, [name]), extract_batch(list(items)))
    with open_warehouse(tmp_path / "a.duckdb", read_only=True) as connection:
        (claim,) = connection.execute(
            "select value, value_to, speaker, victim_group, event_where "
            "from current_claims where speaker = 'Airwars'"
        ).fetchall()
        events = connection.execute("select count(distinct event_id) from current_claims")
        assert events.fetchone() == (1,)
    assert claim == (4, 6, "Airwars", "civilians", "Kathmandu")


@pytest.mark.slow
def test_the_flow_takes_a_table_to_the_report(prefect_server, folder, tmp_path):
    summary = import_database(
        folder / "ged.csv", "ucdp", None, tmp_path / "test.duckdb", tmp_path / "report"
    )
    assert (summary.read.pages, summary.read.claims) == (2, 4)
    assert (tmp_path / "report" / "index.html").exists()


def test_a_table_that_is_missing_ends_in_one_line(folder):
    done = CliRunner().invoke(app, ["import", str(folder / "missing.csv"), "--as", "ucdp"])
    assert done.exit_code == 2
    assert "no such file" in done.output


def test_a_layout_that_nobody_knows_ends_in_one_line(folder):
    done = CliRunner().invoke(app, ["import", str(folder / "ged.csv"), "--as", "gtd"])
    assert done.exit_code == 2
    assert "name one of ucdp, acled, airwars" in " ".join(done.output.replace("│", " ").split())
