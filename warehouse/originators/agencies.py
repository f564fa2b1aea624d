"""One key for one medium."""

from functools import cache
from pathlib import Path

from schemas import Claim, SpeakerKind
from schemas.base import Contract
from schemas.yaml_text import parse_yaml
from warehouse.speakers import by_name, name_key

AGENCIES = Path(__file__).parent / "agencies.yml"


class Agency(Contract):
    """An agency and what it is called."""

    id: str
    names: tuple[str, ...]


@cache
def agencies() -> dict[str, str]:
    """Agencies by the keys of their names.

    Raises:
        ValueError: Two agencies share a name.
    """
    found = map(Agency.model_validate, parse_yaml(AGENCIES.read_text("utf-8")))
    return by_name((agency.id, agency.names) for agency in found)


def medium_key(name: str) -> str:
    """The agency's key, or the outlet's own."""
    return agencies().get(name_key(name), name_key(name))


def reported_by(claim: Claim) -> str | None:
    """The medium that the document itself names as having reported the claim.

    That is the last link of the chain to the speaker, or a medium that speaks itself.
    """
    said = claim.attribution
    if said.hops:
        return medium_key(said.hops[-1])
    if said.speaker_kind is SpeakerKind.MEDIA and said.speaker and said.speaker_is_named:
        return medium_key(said.speaker)
    return None
