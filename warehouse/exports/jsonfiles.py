"""Writing JSON as it comes, so that the memory does not grow with the warehouse."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

Node = dict[str, Any]


def write_collection(path: Path, head: Mapping[str, Any], name: str, items: Iterable[Node]) -> int:
    """Write an object whose last member is a list.

    Args:
        path: The file.
        head: The other members.
        name: The list's name.
        items: The list.

    Returns:
        How long the list is.
    """
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps(head, ensure_ascii=False)[:-1] + f', "{name}": [')
        for item in items:
            stream.write(",\n" if count else "\n")
            stream.write(json.dumps(item, ensure_ascii=False, default=written))
            count += 1
        stream.write("\n]}\n")
    return count


def written(value: object) -> str:
    """A date or moment as JSON has it; moments of the warehouse are in UTC."""
    if isinstance(value, datetime):
        return value.isoformat() + ("Z" if value.tzinfo is None else "")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be written as JSON")


def without_nulls(node: Mapping[str, Any]) -> Node:
    """A node without the members that say nothing."""
    return {name: value for name, value in node.items() if value is not None and value != []}


def urn(kind: str, name: str) -> str:
    """The name of a thing of the warehouse as a URI."""
    from urllib.parse import quote  # noqa: PLC0415 -- beside its only use

    return f"urn:tollcheck:{kind}:{quote(name, safe='')}"
