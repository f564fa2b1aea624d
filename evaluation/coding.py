"""A claim as a coder writes it down: the common form of gold and of what a system found."""

from typing import Self

from pydantic import Field

from schemas import Basis, Claim, Document, Harm, Modifier, Scope, Stance, VagueNumber
from schemas.base import Contract

Offsets = tuple[int, int]


class CodedClaim(Contract):
    """A claim, reduced to what is compared.

    Attributes:
        claim_id: Its name within its set.
        document_id: The document that holds it.
        harm: What was done.
        places: Where the quantity stands in the document; several where the coder gave words
            that occur more than once.
        quantity: The quantity's words.
        value: The number as said.
        value_to: Upper end of a range.
        modifier: How the words bound or doubt the number.
        basis: What the number rests on.
        explicit: Whether the text counts the victims, rather than naming or implying them.
        stance: Whether the figure is held or rejected.
        speaker: The speaker's name; null where the article itself asserts.
        readings: All names that may be given for the speaker; null among them where the article
            may be read as speaking itself.
        group: The victims' group; null where it is open.
        scope: One event, or a total over several.
        part_of: The claim whose victims include these.
        repeats: The claim that this one tells again.
        victims: The victims' words.
        event: The event's label, where the coder gave one.
        evidence: The sentence.
        confidence: How sure a system is.
        size: The size of a plural without a number, as far as the text before tells it.
    """

    claim_id: str
    document_id: str
    harm: Harm
    places: tuple[Offsets, ...] = Field(min_length=1)
    quantity: str
    value: int | None = None
    value_to: int | None = None
    modifier: Modifier = Modifier.EXACT
    basis: Basis = Basis.NUMERAL
    explicit: bool = True
    stance: Stance = Stance.ASSERTS
    speaker: str | None = None
    readings: tuple[str | None, ...] = ()
    group: str | None = None
    scope: Scope = Scope.INCIDENT
    part_of: str | None = None
    repeats: str | None = None
    victims: str | None = None
    event: str | None = None
    evidence: str = ""
    confidence: float = 1.0
    size: VagueNumber | None = None

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """Reduce a claim of the extractor's contract."""
        attribution, source = claim.attribution, claim.attribution.source
        speaker = attribution.speaker or (source.text if source else None)
        quantity = claim.quantity
        return cls(
            claim_id=claim.claim_id,
            document_id=claim.document_id,
            harm=claim.harm,
            places=((quantity.start, quantity.end),),
            quantity=quantity.text,
            value=quantity.value,
            value_to=quantity.value_to,
            modifier=quantity.modifier,
            basis=quantity.basis,
            explicit=quantity.basis.is_explicit,
            stance=attribution.stance,
            speaker=speaker,
            readings=(speaker, source.text) if source else (speaker,),
            group=claim.victims.group if claim.victims else None,
            scope=claim.scope,
            part_of=claim.part_of,
            repeats=claim.repeats,
            victims=claim.victims.text if claim.victims else None,
            evidence=claim.evidence.text,
            confidence=claim.confidence,
            size=quantity.vague if quantity.basis is Basis.PLURAL else None,
        )


class GoldSet(Contract):
    """Coded documents: those without a claim are coded as holding none.

    Attributes:
        name: How the set is called in tables.
        documents: The texts.
        claims: What the coder found in them.
    """

    name: str
    documents: tuple[Document, ...]
    claims: tuple[CodedClaim, ...]
