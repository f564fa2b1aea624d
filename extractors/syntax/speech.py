"""Verbs of saying: voice, subject, agent, whom they quote, and where the parse misreads them."""

from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.roles import behind_members

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_passive_form(verb: "Token") -> bool:
    """Whether a verb is in the passive voice."""
    if _is_contracted_perfect(verb):
        return False
    if is_run_on_participle(verb):
        return True
    return any(child.dep_ == "auxpass" for child in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and not is_main_verb(verb)
    )


def is_run_on_participle(verb: "Token") -> bool:
    """Whether a participle with its agent tells of the word before, wherever the parse hangs it.

    "The toll was below the 90 dead claimed by the rebels": the parse says it of the toll.
    """
    if verb.tag_ != "VBN" or verb.i == 0 or any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts):
        return False
    before = verb.nbor(-1)
    is_counted = any(child.dep_ == "nummod" for child in before.lefts)
    return verb.dep_ in {"acomp", "oprd", "advcl"} and is_counted and agent_of(verb) is not None


def _is_contracted_perfect(verb: "Token") -> bool:
    """Whether "'s" is "has": "he's said that two died", not "he's said to be dead"."""
    before = verb.doc[max(0, verb.i - 2) : verb.i]
    return (
        len(before) == 2
        and before[0].lower_ in words_of("personal-subject")
        and before[1].lower_ in {"'s", "’s"}
        and verb.lemma_ not in speech_words("hears")
        and any(child.dep_ == "ccomp" for child in verb.rights)
    )


def is_main_verb(verb: "Token") -> bool:
    """Whether a participle is the past tense of a sentence that the parse left without a verb."""
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return reduced and (verb.head.dep_ == "ROOT" or _is_set_off(verb))


def _is_set_off(verb: "Token") -> bool:
    """Whether a noun and its verb end a sentence after a comma: "…, the agency reported Monday"."""
    first = verb.head.left_edge.i
    after = [token for token in verb.doc[verb.i + 1 :] if not token.is_punct]
    return (
        verb.i == verb.head.i + 1
        and first > 0
        and verb.nbor(first - 1 - verb.i).text == ","
        and all(
            token.lower_ in words_of("day-preposition") or token.ent_type_ in {"DATE", "TIME"}
            for token in after
        )
    )


def is_expletive(token: "Token") -> bool:
    """Whether a subject refers to no speaker ("there are", "it seems")."""
    if token.lower_ in words_of("expletive-pronoun"):
        return token.dep_ == "nsubjpass" or token.head.lemma_ in words_of("raising-verb")
    return token.lower_ in speech_words("expletive")


def quoted_person(verb: "Token") -> "Token | None":
    """Whom a verb of quoting quotes: "quoted him as saying", "he was quoted as saying"."""
    wanted = "nsubjpass" if is_passive_form(verb) else "dobj"
    for child in verb.children:
        if child.dep_ == wanted:
            return child
    if verb.dep_ == "acl":
        return verb.head
    return None


def agent_of(verb: "Token") -> "Token | None":
    """Who acts in a passive: "by AFP"."""
    for child in verb.rights:
        if child.dep_ == "agent" or (
            child.dep_ == "prep" and child.lower_ in words_of("agent-preposition")
        ):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def is_negated_clause(verb: "Token") -> bool:
    """Whether a verb is negated, by itself or by its subject."""
    if any(
        child.dep_ == "neg" or child.lower_ in words_of("negative-adverb")
        for child in verb.children
    ):
        return True
    subject = own_subject(verb)
    return subject is not None and (
        subject.lower_ in words_of("nobody")
        or any(child.lower_ in words_of("negative-quantifier") for child in subject.children)
    )


def object_of(verb: "Token") -> "Token | None":
    """The direct object of a verb."""
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def own_subject(verb: "Token") -> "Token | None":
    """The subject that a verb has itself."""
    nominal = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if not nominal:
        return _name_read_as_modal(verb)
    before = [behind_members(child) for child in nominal if child.i < verb.i]
    inverted = nominal[-1].i > verb.i and verb.i > 0 and verb.doc[verb.i - 1].is_punct
    return before[-1] if before and not inverted else nominal[-1]


def _name_read_as_modal(verb: "Token") -> "Token | None":
    """A name that the parse takes for a modal: "Will wrote", "May says".

    A modal governs a base form, so that no inflected verb has one beside it.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBN"} or verb.i == 0:
        return None
    before = verb.nbor(-1)
    is_modal = before.dep_ == "aux" and before.head == verb and before.tag_ in {"MD", "NNP"}
    return before if is_modal and before.text[0].isupper() else None


def is_spliced(verb: "Token") -> bool:
    """Whether a comma alone ties a verb to what precedes: "Two died, the mayor told them".

    The parse then leaves the words before the verb without a part in the sentence, or makes them
    an apposition that no comma closes; in "he came, thanked them, said …" they are the object of
    another verb.
    """
    finite = verb.dep_ == "advcl" and verb.tag_ in {"VBD", "VBZ", "VBP"}
    if not (finite or verb.dep_ in {"conj", "dep", "parataxis"}) or verb.head.i > verb.i:
        return False
    before = [token for token in verb.doc[verb.head.i + 1 : verb.i] if not token.is_punct]
    if not before:
        return False
    chain = _up_to(verb.head, before[-1])
    if before[-1].i == verb.i - 1 and any(_is_unclosed(token) for token in chain):
        return True
    if any(token.dep_ in {"cc", "mark"} for token in before):
        return False
    if any(
        token.dep_ == "appos" and token.ent_type_ == "PERSON" != token.head.ent_type_
        for token in chain
    ):
        # "died on Monday, Ana Lal, mayor of Ruda said": a person specifies no day
        return True
    return chain[-1].dep_ in {"dep", "npadvmod", "parataxis", "appos"}


def _up_to(top: "Token", token: "Token") -> list["Token"]:
    """A token and those above it, as far as below another."""
    chain = [token]
    while chain[-1].head not in {top, chain[-1]}:
        chain.append(chain[-1].head)
    return chain


def _is_unclosed(token: "Token") -> bool:
    """Whether an apposition to what is no name opens after a comma: ", the mayor | said"."""
    first = token.left_edge.i
    opened = first > 0 and token.doc[first - 1].text == ","
    return token.dep_ == "appos" and token.head.pos_ != "PROPN" and opened
