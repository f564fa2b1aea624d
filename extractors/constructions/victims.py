"""The nouns that stand where a harm word has its victims."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.lexicon import harm_forms
from extractors.constructions.phrases import is_people
from extractors.constructions.predicates import Predicate
from extractors.languages.words import words_of
from extractors.quantities.lexicon import vague_words
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import (
    inherited_subjects,
    is_adjunct_predicate,
    is_attributive,
    is_complement,
    is_misread_subject_clause,
    is_reduced_clause,
    modifies_noun,
)
from extractors.syntax.coordination import are_close, is_coordinated, is_joint
from extractors.syntax.forms import is_past_form, is_past_participle, is_verbal
from extractors.syntax.phrases import (
    complements_of,
    is_adjectival,
    is_apposition,
    is_owner,
    is_preposition,
    is_prepositional_complement,
    is_within_phrase,
    prepositions_of,
)
from extractors.syntax.roles import (
    active_subjects_of,
    affected_by,
    attributes_of,
    core_arguments_of,
    has_auxiliary,
    has_passive_auxiliary,
    is_active_subject,
    is_object,
    objects_of,
    passive_subjects_of,
    subjects_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN", "NUM", "PRON"}


def find_victim_heads(predicate: Predicate) -> list["Token"]:
    """Find the heads of the noun phrases that name a predicate's victims.

    Args:
        predicate: The harm word.

    Returns:
        The head nouns, numbers or pronouns, coordinated ones one by one.
    """
    finders = {
        "object": _of_object_verb,
        "subject": _of_subject_verb,
        "state": _of_state,
        "event": _of_event,
        "count": _of_event,
    }
    heads: list[Token] = []
    find = finders.get(predicate.entry.frame)
    found = [*find(predicate.token)] if find is not None else []
    companions = [_companion(child) for child in prepositions_of(predicate.token)]
    found = [each for head in found for each in _among_those(head, predicate)]
    for head in [*found, *(c for c in companions if c is not None and found)]:
        for each in _with_conjuncts(head, predicate.token):
            if each not in heads:
                heads.append(each)
    return heads


def _among_those(head: "Token", predicate: Predicate) -> list["Token"]:
    """Who is said to be among the victims: "five guards were among those killed"."""
    verb = head.head.head
    is_mass = head.lower_ == "those" or head == predicate.token
    if not is_mass or head.head.lower_ != "among" or verb.lemma_ != "be":
        return [head]
    named = [*map(antecedent_of, subjects_of(verb)), *attributes_of(verb)]
    return [each for each in named if _is_nominal(each)] or [head]


def _of_object_verb(verb: "Token") -> Iterator["Token"]:
    named = affected_by(verb)
    objects = [each for each in named if not (_cut_off(verb, each) or _of_another(verb, each))]
    objects = objects or _split_object(verb)
    passive = passive_subjects_of(verb)
    passive = passive or _behind_participle(verb)
    if passive:
        yield from map(antecedent_of, passive)
    elif objects:
        yield from map(antecedent_of, objects)
    elif is_past_form(verb):
        yield from _of_participle(verb)
    elif shared := _shared_object(verb):
        yield from shared


def _behind_participle(verb: "Token") -> list["Token"]:
    """The subject that the parse gives to a participle: "clerks linked to the ring were held"."""
    if not has_passive_auxiliary(verb):
        return []
    for other in [*verb.lefts, *verb.head.lefts, *verb.head.rights]:
        if other.i >= verb.i or not is_past_participle(other):
            continue
        if is_misread_subject_clause(other) and not has_auxiliary(other):
            return active_subjects_of(other)
    return []


def _of_participle(verb: "Token") -> Iterator["Token"]:
    """A past form without object: passive, reduced ("45 wounded", "people killed by fire")."""
    if has_passive_auxiliary(verb):
        yield from inherited_subjects(verb)
    elif own := _object_behind(verb):
        yield own
    elif shared := _shared_object(verb):
        yield from shared
    elif subjects := active_subjects_of(verb):
        yield from () if aims_at_people(verb) else map(antecedent_of, subjects)
    elif is_attributive(verb):
        yield _counted_ancestor(verb.head)
    elif is_coordinated(verb):
        yield from inherited_subjects(verb)
    elif is_complement(verb):
        yield from _of_complement(verb)


def aims_at_people(verb: "Token") -> bool:
    """Whether a verb in the active voice tells of an aim: "two gunmen shot at guards"."""
    aims = [each for at in verb.rights if at.lower_ == "at" for each in complements_of(at)]
    return any(map(is_people, aims))


def _counted_ancestor(noun: "Token") -> "Token":
    """The counted noun further up that a participle is said of, where the nearest is no person.

    "120,000 people linked with the movement killed by the guards": the people, not the movement.
    """
    outer = noun
    while not is_people(outer) and is_within_phrase(outer) and outer.head != outer:
        outer = outer.head
        if outer.pos_ in _NOMINAL and is_people(outer):
            return outer
    return noun


def _of_subject_verb(verb: "Token") -> Iterator["Token"]:
    subjects = subjects_of(verb)
    if subjects:
        yield from map(antecedent_of, subjects)
    elif modifies_noun(verb):
        yield verb.head
    elif is_coordinated(verb):
        yield from inherited_subjects(verb)
    elif is_adjunct_predicate(verb):
        yield from map(antecedent_of, subjects_of(verb.head))


def _of_state(state: "Token") -> Iterator["Token"]:
    """Adjectives: said of ("left five dead"), before a noun ("five dead men"), or as nouns."""
    named = _named_as(state)
    if named is not None:
        yield named
    elif is_adjectival(state) and state.i > state.head.i and is_coordinated(state.head):
        yield state.head.head
    elif subjects := _of_copula_before(state):
        yield from map(antecedent_of, subjects)
    elif is_adjectival(state) or (is_preposition(state) and state.head.pos_ in _NOMINAL):
        yield state.head
    elif is_preposition(state):
        yield from map(antecedent_of, core_arguments_of(state.head)[:1])
    elif is_complement(state) and is_verbal(state.head):
        subjects = subjects_of(state)
        yield from map(antecedent_of, subjects) if subjects else _of_complement(state)
    elif is_coordinated(state) and not _has_left_number(state):
        yield from _of_state_conjunct(state)
    elif subjects := subjects_of(state):
        yield from map(antecedent_of, subjects)
    elif (modifies_noun(state) or is_apposition(state)) and state.head.pos_ in _NOMINAL:
        yield state.head
    else:
        yield state


def _of_copula_before(state: "Token") -> list["Token"]:
    """Whose state the verb right before tells: "six remained missing hours later"."""
    verb = state.nbor(-1) if state.i else state
    return subjects_of(verb) if verb.lemma_ == "remain" else []


def _named_as(state: "Token") -> "Token | None":
    """Who is "listed as missing": the noun that the participle before "as" is said of."""
    listed = state.head.head
    if state.head.lower_ != "as" or not is_past_participle(listed):
        return None
    if is_reduced_clause(listed):
        return listed.head
    return next(map(antecedent_of, passive_subjects_of(listed)), None)


def _counted_before(part: "Token") -> "Token | None":
    """The number right before that the parse gives to a preposition: "spoke of 200 | dead"."""
    before = part.nbor(-1) if part.i else part
    counted = before.pos_ == "NUM" and is_prepositional_complement(before)
    return before if counted and before.head.head == part.head else None


def _of_state_conjunct(state: "Token") -> Iterator["Token"]:
    first = state.head
    if is_adjectival(first):
        yield first.head
    elif is_complement(first):
        yield from _of_complement(first)
    else:
        yield state


def _of_complement(part: "Token") -> Iterator["Token"]:
    """The victims of "left five dead", "were reported killed", "was found dead"."""
    verb = part.head
    objects = [each for each in objects_of(verb) if each.i < part.i]
    if (counted := _counted_before(part)) is not None:
        yield counted
    elif objects:
        yield from objects
    elif is_reduced_clause(verb):
        yield verb.head
    else:
        yield from map(antecedent_of, subjects_of(verb) or inherited_subjects(verb))


def _of_event(noun: "Token") -> Iterator["Token"]:
    for child in noun.children:
        if is_preposition(child) and child.lower_ in words_of("befalling"):
            yield from complements_of(child)
        elif is_owner(child):
            yield child


def _shared_object(verb: "Token") -> list["Token"]:
    """The object of the verb coordinated with this one: "killed or wounded five"."""
    for other in [*verb.conjuncts]:
        if other.i > verb.i and are_close(verb, other) and (objects := objects_of(other)):
            return objects
    return []


def _cut_off(verb: "Token", noun: "Token") -> bool:
    """Whether a comma follows the verb, so that its object cannot: "three killed, ten injured"."""
    return noun.i > verb.i and verb.nbor().text in {",", ";"}


def _of_another(verb: "Token", noun: "Token") -> bool:
    """Whether a second word of harm stands right before a noun: "killed two and | injured nine"."""
    first = noun.left_edge.i
    before = noun.doc[first - 1] if first else noun
    joined = before.i > verb.i + 1 and is_joint(before.nbor(-1))
    return joined and is_past_form(before) and before.lower_ in harm_forms()


def _object_behind(verb: "Token") -> "Token | None":
    """What stands right behind and the parse gives to another: "killed two and hurt | nine"."""
    noun = verb.nbor() if is_coordinated(verb) and verb.i + 1 < len(verb.doc) else verb
    while noun.head.i > noun.i:
        noun = noun.head
    return noun if is_object(noun) and _of_another(noun.head, noun) else None


def _split_object(verb: "Token") -> list["Token"]:
    """Numbers that the parser took for something else right after the verb: "killing 12"."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return [t for t in following if t.head == verb and t.pos_ == "NUM" and not is_active_subject(t)]


