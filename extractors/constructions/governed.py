"""Counts of victims that a harm word governs: "killed five", "five deaths", "nobody was hurt"."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, Predicate, Refusal, SentenceView
from extractors.constructions.counted_phrases import count, is_people, refuse_noun
from extractors.constructions.factuality import find_irrealis, is_denied, is_rate
from extractors.constructions.frames import frame_of
from extractors.constructions.harm_lexicon import LITERAL_VICTIMS, people_words
from extractors.constructions.harm_noun import HARM_NOUN, is_governed, words_needed
from extractors.constructions.implicit import implicit_number
from extractors.constructions.noun_count import NOUN_COUNT
from extractors.constructions.transitive import aims_at_people
from extractors.constructions.victim_heads import find_victim_heads
from extractors.constructions.zeros import bare_zero, zero_of
from extractors.languages.context_words import words_of
from extractors.quantities.numbers import Number
from extractors.quantities.units import find_unit
from extractors.syntax.coordination import first_of_coordination, is_coordinated
from extractors.syntax.forms import is_past, is_verbal
from extractors.syntax.negation import is_negated, negator_of
from extractors.syntax.phrases import (
    complements_of,
    is_adjectival,
    is_compound,
    is_genitive_complement,
    is_preposition,
    prepositions_of,
    tells_sort,
)
from extractors.syntax.roles import (
    active_subjects_of,
    is_active_subject,
    is_attribute,
    is_object,
    passive_subjects_of,
)
from schemas import Basis, Harm

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = {"NOUN", "PROPN", "PRON", "NUM", "VERB"}

Finding = Casualty | Refusal


def find_governed(sentence: SentenceView, predicate: Predicate) -> Iterator[Finding]:
    """Find the counts that one harm word governs.

    Yields:
        Casualties, and refusals of numbers that stand in the victims' place but count none.
    """
    irrealis = find_irrealis(predicate.token)
    frame, noun = frame_of(predicate), predicate.token
    if frame.counts_itself:
        own = _on_noun(sentence, predicate)
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
    for head in frame_of(predicate).find_heads(predicate.token):
        finding = _on_victims(sentence, predicate, head)
        if isinstance(finding, Casualty) and not _is_implied(finding):
            yield _unless(irrealis, finding)


def _is_implied(casualty: Casualty) -> bool:
    return not casualty.number.basis.is_explicit


def _unless(reason: str | None, finding: Finding) -> Finding:
    if reason is None or isinstance(finding, Refusal):
        return finding
    return Refusal(finding.number.start, finding.number.end, reason)


def _on_noun(sentence: SentenceView, predicate: Predicate) -> Finding | None:
    """A number on the noun of harm itself: "five deaths", "no casualties", "scores of lives"."""
    noun = predicate.token
    if not (predicate.entry.counted and is_governed(noun)) or _is_of_things(noun):
        return None
    denied = is_denied(noun)
    number = zero_of(
        _first_denied(noun),
        sentence.zeros,
        sentence.folded,
        denied=denied or _verb_is_negated(noun),
        counts=True,
    )
    number = number or _unreported(noun, sentence) or count(noun, sentence.numbers).number
    number = number or bare_zero(noun)
    if number is None and (outer := _outer_count(noun, sentence.numbers)):
        number = outer
    if number is None or (number.value == 0 and _is_grave(noun)):
        return None
    if number.refusal:
        return Refusal(number.start, number.end, number.refusal)
    victims = _victims_of_noun(noun) or _sufferer(noun)
    return Casualty(
        predicate.entry.harm,
        number,
        victims,
        noun,
        NOUN_COUNT,
        NOUN_COUNT.rule_for(predicate.entry.id),
        denied=denied,
        actor=NOUN_COUNT.actor,
    )


def _is_grave(noun: "Token") -> bool:
    """Whether only grave harm is told of: "no serious injuries" leaves light ones open."""
    return any(each.lower_ in words_of("grave") for each in noun.lefts)


def _first_denied(noun: "Token") -> "Token":
    """The noun before which "no" stands for all that "or" joins: "no arrests or | injuries"."""
    alone = is_coordinated(noun) and noun.left_edge == noun
    return (
        first_of_coordination(noun)
        if alone and noun.nbor(-1).lower_ in words_of("alternative-conjunction")
        else noun
    )


def _is_of_things(noun: "Token") -> bool:
    """Whether a noun of harm only says of what sort a thing is: "gave no casualty figures"."""
    head = noun.head
    return is_compound(noun) and head.i > noun.i and not is_people(head)


def _sufferer(noun: "Token") -> "Token | None":
    """Whose losses they are: "the navy suffered no casualties"."""
    verb = noun.head
    if not is_object(noun) or verb.lemma_.lower() not in words_of("suffers"):
        return None
    subjects = (each for each in active_subjects_of(verb) if each.i < verb.i)
    return next((each for each in subjects if refuse_noun(each, weak=False) is None), None)


def _unreported(noun: "Token", sentence: SentenceView) -> Number | None:
    """Nobody, as in "no reports of casualties", unless only early reports are denied."""
    report = noun.head.head
    if not is_genitive_complement(noun) or report.lemma_.lower() not in words_of("report-of"):
        return None
    if any(child.lower_ in words_of("early") for child in report.lefts):
        return None
    return zero_of(report, sentence.zeros, sentence.folded, denied=False)


def _verb_is_negated(noun: "Token") -> bool:
    """Whether the verb of a noun is negated: "did not report any", "is not aware of any"."""
    above = [*noun.ancestors]
    aware = [*takewhile(lambda each: each.lower_ in words_of("awareness"), above)]
    verbs = [*above[:2], *above[len(aware) : len(aware) + 1]]
    return any(is_verbal(verb) and negator_of(verb) is not None for verb in verbs)


def _outer_count(noun: "Token", numbers: tuple[Number, ...]) -> Number | None:
    """The count of which the harm is the complement: "dozens of deaths", "scores of lives"."""
    if is_genitive_complement(noun):
        outer = count(noun.head.head, numbers)
        if outer.number and outer.noun == noun:
            return outer.number
    return None


def _victims_of_noun(noun: "Token") -> "Token | None":
    for child in noun.children:
        if is_preposition(child) and child.lower_ in words_of("suffered-by"):
            for complement in complements_of(child):
                named = child.lower_ in words_of("place-preposition") and complement.pos_ == "PROPN"
                if is_people(complement) and not named:
                    return complement
        if tells_sort(child) and is_people(child):
            return child
    return None


def _on_victims(sentence: SentenceView, predicate: Predicate, head: "Token") -> Finding | None:
    entry, token = predicate.entry, predicate.token
    denied = is_denied(token)
    negated = is_negated(token)
    counted = count(head, sentence.numbers)
    zero = zero_of(head, sentence.zeros, sentence.folded, denied=denied or negated)
    if zero is not None and any(map(_is_grave, predicate.rest)):
        return None
    number = zero or counted.number or _said_to_be(head, sentence.numbers)
    frame = frame_of(predicate)
    if entry.denies_only and zero is None:
        return None
    if number is None:
        number = implicit_number(head, predicate)
        refused = negated or denied or _has_negated_number(sentence, head)
        if number is None or refused or refuse_noun(head, weak=True):
            return None
        if _refuse_sense(predicate, head, head) or not _is_literal(predicate, head):
            return None
        return Casualty(
            harm=entry.harm,
            number=number,
            noun=head,
            predicate=token,
            construction=frame,
            rule=frame.rule_for(entry.id, implied=True),
            actor=frame.actor,
        )
    noun = _complement_of_zero(head, zero) if zero is not None else counted.noun
    reason = _refuse_count(sentence, predicate, head, noun, number, counts=zero is None)
    if reason is None and negated and zero is None:
        reason = "negated"
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
    )


def _has_negated_number(sentence: SentenceView, head: "Token") -> bool:
    """Whether a number that is denied counts a noun: "there were not that many people hurt"."""
    first = head.left_edge.idx
    return any(n.refusal == "negated" and first <= n.start < head.idx for n in sentence.numbers)


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
        or _refuse_sense(predicate, noun, head)
        or refuse_noun(noun, weak=weak or (not counts and noun is not None))
    )
    if reason is None and entry.harm is Harm.DETAINED and _is_kidnapping(token, noun):
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


def _is_kidnapping(verb: "Token", noun: "Token | None") -> bool:
    """Whether hostages are held: "held five hostages", "were held hostage"."""
    named = [*verb.rights] if noun is None else [noun, *verb.rights]
    return any(each.lemma_.lower() in words_of("kidnapped") for each in named)


def _is_literal(predicate: Predicate, noun: "Token") -> bool:
    """Whether a victim told without a number is one: "caught a rebel", not "hurt the party".

    The subject of a past tense with words after it that the parser could not read is no victim.
    """
    verb = predicate.token
    acts = any(t.pos_ in _OBJECTS for t in verb.rights) or aims_at_people(verb)
    acts = acts and frame_of(predicate).takes_object
    if is_active_subject(noun) and is_past(verb) and acts:
        return False
    word = people_words().get(noun.lemma_.lower())
    victim = word is not None and word.id in LITERAL_VICTIMS
    return victim or not predicate.entry.figurative


def _refuse_sense(predicate: Predicate, noun: "Token | None", head: "Token") -> str | None:
    """Why the word has another sense here: "lost two jobs", "does not hurt anybody"."""
    only = predicate.entry.only
    if only:
        known = people_words().get(noun.lemma_.lower()) if noun is not None else None
        if known is None or known.id not in only:
            return "another sense of the word"
    passive = passive_subjects_of(predicate.token)
    if head.lower_ in words_of("anybody") and not passive and predicate.entry.figurative:
        return "another sense of the word"
    return None


def _end_of(noun: "Token | None", number: Number) -> int:
    return max(number.end, noun.idx + len(noun)) if noun is not None else number.end


def _complement_of_zero(head: "Token", zero: Number) -> "Token | None":
    """The noun that a word for nobody is said of: "none of the guards", "no guard", "nobody"."""
    if zero.start <= head.idx < zero.end:
        inner = [each for of in prepositions_of(head) for each in complements_of(of)]
        return inner[0] if inner else None
    return head


def _tells_of_people(sentence: SentenceView) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN"} and is_people(token) for token in sentence.tree)
