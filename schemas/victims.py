"""Who was harmed, and by whom, as a claim tells it."""

from pydantic import Field, model_validator

from schemas.base import Contract
from schemas.span import Span, SpanError
from schemas.terms import AgentSide, VictimAttribute


class NamedVictim(Contract):
    """A victim whom the document names.

    Attributes:
        name: The fullest name that the document gives.
        age: Age in years, where told.
        role: What the document says of the person ("a teacher").
    """

    name: str = Field(min_length=1)
    age: int | None = Field(default=None, ge=0, le=130)
    role: str | None = None


class Victims(Contract):
    """Who was harmed.

    Attributes:
        text: The words, or null where the text leaves them out.
        start: Offset of the first character, or null.
        end: Offset after the last character, or null.
        group: Name of the group in the registry ("PMOI", "Iraqi security forces", "civilians").
        attributes: What else the words tell.
        named: Those of them whom the document names.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    group: str | None = None
    attributes: tuple[VictimAttribute, ...] = ()
    named: tuple[NamedVictim, ...] = ()

    @property
    def span(self) -> Span | None:
        """The victims' words, where there are any."""
        if self.text is None or self.start is None or self.end is None:
            return None
        return Span(text=self.text, start=self.start, end=self.end)

    @model_validator(mode="after")
    def _span_is_whole(self) -> "Victims":
        if len({self.text is None, self.start is None, self.end is None}) > 1:
            raise SpanError("victims have text, start and end together or not at all")
        _ = self.span
        return self


class Agent(Span):
    """Who is said to have done it, as the speaker of the claim tells it.

    Attributes:
        group: Name of the group in the registry, where it has one ("government forces").
        side: Whether its words mean a state or those who fight one; null where they leave it open
            ("militiamen loyal to the government").
    """

    group: str | None = None
    side: AgentSide | None = None
