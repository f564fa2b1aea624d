"""How the clause of a verb hangs on the rest of its sentence."""

from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.coordination import are_joined, is_conjunction, is_coordinated
from extractors.syntax.forms import is_past_participle, is_present_participle
from extractors.syntax.phrases import is_prepositional_clause
from extractors.syntax.roles import (
    actors_of,
    agents_of,
    is_active_subject,
    is_passive,
    objects_of,
    passive_subjects_of,
    subjects_of,
)
from extractors.syntax.word_classes import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_NOUN = frozenset({"acl", "relcl"})
_ATTRIBUTIVE = _OF_NOUN | {"amod"}
_COMPLEMENTS = frozenset({"xcomp", "oprd", "acomp", "ccomp", "advcl", "dep", "advmod", "attr"})
_SECONDARY = frozenset({"xcomp", "acomp", "oprd", "auxpass"})
_SHARING = frozenset({"conj", "xcomp"})
_LINKED = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep"})
_CHAINED = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "prep", "pcomp", "dep", "parataxis", "acomp", "advmod"}
)
_LONGEST_CHAIN = 6
_REACH_OF_ACTORS = 4


def is_root(token: "Token") -> bool:
    """Whether a word is the head of its sentence."""
    return bool(token.dep_ == "ROOT")


def root_of(tree: "Doc") -> "Token":
    """The head of a sentence."""
    return next(token for token in tree if token.dep_ == "ROOT")


def governing_verb(token: "Token") -> "Token | None":
    """The verb of the clause in which a word stands."""
    return next((each for each in token.ancestors if is_verbal(each)), None)


def modifies_noun(verb: "Token") -> bool:
    """Whether the clause of a verb modifies a noun: "guards killed there", "who died"."""
    return verb.dep_ in _OF_NOUN


def is_attributive(verb: "Token") -> bool:
    """Whether a verb modifies a noun, as a clause or as an adjective does: "wounded men"."""
    return verb.dep_ in _ATTRIBUTIVE


def is_reduced_clause(verb: "Token") -> bool:
    """Whether a clause modifies a noun without a relative pronoun: "guards killed there"."""
    return bool(verb.dep_ == "acl")


def is_relative_clause(verb: "Token") -> bool:
    """Whether a clause modifies a noun with a relative pronoun: "guards who died"."""
    return bool(verb.dep_ == "relcl")


def is_present_reduced_clause(verb: "Token") -> bool:
    """Whether a participle in "-ing" modifies a noun: "a mine killing five"."""
    return is_reduced_clause(verb) and is_present_participle(verb)


def is_past_reduced_clause(verb: "Token") -> bool:
    """Whether a past participle modifies a noun: "guards killed there"."""
    return is_reduced_clause(verb) and is_past_participle(verb)


def is_adverbial_clause(verb: "Token") -> bool:
    """Whether a clause tells when, why or how: "…, killing five", "when two died"."""
    return bool(verb.dep_ == "advcl")


def is_content_clause(verb: "Token") -> bool:
    """Whether a clause is what somebody says or thinks: "said two died"."""
    return bool(verb.dep_ == "ccomp")


def has_content_clause(verb: "Token") -> bool:
    """Whether a verb says or asks something: a clause depends on it or stands beside it."""
    return any(is_said(child) for child in verb.children)


def is_said(verb: "Token") -> bool:
    """Whether a clause is said, by a verb above it or beside it."""
    return verb.dep_ in {"ccomp", "parataxis"}


def is_misread_subject_clause(verb: "Token") -> bool:
    """Whether a clause stands where the subject of the verb above is missing."""
    return verb.dep_ in {"ccomp", "csubjpass"}


def is_complement(token: "Token") -> bool:
    """Whether a word completes a verb or hangs on it loosely: "left five dead"."""
    return token.dep_ in _COMPLEMENTS


def is_adjunct_predicate(verb: "Token") -> bool:
    """Whether a verb without a subject has that of the verb above: "went missing"."""
    return verb.dep_ in {"xcomp", "advcl"}


def is_independent(token: "Token") -> bool:
    """Whether nothing above a clause governs whether it is told as true."""
    return token.dep_ in {"ROOT", "advcl", "relcl"}


def stands_apart(verb: "Token") -> bool:
    """Whether what governs a verb says nothing of whether it happened."""
    return verb.dep_ in {"advcl", "relcl"} or is_present_reduced_clause(verb)


def verb_chain(token: "Token") -> list["Token"]:
    """A word, and the verbs that it completes or is coordinated with, the nearest first."""
    chain = [token]
    while len(chain) < _LONGEST_CHAIN:
        last = chain[-1]
        joined = is_coordinated(last) and not subjects_of(last) and is_verbal(last.head)
        if not (last.dep_ in _SECONDARY or joined):
            break
        chain.append(last.head)
    return chain


