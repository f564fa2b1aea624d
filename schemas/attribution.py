"""Who stands behind a claim, in which words."""

from pydantic import Field, model_validator

from schemas.base import Contract
from schemas.span import Span
from schemas.terms import Quotation, SpeakerKind, Stance


class Attribution(Contract):
    """The speaker of a claim.

    Attributes:
        source: The source words nearest to the claim; null where the article itself asserts.
        speaker: The source resolved inside the document to its fullest name or description.
        speaker_kind: What sort of speaker it is.
        speaker_role: Role and affiliation as the document gives them ("government spokesman").
        cue: The words that tie the source to what it said.
        stance: Whether the figure is held or rejected.
        hedge: A word of doubt about the claim ("reportedly").
        hops: The chain from the outlet to the speaker, the outlet's end first.
        quotation: Whether the figure stands in the speaker's own words.
    """

    source: Span | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind = SpeakerKind.ARTICLE
    speaker_role: str | None = None
    cue: Span | None = None
    stance: Stance = Stance.ASSERTS
    hedge: str | None = None
    hops: tuple[str, ...] = Field(default=())
    quotation: Quotation = Quotation.NONE

    @model_validator(mode="after")
    def _article_has_no_source(self) -> "Attribution":
        if (self.source is None) != (self.speaker_kind is SpeakerKind.ARTICLE):
            raise ValueError("only the article speaks without source words")
        if self.source is None and self.speaker is not None:
            raise ValueError(f"speaker {self.speaker!r} has no source words")
        return self
