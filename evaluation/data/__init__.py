"""Words and figures of the evaluation, as data."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def load_data(name: str) -> Any:
    """Read one of the YAML files of this folder."""
    path = Path(__file__).parent / f"{name}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))