def inherited_subjects(verb: "Token") -> list["Token"]:
    """The subjects of the verb that this one is joined to or completes.

    "They fled and drowned", "they were said to have died"; of a clause that modifies a noun, the
    noun.
    """
    seen = verb
    while (seen.dep_ in _SHARING or _is_listed(seen)) and seen.head != seen:
        seen = seen.head
        subjects = subjects_of(seen)
        if subjects:
            return [antecedent_of(subject) for subject in subjects]
    return [seen.head] if seen != verb and modifies_noun(seen) else []


def _is_listed(verb: "Token") -> bool:
    """Whether a participle goes on with a list of them: "were killed, injured and arrested"."""
    listed = is_adverbial_clause(verb) and is_past_participle(verb)
    return listed and verb.i > verb.head.i and are_joined(verb.head, verb)


def find_actors(verb: "Token") -> list["Token"]:
    """Who does what a verb tells: the agent of a passive, the subject of an active verb.

    A participle has the subject of its clause: "bombers struck, killing five".
    """
    actors = agents_of(verb)
    return actors if actors or is_passive(verb) else _actors_above(verb)


def _actors_above(verb: "Token") -> list["Token"]:
    for _ in range(_REACH_OF_ACTORS):
        subjects = actors_of(verb) or accused_of(verb) or _subject_passed_over(verb)
        if subjects:
            return [antecedent_of(subject) for subject in subjects]
        if is_present_reduced_clause(verb):
            return [verb.head]
        if verb.dep_ not in _LINKED:
            return []
        verb = verb.head
    return []


def accused_of(verb: "Token") -> list["Token"]:
    """Who is accused of what a verb tells: "they accused the guards of killing ten"."""
    accuses = verb.head.head
    if not is_prepositional_clause(verb) or accuses.lemma_.lower() not in words_of("accuses"):
        return []
    return objects_of(accuses) or passive_subjects_of(accuses)


def _subject_passed_over(verb: "Token") -> list["Token"]:
    """The nearest subject before a verb that the parse hangs on a word further up.

    "While missiles fired at the ford killed ten": a past participle has no object, so "killed" is
    what the missiles did. Nor is a verb joined to another without a conjunction, across a clause.
    """
    is_linked = not is_coordinated(verb) or any(
        is_conjunction(word) and verb.head.i < word.i < verb.i for word in verb.head.children
    )
    if is_linked and not (is_past_reduced_clause(verb) and objects_of(verb)):
        return []
    first = verb.sent.start if is_linked else verb.head.i
    before = (word for word in verb.doc[first : verb.i] if is_active_subject(word))
    return [word for word in before if not is_relative_clause(word.head)][-1:]


def is_open_complement(verb: "Token") -> bool:
    """Whether a verb without a subject of its own completes another: "began to say"."""
    return bool(verb.dep_ == "xcomp")


def is_aside(verb: "Token") -> bool:
    """Whether a clause is put beside another without a link: "two died, he said, …"."""
    return bool(verb.dep_ == "parataxis")


def is_marker(token: "Token") -> bool:
    """Whether a word opens a subordinate clause: "that", "if", "while"."""
    return bool(token.dep_ == "mark")


def is_main_or_said(verb: "Token") -> bool:
    """Whether a clause is the main one, joined to it, or what is said in it."""
    return verb.dep_ in {"ROOT", "conj", "ccomp"}


def completes_verb(token: "Token") -> bool:
    """Whether a predicate or clause completes a verb: "was false", "called it a lie"."""
    return token.dep_ in {"acomp", "attr", "oprd", "ccomp", "xcomp"}


def is_predicate_or_title(noun: "Token") -> bool:
    """Whether a noun is a predicate, an apposition, or all there is of its sentence."""
    return noun.dep_ in {"attr", "ROOT", "appos"}


def shares_subject(verb: "Token") -> bool:
    """Whether a verb without a subject can have that of the word on which it depends."""
    return verb.dep_ in _CHAINED


def is_set_off(verb: "Token") -> bool:
    """Whether a clause stands apart from what surrounds it, so that no doubt crosses it."""
    return verb.dep_ in {"relcl", "advcl", "parataxis"}


def follows_aside(verb: "Token") -> bool:
    """Whether what the parse joins to a clause belongs to the aside behind it.

    "Denied that ten had died, repeating his toll of two dead and six wounded".
    """
    told = [child for child in verb.head.rights if child.i < verb.i]
    return verb.dep_ == "conj" and any(
        child.dep_ == "advcl" and child.tag_ == "VBG" for child in told
    )
