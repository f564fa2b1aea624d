"""Whether a harm is told as having happened: not planned, feared, general or denied."""

from typing import TYPE_CHECKING

from extractors.constructions.denied import has_any, has_no
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.syntax.clauses import (
    governing_verb,
    is_adverbial_clause,
    is_present_reduced_clause,
    is_root,
    stands_apart,
    verb_chain,
)
from extractors.syntax.coordination import first_of_coordination, is_coordinated
from extractors.syntax.forms import (
    is_adjective_form,
    is_base_form,
    is_plural_common_noun,
    is_present,
)
from extractors.syntax.negation import has_negation
from extractors.syntax.phrases import (
    compounds_of,
    is_adjectival,
    is_compound,
    is_preposition,
    is_prepositional_complement,
)
from extractors.syntax.roles import (
    auxiliaries_of,
    is_agent_marker,
    markers_of,
    passive_subjects_of,
    predicatives_of,
)
from extractors.syntax.word_classes import is_full_verb, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE_ENDS = frozenset('.;:"!')


def find_irrealis(token: "Token") -> str | None:
    """Say why a harm word does not tell what happened, or nothing.

    Args:
        token: The harm word.

    Returns:
        "could have killed": a modal; "plans to kill": an intention; "if five were killed": a
        condition; "feared dead": a fear; "was not killed": negated.
    """
    if (
        token.lower_ in words_of("longing")
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ in words_of("infinitive-marker")
    ):
        return "an idiom"
    if _is_asked(token) or _is_compared(token):
        return "a question or a comparison"
    if any(map(_is_not_intended, verb_chain(token))):
        return "a denial of intent"
    unreal = next(filter(None, map(_find_unreal, verb_chain(token))), None)
    if unreal is not None:
        return unreal
    if _is_given_reason(token):
        return None
    if not is_verbal(token) and (outer := governing_verb(token)) is not None:
        reason = find_irrealis(outer) if is_full_verb(outer) or not is_root(outer) else None
        if reason is not None:
            return reason
    if _is_bare_infinitive(token) and not _follows_implicative(token):
        return "an intention or a purpose"
    doubter = _find_doubter(token)
    return None if doubter is None else f"not told as a fact: {doubter.lower_!r}"


def _is_not_intended(verb: "Token") -> bool:
    """Whether only intent is denied: "had not deliberately killed any villagers"."""
    adverbs = {child.lower_ for child in verb.lefts}
    return has_negation(verb) and not words_of("intent").isdisjoint(adverbs)


def _find_doubter(token: "Token") -> "Token | None":
    """The word that leaves a harm open, told by a verb or of a noun: "reports of a killed man"."""
    governor = _governor(token)
    if governor is not None and _is_named(token, governor):
        return None
    is_open = governor is not None and (_doubts(governor) or _is_unseen(governor, token))
    if is_open or (governor is not None and _is_passed_over(governor, token)):
        return governor
    if (ordered := _told_in_compound(token)) is not None:
        return ordered
    described = _governor(token.head) if is_adjectival(token) else None
    return described if described is not None and _is_unascertained(described) else None


def _is_named(noun: "Token", verb: "Token") -> bool:
    """Whether a noun is called something, and not called for: "the toll was called too low"."""
    described = any(is_adjective_form(each) for each in predicatives_of(verb))
    return noun in passive_subjects_of(verb) and described


def _told_in_compound(noun: "Token") -> "Token | None":
    """The verb of a headline that the parse takes for a noun: "Mayor orders arrest of killers"."""
    before = noun.nbor(-1) if noun.i > 1 else noun
    is_compounded = before in compounds_of(noun) and is_plural_common_noun(before)
    return before if is_compounded and before.lemma_ in words_of("doubt") else None


def _find_unreal(verb: "Token") -> str | None:
    """Say why the clause of a verb tells no fact: its mood, or the time that it tells of."""
    auxiliaries = {auxiliary.lower_ for auxiliary in auxiliaries_of(verb)}
    is_fact = _can_ascertain(verb, auxiliaries) or _is_held_possible(verb, auxiliaries)
    if auxiliaries & words_of("modal") and not is_fact:
        return "a modal: it may or would happen"
    if _is_condition(verb):
        return "a condition"
    return "a time to come" if _is_to_come(verb) else None


def _is_to_come(verb: "Token") -> bool:
    """Whether a clause in the present tells when something will be: "ends when all are killed"."""
    tenses = [verb, *auxiliaries_of(verb)]
    modal = any(each.lower_ in words_of("modal") for each in auxiliaries_of(verb.head))
    return modal and is_adverbial_clause(verb) and any(map(is_present, tenses))


