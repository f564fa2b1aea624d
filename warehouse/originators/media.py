"""One key for one medium."""

from functools import cache

from schemas import Claim, SpeakerKind
from schemas.agencies import agencies
from warehouse.speakers import by_name, name_key


@cache
def agency_keys() -> dict[str, str]:
    """Agencies by the keys of their names.

    Raises:
        ValueError: Two agencies share a name.
    """
    return by_name((agency.id, agency.names) for agency in agencies())


def medium_key(name: str) -> str:
    """The agency's key, or the outlet's own."""
    return agency_keys().get(name_key(name), name_key(name))


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
