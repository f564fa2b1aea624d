"""A run that fails leaves an artifact, and the next one takes up its work."""

from pathlib import Path

import pytest
from prefect.artifacts import Artifact

from flows import tasks
from flows.check_claims import check_casualty_claims
from flows.partitions import MADE, staging_folder
from warehouse import NotAWarehouseError


def test_what_was_extracted_before_a_failure_is_kept(prefect_server, tmp_path, good):
    database = tmp_path / "test.duckdb"
    database.write_text("no database")
    given = {"inputs": [str(good)], "database": database, "report": tmp_path / "report"}
    with pytest.raises(NotAWarehouseError):
        check_casualty_claims(**given, processes=1)
    (partition,) = Path(staging_folder(database)).iterdir()
    made = (partition / MADE).stat().st_mtime_ns

    artifact = Artifact.get("tollcheck-failure")
    assert artifact is not None
    assert "restore" in str(artifact.data)

    database.unlink()
    taken = []
    original = tasks.steps.load

    def load(database, run, partitions):
        taken.extend(Path(each.folder, MADE).stat().st_mtime_ns for each in partitions)
        return original(database, run, partitions)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks.steps, "load", load)
        summary = check_casualty_claims(**given, processes=1)
    assert summary.added.claims == 1
    assert taken == [made]
    assert not Path(staging_folder(database)).exists()
