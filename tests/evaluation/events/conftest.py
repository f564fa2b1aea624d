"""A small invented stream: one raid with two sides' tolls, and a report on something else."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from evaluation.events import claims

RAID = {
    "event": "raid",
    "date_from": "2014-03-04",
    "date_to": "2014-03-04",
    "place": "Zliten",
    "admin": "Misrata",
    "documents": ["first", "second"],
}
TOLL = {"event": "raid", "harm": "killed", "victims": "all", "of_all": True, "text": "…"}
STREAM = [
    {
        "document_id": "first",
        "title": "Raid on Zliten",
        "published": "2014-03-05",
        "outlet": "Norvik Post",
        "text": "Tuesday's raid on Zliten, Libya, killed 4 people, the Libyan army said.",
    },
    {
        "document_id": "second",
        "title": "Toll of the raid on Zliten",
        "published": "2014-03-06",
        "outlet": "Norvik Post",
        "text": "Tuesday's raid on Zliten, Libya, killed 9 people, the Tamsin Institute said.",
    },
    {
        "document_id": "other",
        "title": "Fire in Turin",
        "published": "2014-03-06",
        "outlet": "Norvik Post",
        "text": "A fire in Turin, Italy, killed 2 people on Thursday, the mayor said.",
    },
]
INCIDENT = {
    "incident": "1",
    "date": "2014-03-04",
    "state": "Misrata",
    "city": "Zliten",
    "killed": 4,
    "injured": 0,
    "documents": ["first", "second"],
}
FILES: Mapping[str, Sequence[Mapping[str, Any]]] = {
    # The last row has an id that stands above.
    "stream": [*STREAM, {**STREAM[0], "text": "Nothing was heard of Zliten."}],
    "events": [RAID],
    "positions": [
        {**TOLL, "holder": "Army", "low": 4, "high": 4, "documents": ["first"]},
        {**TOLL, "holder": "Institute", "low": 9, "high": 9, "documents": ["second"]},
        {**TOLL, "holder": "Union", "low": 30, "high": None, "documents": ["second"]},
    ],
    "disputes": [
        {"event": "raid", "harm": "killed", "victims": "all", "kind": "conflict", "why": "4 vs 9"}
    ],
    "holders": [
        {"holder": "Army", "aliases": []},
        {"holder": "Institute", "aliases": ["Tamsin Institute"]},
        {"holder": "Union", "aliases": []},
    ],
    "docs_other": [{"document_id": "other"}],
}


@pytest.fixture
def stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shared" / "corpora" / "syria_dev"
    folder.mkdir(parents=True)
    for name, rows in FILES.items():
        content = "".join(f"{json.dumps(row)}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(content, encoding="utf-8")
    for name, rows in (("incidents_dev", STREAM), ("incidents_dev_gold", [INCIDENT])):
        content = "".join(f"{json.dumps(row)}\n" for row in rows)
        (folder.parent / f"{name}.jsonl").write_text(content, encoding="utf-8")
    monkeypatch.setenv("TOLLCHECK_SHARED", str(tmp_path / "shared"))
    monkeypatch.setattr(claims, "cache_folder", lambda: tmp_path / "cache" / "claims")
    return folder
