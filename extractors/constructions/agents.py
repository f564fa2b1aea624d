"""Who did the harm, as far as the sentence says."""

from collections.abc import Iterator
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import Actor
from extractors.constructions.counted_phrases import is_people
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import thing_words
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import (
    find_actors,
    governing_verb,
    is_adverbial_clause,
    is_complement,
    is_content_clause,
    is_past_reduced_clause,
    is_present_reduced_clause,
    is_relative_clause,
    verb_chain,
)
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.phrases import (
    complements_of,
    leads_its_noun,
    opens_clause_of_noun,
    precedes_its_noun,
    prepositions_of,
)
from extractors.syntax.roles import actors_of, agents_of, is_object, objects_of
from extractors.syntax.word_classes import is_adjective, is_noun, is_proper_noun

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ORGANISED = frozenset({"ORG", "GPE", "NORP", "PERSON"})
_TIMES = frozenset({"DATE", "TIME"})
_CUTS = frozenset(",;:()")


def find_agents(casualty: Casualty) -> tuple[str, ...]:
    """Find the words of the subject, or of what follows "by", for telling the victims' side.

    Args:
        casualty: The count of those harmed.

    Returns:
        The phrases; empty where the sentence names nobody, as in "two guards died" and "the army
        lost two guards".
    """
    return () if casualty.actor is Actor.LOSER else _phrases(casualty)


def find_losers(casualty: Casualty) -> tuple[str, ...]:
    """Find the words of those whose own were harmed: "the army lost two guards"."""
    return _phrases(casualty) if casualty.actor is Actor.LOSER else ()


def _phrases(casualty: Casualty) -> tuple[str, ...]:
    return tuple(_words(actor).text for actor in _others(casualty, casualty.predicate))


def _others(casualty: Casualty, verb: "Token") -> Iterator["Token"]:
    """Who acts in the clause of a verb and is not among those counted."""
    counted = [casualty.number, *filter(None, [casualty.whole])]
    is_of_actor = is_relative_clause(verb) or is_present_reduced_clause(verb)
    for actor in find_actors(verb):
        if is_of_actor or not any(_holds(actor, number) for number in counted):
            yield actor


def _holds(noun: "Token", number: Number) -> bool:
    """Whether a number stands in the phrase of a noun."""
    return bool(noun.left_edge.idx <= number.core_start <= noun.right_edge.idx)


def _words(noun: "Token") -> "Span":
    """The phrase of a noun up to a clause that modifies it."""
    words = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
    clause = next((t.i for t in words if opens_clause_of_noun(t)), None)
    return words if clause is None else noun.doc[noun.left_edge.i : max(clause, noun.i + 1)]


def find_blamed(casualty: Casualty) -> tuple[int, int] | None:
    """Find the words for those who are said to have done a harm.

    "Government warplanes killed 12", "killed by unidentified gunmen", "died in an air strike by
    the navy", "in Israeli shelling": people, bodies and the side that a weapon or an attack is
    said to be of; never the weapon or the attack alone.

    Args:
        casualty: The count of those harmed.

    Returns:
        Offsets within the sentence, or null where it blames nobody.
    """
    noun = casualty.noun
    if casualty.actor is Actor.LOSER or (noun is not None and noun.lower_ in words_of("reflexive")):
        return None
    verb = _causing_verb(casualty.predicate)
    acts = casualty.actor is Actor.AGENT
    actors = [each for each in _others(casualty, verb) if not _tells(each, verb)] if acts else []
    means = words_of("by-means-of") | (frozenset() if actors else words_of("in-the-wake-of"))
    circumstances = (
        noun
        for word in {each.i: each for each in (*verb_chain(casualty.predicate), verb)}.values()
        for preposition in prepositions_of(word, means)
        for noun in complements_of(preposition)
        if noun != casualty.noun
    )
    sides = (side for noun in (*actors, *circumstances) for side in _sides(noun, noun in actors))
    senders = (sender for actor in actors for sender in _senders(actor))
    others = filter(can_act, chain(senders, _attackers(casualty)))
    return next(sides, None) or next(map(_span, others), None)


def _senders(noun: "Token") -> list["Token"]:
    """Who sent what did the harm: "rebels fired shells at the ford killing five"."""
    verb = governing_verb(noun)
    return actors_of(verb) if verb and verb.lemma_.lower() in words_of("delivered") else []


def _attackers(casualty: Casualty) -> Iterator["Token"]:
    """Who attacked at the time: "five died when rebels shelled the mill".

    Attackers may themselves be those who died: "three attackers died when the rebels stormed it".
    """
    noun = casualty.noun.lemma_.lower() if casualty.noun is not None else ""
    if noun in words_of("attacker"):
        return
    for word in verb_chain(casualty.predicate):
        for clause in filter(_is_attack, word.children):
            yield from (each for each in actors_of(clause) if each.lemma_.lower() != noun)


