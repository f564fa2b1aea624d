"""Counts of victims that a harm word governs: "killed five", "five deaths", "nobody was hurt"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, Predicate, Refusal, SentenceView
from extractors.constructions.counted_phrases import count, is_people, refuse_noun
from extractors.constructions.declared.harm_noun import HARM_NOUN, is_governed, words_needed
from extractors.constructions.denied import denies_own_deed, is_denied
from extractors.constructions.factuality import find_irrealis, is_rate
from extractors.constructions.gapped_subjects import gapped_subject
from extractors.constructions.harm_lexicon import harm_forms
from extractors.constructions.implicit import implicit_number
from extractors.constructions.victim_heads import among_those, find_victim_heads
from extractors.constructions.zeros import denied_kind, zero_of
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.quantities.numbers import Number
from extractors.quantities.units import find_unit
from extractors.syntax.negation import is_negated
from extractors.syntax.phrases import (
    complements_of,
    has_number_behind,
    is_adjectival,
    is_compound,
    is_counted,
    is_genitive_complement,
    prepositions_of,
)
from extractors.syntax.roles import (
    active_subjects_of,
    is_attribute,
)
from extractors.syntax.word_classes import is_noun
from schemas import Basis, Harm

if TYPE_CHECKING:
    from spacy.tokens import Token
from extractors.constructions.figurative_senses import is_kidnapping, is_literal, refuse_sense
from extractors.constructions.harm_noun_victims import Finding, is_grave, on_noun


def find_governed(sentence: SentenceView, predicate: Predicate) -> Iterator[Finding]:
    """Find the counts that one harm word governs.

    Yields:
        Casualties, and refusals of numbers that stand in the victims' place but count none.
    """
    irrealis = find_irrealis(predicate.token)
    frame, noun = predicate.frame, predicate.token
    if frame.counts_itself:
        own = on_noun(sentence, predicate)
        if own is not None:
            yield _unless(irrealis, own)
            return
        if is_compound(noun):
            return
        if frame is HARM_NOUN and not words_needed(noun):
            yield from _of_counted(sentence, predicate, irrealis)
            return
    if frame is HARM_NOUN and not is_governed(noun):
        return
    nobody = False
    for head in find_victim_heads(predicate):
        finding = _on_victims(sentence, predicate, head)
        if finding is None or (
            nobody and not isinstance(finding, Refusal) and _is_implied(finding)
        ):
            continue
        nobody = nobody or (isinstance(finding, Casualty) and finding.number.basis is Basis.ZERO)
        yield _unless(irrealis, finding)


def _of_counted(
    sentence: SentenceView, predicate: Predicate, irrealis: str | None
) -> Iterator[Finding]:
    """Those whom a noun that counts the harmed has after "of": "casualties of 17 people"."""
    noun = predicate.token
    among = [each for each in among_those(noun, predicate) if each != noun]
    for head in (*predicate.frame.find_heads(noun), *among):
        finding = _on_victims(sentence, predicate, head)
        if isinstance(finding, Casualty) and not _is_implied(finding):
            yield _unless(irrealis, finding)


def _is_implied(casualty: Casualty) -> bool:
    return not casualty.number.basis.is_explicit


def _unless(reason: str | None, finding: Finding) -> Finding:
    if reason is None or isinstance(finding, Refusal):
        return finding
    return Refusal(finding.number.start, finding.number.end, reason)


def _on_victims(sentence: SentenceView, predicate: Predicate, head: "Token") -> Finding | None:
    entry, token = predicate.entry, predicate.token
    denied = is_denied(token)
    negated = is_negated(token)
    counted = count(head, sentence.numbers)
    zero = zero_of(head, sentence.zeros, sentence.folded, denied=denied or negated)
    if zero is not None and any(map(is_grave, predicate.rest)):
        return None
    number = zero or counted.number or _said_to_be(head, sentence.numbers)
    frame = predicate.frame
    if entry.denies_only and zero is None:
        return None
    number = number or (denied_kind(head, predicate.token) if denied and not negated else None)
    if number is None:
        refused = negated or denied or _has_no_count(sentence, head)
        refused = refused or _is_gapped_subject(sentence, predicate, head)
        return None if refused else _implied_count(predicate, head)
    noun = _complement_of_zero(head, zero) if zero is not None else counted.noun
    reason = _refuse_count(sentence, predicate, head, noun, number, counts=zero is None)
    if reason is None and negated and zero is None:
        denied = denies_own_deed(token, head, number)
        reason = None if denied else "negated"
    if reason is not None:
        return Refusal(number.start, number.end, reason)
    return Casualty(
        harm=entry.harm,
        number=number,
        noun=noun,
        predicate=token,
        construction=frame,
        rule=frame.rule_for(entry.id),
        denied=denied,
        actor=frame.actor,
        entry=entry,
    )


def _implied_count(predicate: Predicate, head: "Token") -> Casualty | None:
    """A count of victims who are told without a number: "killed a miner", "killed miners"."""
    number = implicit_number(head, predicate)
    if number is None or refuse_noun(head, weak=True):
        return None
    if head.lemma_ in speech_words("number-taken-up") and has_number_behind(head):
        return None  # "the figure of 10 killed"
    if is_genitive_complement(head) and _counts_bodies(head.head.head):
        return None  # "30 bodies of people killed": the bodies count them
    if refuse_sense(predicate, head, head) or not is_literal(predicate, head):
        return None
    if predicate.entry.harm is Harm.DETAINED and is_kidnapping(predicate.token, head):
        return None
    frame = predicate.frame
    return Casualty(
        harm=predicate.entry.harm,
        number=number,
        noun=head,
        predicate=predicate.token,
        construction=frame,
        rule=frame.rule_for(predicate.entry.id, implied=True),
        actor=frame.actor,
        entry=predicate.entry,
    )


def _counts_bodies(noun: "Token") -> bool:
    """Whether a number counts a noun of bodies: no year does, "the 2014 shooting of a boy"."""
    entries = harm_forms().get(noun.lower_, ())
    return is_counted(noun) and any(entry.counts_some for entry, _ in entries)


def _has_no_count(sentence: SentenceView, head: "Token") -> bool:
    """Whether a number is denied, or a rate: "not that many were hurt", "one in ten miners"."""
    first = head.left_edge.idx
    return any(n.counts_none and first <= n.start < head.idx for n in sentence.numbers)


def _is_gapped_subject(sentence: SentenceView, predicate: Predicate, head: "Token") -> bool:
    """Whether a noun acts in a clause without a verb: "the army lost 12 and the rebels 30"."""
    behind = (n for n in sentence.numbers if n.start > head.idx)
    number = next(behind, None)
    return number is not None and gapped_subject(sentence, number, predicate.token) == head


def _refuse_count(
    sentence: SentenceView,
    predicate: Predicate,
    head: "Token",
    noun: "Token | None",
    number: Number,
    *,
    counts: bool,
) -> str | None:
    """Why a number in the victims' place counts no victims, or nothing.

    Args:
        sentence: The sentence.
        predicate: The harm word.
        head: What stands in the victims' place.
        noun: The noun that is counted, or null.
        number: The number.
        counts: Whether it counts somebody, and is no word for nobody.
    """
    entry, token = predicate.entry, predicate.token
    if not counts and noun == token:  # "no dead were reported": the word stands for its noun
        return None
    alone = noun is None and (entry.alone or _tells_of_people(sentence))
    weak = (entry.weak and not alone) or (is_adjectival(token) and noun is not None)
    reason = (
        number.refusal
        or refuse_sense(predicate, noun, head)
        or refuse_noun(noun, weak=weak or (not counts and noun is not None))
    )
    if reason is None and entry.harm is Harm.DETAINED and is_kidnapping(token, noun):
        reason = "kidnapping"
    if reason is None and noun is not None and counts and not is_people(noun):
        unit = find_unit(sentence.folded, number)
        reason = f"a measure: {unit}" if unit else None
    if reason is None and is_rate(sentence.folded[_end_of(noun, number) :]):
        reason = "a rate"
    return reason


def _said_to_be(head: "Token", numbers: tuple[Number, ...]) -> Number | None:
    """The count of those said to be a noun: "nine of them were clerks killed by the mob"."""
    verb = head.head
    if not is_attribute(head) or verb.lemma_ not in words_of("copula"):
        return None
    subjects = (each for each in active_subjects_of(verb) if each.i < verb.i)
    return next((count(each, numbers).number for each in subjects), None)


def _end_of(noun: "Token | None", number: Number) -> int:
    return max(number.end, noun.idx + len(noun)) if noun is not None else number.end


def _complement_of_zero(head: "Token", zero: Number) -> "Token | None":
    """The noun that a word for nobody is said of: "none of the guards", "no guard", "nobody"."""
    if zero.start <= head.idx < zero.end:
        inner = [each for of in prepositions_of(head) for each in complements_of(of)]
        return inner[0] if inner else None
    return head


def _tells_of_people(sentence: SentenceView) -> bool:
    return any(is_noun(token) and is_people(token) for token in sentence.tree)
