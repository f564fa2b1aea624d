"""The report is measured with its pages open in a browser."""

import json

import pytest

from evaluation import report_scale


@pytest.mark.slow
def test_what_is_measured_is_written_down(tmp_path, monkeypatch):
    monkeypatch.setattr(report_scale, "EVENTS", 4)
    monkeypatch.setattr(report_scale, "DOCUMENTS", 8)
    monkeypatch.setattr(report_scale, "OPENINGS", 1)
    cost = report_scale.measure_report(results=tmp_path)
    assert cost.claims >= cost.documents == 8
    assert cost.pages > cost.documents + cost.events
    assert cost.processor_seconds > 0
    names = [opening.page.split("/")[0] for opening in cost.openings]
    assert names == ["index.html", "events.html", "events", "speakers", "documents"]
    assert all(opening.milliseconds > 0 and opening.kilobytes > 1 for opening in cost.openings)
    (file,) = tmp_path.glob("report-*.json")
    assert json.loads(file.read_text())["events"] == cost.events
