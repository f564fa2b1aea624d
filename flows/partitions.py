"""A corpus in partitions, each to be read and extracted by whichever process takes it.

A partition is some files, or a part of a large one; a WARC archive of a news crawl comes as
hundreds of files. Its batches are staged as those of any run, so doing a partition again extracts
only what is missing.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from flows.batches import batched
from flows.inputs import in_batches
from flows.settings import Settings
from flows.staging import StagedBatch, batch_folder, stage_batch
from intake.pages import read_pages
from intake.reading.local import find_files
from intake.reading.remote import find_objects, is_object_address, object_info
from intake.rejections import IntakeError, rejection
from schemas import Page, Rejection
from schemas.base import Contract


class InputPartition(Contract):
    """What one process reads at a time.

    Attributes:
        inputs: The files, or objects in storage.
        part: Which part of their batches is this partition's, from 0.
        parts: Into how many parts the batches are dealt.
    """

    inputs: tuple[str, ...]
    part: int = 0
    parts: int = 1


def partition_inputs(
    inputs: Sequence[str], settings: Settings
) -> tuple[list[InputPartition], list[Rejection]]:
    """Split files into partitions of about `partition_bytes`; what is no file is rejected.

    Every process that has a part of a file reads all of it, which is little beside the extraction.
    """
    sizes: dict[str, int] = {}
    rejections: list[Rejection] = []
    for given in inputs:
        found, refused = objects_of(given) if is_object_address(given) else files_of(given)
        sizes.update({name: size for name, size in found.items() if name not in sizes})
        rejections += refused
    most = settings.partition_bytes
    dealt: list[InputPartition] = []
    for batch in batched(list(sizes), settings.batch_pages, sizes.__getitem__, most):
        parts = max(1, -(-sum(sizes[name] for name in batch) // most))
        dealt += [
            InputPartition(inputs=tuple(batch), part=part, parts=parts) for part in range(parts)
        ]
    return dealt, rejections


def objects_of(given: str) -> tuple[dict[str, int], list[Rejection]]:
    """The objects in storage that an input names, with their sizes."""
    sizes, refused = dict[str, int](), list[Rejection]()
    try:
        names = list(find_objects(given))
    except IntakeError as error:
        return {}, [rejection(error, given)]
    for name in names:
        try:
            sizes[name] = int(object_info(name)["size"] or 0)
        except IntakeError as error:
            refused.append(rejection(error, name))
    return sizes, refused


def files_of(given: str) -> tuple[dict[str, int], list[Rejection]]:
    """The files that an input names, with their sizes; reading tells what is wrong with one."""
    found = list(find_files(given))
    # Two names of one file are read once, as in a run on one machine.
    names = {os.path.realpath(file): file for file in found if isinstance(file, Path)}
    refused = [rejection(item[1], item[0]) for item in found if not isinstance(item, Path)]
    return {str(file): size_of_file(file) for file in names.values()}, refused


def size_of_file(path: Path) -> int:
    """Bytes of a file; 0 for one that cannot be asked."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_partition(
    partition: InputPartition, settings: Settings
) -> Iterator[list[Page | Rejection]]:
    """Read the batches that are a partition's."""
    batches = in_batches(read_pages(partition.inputs), settings)
    return islice(batches, partition.part, None, partition.parts)


def extract_partition(
    partition: InputPartition, settings: Settings, staging: str, extractor: str
) -> list[StagedBatch]:
    """Extract and stage the batches of a partition, or take those that were staged before."""
    return [
        stage_batch(batch, batch_folder(batch, staging, extractor), extractor)
        for batch in read_partition(partition, settings)
    ]
