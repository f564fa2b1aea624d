"""Who stands behind a claim, in which words."""

from pydantic import Field, model_validator

from schemas.base import Contract
from schemas.span import Span
from schemas.terms import Quotation, SpeakerKind, Stance

GROUP_KEY = "group:"
"""What the key of a known group begins with, which belongs to no country."""
OFFICE_KEY = "office:"
"""What the key begins with of what one person of a country is at a time."""


class Attribution(Contract):
    """The speaker of a claim.

    Attributes:
        source: The source words nearest to the claim; null where the article itself asserts.
        speaker: The source resolved inside the document to its fullest name or description.
        speaker_kind: What sort of speaker it is.
        speaker_is_named: Whether a name, rather than a description, tells who speaks.
        speaker_role: Role and affiliation as the document gives them ("government spokesman").
        speaker_body: The body for which the speaker speaks, or which the speaker is, in the
            document's fullest words ("Syrian Observatory for Human Rights"); null for somebody
            who speaks for nobody else.
        speaker_aliases: Other names and descriptions that the document gives the speaker's body,
            or the speaker where there is none ("SOHR", "the Britain-based monitoring group").
        speaker_country: ISO 3166-1 alpha-2 code of the country to which a ministry, an army or
            a police force belongs; null where the document does not tell.
        speaker_body_key: What all names of the body come to, in texts of any wording: a body
            without its country ("defence ministry"), a group of the registry ("group:PKK"), or
            what one person of a country is at a time ("office:president"); null where the
            body's own words are all that tells who it is.
        cue: The words that tie the source to what it said.
        stance: Whether the figure is held or rejected.
        is_withdrawn: Whether the figure no longer stands: the speaker takes it back ("withdrew its
            figure of 500"), or the document has the one that followed it ("up from 12").
        hedge: A word of doubt about the claim ("reportedly").
        hops: The chain from the outlet to the speaker, the outlet's end first.
        quotation: Whether the figure stands in the speaker's own words.
    """

    source: Span | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind = SpeakerKind.ARTICLE
    speaker_is_named: bool = False
    speaker_role: str | None = None
    speaker_body: str | None = None
    speaker_aliases: tuple[str, ...] = ()
    speaker_country: str | None = None
    speaker_body_key: str | None = None
    cue: Span | None = None
    stance: Stance = Stance.ASSERTS
    is_withdrawn: bool = False
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
