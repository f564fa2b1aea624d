"""A claim as one sentence: who says how many were harmed, to whom, where and when."""

from desk.wording import HARMS, span_of_days
from warehouse.read_models.claim_rows import MarkedClaim

Part = tuple[str, str]


def parts_of(claim: MarkedClaim) -> list[Part]:
    """The parts in their order: the name by which each is put right, and its words."""
    return [
        ("source", claim.speaker or "the article"),
        ("cue", "denied" if claim.stance == "denies" else claim.cue_text or "said"),
        ("quantity", claim.figure),
        ("harm", HARMS.get(claim.harm, claim.harm).lower()),
        ("victims", victims_of(claim)),
        ("event_where", claim.event_where or "place not told"),
        ("event_days", days_of(claim)),
    ]


def victims_of(claim: MarkedClaim) -> str:
    """Who was harmed: the group, or where it is none in particular the words of the text."""
    is_group = claim.victim_group not in {None, "all"}
    return str(claim.victim_group if is_group else claim.victims_text or "people")


def days_of(claim: MarkedClaim) -> str:
    """The days of a claim, without the year where it is that of its text."""
    days = span_of_days(claim.event_date_from, claim.event_date_to)
    year = f" {claim.published.year}" if claim.published else ""
    return days.removesuffix(year) if days.count(year) == 1 else days


def differing(claim: MarkedClaim, other: MarkedClaim) -> str:
    """What a claim says otherwise than another one of its sentence: "300 · wounded"."""
    pairs = zip(parts_of(claim), parts_of(other), strict=True)
    parts = [own for own, others in pairs if own != others]
    told = [words for _, words in parts] or [claim.figure]
    return " · ".join(told)
