"""The nouns that stand where a harm word has its victims, those joined to them one by one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Predicate
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.harm_lexicon import harm_forms
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import vague_words
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import is_adverbial_clause, modifies_noun
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.forms import is_singular_noun
from extractors.syntax.phrases import (
    complements_of,
    is_apposition,
    is_counted,
    is_preposition,
    is_prepositional_complement,
    prepositions_of,
)
from extractors.syntax.roles import attributes_of, is_object, subjects_of
from extractors.syntax.word_classes import (
    is_common_noun,
    is_nominal_or_numeral,
    is_numeral,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_victim_heads(predicate: Predicate) -> list["Token"]:
    """Find the heads of the noun phrases that name a predicate's victims.

    Args:
        predicate: The harm word.

    Returns:
        The head nouns, numbers or pronouns, coordinated ones one by one.
    """
    heads: list[Token] = []
    found = [*predicate.frame.find_heads(predicate.token)]
    found += _told_alike(predicate.token) if found else []
    companions = [_companion(child) for child in prepositions_of(predicate.token)]
    found = [each for head in found for each in among_those(head, predicate)]
    found = [each for each in found if each not in predicate.rest or is_counted(each)]
    opening = [each for head in found for each in _listed_before(head)]
    for head in [*opening, *found, *(c for c in companions if c is not None and found)]:
        for each in _with_conjuncts(head, predicate.token):
            if each not in heads:
                heads.append(each)
    return heads


def _told_alike(verb: "Token") -> list["Token"]:
    """Who is told without a number to have fared alike: "ten were killed, as was a guard"."""
    clauses = (
        child
        for child in verb.rights
        if is_adverbial_clause(child) and child.lemma_ in words_of("copula")
    )
    return [
        subject
        for clause in clauses
        if clause.i and clause.nbor(-1).lower_ in words_of("as-marker")
        for subject in subjects_of(clause)
        if subject.i > clause.i and not (is_counted(subject) or is_numeral(subject))
    ]


def _listed_before(head: "Token") -> list["Token"]:
    """Who opens a headline's list, which the parse cuts: "Six guards, | two clerks killed"."""
    comma = head.left_edge.i - 1
    if comma < 1 or head.doc[comma].text != "," or not is_counted(head):
        return []
    first = head.doc[comma - 1]
    opens = first.left_edge.i == 0 and is_counted(first) and is_people(first)
    return [first] if opens else []


def among_those(head: "Token", predicate: Predicate) -> list["Token"]:
    """Who is said to be among the victims: "five guards were among those killed"."""
    verb = head.head.head
    is_mass = head.lower_ in words_of("plural-demonstrative") or head == predicate.token
    if (
        not is_mass
        or head.head.lower_ not in words_of("membership-preposition")
        or verb.lemma_ not in words_of("copula")
    ):
        return [head]
    named = [*map(antecedent_of, subjects_of(verb)), *attributes_of(verb)]
    return [each for each in named if _is_nominal(each)] or [head]


def _with_conjuncts(head: "Token", predicate: "Token") -> Iterator["Token"]:
    if not _is_part_before_others(head, predicate):
        yield head
    for lower in _joined_too_low(head):
        yield from _with_conjuncts(lower, predicate)
    for child in head.children:
        if is_preposition(child) and (companion := _companion(child)) is not None:
            yield from _with_conjuncts(companion, predicate)
        joined = is_coordinated(child) or (is_apposition(child) and _counts_more(child, head))
        if not joined or child.i == predicate.i or _has_harm_of_its_own(child, head, predicate):
            continue
        if _is_nominal(child) and not (shares_count(child) or _is_same_person(child)):
            yield from _with_conjuncts(child, predicate)


def _is_part_before_others(head: "Token", predicate: "Token") -> bool:
    """Whether a noun tells of some of those before, and the harm word of others joined to it.

    "Nine were killed, | three guards among them, and 78 injured": nobody says the guards were.
    """
    among = (
        preposition
        for preposition in prepositions_of(head, words_of("membership-preposition"))
        if any(each.lower_ in words_of("plural-pronoun") for each in complements_of(preposition))
    )
    end = next((each.i for each in among), None)
    joined = (child for child in head.rights if is_coordinated(child))
    return end is not None and any(
        end < each.i < predicate.i and (is_numeral(each) or is_counted(each)) for each in joined
    )


