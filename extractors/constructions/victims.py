"""The nouns that stand where a harm word has its victims."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.lexicon import harm_forms
from extractors.constructions.phrases import is_people
from extractors.constructions.predicates import Predicate
from extractors.quantities.lexicon import vague_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_RELATIVE = {"who", "which", "that", "whom"}
_COMPLEMENTS = {"xcomp", "oprd", "acomp", "ccomp", "advcl", "dep", "advmod", "attr"}
_NOMINAL = {"NOUN", "PROPN", "NUM", "PRON"}
_PARTICIPLES = {"VBN", "VBD"}


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
    companions = [_companion(child) for child in predicate.token.children if child.dep_ == "prep"]
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
    named = [*map(_antecedent, _children(verb, _SUBJECTS)), *_children(verb, {"attr"})]
    return [each for each in named if _is_nominal(each)] or [head]


def _of_object_verb(verb: "Token") -> Iterator["Token"]:
    named = _children(verb, {"dobj", "dative"})
    objects = [each for each in named if not (_cut_off(verb, each) or _of_another(verb, each))]
    objects = objects or _split_object(verb)
    passive = _children(verb, {"nsubjpass"})
    passive = passive or _behind_participle(verb)
    if passive:
        yield from map(_antecedent, passive)
    elif objects:
        yield from map(_antecedent, objects)
    elif verb.tag_ in _PARTICIPLES:
        yield from _of_participle(verb)
    elif shared := _shared_object(verb):
        yield from shared


def _behind_participle(verb: "Token") -> list["Token"]:
    """The subject that the parse gives to a participle: "clerks linked to the ring were held"."""
    if not any(child.dep_ == "auxpass" for child in verb.children):
        return []
    for other in [*verb.lefts, *verb.head.lefts, *verb.head.rights]:
        if other.i >= verb.i or other.tag_ != "VBN" or other.dep_ not in {"ccomp", "csubjpass"}:
            continue
        if not any(child.dep_.startswith("aux") for child in other.children):
            return _children(other, {"nsubj"})
    return []


def _of_participle(verb: "Token") -> Iterator["Token"]:
    """A past form without object: passive, reduced ("45 wounded", "people killed by fire")."""
    if any(child.dep_ == "auxpass" for child in verb.children):
        yield from _inherited_subject(verb)
    elif own := _object_behind(verb):
        yield own
    elif shared := _shared_object(verb):
        yield from shared
    elif subjects := _children(verb, {"nsubj"}):
        yield from () if aims_at_people(verb) else map(_antecedent, subjects)
    elif verb.dep_ in {"acl", "relcl", "amod"}:
        yield _counted_ancestor(verb.head)
    elif verb.dep_ == "conj":
        yield from _inherited_subject(verb)
    elif verb.dep_ in _COMPLEMENTS:
        yield from _of_complement(verb)


def aims_at_people(verb: "Token") -> bool:
    """Whether a verb in the active voice tells of an aim: "two gunmen shot at guards"."""
    aims = [each for at in verb.rights if at.lower_ == "at" for each in _children(at, {"pobj"})]
    return any(map(is_people, aims))


def _counted_ancestor(noun: "Token") -> "Token":
    """The counted noun further up that a participle is said of, where the nearest is no person.

    "120,000 people linked with the movement killed by the guards": the people, not the movement.
    """
    outer = noun
    while not is_people(outer) and outer.dep_ in {"pobj", "prep", "acl"} and outer.head != outer:
        outer = outer.head
        if outer.pos_ in _NOMINAL and is_people(outer):
            return outer
    return noun


def _of_subject_verb(verb: "Token") -> Iterator["Token"]:
    subjects = _children(verb, _SUBJECTS)
    if subjects:
        yield from map(_antecedent, subjects)
    elif verb.dep_ in {"acl", "relcl"}:
        yield verb.head
    elif verb.dep_ == "conj":
        yield from _inherited_subject(verb)
    elif verb.dep_ in {"xcomp", "advcl"}:
        yield from map(_antecedent, _children(verb.head, _SUBJECTS))


def _of_state(state: "Token") -> Iterator["Token"]:
    """Adjectives: said of ("left five dead"), before a noun ("five dead men"), or as nouns."""
    named = _named_as(state)
    if named is not None:
        yield named
    elif state.dep_ == "amod" and state.i > state.head.i and state.head.dep_ == "conj":
        yield state.head.head
    elif subjects := _of_copula_before(state):
        yield from map(_antecedent, subjects)
    elif state.dep_ == "amod" or (state.dep_ == "prep" and state.head.pos_ in _NOMINAL):
        yield state.head
    elif state.dep_ == "prep":
        yield from map(_antecedent, _children(state.head, {"dobj"} | _SUBJECTS)[:1])
    elif state.dep_ in _COMPLEMENTS and state.head.pos_ in {"VERB", "AUX"}:
        subjects = _children(state, _SUBJECTS)
        yield from map(_antecedent, subjects) if subjects else _of_complement(state)
    elif state.dep_ == "conj" and not _has_left_number(state):
        yield from _of_state_conjunct(state)
    elif subjects := _children(state, _SUBJECTS):
        yield from map(_antecedent, subjects)
    elif state.dep_ in {"acl", "relcl", "appos"} and state.head.pos_ in _NOMINAL:
        yield state.head
    else:
        yield state


def _of_copula_before(state: "Token") -> list["Token"]:
    """Whose state the verb right before tells: "six remained missing hours later"."""
    verb = state.nbor(-1) if state.i else state
    return _children(verb, _SUBJECTS) if verb.lemma_ == "remain" else []


def _named_as(state: "Token") -> "Token | None":
    """Who is "listed as missing": the noun that the participle before "as" is said of."""
    listed = state.head.head
    if state.head.lower_ != "as" or listed.tag_ != "VBN":
        return None
    if listed.dep_ == "acl":
        return listed.head
    return next(map(_antecedent, _children(listed, {"nsubjpass"})), None)


def _counted_before(part: "Token") -> "Token | None":
    """The number right before that the parse gives to a preposition: "spoke of 200 | dead"."""
    before = part.nbor(-1) if part.i else part
    counted = before.pos_ == "NUM" and before.dep_ == "pobj" and before.head.head == part.head
    return before if counted else None


def _of_state_conjunct(state: "Token") -> Iterator["Token"]:
    first = state.head
    if first.dep_ == "amod":
        yield first.head
    elif first.dep_ in _COMPLEMENTS:
        yield from _of_complement(first)
    else:
        yield state


def _of_complement(part: "Token") -> Iterator["Token"]:
    """The victims of "left five dead", "were reported killed", "was found dead"."""
    verb = part.head
    objects = [child for child in _children(verb, {"dobj"}) if child.i < part.i]
    if (counted := _counted_before(part)) is not None:
        yield counted
    elif objects:
        yield from objects
    elif verb.dep_ == "acl":
        yield verb.head
    else:
        yield from map(_antecedent, _children(verb, _SUBJECTS) or list(_inherited_subject(verb)))


def _of_event(noun: "Token") -> Iterator["Token"]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "among", "to"}:
            yield from _children(child, {"pobj"})
        elif child.dep_ == "poss":
            yield child


def _inherited_subject(verb: "Token") -> Iterator["Token"]:
    seen = verb
    while seen.dep_ in {"conj", "xcomp"} and seen.head != seen:
        seen = seen.head
        subjects = _children(seen, _SUBJECTS)
        if subjects:
            yield from map(_antecedent, subjects)
            return
    if seen != verb and seen.dep_ in {"acl", "relcl"}:
        yield seen.head


def _shared_object(verb: "Token") -> list["Token"]:
    """The object of the verb coordinated with this one: "killed or wounded five"."""
    for other in [*verb.conjuncts]:
        between = verb.doc[min(verb.i, other.i) + 1 : max(verb.i, other.i)]
        if len(between) <= 3 and all(t.pos_ in {"CCONJ", "ADV", "PUNCT", "AUX"} for t in between):
            objects = _children(other, {"dobj"})
            if objects and other.i > verb.i:
                return objects
    return []


def _cut_off(verb: "Token", noun: "Token") -> bool:
    """Whether a comma follows the verb, so that its object cannot: "three killed, ten injured"."""
    return noun.i > verb.i and verb.nbor().text in {",", ";"}


def _of_another(verb: "Token", noun: "Token") -> bool:
    """Whether a second word of harm stands right before a noun: "killed two and | injured nine"."""
    first = noun.left_edge.i
    before = noun.doc[first - 1] if first else noun
    joined = before.i > verb.i + 1 and before.nbor(-1).dep_ in {"cc", "punct"}
    return joined and before.tag_ in _PARTICIPLES and before.lower_ in harm_forms()


def _object_behind(verb: "Token") -> "Token | None":
    """What stands right behind and the parse gives to another: "killed two and hurt | nine"."""
    noun = verb.nbor() if verb.dep_ == "conj" and verb.i + 1 < len(verb.doc) else verb
    while noun.head.i > noun.i:
        noun = noun.head
    return noun if noun.dep_ == "dobj" and _of_another(noun.head, noun) else None


def _split_object(verb: "Token") -> list["Token"]:
    """Numbers that the parser took for something else right after the verb: "killing 12"."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return [t for t in following if t.head == verb and t.pos_ == "NUM" and t.dep_ != "nsubj"]


