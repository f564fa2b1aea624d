"""Cells of tables: texts from the web that no spreadsheet takes for a formula."""

import json
import re
from datetime import date, datetime
from typing import Any

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(value: Any) -> Any:
    """A value as a cell holds it: lists become one text, control characters go."""
    if isinstance(value, (list, tuple)):
        return plain("; ".join(str(item) for item in value if item is not None))
    if isinstance(value, str):
        return CONTROL.sub(" ", value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return value


def nested(value: Any) -> Any:
    """A value as a cell of a table for programs: lists and structs as JSON."""
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def harmless(value: Any) -> Any:
    """A value as a cell of a CSV file: a text that would be a formula begins with an apostrophe."""
    cell = plain(value)
    if isinstance(cell, str) and FORMULA.match(cell):
        return f"'{cell}"
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell
