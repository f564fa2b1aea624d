"""Counts beside a harm word where the parse does not tie them: "11 dead and 45 wounded"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, Predicate, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.counted_phrases import is_people, refuse_noun
from extractors.constructions.declared.severity import is_of_severe_state
from extractors.constructions.declared.transitive import aims_at_people
from extractors.constructions.denied import is_denied
from extractors.constructions.factuality import find_irrealis, is_rate
from extractors.constructions.findings import Findings
from extractors.constructions.harmed_objects import takes_for_object
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import modifies_noun
from extractors.syntax.forms import has_verb_form, is_present_participle
from extractors.syntax.negation import is_negated
from extractors.syntax.phrases import is_adjectival, precedes_its_noun
from extractors.syntax.roles import objects_of
from extractors.syntax.word_classes import has_class, is_adjective, is_nominal, is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = {"ADJ", "NOUN", "PROPN", "ADP", "DET", "PRON", "PART", "AUX", "ADV", "NUM"}
_LISTED = {"ADJ", "NOUN", "PROPN", "NUM", "CCONJ"}
_STEPS = 9


def _find_adjacent(findings: Findings) -> Iterator[Casualty]:
    sentence = findings.sentence
    by_token = {predicate.token.i: predicate for predicate in sentence.predicates}
    for number in findings.free:
        if sentence.folded[number.start : number.end].casefold() in words_of("share"):
            continue
        if is_of_severe_state(sentence, number, findings.found):
            continue
        if _is_within(sentence, number, findings.found):
            continue
        found = (
            _after(sentence, number, by_token)
            or _before(sentence, number, by_token)
            or _on_list(sentence, number, findings.found)
        )
        if found is not None:
            yield found


def _after(
    sentence: SentenceView, number: Number, by_token: dict[int, Predicate]
) -> Casualty | None:
    """The harm word to the right: "45 wounded", "another 13 people were also hurt"."""
    noun: Token | None = None
    steps = 0
    for token in sentence.tree:
        if token.idx < number.end or token.is_space:
            continue
        steps += 1
        predicate = by_token.get(token.i)
        if predicate is not None:
            if _is_said_of_another(token, number, noun):
                return None
            return _tied(predicate, number, noun, passive=True)
        if _in_number(token, sentence):
            return None
        if steps > _STEPS or not (has_class(token, _INSIDE) or _is_listed_as(token, by_token)):
            return None
        if token.lower_ in words_of("belief") and _precedes_harm(token, by_token):
            continue  # "90 thought dead" counts no thoughts
        if is_nominal(token) and noun is None and not precedes_its_noun(token):
            if refuse_noun(token, weak=not _precedes_harm(token, by_token)):
                return None
            noun = token
    return None


def _is_within(sentence: SentenceView, number: Number, found: Sequence[Casualty]) -> bool:
    """Whether a number tells whom counted people belong to: "nine members of one family"."""
    before = [token for token in sentence.tree if token.idx < number.start][-2:]
    if len(before) < 2 or not has_class(before[1], {"ADP"}):
        return False
    return any(each.noun == before[0] for each in found)


def _is_listed_as(token: "Token", by_token: dict[int, Predicate]) -> bool:
    """Whether "as" leads right to a harm word: "listed 40 as dead and 62 as wounded"."""
    return token.lower_ in words_of("as-marker") and token.i + 1 in by_token


def _precedes_harm(noun: "Token", by_token: dict[int, Predicate]) -> bool:
    """Whether only auxiliaries and adverbs stand between a noun and the next harm word."""
    for token in noun.doc[noun.i + 1 :]:
        if token.i in by_token:
            return True
        if not has_class(token, {"AUX", "ADV"}):
            return False
    return False


def _is_said_of_another(harm: "Token", number: Number, noun: "Token | None") -> bool:
    """Whether the harm word describes another noun: "relatives of the missing priest"."""
    if is_adjectival(harm) and harm.head.i > harm.i:
        return True
    described = harm.head
    is_attached = modifies_noun(harm) and described.idx >= number.end
    return is_attached and noun is not None and described != noun


def _on_list(sentence: SentenceView, number: Number, found: Sequence[Casualty]) -> Casualty | None:
    """The first counts of a headline whose last is told: "53 clerks and 55 guards injured"."""
    opens = pattern("opens-headline").search(sentence.folded[: number.start]) is not None
    for last in found if opens else ():
        between = [t for t in sentence.tree if number.end <= t.idx < last.number.start]
        nouns = [t for t in between if is_noun(t) and is_people(t)]
        is_list = all(has_class(t, _LISTED) or t.text == "," for t in between)
        is_told_of = modifies_noun(last.predicate) and last.predicate.idx > last.number.end
        if nouns and is_list and is_told_of:
            return replace(
                last, number=number, noun=nouns[0], construction=ADJACENT, rule=ADJACENT.id
            )
    return None


def _before(
    sentence: SentenceView, number: Number, by_token: dict[int, Predicate]
) -> Casualty | None:
    """The harm word right before the number: "killing 12", "Dead: 12"."""
    before = [t for t in sentence.tree if t.idx < number.start]
    skipped = 0
    while (
        before
        and skipped < 2
        and (before[-1].text == ":" or before[-1].text in words_of("before-label-count"))
    ):
        before.pop()
        skipped += 1
    if not before or before[-1].i not in by_token:
        return None
    predicate = by_token[before[-1].i]
    noun = next((t for t in sentence.tree if t.idx >= number.end), None)
    noun = _last_of_run(noun) if noun is not None else None
    if noun is not None and refuse_noun(noun, weak=False):
        return None
    is_noun = noun is not None and is_people(noun)
    return _tied(predicate, number, noun if is_noun else None, passive=False)


def _last_of_run(noun: "Token") -> "Token":
    """The last noun of people in a row of nouns: "killed 13 separatist fighters and"."""
    last = noun
    for token in noun.doc[noun.i :]:
        if not has_class(token, {"NOUN", "PROPN", "ADJ"}):
            break
        if not is_adjective(token) and is_people(token):
            last = token
    return last


def _acts_on(predicate: Predicate) -> bool:
    """Whether those before a verb act: "ten rebels shot a nurse", "ten pupils hanging about"."""
    verb = predicate.token
    aims = has_verb_form(verb) and aims_at_people(verb)
    objects = (each for each in objects_of(verb) if each not in predicate.rest)
    acts = any(takes_for_object(verb, each) for each in objects)
    return acts or aims or is_present_participle(verb)


def _tied(
    predicate: Predicate, number: Number, noun: "Token | None", *, passive: bool
) -> Casualty | None:
    entry, token, frame = predicate.entry, predicate.token, predicate.frame
    if not (frame.takes_before if passive else frame.takes_behind):
        return None
    if frame.takes_object and passive and _acts_on(predicate):
        return None
    if entry.denies_only or (entry.weak and noun is None and not entry.alone):
        return None
    if noun is not None and is_rate(noun.doc.text[noun.idx + len(noun) :]):
        return None
    if find_irrealis(token) or is_negated(token):
        return None
    return Casualty(
        harm=entry.harm,
        number=number,
        noun=noun,
        predicate=token,
        construction=ADJACENT,
        rule=ADJACENT.id,
        denied=is_denied(token),
        actor=frame.actor,
        entry=entry,
    )


def _in_number(token: "Token", sentence: SentenceView) -> bool:
    return any(number.core_start <= token.idx < number.core_end for number in sentence.numbers)


ADJACENT = CountPattern(
    id="adjacent",
    meaning="a number right beside a harm word to which the parse does not tie it",
    victims="the noun between the two, or behind the number",
    is_loose=True,
    phase=Phase.NEIGHBOURS,
    find=_find_adjacent,
    examples=(
        "Dead: 12. Wounded: 40.",
        "The toll: 11 dead and 45 wounded.",
        "Nine clerks and 12 guards injured in Porto clashes",
    ),
    counter_examples=("Twelve relatives of the missing priest prayed.",),
)
