"""Signatures of texts: near-identical texts have nearly the same."""

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint32]

PERMUTATIONS, BAND, SHINGLE = 64, 4, 5
ALIKE = 0.5
SEED = 20_090_728
LONGEST = 200_000
WORD = re.compile(r"\w+")
MIXING = ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1))
"""Shifts and factors of the finalizer of MurmurHash3."""


def sign(text: str) -> list[int]:
    """The MinHash signature of a text's overlapping runs of words.

    A. Broder, On the resemblance and containment of documents (1997). The numbers are those of
    `datasketch.MinHash`, which itself brings SciPy and Redis into every process that loads.
    """
    import numpy as np  # noqa: PLC0415 -- only loads need it

    words = WORD.findall(text[:LONGEST].casefold())
    last = max(len(words) - SHINGLE + 1, 1)
    shingles = {" ".join(words[start : start + SHINGLE]) for start in range(last)}
    digests = b"".join(
        hashlib.sha1(shingle.encode(), usedforsecurity=False).digest()[:4] for shingle in shingles
    )
    factors, summands = permutations()
    hashes = mixed(np.frombuffer(digests, "<u4"))
    return [int(least) for least in (hashes[:, None] * factors + summands).min(axis=0)]


@cache
def permutations() -> "tuple[Numbers, Numbers]":
    """Factors and summands of random permutations of the numbers below 2³².

    Odd factors make them permutations: no two numbers become one.
    """
    import numpy as np  # noqa: PLC0415 -- only loads need it

    draw = np.random.RandomState(SEED)
    halves = draw.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32)
    summands = draw.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)
    return halves * np.uint32(2) + np.uint32(1), summands


def mixed(hashes: "Numbers") -> "Numbers":
    """Hashes whose every bit depends on all bits of the given ones."""
    for shift, factor in MIXING:
        hashes = (hashes ^ (hashes >> hashes.dtype.type(shift))) * hashes.dtype.type(factor)
    return hashes


def bands(signature: Sequence[int]) -> list[int]:
    """Keys of a signature's slices: alike texts share at least one, most others none."""
    return [
        band_key(start, signature[start : start + BAND]) for start in range(0, len(signature), BAND)
    ]


def band_key(start: int, values: Sequence[int]) -> int:
    """A number for one slice."""
    words = f"{start}:{','.join(map(str, values))}".encode()
    digest = hashlib.blake2b(words, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimated share of runs of words that two texts have in common."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