def _is_given_reason(noun: "Token") -> bool:
    """Whether a harm is told as the reason of what may follow it: "in revenge for the deaths"."""
    given = noun.head.head
    return is_prepositional_complement(noun) and given.lower_ in words_of("given-reason")


def _can_ascertain(verb: "Token", auxiliaries: set[str]) -> bool:
    """Whether somebody is able to tell, and so tells: "could confirm 12 deaths"."""
    able = bool(auxiliaries & words_of("ability")) and not has_negation(verb)
    return able and verb.lemma_.lower() in words_of("ascertains")


def _is_held_possible(verb: "Token", auxiliaries: set[str]) -> bool:
    """Whether somebody tells with doubt what has happened: "may have died", "could be dead".

    "Could have died" tells what did not happen, "may die" what has not.
    """
    if has_negation(verb) or any(map(_is_condition, verb.children)):
        return False
    if verb.lemma_ in words_of("copula"):
        return bool(auxiliaries & words_of("possibility"))
    is_open = bool(auxiliaries & words_of("open-possibility"))
    return is_open and bool(auxiliaries & words_of("perfect-auxiliary"))


def _is_condition(clause: "Token") -> bool:
    """Whether a clause is the condition of another: "if it had burned, …"."""
    return any(marker.lower_ in words_of("condition") for marker in markers_of(clause))


def _is_compared(token: "Token") -> bool:
    """Whether something is measured by a harm: "worse than the death of a child"."""
    return is_prepositional_complement(token) and token.head.lower_ in words_of(
        "comparative-conjunction"
    )


def _is_asked(token: "Token") -> bool:
    """Whether a question mark ends the clause: "Were ten people killed?"."""
    for following in token.doc[token.i :]:
        if following.text in _CLAUSE_ENDS:
            return False
        if following.text == "?":
            return True
    return False


def _doubts(governor: "Token") -> bool:
    """Whether the governing word plans, fears, leaves open or cannot confirm what follows."""
    if {governor.lemma_.lower(), governor.lower_.removesuffix("s")} & words_of("doubt"):
        return True
    if _is_unascertained(governor):
        return True
    if is_present_reduced_clause(governor) and governor.head.lemma_ in words_of("sought"):
        return True
    return any(each.lower_ in words_of("possible") for each in predicatives_of(governor))


def _is_unseen(governor: "Token", token: "Token") -> bool:
    """Whether somebody did not see what follows: "did not see him shoot two men".

    "Has seen no casualties" and "has not seen any" say that there are none.
    """
    is_sight = governor.lemma_.lower() in words_of("perceives")
    return is_sight and has_negation(governor) and not has_any(token)


def _is_passed_over(governor: "Token", token: "Token") -> bool:
    """Whether a harm is only not mentioned: "the statement mentioned no losses"."""
    return governor.lemma_.lower() in words_of("mentions") and has_no(token)


def _is_unascertained(governor: "Token") -> bool:
    """Whether somebody cannot confirm what follows, or reports of it."""
    if governor.lower_ in words_of("report-noun"):
        governor = governor.head
    return governor.lemma_.lower() in words_of("ascertains") and has_negation(governor)


def is_rate(after: str) -> bool:
    """Whether what follows a count makes it a rate: "21 people a day"."""
    return pattern("rate-per-time").match(after) is not None


def _is_bare_infinitive(token: "Token") -> bool:
    auxiliaries = [auxiliary.lower_ for auxiliary in auxiliaries_of(token)]
    if words_of("infinitive-marker").isdisjoint(auxiliaries):
        joined = is_coordinated(token) and is_base_form(token)
        return joined and _is_bare_infinitive(token.head)
    return words_of("perfect-auxiliary").isdisjoint(auxiliaries)


def _follows_implicative(token: "Token") -> bool:
    governor = first_of_coordination(token).head
    if governor.lower_ in words_of("future"):
        return False
    if governor.lower_ in words_of("goes"):
        return any(each.lower_ in words_of("goes-on") for each in governor.rights)
    return bool({governor.lemma_.lower(), governor.lower_} & words_of("implicative"))


def _are_parted(one: "Token", other: "Token") -> bool:
    """Whether a semicolon stands between two words: what follows it governs nothing before it."""
    first, last = sorted((one.i, other.i))
    return any(word.text == ";" for word in one.doc[first:last])


def _governor(token: "Token") -> "Token | None":
    """The word on which the harm depends: the verb of an event noun, the noun before "of"."""
    head = token.head
    if stands_apart(token) or _are_parted(token, head):
        return None
    if is_prepositional_complement(token) and (is_preposition(head) or is_agent_marker(head)):
        return head.head if head.lower_ in words_of("transparent-preposition") else head
    if is_coordinated(token) or is_compound(token):
        return _governor(head)
    return head if head != token else None
