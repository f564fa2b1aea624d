"""A verb that harms its object: "killed five", "five were wounded", "five men shot dead"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.complements import said_of
from extractors.constructions.construction import Actor, HarmFrame
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.harmed_objects import is_of_another, takes_for_object
from extractors.constructions.verb_forms import fits_verb
from extractors.document.text import time_limit
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import (
    inherited_subjects,
    is_attributive,
    is_complement,
    is_misread_subject_clause,
    is_relative_clause,
)
from extractors.syntax.coordination import are_close, is_coordinated
from extractors.syntax.forms import is_past_form, is_past_participle
from extractors.syntax.phrases import (
    complements_of,
    is_counted,
    is_genitive_complement,
    is_within_phrase,
    prepositions_of,
)
from extractors.syntax.roles import (
    active_subjects_of,
    affected_by,
    auxiliaries_of,
    has_auxiliary,
    has_passive_auxiliary,
    is_active_subject,
    is_object,
    objects_of,
    passive_subjects_of,
)
from extractors.syntax.word_classes import is_nominal_or_numeral, is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def _affected(verb: "Token") -> Iterator["Token"]:
    objects = [each for each in affected_by(verb) if takes_for_object(verb, each)]
    objects = [each for each in objects if not _opens_next_clause(each)]
    objects = objects or _split_object(verb) or _fronted_objects(verb)
    passive = passive_subjects_of(verb)
    passive = passive or _behind_participle(verb)
    passive = _passing_over_aside(verb, passive)
    if passive:
        yield from map(antecedent_of, passive)
    elif objects:
        yield from map(antecedent_of, objects)
    elif is_past_form(verb):
        yield from (each for each in _of_participle(verb) if not _acts(each, verb))
    elif shared := _shared_object(verb):
        yield from shared


def _fronted_objects(verb: "Token") -> list["Token"]:
    """Those whom a pronoun before the subject stands for: "rebels, five of whom guards killed"."""
    subjects = active_subjects_of(verb)
    if not is_relative_clause(verb) or not subjects:
        return []
    first = min(each.left_edge.i for each in subjects)
    for pronoun in verb.doc[min(verb.left_edge.i, verb.head.i) : first]:
        if pronoun.lower_ in words_of("object-relative"):
            counted = pronoun.doc[pronoun.i - 2] if pronoun.i > 1 else pronoun
            return [counted if is_numeral(counted) else verb.head]
    return []


def _opens_next_clause(noun: "Token") -> bool:
    """Whether a number that the parse gives to a participle has a verb of its own behind it.

    "Of the 19 people killed | 12 were children".
    """
    after = noun.i + 1
    is_bare = is_numeral(noun) and after < len(noun.doc)
    return is_bare and noun.nbor().lower_ in words_of("be-form")


def _acts(noun: "Token", verb: "Token") -> bool:
    """Whether a pronoun in the nominative does what an active verb tells: "they shot at a hall"."""
    own = noun.head == verb or (is_complement(verb) and noun.head == verb.head)
    active = is_active_subject(noun) and not has_passive_auxiliary(verb)
    return own and active and noun.lower_ in words_of("nominative")


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
        yield from (
            said_of(verb.head)
            if verb.head.lower_ in words_of("as-marker")
            else inherited_subjects(verb)
        )
    elif own := _object_behind(verb) or _before_aside(verb):
        yield own
    elif shared := _shared_object(verb):
        yield from shared
    elif _is_perfect(verb):
        return
    elif subjects := active_subjects_of(verb):
        yield from () if aims_at_people(verb) else map(antecedent_of, subjects)
    elif is_attributive(verb):
        yield _counted_ancestor(verb.head)
    elif is_coordinated(verb):
        yield from () if aims_at_people(verb) else inherited_subjects(verb)
    elif is_complement(verb):
        yield from said_of(verb)


def _passing_over_aside(verb: "Token", subjects: list["Token"]) -> list["Token"]:
    """The subject of a passive that the parse takes from an aside: "40, some of them clerks"."""
    if not subjects:
        return subjects
    named = _before_aside(min((*auxiliaries_of(verb), verb), key=lambda each: each.i))
    return subjects if named is None or subjects[0].i < named.i else [named]


def _before_aside(verb: "Token") -> "Token | None":
    """Of whom a participle is said behind an aside: "five others, including a guard, injured"."""
    before = verb.doc.text[: verb.idx]
    aside = pattern("including-aside-before").search(before, timeout=time_limit(before))
    if aside is None:
        return None
    named = (each for each in verb.doc[: verb.i] if each.idx == aside.start(1))
    return next((each for each in named if is_counted(each) or is_genitive_complement(each)), None)


def _is_perfect(verb: "Token") -> bool:
    """Whether "have" shows that a verb is active: "is said to have shot at the house"."""
    return any(each.lemma_ in words_of("perfect-auxiliary") for each in auxiliaries_of(verb))


def aims_at_people(verb: "Token") -> bool:
    """Whether a verb in the active voice tells of an aim: "two gunmen shot at guards"."""
    aims = [
        each
        for at in verb.rights
        if at.lower_ in words_of("aim-preposition")
        for each in complements_of(at)
    ]
    return any(map(is_people, aims)) or any(prepositions_of(verb, words_of("aims")))


def _counted_ancestor(noun: "Token") -> "Token":
    """The counted noun further up that a participle is said of, where the nearest is no person.

    "120,000 people linked with the movement killed by the guards": the people, not the movement.
    """
    outer = noun
    if noun.lower_ in words_of("percent"):
        return noun
    while not is_people(outer) and is_within_phrase(outer) and outer.head != outer:
        outer = outer.head
        if is_nominal_or_numeral(outer) and is_people(outer):
            return outer
    return noun


def _shared_object(verb: "Token") -> list["Token"]:
    """The object of the verb coordinated with this one: "killed or wounded five"."""
    for other in [*verb.conjuncts]:
        if other.i > verb.i and are_close(verb, other) and (objects := objects_of(other)):
            return objects
    return []


def _object_behind(verb: "Token") -> "Token | None":
    """What stands right behind and the parse gives to another: "killed two and hurt | nine"."""
    noun = verb.nbor() if is_coordinated(verb) and verb.i + 1 < len(verb.doc) else verb
    while noun.head.i > noun.i:
        noun = noun.head
    is_own = is_object(noun) and is_of_another(noun.head, noun)
    return noun if is_own and not _opens_next_clause(noun) else None


def _split_object(verb: "Token") -> list["Token"]:
    """Numbers that the parser took for something else right after the verb: "killing 12"."""
    numbers = (each for each in verb.rights if is_numeral(each) and not is_active_subject(each))
    behind = (each for each in numbers if each.left_edge.i == verb.i + 1)
    return [each for each in behind if not _opens_next_clause(each)]


TRANSITIVE = HarmFrame(
    id="object",
    meaning="a verb that harms its object",
    victims="object; subject in the passive; noun that a participle modifies",
    actor=Actor.AGENT,
    frame="object",
    names_word=True,
    takes_before=True,
    takes_behind=True,
    takes_object=True,
    fits=fits_verb,
    find_heads=_affected,
    examples=(
        "The shells killed five villagers.",
        "Five villagers were wounded by the shells.",
        "Police arrested two students and a nurse.",
        "The blast left a crater and two men shot dead by looters.",
        "A mine went off, killing six sappers.",
    ),
    counter_examples=(
        "The shells could have killed five villagers.",
        "The frost killed 5,000 trees.",
        "The gunmen planned to kill five villagers.",
    ),
)
