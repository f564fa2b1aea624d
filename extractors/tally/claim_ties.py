"""The ties between the counts of one document, as they are found."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.drafts import Draft
from extractors.tally.sums import find_breakdowns, find_retold_lists
from schemas import Scope
from schemas.terms import Basis


@dataclass(frozen=True, slots=True)
class ClaimTies:
    """How a claim hangs on others of its document.

    Attributes:
        part_of: The claim whose victims include these.
        repeats: The claim that this one tells again.
        adds_to: The claim to whose victims these are added.
    """

    part_of: str | None = None
    repeats: str | None = None
    adds_to: str | None = None


class Tally:
    """The ties found so far, and how much of each whole its parts have told."""

    def __init__(self, drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> None:
        self.drafts, self.scopes = drafts, scopes
        self.ties: dict[str, ClaimTies] = {}
        self.told: Counter[str] = Counter()
        self.parts: dict[str, dict[int, set[str]]] = {}
        self.breakdowns = find_breakdowns(drafts)
        self.retold = find_retold_lists(drafts)

    def is_comparable(self, draft: Draft, other: Draft) -> bool:
        """Whether two counts tell of one harm, over as much."""
        same_scope = self.scopes[other.claim_id] is self.scopes[draft.claim_id]
        return other.harm is draft.harm and (same_scope or draft.is_share)

    def is_free(self, draft: Draft) -> bool:
        """Whether a count is no part and no repetition."""
        tie = self.ties[draft.claim_id]
        return tie.part_of is None and tie.repeats is None

    def whole_told_by(self, draft: Draft, other: Draft) -> str | None:
        """The whole to which a victim belongs whose words point to another count.

        That count tells it, tells it again, or singles out one of it, too.
        """
        tie = self.ties[other.claim_id]
        if other.quantity.value == 1:
            return tie.part_of if draft.quantity.value == 1 else None
        return None if tie.part_of else tie.repeats or other.claim_id

    def is_part_of_plural(self, draft: Draft) -> bool:
        """Whether a count is a part of victims of whom no number is told."""
        whole = self.ties[draft.claim_id].part_of
        bases = {other.claim_id: other.quantity.basis for other in self.drafts}
        return whole is not None and bases[whole] is Basis.PLURAL

    def keep(self, draft: Draft, tie: ClaimTies) -> None:
        """Take a tie, and count what it tells of the whole.

        A victim who is only named or described is one of others' counts, and what two speakers
        give is one number.
        """
        self.ties[draft.claim_id] = tie
        if tie.part_of is None or not draft.quantity.basis.is_explicit:
            return
        value = draft.quantity.value or 1
        told = self.parts.setdefault(tie.part_of, {})
        if all(speaker == draft.speaker_key for speaker in told.get(value, ())):
            self.told[tie.part_of] += value
        told.setdefault(value, set()).add(draft.speaker_key)

    def room(self, draft: Draft, whole: Draft) -> int:
        """How much of a whole is told besides a count."""
        told = self.parts.get(whole.claim_id, {}).get(draft.quantity.value or 1, set())
        is_told_again = bool(told - {draft.speaker_key})
        return self.told[whole.claim_id] - (draft.quantity.value or 1) * is_told_again
