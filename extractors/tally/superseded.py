"""Earlier figures that the same document replaces: "first said five, later nine"."""

from collections.abc import Sequence

from extractors.attribution.speakers.countries import are_of_one_state
from extractors.drafts import Draft
from extractors.tally.coreference import adds, is_same_speaker
from extractors.tally.tally_words import has_words
from extractors.tally.time_and_place import is_told_elsewhere
from extractors.tally.victim_overlap import are_of_one_kind
from schemas import Stance

_ANYBODY = frozenset({None, "all"})


def find_superseded(drafts: Sequence[Draft]) -> frozenset[str]:
    """Find the figures that their words call earlier, where the document has the later one.

    "It had initially given a toll of 22", "the toll rose to nine from five". Without a later figure
    of the same speaker, or of another office of the state, what somebody said earlier still stands;
    an earlier toll of nobody's, and one that has changed since, give way to anybody's, and what
    "initial reports" said to what somebody later says, or is told to say before them. Two offices
    whom one sentence tells are rivals.

    Args:
        drafts: The counts of one document.

    Returns:
        The claims of these figures.
    """
    earlier = [draft for draft in drafts if _is_called_earlier(draft)]
    named = {draft.claim_id for draft in earlier}
    later = [draft for draft in drafts if draft.claim_id not in named]
    return frozenset(
        draft.claim_id for draft in earlier if any(_replaces(other, draft) for other in later)
    )


def _is_called_earlier(draft: Draft) -> bool:
    """Whether the words around a figure say that it was given before another."""
    return (
        has_words("superseded", draft.words_before)
        or has_words("superseded-before", draft.words_after)
        or _has_changed(draft)
    )


def _has_changed(draft: Draft) -> bool:
    """Whether a figure is what a toll was before it rose or fell, whoever tells of that."""
    return has_words("changed-from", draft.words_before)


def _replaces(later: Draft, earlier: Draft) -> bool:
    """Whether a figure counts those whom an earlier one counted."""
    return (
        later.harm is earlier.harm
        and later.quantity.basis.is_explicit
        and later.quantity.value is not None
        and later.quantity.value != earlier.quantity.value
        and later.attribution.stance is earlier.attribution.stance is Stance.ASSERTS
        and _may_replace(later, earlier)
        and not (later.is_share or adds(later))
        and (later.group == earlier.group or bool(_ANYBODY & {later.group, earlier.group}))
        and are_of_one_kind(later, earlier)
        and not is_told_elsewhere(earlier, later)
    )


def _may_replace(later: Draft, earlier: Draft) -> bool:
    """Whether whoever tells the later figure can say that the earlier one no longer stands."""
    speaker = earlier.attribution.speaker
    if speaker is None or _has_changed(earlier) or is_same_speaker(later, earlier):
        return True
    is_apart = later.sentence.index != earlier.sentence.index
    if is_apart and are_of_one_state(later.attribution, earlier.attribution):
        return True
    if not has_words("superseded", speaker):
        return False
    is_known = later.attribution.speaker is not None
    is_told_first = is_known and later.quantity.start < earlier.quantity.start
    return is_told_first or has_words("superseding", later.words_before)