def _joined_too_low(head: "Token") -> Iterator["Token"]:
    """Who is counted in the same way behind a head, wherever the parse hangs them.

    "Two men from Lal and three men from the village": "and" joins counts to counts.
    """
    after = head.doc[head.i + 1 :]
    if not (len(after) and after[0].lower_ in words_of("origin-of-people")):
        return
    if not (is_counted(head) and is_people(head)):
        return
    for noun in after[:-1]:
        if is_verbal(noun):
            return
        joined = head.doc[noun.left_edge.i - 1].lower_ in words_of("additive-conjunction")
        is_alike = noun.nbor().lower_ == after[0].lower_
        if joined and is_alike and is_counted(noun) and is_people(noun):
            yield noun


def _has_harm_of_its_own(noun: "Token", first: "Token", predicate: "Token") -> bool:
    """Whether a harm said of a noun before it is not said of one joined to it behind.

    "2 rebels killed, 6 guards wounded"; "nine who were killed and five who are missing"; "one dead
    and five others, including a guard, injured"; "seven dead and 80 clerks and guards injured".
    """
    if first == predicate and is_numeral(noun) and _stands_before_harm(noun):
        return True
    if not first.i < predicate.i < noun.i:
        return False
    if _stands_before_harm(noun.right_edge):
        return True
    follows = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in words_of("relative-subject")
    after = [*noun.rights]
    aside = pattern("including-aside-after").match(noun.doc.text[noun.idx + len(noun) :])
    if aside is not None and aside[1].lower() in harm_forms():
        return True
    return follows or any(modifies_noun(each) or each.lower_ in harm_forms() for each in after)


def _stands_before_harm(last: "Token") -> bool:
    """Whether a word of harm stands right behind a count: "35 dead & 70 | wounded"."""
    after = (token for token in last.doc[last.i + 1 :] if not token.is_space)
    return next(after, last).lower_ in harm_forms()


def shares_count(noun: "Token") -> bool:
    """Whether a noun is counted by the number of the one it is joined to: "81 crew and guests"."""
    first = noun.head
    return (
        is_coordinated(noun)
        and is_common_noun(noun)
        and noun.left_edge == noun
        and noun.lower_ not in vague_words()
        and any(is_numeral(child) for child in first.lefts)
        and any(child.lower_ in words_of("additive-conjunction") for child in first.rights)
        and noun.i - first.i == 2
    )


def _is_same_person(noun: "Token") -> bool:
    """Whether one article holds two trades of one person: "a bomb maker and trainer"."""
    first = noun.head
    trades = all(
        pattern("agent-noun-suffix").search(each.lower_) and is_singular_noun(each)
        for each in (first, noun)
    )
    named = any(child.lower_ in words_of("indefinite-article") for child in first.lefts)
    bare = noun.left_edge == noun and noun.i - first.i == 2
    return is_coordinated(noun) and trades and named and bare and is_object(first)


def _companion(preposition: "Token") -> "Token | None":
    """Who suffered the same: "the leader along with three others"."""
    around = preposition.doc[max(0, preposition.i - 1) : preposition.i + 2].text.lower()
    if pattern("along-with").search(around) is None:
        return None
    return next(filter(is_prepositional_complement, preposition.subtree), None)


def _counts_more(token: "Token", first: "Token") -> bool:
    """An apposition that goes on counting: "two officers, three guards and a driver".

    What counts a harm goes on with parts of it: "90 deaths, 30 of them since May".
    """
    if is_common_noun(first) and not is_people(first) and is_numeral(token):
        return False
    return any(is_numeral(child) for child in token.lefts) or is_numeral(token)


def _is_nominal(token: "Token") -> bool:
    return is_nominal_or_numeral(token) or token.lower_ in vague_words()
