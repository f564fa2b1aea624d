"""Words and figures of the evaluation, as data."""

from functools import cache
from pathlib import Path
from typing import Any

from schemas.yaml_text import parse_yaml


@cache
def load_data(name: str) -> Any:
    """Read one of the YAML files of this folder."""
    path = Path(__file__).parent / f"{name}.yml"
    return parse_yaml(path.read_text(encoding="utf-8"))
