"""`tollcheck extract`: documents to claims, without a database."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from flows.app import REJECTED, Inputs, command, refuse_missing
from flows.terminal import bars, say

if TYPE_CHECKING:
    from schemas import Batch, Rejection


@command("extract", example="tollcheck extract samples --output claims.jsonl")
def extract(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option(help="Write here instead of to standard output.")
    ] = None,
    reasons: Annotated[
        bool, typer.Option("--explain", help="Show for each number which rule took or refused it.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 if anything was rejected.")
    ] = False,
) -> None:
    """Write the claims of documents as JSON lines; no database."""
    refuse_missing(inputs)
    if reasons:
        explain(inputs)
        return
    from flows.settings import Settings  # noqa: PLC0415 -- brings pydantic-settings
    from flows.stream import extract_stream  # noqa: PLC0415 -- brings spaCy

    rejected = 0
    with bars(), opened(output) as stream:
        for batch in extract_stream(inputs, Settings.given()):
            for claim in (claim for item in batch.extractions for claim in item.claims):
                stream.write(claim.model_dump_json() + "\n")
            for rejection in rejections(batch):
                rejected += 1
                say(f"rejected {rejection.input}: {rejection.message}")
    if strict and rejected:
        raise typer.Exit(REJECTED)


def explain(inputs: list[str]) -> None:
    """Print each number of the documents with the rule that took it, or why it was refused."""
    from extractors import explain as explain_text  # noqa: PLC0415 -- brings spaCy
    from intake import extract_documents, read_pages  # noqa: PLC0415 -- brings the readers
    from schemas import Page  # noqa: PLC0415 -- brings pydantic

    for page in read_pages(inputs):
        documents = extract_documents(page)[0] if isinstance(page, Page) else ()
        for document in documents:
            for each in explain_text(document.text):
                verdict = f"{each.harm}, by rule {each.reason}" if each.taken else each.reason
                sys.stdout.write(f"{document.document_id}:{each.start}\t{each.text}\t{verdict}\n")


def rejections(batch: "Batch") -> "Iterator[Rejection]":
    """Everything that was rejected in a batch, in the order of the pipeline."""
    yield from batch.rejections
    for extraction in batch.extractions:
        yield from extraction.rejections


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears under its name when it is whole."""
    if output is None:
        yield sys.stdout
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    from warehouse.atomic_files import draft_beside  # noqa: PLC0415 -- only where there is a file

    draft = draft_beside(output)
    with draft.open("w", encoding="utf-8") as stream:
        yield stream
    draft.replace(output)
