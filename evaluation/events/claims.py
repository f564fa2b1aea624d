"""The claims of documents, extracted once for each state of the extractor."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import extractors
from evaluation.json_lines import GoldError, read_rows
from evaluation.systems import extract
from extractors.version import EXTRACTOR_VERSION
from schemas import Claim, Document

Claims = Mapping[str, tuple[Claim, ...]]
"""The claims of each document, in the order of the text."""


def find_claims(name: str, documents: Sequence[Document], given: Sequence[Path] = ()) -> Claims:
    """Find the claims of a set's documents.

    Args:
        name: The set.
        documents: Its documents.
        given: Files of claims as `tollcheck extract` writes them. They are used if any of their
            claims is of one of the documents; a document that they do not name has no claim.

    Returns:
        The claims. Without files they are extracted, and kept in the user's cache folder until
        the extractor or a text changes.

    Raises:
        GoldError: A file cannot be read.
    """
    names = {document.document_id for document in documents}
    rows = [claim for path in given for claim in read_rows(path, Claim)]
    told = [claim for claim in rows if claim.document_id in names]
    return _by_document(told or _extract_once(name, documents))


def _by_document(claims: Iterable[Claim]) -> Claims:
    """Group claims; a claim that stands twice is one."""
    found: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, {})[claim.claim_id] = claim
    return {
        document: tuple(sorted(own.values(), key=lambda claim: claim.quantity.start))
        for document, own in found.items()
    }


def _extract_once(name: str, documents: Sequence[Document]) -> list[Claim]:
    path = cache_folder() / f"{name}-{EXTRACTOR_VERSION}-{_digest(documents)}.jsonl"
    if path.is_file():
        try:
            return read_rows(path, Claim)
        except GoldError:  # written for other contracts; it is made anew
            path.unlink()
    claims = [claim for found in extract(documents) for claim in found]
    _write_whole(path, "".join(f"{claim.model_dump_json()}\n" for claim in claims))
    return claims


def cache_folder() -> Path:
    """Where extracted claims are kept: outside the project, since they quote the texts."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only needed once a process

    return user_cache_path("tollcheck") / "claims"


def _write_whole(path: Path, content: str) -> None:
    """Write a file that appears under its name when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as draft:
        draft.write(content)
    Path(draft.name).replace(path)


def _digest(documents: Sequence[Document]) -> str:
    """What the claims depend on: the texts with what is told of them, and the extractor's files."""
    parts = (document.model_dump_json(exclude={"fetched"}).encode() for document in documents)
    return _hash((_extractor_digest().encode(), *parts))


@cache
def _extractor_digest() -> str:
    """Identify the state of the extractor: its version stays the same while it is worked on."""
    folder = Path(extractors.__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".yml"})
    return _hash(
        part
        for path in files
        for part in (os.fsencode(path.relative_to(folder)), path.read_bytes())
    )


def _hash(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()[:16]
