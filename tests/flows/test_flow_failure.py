"""A run that fails leaves an artifact, and the next one takes up its work."""

from pathlib import Path

import pytest
from prefect.artifacts import Artifact

from flows import stages
from flows.pipeline import check_casualty_claims
from flows.staging import MANIFEST, staging_folder
from warehouse import NotAWarehouseError


def test_what_was_extracted_before_a_failure_is_kept(prefect_server, tmp_path, good):
    database = tmp_path / "test.duckdb"
    database.write_text("no database")
    given = {"inputs": [str(good)], "database": database, "report": tmp_path / "report"}
    with pytest.raises(NotAWarehouseError):
        check_casualty_claims(**given, processes=1)
    (batch,) = Path(staging_folder(database)).iterdir()
    made = (batch / MANIFEST).stat().st_mtime_ns

    artifact = Artifact.get("tollcheck-failure")
    assert artifact is not None
    assert "restore" in str(artifact.data)

    database.unlink()
    taken = []
    original = stages.staging.load_staged

    def load(*given):
        taken.append((batch / MANIFEST).stat().st_mtime_ns)
        return original(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages.staging, "load_staged", load)
        summary = check_casualty_claims(**given, processes=1)
    assert summary.added.claims == 1
    assert taken == [made]
    assert not Path(staging_folder(database)).exists()