def _has_left_number(token: "Token") -> bool:
    return any(child.pos_ == "NUM" for child in token.lefts)


def _with_conjuncts(head: "Token", predicate: "Token") -> Iterator["Token"]:
    yield head
    for child in head.children:
        if is_preposition(child) and (companion := _companion(child)) is not None:
            yield from _with_conjuncts(companion, predicate)
        joined = is_coordinated(child) or (is_apposition(child) and _counts_more(child))
        if joined and child.i != predicate.i and _is_nominal(child) and not shares_count(child):
            yield from _with_conjuncts(child, predicate)


def shares_count(noun: "Token") -> bool:
    """Whether a noun is counted by the number of the one it is joined to: "81 crew and guests"."""
    first = noun.head
    return (
        is_coordinated(noun)
        and noun.pos_ == "NOUN"
        and noun.left_edge == noun
        and noun.lower_ not in vague_words()
        and any(child.pos_ == "NUM" for child in first.lefts)
        and any(child.lower_ == "and" for child in first.rights)
        and noun.i - first.i == 2
    )


def _companion(preposition: "Token") -> "Token | None":
    """Who suffered the same: "the leader along with three others"."""
    around = preposition.doc[max(0, preposition.i - 1) : preposition.i + 2].text.lower()
    if "along with" not in around and "together with" not in around:
        return None
    return next(filter(is_prepositional_complement, preposition.subtree), None)


def _counts_more(token: "Token") -> bool:
    """An apposition that goes on counting: "two officers, three guards and a driver"."""
    return any(child.pos_ == "NUM" for child in token.lefts) or token.pos_ == "NUM"


def _is_nominal(token: "Token") -> bool:
    return token.pos_ in _NOMINAL or token.lower_ in vague_words()
