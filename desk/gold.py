"""A desk's decisions as gold, by which `tollcheck evaluate` measures the extractor."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from schemas.base import Contract
from warehouse.read_models.claim_contracts import decided_claims, decided_documents
from warehouse.read_models.reader import reading


@dataclass(frozen=True)
class Gold:
    """What was exported.

    Attributes:
        claims_file: The gold, one claim a line.
        texts_file: The documents that it codes, one a line.
        documents: How many documents there are.
        claims: How many claims there are.
    """

    claims_file: Path
    texts_file: Path
    documents: int
    claims: int


def export_gold(database: Path, folder: Path) -> Gold:
    """Write the documents in which every claim was decided, and the claims that hold there.

    Documents that are half reviewed are left out: what nobody looked at is no gold.

    Args:
        database: The warehouse.
        folder: Where `gold.jsonl` and `texts.jsonl` go.
    """
    folder.mkdir(parents=True, exist_ok=True)
    claims_file, texts_file = folder / "gold.jsonl", folder / "texts.jsonl"
    with reading(database) as reader:
        documents = write_lines(texts_file, decided_documents(reader))
        claims = write_lines(claims_file, decided_claims(reader))
    return Gold(claims_file, texts_file, documents, claims)


def write_lines(file: Path, items: Iterable[Contract]) -> int:
    """Write contracts as JSON lines.

    Returns:
        How many there were.
    """
    count = 0
    with file.open("w", encoding="utf-8") as stream:
        for count, item in enumerate(items, 1):  # noqa: B007 -- the last count is returned
            stream.write(item.model_dump_json() + "\n")
    return count
