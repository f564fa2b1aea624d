"""A workbook for people: sheets with frozen headers, filters, and cells that are no formulas."""

from collections.abc import Iterable, Mapping
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.errors import WarehouseError
from warehouse.exports.cells import plain
from warehouse.exports.read_table import Table, read_table
from warehouse.read_models.reader import Reader

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_ROWS, MOST_CHARACTERS = 1_048_575, 32_767
NARROW, WIDE, DEFAULT = 9, 60, 16
WIDTHS = {
    "sentence": WIDE,
    "positions": WIDE,
    "event": 32,
    "title": 40,
    "holder": 28,
    "speaker": 28,
    "speaker_role": 28,
    "url": 40,
    "victims": 24,
    "victim_group": 20,
    **dict.fromkeys(("low", "high", "gap", "ratio", "value", "value_to", "claims"), NARROW),
}
WRAPPED = {"sentence", "positions", "title", "event"}
SHEETS = ("discrepancies", "positions", "claims")
ABOUT = (
    ("discrepancies", "One row an event, harm and victim group: all figures side by side."),
    ("positions", "One row a figure that one holder gives on one event."),
    ("claims", "One row a claim, with the sentence that it stands in."),
    ("low, high", "What the figure's words allow under the number-word policy of the row."),
    ("no high", "The words leave it open upwards, as in “at least eight”."),
    ("class", "Whether the figures agree, or how they differ; a conflict cannot be reconciled."),
    ("originators", "How many independent origins there are; a copied text counts once."),
    ("standing", "Whether a person has reviewed the claim."),
)


def write_workbook(reader: Reader, path: Path) -> int:
    """Write discrepancies, positions and claims as sheets of an Excel workbook.

    Returns:
        How many claims there are.

    Raises:
        WarehouseError: There are more rows than a sheet can hold.
    """
    from openpyxl import Workbook  # noqa: PLC0415 -- only this export needs it

    book = Workbook(write_only=True)
    counts = [write_sheet(book, name, read_table(reader, name)) for name in SHEETS]
    write_sheet(book, "about", Table(("word", "meaning"), iter(ABOUT)))
    book.save(path)
    return counts[-1]


def write_sheet(book: "Workbook", name: str, table: Table) -> int:
    """Write one sheet, and tell how many rows it has."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- see above

    sheet = book.create_sheet(name.capitalize())
    sheet.freeze_panes = "A2"
    sheet.sheet_view.zoomScale = 100
    for number, column in enumerate(table.columns, 1):
        width = WIDE if name == "about" else WIDTHS.get(column, DEFAULT)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(header(sheet, table.columns))
    models, count = model_cells(sheet), 0
    for count, row in enumerate(table.rows, 1):
        if count > MOST_ROWS:
            raise WarehouseError(f"a sheet cannot hold more than {MOST_ROWS:,} {name}: use parquet")
        sheet.append(cells(sheet, models, table.columns, row))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{count + 1}"
    return count


def header(sheet: "WriteOnlyWorksheet", columns: Iterable[str]) -> "list[WriteOnlyCell]":
    """The names of the columns, as words."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- see above
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415 -- see above

    made = []
    for column in columns:
        cell = WriteOnlyCell(sheet, column.replace("_", " "))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8E8E8")
        made.append(cell)
    return made


def model_cells(sheet: "WriteOnlyWorksheet") -> "Mapping[bool, WriteOnlyCell]":
    """A cell that wraps and one that does not: to style each anew takes most of the time."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- see above
    from openpyxl.styles import Alignment  # noqa: PLC0415 -- see above

    models = {wraps: WriteOnlyCell(sheet) for wraps in (False, True)}
    for wraps, model in models.items():
        model.alignment = Alignment(wrap_text=wraps, vertical="top")
    return models


def cells(
    sheet: "WriteOnlyWorksheet",
    models: "Mapping[bool, WriteOnlyCell]",
    columns: Iterable[str],
    row: Iterable[Any],
) -> "list[WriteOnlyCell | Any]":
    """The cells of a row."""
    return [
        cell(sheet, models, column, plain(value))
        for column, value in zip(columns, row, strict=True)
    ]


def cell(
    sheet: "WriteOnlyWorksheet", models: "Mapping[bool, WriteOnlyCell]", column: str, value: Any
) -> Any:
    """A cell; a text stays a text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- see above

    if not isinstance(value, str):
        return value
    made = WriteOnlyCell(sheet, value[:MOST_CHARACTERS])
    made.data_type = "s"
    made._style = copy(models[column in WRAPPED]._style)
    if value.startswith(("=", "+", "-", "@")):
        made.quotePrefix = True
    return made
