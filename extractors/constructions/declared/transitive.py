"""A verb that harms its object: "killed five", "five were wounded", "five men shot dead"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.complements import said_of
from extractors.constructions.construction import Actor, HarmFrame
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.harm_lexicon import harm_forms
from extractors.constructions.verb_forms import fits_verb
from extractors.document.text import time_limit
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import thing_words
from extractors.languages.patterns import pattern
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import (
    inherited_subjects,
    is_attributive,
    is_complement,
    is_misread_subject_clause,
    is_relative_clause,
)
from extractors.syntax.coordination import are_close, is_coordinated, is_joint
from extractors.syntax.forms import is_past_form, is_past_participle
from extractors.syntax.phrases import (
    complements_of,
    is_counted,
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
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Token


def _affected(verb: "Token") -> Iterator["Token"]:
    objects = [each for each in affected_by(verb) if takes_for_object(verb, each)]
    objects = [each for each in objects if not _opens_next_clause(each)]
    objects = objects or _split_object(verb) or _fronted_objects(verb)
    passive = passive_subjects_of(verb)
    passive = passive or _behind_participle(verb)
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


def _before_aside(verb: "Token") -> "Token | None":
    """Of whom a participle is said behind an aside: "five others, including a guard, injured"."""
    before = verb.doc.text[: verb.idx]
    aside = pattern("including-aside-before").search(before, timeout=time_limit(before))
    if aside is None:
        return None
    named = (each for each in verb.doc[: verb.i] if each.idx == aside.start(1))
    return next(filter(is_counted, named), None)


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


def _cut_off(verb: "Token", noun: "Token") -> bool:
    """Whether a comma follows the verb, so that its object cannot: "three killed, ten injured"."""
    return noun.i > verb.i and verb.nbor().text in {",", ";"}


def _of_another(verb: "Token", noun: "Token") -> bool:
    """Whether a second word of harm stands right before a noun: "killed two and | injured nine"."""
    first = noun.left_edge.i
    before = noun.doc[first - 1] if first else noun
    joined = before.i > verb.i + 1 and is_joint(before.nbor(-1))
    return joined and is_past_form(before) and before.lower_ in harm_forms()


def _after_lost_comma(verb: "Token", noun: "Token") -> bool:
    """Whether a second count follows the first: "Four people killed | six (others) injured"."""
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    harms = {entry.harm for entry, _ in harm_forms().get(following.lower_, ())}
    counts = is_numeral(noun) or is_counted(noun)
    counted = counts and any(map(is_counted, active_subjects_of(verb)))
    return counted and Harm.WOUNDED in harms and is_past_form(following) and not has_auxiliary(verb)


def _behind_preposition(verb: "Token", noun: "Token") -> bool:
    """Whether a noun is where it was, and not what was hit: "two men shot outside | a bar"."""
    first = noun.left_edge
    return first.head == noun and first.i > verb.i and first.lower_ in words_of("preposition")


def _behind_colon(verb: "Token", noun: "Token") -> bool:
    """Whether a noun stands behind a colon, as who speaks: "Five miners killed: witnesses"."""
    return any(each.text == ":" for each in verb.doc[verb.i : noun.i])


def _is_time(_verb: "Token", noun: "Token") -> bool:
    """Whether a noun tells when it was: "two miners killed the day before"."""
    thing = thing_words().get(noun.lower_)
    return thing is not None and thing.tells_time


_NOT_ITS_OBJECT = (
    _cut_off,
    _of_another,
    _after_lost_comma,
    _behind_preposition,
    _behind_colon,
    _is_time,
)
"""Why a noun that the parse takes for the object of a verb of harm is none."""


def takes_for_object(verb: "Token", noun: "Token") -> bool:
    """Whether a noun that the parse takes for the object of a verb of harm is one."""
    return not any(test(verb, noun) for test in _NOT_ITS_OBJECT)


def _object_behind(verb: "Token") -> "Token | None":
    """What stands right behind and the parse gives to another: "killed two and hurt | nine"."""
    noun = verb.nbor() if is_coordinated(verb) and verb.i + 1 < len(verb.doc) else verb
    while noun.head.i > noun.i:
        noun = noun.head
    is_own = is_object(noun) and _of_another(noun.head, noun)
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
