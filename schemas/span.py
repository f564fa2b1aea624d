"""Characters of a document, with what they say."""

from pydantic import model_validator

from schemas.base import Contract


class SpanError(ValueError):
    """A span whose text is not what stands at its offsets."""


class Span(Contract):
    """A stretch of a document's text.

    Attributes:
        text: The characters, exactly as the document has them.
        start: Offset of the first character in the document's text.
        end: Offset after the last character.
    """

    text: str
    start: int
    end: int

    @model_validator(mode="after")
    def _length_fits(self) -> "Span":
        if self.start < 0 or self.end <= self.start or len(self.text) != self.end - self.start:
            raise SpanError(
                f"{self.start}:{self.end} cannot hold the {len(self.text)} characters {self.text!r}"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Quote `text` from `start` to `end`."""
        return cls(text=text[start:end], start=start, end=end)

    def quotes(self, text: str) -> bool:
        """Whether the span says what `text` has at its offsets."""
        return text[self.start : self.end] == self.text

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
