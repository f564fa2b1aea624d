"""What a run tells of itself: log lines, metrics, and `tollcheck status`."""

import json
import logging

import pytest
from prometheus_client.parser import text_string_to_metric_families
from typer.testing import CliRunner

from flows import logs, pipeline
from flows.cli import app
from flows.object_versions import ObjectVersions
from flows.runs import record_run, start_run
from flows.settings import Settings
from flows.staging import batch_folder, clear_staged, load_staged, stage_batch
from flows.summary import RunSummary
from flows.timing import StageTimer
from intake import TransientError, read_pages
from warehouse import open_warehouse
from warehouse.operations import Visited

FEED = "https://news.example/feed"


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Settings(
        database=tmp_path / "test.duckdb",
        metrics=tmp_path / "metrics" / "tollcheck.prom",
        log="json",
        log_level="DEBUG",
    )


@pytest.fixture
def lines(settings, capsys):
    logs.configure(settings)
    yield lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    logs.LOGGER.handlers = [logging.NullHandler()]


def own(settings):
    """The staging folder of a run that has ended."""
    return f"{settings.staged}/20210303T120000-abcdef"


def staged(settings, *paths):
    items = list(read_pages([str(path) for path in paths]))
    folder = batch_folder(items, own(settings), "test")
    return stage_batch(items, folder, "test")


def run(settings, paths, visits, inputs=(FEED, "reports")):
    """A run without Prefect: extracted, loaded, told."""
    run = start_run("watch", inputs)
    timed = StageTimer(run.run_id)
    with timed("extract"):
        made = staged(settings, *paths)
    added = load_staged(settings.database, run, [made])
    summary = RunSummary(
        run_id=run.run_id,
        database=settings.database,
        read=made.counts,
        added=added,
        seconds=timed.total,
        stages=timed.seconds,
    )
    record_run(run, summary, settings, visits)
    return summary


def test_log_lines_name_run_document_and_rule(settings, lines, good, bad_inputs):
    summary = run(settings, [good, bad_inputs["binary"]], [])
    told = lines()
    assert [line["event"] for line in told] == [
        "began", "ended", "rejected", "claimed", "finished"
    ]  # fmt: skip
    assert {line["run"] for line in told} == {summary.run_id}
    rejected, claimed, finished = told[2:]
    assert rejected["level"] == "WARNING"
    assert rejected["input"] == str(bad_inputs["binary"])
    assert {"document", "rule", "claim", "harm"} <= claimed.keys()
    assert finished["found"]["claims"] == 1


def test_metrics_are_read_by_the_client_library(settings, good, bad_inputs):
    run(settings, [good, bad_inputs["empty"]], [Visited(FEED, "failed", "busy", "Try later.")])
    families = text_string_to_metric_families(settings.metrics.read_text())
    values = {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }
    assert values["tollcheck_run_items", "claims", "added"] == 1
    assert values["tollcheck_run_rejections", "empty"] == 1
    assert values["tollcheck_sources", "failed"] == 1
    assert values["tollcheck_warehouse_rows", "pages"] == 1
    assert values["tollcheck_last_run_timestamp_seconds", "watch"] > 1.7e9


def test_stages_are_counted_in_the_warehouse(settings, good, bad_inputs):
    summary = run(settings, [good, bad_inputs["empty"]], [])
    with open_warehouse(settings.database, read_only=True) as connection:
        query = "select stage, found, added from run_stages where run_id = ? order by stage"
        found = connection.execute(query, [summary.run_id]).fetchall()
    assert found == [("extract", 1, 1), ("read", 1, 1), ("reject", 1, 1), ("split", 1, 1)]


def status(settings, part):
    given = ["status", "--db", str(settings.database), "--part", part, "--format", "json"]
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_status_says_what_was_read_what_failed_and_what_waits(settings, good, tmp_path):
    run(settings, [good], [Visited(FEED, "new")])
    run(settings, [good], [Visited(FEED, "failed", "too_slow", "Try later.")])
    other = tmp_path / "other.txt"
    other.write_text("Police said four people were killed.\n")
    staged(settings, other)
    sources = {row["source"]: row for row in status(settings, "sources")}
    assert sources[FEED]["outcome"] == "failed"
    assert sources[FEED]["last_good"] <= sources[FEED]["last_visit"]
    assert sources["reports"]["outcome"] == "read"
    (failed,) = status(settings, "failed")
    assert (failed["reason"], failed["message"]) == ("too_slow", "Try later.")
    waits = status(settings, "waiting")
    assert 1 in [row["claims"] for row in waits]
    assert len(status(settings, "runs")) == 2


def test_status_says_of_a_dead_address_that_its_visit_failed_and_why(settings, good, monkeypatch):
    def fetch(_):
        raise TransientError("no_answer", "The server did not answer fully; try later.")

    monkeypatch.setattr(pipeline.stages, "fetch", fetch)
    versions = ObjectVersions(settings.object_notes, frozenset)
    dead, bucket = "http://gazette.example/fire", "memory://nowhere/*.txt"
    refused = list(pipeline.read_inputs([str(good), dead, bucket], versions))
    assert [each.reason for each in refused[1:]] == ["no_match", "no_answer"]
    run(settings, [good], versions.settle(), inputs=(str(good), dead, bucket))
    sources = {row["source"]: row for row in status(settings, "sources")}
    assert {name: (row["outcome"], row["reason"]) for name, row in sources.items()} == {
        str(good): ("read", None),
        dead: ("failed", "no_answer"),
        bucket: ("failed", "no_match"),
    }
    assert sources[dead]["last_good"] is None
    assert {row["address"] for row in status(settings, "failed")} == {dead, bucket}


def test_pieces_in_object_storage_load_as_those_on_disk(settings, good, tmp_path):
    remote = settings.model_copy(update={"staging": "memory://staging"})
    made = staged(remote, good)
    assert staged(remote, good) == made
    run = start_run("run", (str(good),))
    assert load_staged(settings.database, run, [made]).claims == 1
    clear_staged(own(remote), [made])
    assert staged(remote, good).attempt != made.attempt
