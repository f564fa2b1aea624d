"""Short coded sentences in YAML: what a sentence claims, and what it does not."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import regex
import yaml
from pydantic import Field, ValidationError, model_validator

from evaluation.coding import CodedClaim, GoldSet, Offsets
from evaluation.json_lines import GoldError
from evaluation.matching import match_claims
from evaluation.speaker_names import is_right_speaker, is_same_name
from schemas import Basis, Claim, Document, Harm, Modifier, Scope, Span, SpeakerKind, Stance
from schemas.base import Contract
from schemas.yaml_text import parse_yaml

_VERBATIM = {Basis.NUMERAL, Basis.WORD, Basis.VAGUE}
"""Bases whose quantity has to be the coded words exactly, not just to overlap with them."""


class SentenceClaim(Contract):
    """A claim of a coded sentence.

    A claim without `speaker` and `source` is the article's; one without `stance`, `scope`,
    `part_of` or `repeats` asserts one event's whole toll for the first time. What else is left
    out is not checked.

    Attributes:
        quantity: The quantity's words.
        occurrence: Which occurrence of them, counted from 1; left out, any will do.
        part_of: Index of the claim whose victims include these.
        repeats: Index of the claim that this one tells again.
    """

    harm: Harm
    quantity: str = Field(min_length=1)
    occurrence: int | None = Field(default=None, ge=1)
    value: int | None
    value_to: int | None = None
    modifier: Modifier
    basis: Basis | None = None
    victims: str | None = None
    group: str | None = None
    speaker: str | None = None
    source: str | None = None
    kind: SpeakerKind | None = None
    cue: str | None = None
    stance: Stance = Stance.ASSERTS
    hedge: str | None = None
    hops: tuple[str, ...] = ()
    scope: Scope = Scope.INCIDENT
    part_of: int | None = None
    repeats: int | None = None


class CodedSentence(Contract):
    """A text of a sentence or a few, with all of its claims.

    Attributes:
        id: Its name.
        text: The words.
        why: What the entry shows.
        claims: What a careful coder finds; nothing for a text without a claim.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    text: Annotated[str, Field(min_length=1)]
    why: str = Field(min_length=1)
    claims: tuple[SentenceClaim, ...]

    @model_validator(mode="after")
    def _claims_stand_in_text(self) -> "CodedSentence":
        for claim in self.claims:
            if not find_places(self.text, claim):
                raise ValueError(f"{claim.quantity!r} is not in the text")
            for link in (claim.part_of, claim.repeats):
                if link is not None and not 0 <= link < len(self.claims):
                    raise ValueError(f"there is no claim {link} to link to")
        return self

    @property
    def document(self) -> Document:
        """The text as a document."""
        return Document(document_id=self.id, text=self.text)

    def coded(self) -> tuple[CodedClaim, ...]:
        """The claims in the common form."""
        return tuple(_coded(self, number) for number in range(len(self.claims)))


def read_sentences(path: Path) -> tuple[CodedSentence, ...]:
    """Read a file of coded sentences.

    Raises:
        GoldError: The file is no list of them; the message names the entry.
    """
    try:
        entries = parse_yaml(path.read_text(encoding="utf-8")) or []
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}; check the path") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise GoldError(f"{path} cannot be read as YAML: {error}") from error
    if not isinstance(entries, list):
        raise GoldError(f"{path} holds no list of sentences")
    return tuple(_read_entry(path, number, entry) for number, entry in enumerate(entries, 1))


def read_sentence_set(paths: Sequence[Path], name: str) -> GoldSet:
    """Read files of coded sentences as one gold set."""
    entries = [entry for path in paths for entry in read_sentences(path)]
    return GoldSet(
        name=name,
        documents=tuple(entry.document for entry in entries),
        claims=tuple(claim for entry in entries for claim in entry.coded()),
    )


def find_places(text: str, claim: SentenceClaim) -> tuple[Offsets, ...]:
    """Find where the words of a claim's quantity stand as whole words."""
    words = rf"(?<!\w){regex.escape(claim.quantity)}(?!\w)"
    places = [match.span() for match in regex.finditer(words, text)]
    if claim.occurrence is not None:
        return tuple(places[claim.occurrence - 1 : claim.occurrence])
    return tuple(places)


