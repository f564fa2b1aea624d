"""Documents to claims: pure functions over text, with the words kept as data."""

from extractors.explain import Explanation, explain
from extractors.pipeline import extract_batch, extract_claims
from extractors.quantities.read_quantity import read_quantity

__all__ = ["Explanation", "explain", "extract_batch", "extract_claims", "read_quantity"]
