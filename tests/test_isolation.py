"""The tests write into temporary folders only."""

import os
import subprocess
import tempfile
from pathlib import Path

from tests.conftest import untracked


def test_work_and_home_are_temporary():
    temporary = Path(tempfile.gettempdir()).resolve()
    assert Path.home().resolve().is_relative_to(temporary)
    assert Path.cwd().resolve().is_relative_to(temporary)


def test_what_is_left_in_a_repository_is_noticed(tmp_path):
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("/report/\n")
    page = tmp_path / "report" / "index.html"
    page.parent.mkdir()
    page.write_text("as it was")
    before = untracked(tmp_path)
    assert "report/index.html" in before
    (tmp_path / ".hypothesis").mkdir()
    (tmp_path / ".hypothesis" / "example").write_text("a cache")
    assert untracked(tmp_path) == before
    os.utime(page, (0, 0))
    assert untracked(tmp_path) != before
