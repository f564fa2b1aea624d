"""Files of one JSON object a line, with errors that name the line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

RowT = TypeVar("RowT", bound=BaseModel)


class GoldError(ValueError):
    """Gold or texts that cannot be used; the message names the file and says what to do."""


def read_objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read the objects of a JSON lines file, each with the name of its line.

    Raises:
        GoldError: The file cannot be read, or a line is no JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read as UTF-8 text: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{path}, line {number}"
            yield place, _read_object(place, line)


def read_rows(path: Path, model: type[RowT]) -> list[RowT]:
    """Read a JSON lines file whose rows all have one form."""
    return [check_row(place, row, model) for place, row in read_objects(path)]


def check_row(place: str, row: dict[str, Any], model: type[RowT]) -> RowT:
    """Validate one row.

    Raises:
        GoldError: The row has another form; the message names its place and its first fault.
    """
    try:
        return model.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "row"
        raise GoldError(f"{place}: {field}: {first['msg']}") from error


def _read_object(place: str, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{place} is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise GoldError(f"{place} holds no JSON object")
    return row
