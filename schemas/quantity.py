"""A number of people as the text gives it."""

import re

from pydantic import Field, model_validator

from schemas.span import Span
from schemas.terms import Basis, Modifier, VagueNumber

ZERO = re.compile(r"(?i)(?:^|[^\d.,])0[.,]*(?:[^\d.,]|$)|\b(?:zero|nil|nought)\b")
"""Words that say a number of nobody, in the syntax that Python's `re` and DuckDB share."""


class Quantity(Span):
    """The number words with their modifier, and what they say.

    Attributes:
        value: The number as said; null where the words are vague ("dozens") or a bare plural.
        value_to: The upper end of a range, otherwise null.
        modifier: How the words bound or doubt the number.
        basis: What the number rests on.
        vague: The size that vague words tell; null where there is a number.
    """

    value: int | None = Field(default=None, ge=0)
    value_to: int | None = Field(default=None, ge=0)
    modifier: Modifier
    basis: Basis
    vague: VagueNumber | None = None

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> "Quantity":
        is_range = self.modifier is Modifier.RANGE
        if is_range != (self.value_to is not None):
            raise ValueError(f"only a range has a second value: {self.text!r}")
        if self.value_to is not None and (self.value is None or self.value >= self.value_to):
            raise ValueError(f"the bounds of {self.text!r} are disordered")
        return self

    @model_validator(mode="after")
    def _zero_is_said(self) -> "Quantity":
        counted = self.basis in {Basis.NUMERAL, Basis.WORD}
        says_zero = self.basis is Basis.ZERO or (counted and bool(ZERO.search(self.text)))
        if self.value == 0 and self.value_to is None and not says_zero:
            raise ValueError(f"{self.text!r} does not say zero")
        if self.basis is Basis.ZERO and self.value != 0:
            raise ValueError(f"{self.text!r} says zero, not {self.value}")
        return self

    @model_validator(mode="after")
    def _value_fits_basis(self) -> "Quantity":
        wants_none = self.basis in {Basis.VAGUE, Basis.PLURAL}
        if wants_none != (self.value is None):
            raise ValueError(f"basis {self.basis} and value {self.value} of {self.text!r} differ")
        return self
