"""Roles of words in their clause: subject, object, agent, complement."""

from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ACTORS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"dobj"})
_AFFECTED = frozenset({"dobj", "dative"})
_PREDICATIVES = frozenset({"acomp", "attr", "oprd"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NOMINAL_ROLES = _ARGUMENTS | {"attr"}
_AUXILIARIES = frozenset({"aux", "auxpass"})
_MARKERS = frozenset({"mark", "advmod"})


def _children(token: "Token", labels: frozenset[str]) -> list["Token"]:
    return [child for child in token.children if child.dep_ in labels]


def subjects_of(verb: "Token") -> list["Token"]:
    """The subjects of a verb, active or passive."""
    found = (child for child in _children(verb, _SUBJECTS) if not is_inverted_speaker(child))
    return list(dict.fromkeys(map(behind_members, found)))


def is_inverted_speaker(noun: "Token") -> bool:
    """Whether a noun follows a quotation and "said": who speaks is no subject of a later verb.

    "“We fled,” said one guard at the gate, before a third man died": the parse can take the guard
    for who died.
    """
    first = noun.left_edge.i
    if first < 2:
        return False
    verb, mark = noun.doc[first - 1], noun.doc[first - 2]
    return verb.lemma_ in words_of("general-saying") and verb != noun.head and mark.is_quote


def active_subjects_of(verb: "Token") -> list["Token"]:
    """The subjects of a verb in the active voice: who does, or whom it befalls."""
    found = (child for child in verb.children if child.dep_ == "nsubj")
    return [child for child in found if not is_inverted_speaker(child)]


def passive_subjects_of(verb: "Token") -> list["Token"]:
    """The subjects of a verb in the passive voice: to whom it is done."""
    found = (child for child in verb.children if child.dep_ == "nsubjpass")
    return list(dict.fromkeys(map(behind_members, found)))


def behind_members(noun: "Token") -> "Token":
    """The noun or number of whom commas tell some: "Thirty, women among them, were killed".

    The parse takes those who are among the others for the subject.

    Returns:
        Who stands before the commas; the noun itself where it is no such aside.
    """
    first, last = noun.left_edge, noun.right_edge
    if first.i < 2 or last.i + 1 == len(noun.doc) or last.i < first.i + 2:
        return noun
    closed = first.nbor(-1).text == "," == last.nbor().text
    among = last.lower_ in words_of("plural-pronoun") and last.nbor(-1).lower_ in words_of(
        "membership-preposition"
    )
    whole = noun.doc[first.i - 2]
    while whole.dep_ in {"pobj", "prep", "compound"} and whole.head.i < first.i:
        whole = whole.head
    return whole if closed and among and whole.pos_ in _NOMINAL else noun


def actors_of(verb: "Token") -> list["Token"]:
    """The subjects of a verb in the active voice, clauses too: "bombing the ford killed two"."""
    return _children(verb, _ACTORS)


def objects_of(verb: "Token") -> list["Token"]:
    """The direct objects of a verb."""
    return _children(verb, _OBJECTS)


def affected_by(verb: "Token") -> list["Token"]:
    """The objects of a verb, direct and indirect."""
    return _children(verb, _AFFECTED)


def core_arguments_of(verb: "Token") -> list["Token"]:
    """The subjects and direct objects of a verb."""
    return _children(verb, _OBJECTS | _SUBJECTS)


def attributes_of(verb: "Token") -> list["Token"]:
    """The nouns that a copula says its subject is: "they were clerks"."""
    return [child for child in verb.children if child.dep_ == "attr"]


def predicatives_of(verb: "Token") -> list["Token"]:
    """The adjectives, nouns and participles that a verb says of its subject or object."""
    return _children(verb, _PREDICATIVES)


def expletives_of(verb: "Token") -> list["Token"]:
    """The "there" of "there are five bodies"."""
    return [child for child in verb.children if child.dep_ == "expl"]


def agents_of(verb: "Token") -> list["Token"]:
    """Who acts in a passive: "killed by gunmen"."""
    return [
        noun
        for by in verb.children
        if by.dep_ == "agent"
        for noun in by.children
        if noun.dep_ == "pobj"
    ]


def auxiliaries_of(verb: "Token") -> list["Token"]:
    """The auxiliaries of a verb, "to" of an infinitive among them."""
    return _children(verb, _AUXILIARIES)


def markers_of(verb: "Token") -> list["Token"]:
    """The words that open the clause of a verb or modify it: "if", "because", "never"."""
    return _children(verb, _MARKERS)


def has_auxiliary(verb: "Token") -> bool:
    """Whether a verb has an auxiliary."""
    return any(child.dep_ in _AUXILIARIES for child in verb.children)


def has_passive_auxiliary(verb: "Token") -> bool:
    """Whether a form of "be" makes a verb passive: "were killed"."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def is_passive(verb: "Token") -> bool:
    """Whether a verb has a passive subject or auxiliary."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def has_particle(verb: "Token") -> bool:
    """Whether a particle belongs to a verb: "held up"."""
    return any(child.dep_ == "prt" for child in verb.children)


def is_subject(token: "Token") -> bool:
    """Whether a word is a subject, active or passive."""
    return token.dep_ in _SUBJECTS


def is_active_subject(token: "Token") -> bool:
    """Whether a word is the subject of a verb in the active voice."""
    return bool(token.dep_ == "nsubj")


def is_object(token: "Token") -> bool:
    """Whether a word is the direct object of a verb."""
    return bool(token.dep_ == "dobj")


def is_attribute(token: "Token") -> bool:
    """Whether a copula says that its subject is this noun: "they were clerks"."""
    return bool(token.dep_ == "attr")


def is_argument(token: "Token") -> bool:
    """Whether a word is a subject, an object or the complement of a preposition."""
    return token.dep_ in _ARGUMENTS


def has_nominal_role(token: "Token") -> bool:
    """Whether a word stands where nouns stand: subject, object, complement, attribute."""
    return token.dep_ in _NOMINAL_ROLES


def is_agent_marker(token: "Token") -> bool:
    """Whether a word is the "by" of a passive."""
    return bool(token.dep_ == "agent")


def is_actor(token: "Token") -> bool:
    """Whether a word is a subject, active or passive, or a clause that is one."""
    return token.dep_ in _SUBJECTS | _ACTORS


def is_auxiliary(token: "Token") -> bool:
    """Whether a word is an auxiliary that forms no passive: "has", "would"."""
    return bool(token.dep_ == "aux")


def is_any_auxiliary(token: "Token") -> bool:
    """Whether a word is an auxiliary."""
    return token.dep_ in _AUXILIARIES


def is_object_complement(token: "Token") -> bool:
    """Whether a noun or adjective completes a verb: its object, or what it is called."""
    return token.dep_ in {"dobj", "oprd", "attr", "dative"}


def is_complement_noun(token: "Token") -> bool:
    """Whether a noun completes a verb or a preposition."""
    return token.dep_ in {"dobj", "attr", "pobj"}


def is_adjunct_or_object(token: "Token") -> bool:
    """Whether a dependent tells when, where or to whom something was said."""
    return token.dep_ in {"advmod", "npadvmod", "prep", "dobj", "dative"}
