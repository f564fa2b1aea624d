"""The flow, whole: good inputs among bad ones, twice."""

from pathlib import Path

import pytest
from prefect.artifacts import Artifact
from prefect.states import Failed

from flows.pipeline import check_casualty_claims
from flows.runs import start_run
from flows.stages import load
from flows.staging import staging_folder
from flows.summary import Counts
from flows.transient import may_pass
from intake import TerminalError, TransientError
from schemas import RunStatus
from warehouse import WarehouseLockedError, open_warehouse


def run(folder, inputs, processes=1):
    return check_casualty_claims(
        inputs=inputs,
        database=folder / "test.duckdb",
        report=folder / "report",
        processes=processes,
    )


def rows(database, query):
    with open_warehouse(database, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_a_run_takes_what_is_good_and_says_what_is_not(prefect_server, tmp_path, good, bad_inputs):
    database = tmp_path / "test.duckdb"
    inputs = [str(good), *map(str, bad_inputs.values())]
    summary = check_casualty_claims(
        inputs=inputs, database=database, report=tmp_path / "report", processes=1
    )
    read = summary.read
    assert (read.documents, read.claims, read.rejections) == (3, 2, 5)
    assert summary.added == read
    assert (tmp_path / "report" / "index.html").exists()
    refused = {row[0] for row in rows(database, "select input from rejections")}
    assert {path.name for path in bad_inputs.values()} == {
        name.rsplit("/", 1)[-1].split("#")[0] for name in refused
    }
    assert rows(database, "select status from runs") == [(RunStatus.COMPLETED,)]
    assert not Path(staging_folder(database)).exists()

    again = check_casualty_claims(
        inputs=inputs, database=database, report=tmp_path / "report", processes=1
    )
    assert again.read == read
    assert again.added == Counts()
    assert rows(database, "select count(*) from claims") == [(2,)]

    markdown = Artifact.get("tollcheck-summary")
    assert markdown is not None
    assert again.run_id in str(markdown.data)


@pytest.mark.slow
def test_several_processes_find_the_same(prefect_server, tmp_path, monkeypatch):
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Police said {number + 3} people were killed.\n")
    monkeypatch.setenv("TOLLCHECK_BATCH_PAGES", "2")
    database = tmp_path / "test.duckdb"
    summary = run(tmp_path, [str(tmp_path / "*.txt")], processes=2)
    assert summary.added == Counts(pages=6, documents=6, claims=6)
    values = rows(database, "select value from claims order by value")
    assert [value for (value,) in values] == [3, 4, 5, 6, 7, 8]


def test_a_load_tells_what_was_new(tmp_path):
    assert load.fn([], tmp_path / "test.duckdb", start_run("run", ())) == Counts()


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (WarehouseLockedError("in use"), True),
        (TransientError("timeout", "too slow"), True),
        (ConnectionResetError(), True),
        (TerminalError("missing", "not there"), False),
        (ValueError("wrong"), False),
        (OSError(28, "disk full"), False),
    ],
)
def test_only_errors_that_pass_by_themselves_are_retried(error, passes):
    assert may_pass(None, None, Failed(data=error)) is passes


@pytest.mark.slow
def test_a_failed_check_holds_the_report_back(prefect_server, tmp_path, good, monkeypatch):
    monkeypatch.setenv("TOLLCHECK_HOLD_ON", '["no_such_expectation"]')
    summary = run(tmp_path, [str(good)])
    assert summary.report is None
    assert "no_such_expectation" in summary.held[0]
    assert not (tmp_path / "report").exists()
