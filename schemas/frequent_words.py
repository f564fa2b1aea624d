"""How frequent words are in reports of violence: what tells two texts apart is rare."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from schemas.yaml_text import parse_yaml

FREQUENT_WORDS = Path(__file__).parent / "frequent_words.yml"


@cache
def frequent_words() -> Mapping[str, float]:
    """The share of reports of violence in which each frequent word stands."""
    shares: dict[str, float] = parse_yaml(FREQUENT_WORDS.read_text("utf-8"))
    return shares
