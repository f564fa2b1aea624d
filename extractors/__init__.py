"""Documents to claims: pure functions over text, with the words kept as data."""

from extractors.claims import extract_batch, extract_claims
from extractors.explain import Explanation, explain

__all__ = ["Explanation", "explain", "extract_batch", "extract_claims"]