def find_differences(entry: CodedSentence, claims: Sequence[Claim]) -> Iterator[str]:
    """Tell how found claims differ from a coded sentence; a text's claims have to be all there."""
    by_id = {claim.claim_id: claim for claim in claims}
    matching = match_claims(entry.coded(), [CodedClaim.of(claim) for claim in claims])
    yield from (f"missed {claim.quantity!r} {claim.harm}" for claim in matching.missed)
    yield from (
        f"spurious {claim.quantity!r} {claim.harm} ({claim.basis})" for claim in matching.extra
    )
    numbers = {found.claim_id: _number(wanted) for wanted, found in matching.pairs}
    for wanted, found in matching.pairs:
        number = _number(wanted)
        claim = by_id[found.claim_id]
        for field, expected, given in _compare(entry.claims[number], claim, numbers):
            yield f"{wanted.quantity!r}: {field} is {given!r}, not {expected!r}"


def _compare(
    wanted: SentenceClaim, claim: Claim, numbers: dict[str, int]
) -> Iterator[tuple[str, Any, Any]]:
    for field, read, is_same in _CHECKS:
        expected = getattr(wanted, field)
        given = read(claim, numbers)
        if (field in _ALWAYS or field in wanted.model_fields_set) and not is_same(expected, given):
            yield field, expected, given
    if wanted.basis in _VERBATIM and claim.quantity.text != wanted.quantity:
        yield "quantity", wanted.quantity, claim.quantity.text
    speaker, reading = CodedClaim.of(claim).speaker, wanted.speaker or wanted.source
    if not is_right_speaker(speaker, (reading,)):
        yield "speaker", reading or "the article", speaker


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _is_equal(expected: Any, given: Any) -> bool:
    return bool(expected == given)


def _is_worded(expected: str | None, given: str | None) -> bool:
    """Whether one of two phrases holds the other, or both are missing."""
    if expected is None or given is None:
        return expected is given
    if expected.casefold() == given.casefold():
        return True
    return is_same_name(expected, given)


_Reader = Callable[[Claim, dict[str, int]], Any]
_CHECKS: tuple[tuple[str, _Reader, Callable[[Any, Any], bool]], ...] = (
    ("value", lambda claim, _: claim.quantity.value, _is_equal),
    ("value_to", lambda claim, _: claim.quantity.value_to, _is_equal),
    ("modifier", lambda claim, _: claim.quantity.modifier, _is_equal),
    ("basis", lambda claim, _: claim.quantity.basis, _is_equal),
    ("victims", lambda claim, _: claim.victims and claim.victims.text, _is_worded),
    ("group", lambda claim, _: claim.victims and claim.victims.group, _is_worded),
    ("source", lambda claim, _: _text(claim.attribution.source), _is_worded),
    ("kind", lambda claim, _: claim.attribution.speaker_kind, _is_equal),
    ("cue", lambda claim, _: _text(claim.attribution.cue), _is_worded),
    ("stance", lambda claim, _: claim.attribution.stance, _is_equal),
    ("hedge", lambda claim, _: claim.attribution.hedge, _is_worded),
    ("hops", lambda claim, _: claim.attribution.hops, _is_equal),
    ("scope", lambda claim, _: claim.scope, _is_equal),
    ("part_of", lambda claim, numbers: numbers.get(claim.part_of or "", claim.part_of), _is_equal),
    ("repeats", lambda claim, numbers: numbers.get(claim.repeats or "", claim.repeats), _is_equal),
)
_ALWAYS = {"value", "value_to", "modifier", "stance", "scope", "part_of", "repeats"}


def _number(claim: CodedClaim) -> int:
    return int(claim.claim_id.rpartition("/")[2])


def _coded(entry: CodedSentence, number: int) -> CodedClaim:
    claim = entry.claims[number]
    names = tuple(name for name in (claim.speaker, claim.source) if name)
    shared = {"harm", "quantity", "value", "value_to", "modifier", "stance", "group", "scope"}
    return CodedClaim(
        **claim.model_dump(include=shared),
        claim_id=f"{entry.id}/{number}",
        document_id=entry.id,
        places=find_places(entry.text, claim),
        basis=claim.basis or Basis.NUMERAL,
        explicit=claim.basis is None or claim.basis.is_explicit,
        speaker=next(iter(names), None),
        readings=names or (None,),
        victims=claim.victims,
        part_of=None if claim.part_of is None else f"{entry.id}/{claim.part_of}",
        repeats=None if claim.repeats is None else f"{entry.id}/{claim.repeats}",
        evidence=entry.text,
    )


def _read_entry(path: Path, number: int, entry: Any) -> CodedSentence:
    name = entry.get("id", number) if isinstance(entry, dict) else number
    try:
        return CodedSentence.model_validate(entry)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        raise GoldError(f"{path}, sentence {name}: {field}: {first['msg']}") from error
