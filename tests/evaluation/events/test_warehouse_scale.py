"""A warehouse is measured at each of its sizes."""

import json

import pytest

from evaluation.events import warehouse_scale
from warehouse.exports.formats import ExportFormat
from warehouse.sqlfiles import published


@pytest.mark.slow
def test_each_size_tells_of_every_view_and_export(tmp_path, monkeypatch):
    monkeypatch.setattr(warehouse_scale, "ADDED", 1)
    monkeypatch.setattr(warehouse_scale, "EXPORTED", 60)
    few, more, multiplied = warehouse_scale.measure_warehouse([40, 120], tmp_path, times=3)
    assert 40 <= few.claims < 120 <= more.claims
    assert more.loaded.cpu > few.loaded.cpu > 0
    assert few.added.cpu > 0
    assert more.views.keys() == {item.name for item in published() if item.kind == "view"}
    assert few.exports.keys() == set(ExportFormat)
    assert more.exports.keys() == set(warehouse_scale.TABLES)
    assert multiplied.claims >= 3 * more.claims
    assert multiplied.added.cpu > 0
    (file,) = tmp_path.glob("warehouse-*.json")
    assert [stage["claims"] for stage in json.loads(file.read_text())["stages"]] == [
        few.claims,
        more.claims,
        multiplied.claims,
    ]