def _is_attack(clause: "Token") -> bool:
    """Whether a clause tells of an attack at a time: "when rebels shelled the mill"."""
    verb = clause.lemma_.lower()
    opens = verb in words_of("opening") and any(
        each.lower_ in words_of("attack") for each in objects_of(clause)
    )
    return (
        is_adverbial_clause(clause)
        and (opens or verb in words_of("attacking"))
        and any(each.lower_ in words_of("time-conjunction") for each in clause.lefts)
    )


def _tells(actor: "Token", verb: "Token") -> bool:
    """Whether an actor only says what a verb tells: "the bomb that they say killed two"."""
    path = takewhile(lambda each: each != actor.head, (verb, *verb.ancestors))
    return actor.head != verb and any(map(is_content_clause, path))


def _causing_verb(harm: "Token") -> "Token":
    """The verb that says who brought a harm about: "left five dead", "left five people killed"."""
    verb = harm.head
    brought = is_object(harm) or (is_complement(harm) and bool(objects_of(verb)))
    if is_past_reduced_clause(harm) and is_object(verb):
        brought, verb = True, verb.head
    return verb if brought and verb.lemma_.lower() in words_of("cause") else harm


def _sides(noun: "Token", acts: bool) -> Iterator[tuple[int, int]]:
    """The side that a noun is, or is of, where it names one."""
    if can_act(noun):
        if acts or noun.head.lower_ in words_of("agent-preposition"):
            yield _span(noun)
        return
    if not _is_means(noun):
        return
    for by in prepositions_of(noun, words_of("by-whom")):
        yield from (_span(side) for side in complements_of(by) if can_act(side))
    for clause in noun.rights:  # "shells fired by rebels"
        if is_past_reduced_clause(clause) and clause.lemma_.lower() in words_of("delivered"):
            yield from (_span(side) for side in agents_of(clause) if can_act(side))
    owners = [each for each in _words_before(noun) if _names_side(each)]
    if owners and _is_crewed(noun):
        yield _span(noun)
    elif owners:
        yield _span(owners[0])[0], owners[-1].idx + len(owners[-1])


def can_act(noun: "Token") -> bool:
    """Whether a noun means people or a body of people who can be blamed by name or kind."""
    if not is_noun(noun) or not noun.text[:1].isalpha():
        return False
    if noun.lower_ in words_of("hazard"):
        return False
    if any(each.lower_ in words_of("hazard") for each in noun.lefts):
        return False
    if noun.lemma_.lower() in words_of("side"):
        return True
    thing = thing_words().get(noun.lower_) or thing_words().get(noun.lemma_.lower())
    if thing is not None:
        return thing.of_people and noun.lower_ not in words_of("no-body")
    return is_people(noun) or (is_proper_noun(noun) and noun.ent_type_ in _ORGANISED)


def _words_before(noun: "Token") -> Iterator["Token"]:
    """What modifies or owns a noun before it, and what does so for a part of a compound."""
    for word in noun.lefts:
        if precedes_its_noun(word):
            yield from (each for each in word.lefts if precedes_its_noun(each))
            yield word


def _is_means(noun: "Token") -> bool:
    """Whether a noun is an attack or a weapon, which somebody's side can stand before."""
    return noun.lemma_.lower() in words_of("attack") or _is_crewed(noun)


def _is_crewed(noun: "Token") -> bool:
    """Whether a noun is a machine that its side acts through: "government warplanes"."""
    thing = thing_words().get(noun.lemma_.lower())
    return thing is not None and thing.crewed


def _names_side(word: "Token") -> bool:
    """Whether a word before a noun tells whose it is: "Israeli", "government", "the army's"."""
    is_national = word.ent_type_ == "NORP" or (word.ent_type_ == "GPE" and is_adjective(word))
    if word.lemma_.lower() in words_of("side") or is_national:
        return True
    return is_noun(word) and word.ent_type_ not in {"GPE", "PERSON"} and can_act(word)


def _span(noun: "Token") -> tuple[int, int]:
    """A noun with what stands before it, its article left out, and its "of" behind it."""
    first = noun.i
    for child in reversed([*noun.lefts]):
        dated = child.ent_type_ in _TIMES
        if dated or not leads_its_noun(child) or child.text in _CUTS:
            break
        first = child.left_edge.i
    while first < noun.i and (noun.doc[first].lower_ in words_of("article")):
        first += 1
    last = noun
    for joined in noun.rights:
        before = noun.doc[joined.left_edge.i - 1]
        if (
            is_coordinated(joined)
            and can_act(joined)
            and before.lower_ in words_of("additive-conjunction")
        ):
            last = joined
    for of in prepositions_of(noun, words_of("belonging")):
        if of.i == last.i + 1:
            last = next((each for each in complements_of(of)), last)
    return noun.doc[first].idx, last.idx + len(last)
