"""Documents to claims: pure functions over text, with the words kept as data."""

from extractors.claims import extract_batch, extract_claims

__all__ = ["extract_batch", "extract_claims"]
