"""Whether a harm is told as having happened: not planned, feared, general or denied."""

from typing import TYPE_CHECKING

import regex

from extractors.constructions.contexts import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_RATE = regex.compile(
    r"(?i)^\W{0,2}(?:a|per|each|every)\s+(?:single\s+)?(?:hour|day|night|week|month|year)\b"
)


def find_irrealis(token: "Token") -> str | None:
    """Say why a harm word does not tell what happened, or nothing.

    Args:
        token: The harm word.

    Returns:
        "could have killed": a modal; "plans to kill": an intention; "if five were killed": a
        condition; "feared dead": a fear; "was not killed": negated.
    """
    if token.lower_ == "dying" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return "an idiom"
    if _is_asked(token):
        return "a question"
    for verb in _verb_chain(token):
        auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
        if auxiliaries & words_of("modal") and not _can_ascertain(verb, auxiliaries):
            return "a modal: it may or would happen"
        if any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in words_of("condition")
            for c in verb.children
        ):
            return "a condition"
    if token.pos_ not in {"VERB", "AUX"} and (outer := _clause_of(token)) is not None:
        reason = find_irrealis(outer) if outer.pos_ == "VERB" or outer.dep_ != "ROOT" else None
        if reason is not None:
            return reason
    if _is_bare_infinitive(token) and not _follows_implicative(token):
        return "an intention or a purpose"
    governor = _governor(token)
    if governor is not None and _doubts(governor):
        return f"not told as a fact: {governor.lower_!r}"
    return None


def _can_ascertain(verb: "Token", auxiliaries: set[str]) -> bool:
    """Whether somebody is able to tell, and so tells: "could confirm 12 deaths"."""
    negated = any(child.dep_ == "neg" for child in verb.children)
    able = bool(auxiliaries & {"can", "could"}) and not negated
    return able and verb.lemma_.lower() in words_of("ascertains")


def _is_asked(token: "Token") -> bool:
    """Whether a question mark ends the clause: "Were ten people killed?"."""
    for following in token.doc[token.i :]:
        if following.text in {".", ";", ":", '"', "!"}:
            return False
        if following.text == "?":
            return True
    return False


def _doubts(governor: "Token") -> bool:
    """Whether the governing word plans, fears or thinks possible what follows."""
    if {governor.lemma_.lower(), governor.lower_.removesuffix("s")} & words_of("doubt"):
        return True
    return any(
        c.dep_ in {"acomp", "attr", "oprd"} and c.lower_ in words_of("possible")
        for c in governor.children
    )


def _clause_of(noun: "Token") -> "Token | None":
    """The verb of the noun's clause."""
    return next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)


def is_negated(token: "Token") -> bool:
    """Whether the harm word itself is negated: "was not killed", "did not wound any"."""
    return any(
        (child.dep_ == "neg" or child.lower_ in words_of("negation")) and not _corrects(child)
        for verb in _verb_chain(token)
        for child in verb.children
    )


def _corrects(negation: "Token") -> bool:
    """Whether a negation only puts a figure right: "two died, not 20"."""
    after = negation.nbor() if negation.i + 1 < len(negation.doc) else negation
    return negation.i > negation.head.i and after.pos_ == "NUM"


def is_rate(after: str) -> bool:
    """Whether what follows a count makes it a rate: "21 people a day"."""
    return _RATE.match(after) is not None


def is_denied(token: "Token") -> bool:
    """Whether a verb of denial governs the harm word: "denied that any were killed"."""
    in_clause = True
    while token.dep_ not in {"ROOT", "advcl", "relcl"} and (in_clause or token.dep_ != "conj"):
        in_clause = in_clause and token.dep_ != "ccomp"
        token = token.head
        if token.lemma_.lower() in words_of("denial") or _is_untrue(token):
            return True
    return _is_untrue(token)


def _is_untrue(verb: "Token") -> bool:
    """Whether a clause calls what it tells untrue: "it is a lie that", "do not believe that"."""
    told = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd", "nsubj"}]
    said = {c.lower_ for c in told if c.dep_ != "nsubj"}
    negated = any(c.dep_ == "neg" for c in verb.children)
    if verb.lemma_.lower() == "believe" and negated:
        return not any(c.dep_ == "nsubj" for c in verb.children)
    without = any(c.lower_ in {"truth", "basis"} and _has_no(c) for c in told)
    return bool(said & words_of("untrue")) or (negated and "true" in said) or without


def _has_no(noun: "Token") -> bool:
    return any(child.lower_ == "no" for child in noun.lefts)


def _verb_chain(token: "Token") -> list["Token"]:
    """The word, and the verbs that it complements or is coordinated with."""
    chain = [token]
    while len(chain) < 6:
        last = chain[-1]
        own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in last.children)
        if last.dep_ in {"xcomp", "acomp", "oprd", "auxpass"} or (
            last.dep_ == "conj" and not own_subject and last.head.pos_ in {"VERB", "AUX"}
        ):
            chain.append(last.head)
        else:
            break
    return chain


def _is_bare_infinitive(token: "Token") -> bool:
    auxiliaries = [c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}]
    if "to" not in auxiliaries:
        first = token.head
        return token.dep_ == "conj" and token.tag_ == "VB" and _is_bare_infinitive(first)
    return "have" not in auxiliaries


def _follows_implicative(token: "Token") -> bool:
    while token.dep_ == "conj":
        token = token.head
    if token.head.lower_ in {"going", "gonna"}:
        return False
    return bool({token.head.lemma_.lower(), token.head.lower_} & words_of("implicative"))


def _governor(token: "Token") -> "Token | None":
    """The word on which the harm depends: the verb of an event noun, the noun before "of"."""
    head = token.head
    if token.dep_ in {"advcl", "relcl"} or (token.dep_ == "acl" and token.tag_ == "VBG"):
        return None
    if token.dep_ == "pobj" and head.dep_ in {"prep", "agent"}:
        return head.head if head.lower_ in {"of", "for", "in", "to", "about", "from"} else head
    if token.dep_ in {"conj", "compound"}:
        return _governor(head)
    return head if head != token else None
