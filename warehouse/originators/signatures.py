"""Signatures of texts: near-identical texts have nearly the same."""

import hashlib
import re
from collections.abc import Sequence

PERMUTATIONS, BAND, SHINGLE = 64, 4, 5
ALIKE = 0.5
SEED = 20_090_728
LONGEST = 200_000
WORD = re.compile(r"\w+")


def sign(text: str) -> list[int]:
    """The MinHash signature of a text's overlapping runs of words."""
    from datasketch import MinHash  # noqa: PLC0415 -- brings SciPy, a third of a second

    words = WORD.findall(text[:LONGEST].casefold())
    last = max(len(words) - SHINGLE + 1, 1)
    shingles = {" ".join(words[start : start + SHINGLE]) for start in range(last)}
    signature = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update_batch([shingle.encode() for shingle in shingles])
    return [int(value) for value in signature.hashvalues]


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
