"""The user's own names of holders, and holders that people unite."""

from pathlib import Path

import pytest

from schemas import SpeakerKind
from tests.warehouse.examples import ask, load, says
from warehouse import WarehouseError
from warehouse.holders.own_names import holder_called, name_holders, read_names

NAMES = """
- name: Hill Observatory
  kind: ngo
  names: [the monitor, Hill Watch, hillwatch.example]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def held(path: Path) -> set[tuple[str, str]]:
    rows = ask(path, "select distinct holder_id, holder from facts where superseded is null")
    return {(row["holder_id"], row["holder"]) for row in rows}


def write(folder: Path, text: str) -> Path:
    file = folder / "holders.yml"
    file.write_text(text)
    return file


def test_a_file_gives_one_name_to_a_description_and_an_acronym(path: Path, tmp_path: Path) -> None:
    load(path, says("the monitor", "4", 4, named=False, kind=SpeakerKind.NGO), name="one")
    load(path, says("Hill Watch", "9", 9, hours=30, kind=SpeakerKind.NGO), name="two")
    assert len(held(path)) == 2
    assert name_holders(path, read_names(write(tmp_path, NAMES))) == 2
    ((_, name),) = held(path)
    assert name == "Hill Observatory"
    load(path, says("the monitor", "9", 9, named=False, hours=50, outlet="Post"), name="three")
    assert len(held(path)) == 1, "later documents follow the file, too"
    assert name_holders(path, ()) == 3
    assert len(held(path)) == 3, "without the file each text has its own monitor again"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name: Hill Observatory", "no list"),
        ("[{name: Hill, kind: hill, names: []}]", "no kind"),
        ("[{name: A B, kind: ngo, names: [C]}, {name: D, kind: ngo, names: [c]}]", "two holders"),
    ],
)
def test_a_file_that_is_no_list_of_holders_is_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(WarehouseError, match=reason):
        read_names(write(tmp_path, text))


def test_a_holder_is_found_by_the_name_that_rows_show(path: Path) -> None:
    load(path, says("Ana Mell", "4", 4))
    ((holder_id, _),) = held(path)
    assert holder_called(path, "ana mell") == holder_id
    with pytest.raises(WarehouseError, match="nobody"):
        holder_called(path, "Ben Torr")
