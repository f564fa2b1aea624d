"""The kept index of places is used as long as nothing has changed by which it is made."""

import os
from pathlib import Path

import pytest

from tests import kept_places


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    index = tmp_path / "kept" / "tollcheck" / "gazetteer-1.sqlite"
    index.parent.mkdir(parents=True)
    index.write_text("an index")
    monkeypatch.setattr(kept_places, "KEPT", tmp_path / "kept")
    return index


def test_sessions_share_what_is_kept(index: Path, tmp_path: Path) -> None:
    for _ in range(2):
        kept_places.share_places(tmp_path / "cache")
    (shared,) = (tmp_path / "cache" / "tollcheck").iterdir()
    assert (shared.name, shared.read_text()) == (index.name, "an index")


def test_what_is_older_than_its_makers_is_not_shared(index: Path, tmp_path: Path) -> None:
    os.utime(index, (0, 0))
    kept_places.share_places(tmp_path / "cache")
    assert list((tmp_path / "cache" / "tollcheck").iterdir()) == []
