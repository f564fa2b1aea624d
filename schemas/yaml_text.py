"""YAML of word lists and policies, read by the one loader that all rooms share."""

from collections.abc import Iterator
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C takes a tenth of the time; a PyYAML that was built without it still reads."""


def parse_yaml(text: str) -> Any:
    """Read the one document of a text.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    return yaml.load(text, Loader=LOADER)  # noqa: S506 -- both are safe loaders


def parse_yaml_documents(text: str) -> Iterator[Any]:
    """Read the documents of a text, one after the other.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    return yaml.load_all(text, Loader=LOADER)
