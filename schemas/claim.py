"""One speaker's statement that some number of people suffered one harm in one event."""

from collections.abc import Iterator

from pydantic import Field, ValidationInfo, model_validator

from schemas.attribution import Attribution
from schemas.base import Contract, fingerprint
from schemas.document import Document
from schemas.event import EventMention
from schemas.quantity import Quantity
from schemas.span import Span, SpanError
from schemas.terms import Harm, Scope, Stance
from schemas.victims import Agent, Victims


class Claim(Contract):
    """A casualty claim; every span quotes its document.

    Validate with `context={"document": document}` to have each span proved against the
    document's text; without it the spans inside the evidence are proved against the evidence.

    Attributes:
        claim_id: Fingerprint of the document, the harm, the quantity's place, and the speaker.
        document_id: The document that holds it.
        harm: What was done.
        quantity: How many.
        victims: To whom.
        agent: Who is said to have done it; null where nobody is named.
        attribution: Who says so.
        evidence: The sentence.
        scope: One event, or a total over several.
        part_of: The claim whose victims include these.
        repeats: The claim that this one tells again.
        adds_to: The claim to whose victims these are added ("another five died later").
        outcome_is_open: Whether the words leave open if those counted died ("five were shot").
        counts_some: Whether it counts some of those harmed, who are so many at least: bodies that
            were found, whom a witness sees, the dead at each of several places, or the wounded in
            one condition ("three are in critical condition").
        event: When and where.
        confidence: Probability between 0 and 1 that a careful coder would agree.
        rule: The rule that found the claim.
        extractor: Version of the extractor.
    """

    claim_id: str
    document_id: str
    harm: Harm
    quantity: Quantity
    victims: Victims | None = None
    agent: Agent | None = None
    attribution: Attribution = Attribution()
    evidence: Span
    scope: Scope = Scope.INCIDENT
    part_of: str | None = None
    repeats: str | None = None
    adds_to: str | None = None
    outcome_is_open: bool = False
    counts_some: bool = False
    event: EventMention = EventMention()
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    rule: str = ""
    extractor: str

    @staticmethod
    def identify(
        document_id: str, harm: Harm, quantity: Span, source: Span | None, stance: Stance
    ) -> str:
        """Name a claim by what it is, so that finding it again gives the same name."""
        place = f"{source.start}:{source.end}" if source else "article"
        return fingerprint(document_id, harm, quantity.start, quantity.end, place, stance)

    def spans(self) -> Iterator[Span]:
        """Every span of the claim."""
        yield self.evidence
        yield self.quantity
        if self.victims and self.victims.span:
            yield self.victims.span
        if self.agent:
            yield self.agent
        if self.attribution.source:
            yield self.attribution.source
        if self.attribution.cue:
            yield self.attribution.cue

    @model_validator(mode="after")
    def _spans_quote(self, info: ValidationInfo) -> "Claim":
        document = info.context.get("document") if isinstance(info.context, dict) else None
        if isinstance(document, Document):
            self.prove(document)
        offset = self.evidence.start
        if not self.evidence.covers(self.quantity):
            raise SpanError(f"quantity {self.quantity.text!r} lies outside its evidence")
        for span in self.spans():
            inside = Span(
                text=span.text,
                start=max(span.start - offset, 0),
                end=max(span.start - offset, 0) + len(span.text),
            )
            if self.evidence.covers(span) and not inside.quotes(self.evidence.text):
                raise SpanError(f"{span.text!r} is not at {span.start} of its evidence")
        return self

    @model_validator(mode="after")
    def _denial_is_of_a_figure(self) -> "Claim":
        if self.attribution.stance is Stance.DENIES and self.quantity.value == 0:
            raise ValueError("denying that anyone was harmed asserts zero")
        if self.claim_id in {self.part_of, self.repeats, self.adds_to}:
            raise ValueError("a claim is no part, repetition or addition of itself")
        return self

    def prove(self, document: Document) -> None:
        """Check every span against the document.

        Raises:
            SpanError: The claim is of another document, or a span does not quote its text.
        """
        if self.document_id != document.document_id:
            raise SpanError(f"claim {self.claim_id} is of document {self.document_id}")
        for span in self.spans():
            if not span.quotes(document.text):
                found = document.text[span.start : span.end]
                raise SpanError(f"{span.text!r} is not at {span.start}: there stands {found!r}")