def _antecedent(token: "Token") -> "Token":
    if token.lower_ in _RELATIVE and token.head.dep_ == "relcl":
        return token.head.head
    if token.lower_ in _RELATIVE and token.head.dep_ in {"conj", "xcomp", "ccomp"}:
        verb = token.head
        while verb.dep_ in {"conj", "xcomp", "ccomp"}:
            verb = verb.head
        return verb.head if verb.dep_ == "relcl" else token
    return token


def _children(token: "Token", labels: set[str]) -> list["Token"]:
    return [child for child in token.children if child.dep_ in labels]


def _has_left_number(token: "Token") -> bool:
    return any(child.pos_ == "NUM" for child in token.lefts)


def _with_conjuncts(head: "Token", predicate: "Token") -> Iterator["Token"]:
    yield head
    for child in head.children:
        if child.dep_ == "prep" and (companion := _companion(child)) is not None:
            yield from _with_conjuncts(companion, predicate)
        joined = child.dep_ == "conj" or (child.dep_ == "appos" and _counts_more(child))
        if joined and child.i != predicate.i and _is_nominal(child) and not shares_count(child):
            yield from _with_conjuncts(child, predicate)


def shares_count(noun: "Token") -> bool:
    """Whether a noun is counted by the number of the one it is joined to: "81 crew and guests"."""
    first = noun.head
    return (
        noun.dep_ == "conj"
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
    inner = [t for t in preposition.subtree if t.dep_ == "pobj"]
    return inner[0] if inner else None


def _counts_more(token: "Token") -> bool:
    """An apposition that goes on counting: "two officers, three guards and a driver"."""
    return any(child.pos_ == "NUM" for child in token.lefts) or token.pos_ == "NUM"


def _is_nominal(token: "Token") -> bool:
    return token.pos_ in _NOMINAL or token.lower_ in vague_words()
