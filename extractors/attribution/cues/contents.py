"""What a verb cue says was told: clauses, objects, and the sentence around a cue set off."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.contents_after import (
    find_after,
    find_bare_relative,
    find_details,
    find_stray_clause,
)
from extractors.attribution.cues.contents_before import (
    find_antecedent,
    find_figure_before,
    find_fronted,
    find_preposed,
)
from extractors.attribution.cues.cue_complements import (
    complements_told,
    is_told,
    kind_of_complement,
)
from extractors.attribution.cues.cue_lexicon import Cue
from extractors.attribution.cues.set_off import find_beside
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import is_past_reduced_clause
from extractors.syntax.noun_phrases import Range
from extractors.syntax.phrases import is_apposition
from extractors.syntax.speech import is_expletive, is_run_on_participle

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_contents(verb: "Token", entry: Cue, subject: "Token | None", passive: bool) -> list[Range]:
    """Find what a cue says was told, before and after it.

    Args:
        verb: The cue.
        entry: Its entry in the lexicon.
        subject: Whose verb it is.
        passive: Whether it is in the passive voice.

    Returns:
        The token ranges of the content.
    """
    if is_run_on_participle(verb):
        antecedent = find_antecedent(verb, entry)
        return [antecedent] if antecedent else []
    contents = []
    before = (
        find_preposed(verb, entry, subject) or find_figure_before(verb, entry) or find_fronted(verb)
    )
    if before is not None:
        contents.append(before)
    after = find_after(verb, entry)
    if after is None and before is not None:
        after = find_details(verb, subject)
    if after is not None and verb.lemma_ in speech_words("hears"):
        stray = find_stray_clause(verb)
        after = (stray[0], max(stray[1], after[1])) if stray and stray[0] < after[0] else after
    if after is not None:
        contents.append(after)
    own = subject is not None and not (is_past_reduced_clause(verb) and subject != verb.head)
    if passive and subject is not None and own and not is_expletive(subject):
        promoted = verb.lemma_ not in speech_words("hears") and subject.i < verb.i
        if promoted and (contents or "object" in entry.takes or "clause" in entry.takes):
            contents.insert(0, _promoted(subject, verb))
    if not contents and "clause" in entry.takes and (stray := find_stray_clause(verb)) is not None:
        contents.append(stray)
    if not contents and "clause" in entry.takes and (bare := find_bare_relative(verb)) is not None:
        contents.append(bare)
    if not contents and ("quote" in entry.takes or "clause" in entry.takes):
        contents += find_beside(verb, subject)
    return contents


def _promoted(subject: "Token", verb: "Token") -> Range:
    """The subject of a passive cue, without what a comma adds behind it with a speaker of its own.

    "The figure was disputed by the mayor, | an aide telling the radio that five had died".
    """
    added = (child.left_edge.i for child in subject.rights if is_apposition(child))
    end = min((place for place in added if place > verb.i), default=subject.right_edge.i + 1)
    return subject.left_edge.i, min(subject.right_edge.i + 1, end)


def tells(verb: "Token", entry: Cue) -> bool:
    """Whether what follows a cue is its speaker's account; nothing that follows is no objection."""
    told = {kind_of_complement(child) for child in complements_told(verb, entry)}
    return not told or bool(told & entry.tells)


def is_trailing(verb: "Token", subject: "Token") -> bool:
    """Whether a cue follows what it tells: "Two died, the mayor said on Monday"."""
    return subject.i < verb.i and not any(is_told(verb, child) for child in verb.rights)
