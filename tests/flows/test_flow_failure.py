"""A run that fails leaves an artifact, and the next one takes up its work."""

from pathlib import Path

import pytest
from prefect.artifacts import Artifact

from flows import stages
from flows.pipeline import check_casualty_claims
from flows.staging import MANIFEST, staging_folder
from warehouse import NotAWarehouseError


@pytest.mark.slow
def test_what_was_extracted_before_a_failure_is_kept(prefect_server, tmp_path, good):
    database = tmp_path / "test.duckdb"
    database.write_text("no database")
    given = {"inputs": [str(good)], "database": database, "report": tmp_path / "report"}
    with pytest.raises(NotAWarehouseError):
        check_casualty_claims(**given, processes=1)
    (made,) = Path(staging_folder(database)).glob(f"*/*/{MANIFEST}")
    kept = made.read_text()

    artifact = Artifact.get("tollcheck-failure")
    assert artifact is not None
    assert "restore" in str(artifact.data)

    database.unlink()
    taken = []
    original = stages.staging.load_staged

    def load(database, run, batches):
        taken.extend(batch.model_dump_json(exclude={"folder"}) for batch in batches)
        return original(database, run, batches)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages.staging, "load_staged", load)
        summary = check_casualty_claims(**given, processes=1)
    assert summary.added.claims == 1
    assert taken == [kept]
    assert not Path(staging_folder(database)).exists()
