"""One claim for one number: harms that share a count, and words of harm that compete for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import Actor, Construction
from extractors.constructions.findings import Findings
from extractors.constructions.harm_lexicon import harm_forms
from extractors.languages.context_words import words_of
from extractors.quantities.number_lexicon import vague_words
from extractors.syntax.clauses import is_past_reduced_clause
from extractors.syntax.coordination import are_joined
from extractors.syntax.phrases import is_adjectival, is_genitive_complement
from extractors.syntax.word_classes import is_full_verb, is_noun, is_numeral
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Token


def combine_harms(findings: Findings) -> Findings:
    """Keep one count a number: killed or wounded together are casualties."""
    by_number: dict[tuple[int, int], list[Casualty]] = {}
    for casualty in findings.found:
        place = (casualty.number.core_start, casualty.number.core_end)
        by_number.setdefault(place, []).append(casualty)
    combined = [each for group in by_number.values() for each in _combined(group)]
    counted = {each.predicate.i for each in combined}
    return findings.keeping(
        _of_both(each) if _shares_with_killed(each, counted) or _shares_with_wounded(each) else each
        for each in combined
    )


def _of_both(casualty: Casualty) -> Casualty:
    """A count of the killed and wounded together."""
    one = KILLED_OR_WOUNDED
    return replace(casualty, harm=Harm.CASUALTIES, construction=one, rule=one.id)


def _shares_with_killed(casualty: Casualty, counted: Collection[int]) -> bool:
    """Whether two verbs share a number that the parse gives to the second.

    "Strike killed or injured over 90", not "twelve killed and injured over 90".
    """
    token, number = casualty.predicate, casualty.number
    first = token.i - 2
    if casualty.harm is not Harm.WOUNDED or first < 0 or first in counted:
        return False
    is_shared = token.nbor(-1).lower_ in words_of("coordinator")
    harms = {entry.harm for entry, _ in harm_forms().get(token.nbor(-2).lower_, ())}
    end = token.idx + len(token)
    is_behind = number.start > end and not token.doc.text[end : number.start].strip()
    return is_shared and harms == {Harm.KILLED} and is_behind and number.basis.is_explicit


def _shares_with_wounded(casualty: Casualty) -> bool:
    """Whether two adjectives share a number that the parse gives to the first.

    "Casualties rose to 90 dead and wounded", not "90 dead and wounded 12".
    """
    token, number = casualty.predicate, casualty.number
    after = token.doc[token.i + 1 : token.i + 4]
    if casualty.harm is not Harm.KILLED or not number.basis.is_explicit or len(after) < 2:
        return False
    between = token.doc.text[number.end : token.idx].split()
    is_shared = len(between) <= 1 and after[0].lower_ in words_of("coordinator")
    wounds = (entry.harm is Harm.WOUNDED for entry, _ in harm_forms().get(after[1].lower_, ()))
    beside = [*after[2:], *after[1].rights]
    has_own = any(is_numeral(each) or is_noun(each) for each in beside)
    return number.end <= token.idx and is_shared and any(wounds) and not has_own


def _combined(group: Sequence[Casualty]) -> list[Casualty]:
    first: dict[Harm, Casualty] = {}
    tied = [each for each in group if not each.construction.is_loose] or group
    for casualty in sorted(tied, key=lambda each: not _is_verb(each)):
        first.setdefault(casualty.harm, casualty)
    if {Harm.KILLED, Harm.WOUNDED} <= first.keys() and _dies_of_wounds(first):
        del first[Harm.WOUNDED]
    if {Harm.KILLED, Harm.WOUNDED} <= first.keys() and _coordinated(
        [first[Harm.KILLED], first[Harm.WOUNDED]]
    ):
        both = _of_both(first[Harm.KILLED])
        others = [each for each in first.values() if each.harm is Harm.DETAINED]
        return [both, *(each for each in others if _coordinated([first[Harm.WOUNDED], each]))]
    if Harm.CASUALTIES in first and not first.keys().isdisjoint({Harm.KILLED, Harm.WOUNDED}):
        del first[Harm.CASUALTIES]
    kept = list(first.values())
    is_read = any(each.construction is KILLED_OR_WOUNDED for each in kept)
    others = [each for each in kept if each.harm is not Harm.KILLED]
    if others and len(others) < len(kept) and all(map(_is_told_of_before, others)):
        return [first[Harm.KILLED]]
    if len(kept) > 1 and not is_read and not _coordinated(kept):
        verbs = [each for each in kept if not _is_epithet(each)]
        return [min(verbs if any(map(_is_verb, verbs)) else kept, key=_distance)]
    return kept


def _dies_of_wounds(first: Mapping[Harm, Casualty]) -> bool:
    """Whether one person is told wounded and dead: "suffered a wound to the head and died"."""
    killed, wounded = first[Harm.KILLED], first[Harm.WOUNDED]
    return killed.number.value == 1 and not are_joined(killed.predicate, wounded.predicate)


def _is_verb(casualty: Casualty) -> bool:
    return is_full_verb(casualty.predicate)


def _is_epithet(casualty: Casualty) -> bool:
    """Whether a harm word only says of whom another tells.

    "Two of the wounded died" and "two wounded men died" tell of two deaths.
    """
    token = casualty.predicate
    before_noun = is_adjectival(token) and token.head.i > token.i and not is_numeral(token.head)
    return before_noun or is_genitive_complement(token)


def _is_told_of_before(casualty: Casualty) -> bool:
    """Whether a participle tells what befell those first whose death a verb tells.

    "Five guards seized by rebels have been killed".
    """
    clause = casualty.predicate
    above = clause.head.head
    return is_past_reduced_clause(clause) and above.i > clause.i and is_full_verb(above)


def _coordinated(group: Sequence[Casualty]) -> bool:
    """Whether the harm words are joined: "captured and shot five"."""
    one, *others = [casualty.predicate for casualty in group]
    return all(
        are_joined(one, other) or (other in one.conjuncts and not _counts_between(one, other))
        for other in others
    )


def _counts_between(one: "Token", other: "Token") -> bool:
    """Whether the second harm has a count of its own: "three died and several injured"."""
    first, last = sorted((one.i, other.i))
    between = one.doc[first + 1 : last]
    return any(is_numeral(token) or token.lower_ in vague_words() for token in between)


def _distance(casualty: Casualty) -> int:
    token = casualty.predicate
    return min(abs(token.idx - casualty.number.end), abs(casualty.number.start - token.idx))


KILLED_OR_WOUNDED = Construction(
    id="killed-or-wounded",
    meaning="one number for the killed and wounded together",
    victims="those of the first harm word",
    actor=Actor.AGENT,
    examples=(
        "Sixty villagers were killed or wounded.",
        "The figure rose to 60 dead and wounded.",
        "The mine killed and injured 40 people.",
    ),
    counter_examples=("The mine killed 40 trees.",),
)
