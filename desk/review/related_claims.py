"""How a claim relates to others of its text: part of one, the same as one, added to one."""

from collections.abc import Iterable, Mapping

from desk.claim_sentence import parts_of
from desk.review.forms import RELATIONS, FormError
from desk.wording import shortened
from warehouse.read_models.claim_rows import MarkedClaim

Choice = tuple[str, str]


def related_choices(others: Iterable[MarkedClaim], claim_id: str | None = None) -> list[Choice]:
    """The claims to which one can relate: their names, and what a reviewer reads of them."""
    return [
        (other.claim_id, shortened(" · ".join(words for _, words in parts_of(other)[:5]), 70))
        for other in others
        if other.claim_id != claim_id and other.standing != "rejected"
    ]


def refuse_wrong_relations(
    form: Mapping[str, str], others: Iterable[MarkedClaim], claim_id: str | None = None
) -> None:
    """Refuse relations to claims of other texts, and of two claims to one another.

    Raises:
        FormError: What was filled in is such a relation.
    """
    known = {other.claim_id: other for other in others}
    for name, words in RELATIONS.items():
        target = form.get(name, "")
        if not target:
            continue
        if target == claim_id or target not in known:
            raise FormError(f"“{words}” needs another claim of this text.")
        if claim_id and getattr(known[target], name) == claim_id:
            raise FormError(f"“{words}” cannot hold in both directions.")
