"""Gold files of claims: the coders' form, and the extractor's own contract."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evaluation.coding import CodedClaim, GoldSet
from evaluation.json_lines import GoldError, check_row, read_objects
from evaluation.texts import Texts, read_texts
from schemas import Basis, Claim, Document, Harm, Modifier, Scope, Stance

ARTICLE = "article"
"""The reading by which the article itself may be taken for the speaker."""


class GoldRow(BaseModel):
    """A claim in the coders' form; offsets are those of the file that the document is part of."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    claim: str
    doc: str
    start: int
    end: int
    quantity: str
    harm: Harm
    evidence: str = ""
    value: int | None
    value_to: int | None = None
    modifier: Modifier
    stance: Stance = Stance.ASSERTS
    victims: str | None = None
    victim_group: str | None = None
    speaker: str | None = None
    speaker_canonical: str | None = None
    speaker_alternatives: tuple[str, ...] = ()
    basis: Basis
    explicit: bool | None = None
    scope: Scope = Scope.INCIDENT
    part_of: str | None = None
    repeats: str | None = None
    event: str | None = None


def read_gold(path: Path, texts: Sequence[Path]) -> GoldSet:
    """Read a gold file with the texts that it codes.

    Args:
        path: JSON lines, each a claim of the contract (as `tollcheck extract` writes it and the
            desk exports it) or in the coders' form.
        texts: Files and folders that hold the documents; see `evaluation.texts.read_texts`.

    Returns:
        The documents that `texts` give, and their claims. A document without a claim is taken
        as coded with none.

    Raises:
        GoldError: A row is malformed, its document is not among the texts, or the document does
            not have the quantity at the row's offsets.
    """
    found = read_texts(texts)
    claims = []
    for place, row in read_objects(path):
        if "claim_id" in row:
            claims.append(_of_contract(place, check_row(place, row, Claim), found.documents))
        else:
            claims.append(_of_coder(place, check_row(place, row, GoldRow), found))
    _refuse_doubles(path, claims)
    return GoldSet(name=path.stem, documents=tuple(found.documents.values()), claims=tuple(claims))


def _of_contract(place: str, claim: Claim, documents: Mapping[str, Document]) -> CodedClaim:
    document = _document(place, claim.document_id, documents)
    try:
        claim.prove(document)
    except (ValueError, ValidationError) as error:
        raise GoldError(f"{place}: {error}") from error
    return CodedClaim.of(claim)


def _of_coder(place: str, row: GoldRow, texts: Texts) -> CodedClaim:
    document = _document(place, row.doc, texts.documents)
    offset = texts.offsets.get(row.doc, 0)
    start, end = row.start - offset, row.end - offset
    if start < 0 or document.text[start:end] != row.quantity:
        stands = document.text[max(start, 0) : max(end, 0)]
        raise GoldError(f"{place}: {row.quantity!r} is not at {row.start}: there stands {stands!r}")
    names = (row.speaker_canonical or row.speaker or ARTICLE, row.speaker)
    return CodedClaim(
        claim_id=row.claim,
        document_id=row.doc,
        harm=row.harm,
        places=((start, end),),
        quantity=row.quantity,
        value=row.value,
        value_to=row.value_to,
        modifier=row.modifier,
        basis=row.basis,
        explicit=row.basis.is_explicit if row.explicit is None else row.explicit,
        stance=row.stance,
        speaker=row.speaker_canonical or row.speaker,
        readings=tuple(_readings((*names, *row.speaker_alternatives))),
        group=row.victim_group,
        scope=row.scope,
        part_of=row.part_of,
        repeats=row.repeats,
        victims=row.victims,
        event=row.event,
        evidence=row.evidence,
    )


def _readings(names: Iterable[str | None]) -> Iterable[str | None]:
    """All names that may be given; a claim coded without a speaker is the article's."""
    given = [name for name in names if name]
    yield from dict.fromkeys(name for name in given if name.casefold() != ARTICLE)
    if ARTICLE in {name.casefold() for name in given}:
        yield None


def _document(place: str, name: str, documents: Mapping[str, Document]) -> Document:
    if name not in documents:
        raise GoldError(f"{place}: document {name!r} is not among the texts; give it with --texts")
    return documents[name]


def _refuse_doubles(path: Path, claims: Sequence[CodedClaim]) -> None:
    seen: set[str] = set()
    for claim in claims:
        if claim.claim_id in seen:
            raise GoldError(f"{path}: claim {claim.claim_id!r} stands there twice")
        seen.add(claim.claim_id)
