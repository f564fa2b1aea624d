"""A small warehouse in which everything is as it should be."""

import shutil
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import duckdb
import pytest

from schemas import Batch, Document, Modifier, SpeakerKind, Stance
from tests.warehouse import examples
from tests.warehouse.examples import document, extraction, page, run
from warehouse import load_batch
from warehouse.ledger import find_internal

PUBLISHED, READ = datetime(2011, 5, 3, tzinfo=UTC), datetime(2011, 5, 4, tzinfo=UTC)
claim = partial(examples.claim, day=date(2011, 5, 2))

MINE = (
    "The mayor said four miners died at Karvat on Friday, two of them women. Four died, she said."
)
GUARDS = "Guards denied the three deaths. At Karvat nobody was hurt, Ana Rovik said."


def sources() -> tuple[Document, Document]:
    when = {"published": PUBLISHED, "fetched": READ}
    return (
        document(MINE, title="Mine", outlet="Karvat Post", url="https://k.test/1", **when),
        document(GUARDS, title="Guards", outlet="Hill Radio", **when),
    )


@pytest.fixture(scope="session")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "w.duckdb"
    mine, guards = sources()
    whole = claim(mine, "four", 4, speaker="The mayor")
    part = claim(mine, "two", 2, speaker="The mayor", part_of=whole)
    again = claim(mine, "Four", 4, speaker="she", repeats=whole)
    denied = claim(
        guards, "three", 3, speaker="Guards", kind=SpeakerKind.MILITARY, stance=Stance.DENIES
    )
    zero = claim(guards, "nobody", 0, speaker="Ana Rovik", modifier=Modifier.EXACT)
    batch = Batch(
        pages=[page("mine.txt", MINE), page("guards.txt", GUARDS)],
        documents=[mine, guards],
        extractions=[extraction(mine, [whole, part, again]), extraction(guards, [denied, zero])],
    )
    load_batch(path, run(), batch)
    return path


@pytest.fixture
def sound(sound_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound_file, tmp_path / "w.duckdb"))


def damage(path: Path, *statements: str) -> None:
    with duckdb.connect(str(path)) as connection:
        find_internal(connection)
        for statement in statements:
            connection.execute(statement)
