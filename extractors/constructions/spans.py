"""The words that name the victims."""

from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.counted_phrases import is_label, is_people
from extractors.constructions.harm_lexicon import harm_forms
from extractors.constructions.implicit import is_named_by_age
from extractors.constructions.victim_heads import shares_count
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import people_words
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import find_numbers
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.clauses import find_actors, is_past_reduced_clause, is_relative_clause
from extractors.syntax.coordination import is_conjunction, is_coordinated
from extractors.syntax.forms import is_adjective_form, is_plural_noun
from extractors.syntax.phrases import (
    carries_on,
    complements_of,
    is_adjectival,
    is_case_marker,
    is_genitive_complement,
    is_preposition,
    is_prepositional_complement,
    leads_its_noun,
)
from extractors.syntax.roles import (
    is_active_subject,
    is_agent_marker,
    is_argument,
    is_object,
    objects_of,
)
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PUNCTUATION = {",", "-", "--", ";", ":", '"', "(", ")"}
_POSSESSIVE = {"'s", "’s"}
_TOLD_AS = 3
"""Words after a number that say who those counted were."""


def find_victims(casualty: Casualty, tree: "Doc") -> tuple[int, int] | None:
    """Find the victims' words, the number and its modifier left out.

    Args:
        casualty: The count.
        tree: The parsed sentence.

    Returns:
        Offsets within the sentence, or null where the sentence leaves the victims out.
    """
    noun = casualty.noun
    if noun is None or noun == casualty.predicate:
        return None
    number = casualty.number
    start = _after_number(noun, noun.doc[_first(noun).i].idx, tree.text)
    if start < number.end <= noun.idx:
        start = number.end
    end = _last(noun, casualty.predicate)
    if noun.idx < number.start < end:  # "the number of soldiers killed at 40"
        end = noun.idx + len(noun)
    words = [t for t in tree if start <= t.idx < end and not t.is_space]
    counted = number.end <= noun.idx
    leading = words_of("leading") | words_of("plural-pronoun")
    while words and (words[0].text in _PUNCTUATION or (counted and words[0].lower_ in leading)):
        if len(words) == 1:
            break
        words = words[1:]
    if not words or all(token.lower_ in words_of("further") for token in words):
        return None
    return words[0].idx, end


def _after_number(noun: "Token", start: int, sentence: str) -> int:
    """Where a phrase begins after its own number: "at least 14 people" is about people."""
    ends = [
        n.end
        for n in find_numbers(sentence)
        if not n.refusal and start <= n.start and n.end <= noun.idx
    ]
    return max(ends, default=start)


def _first(noun: "Token") -> "Token":
    first = noun
    for child in reversed(list(noun.lefts)):
        if is_named_by_age(noun):
            return noun.doc[noun.left_edge.i]
        if not leads_its_noun(child) or child.text in {",", ";"}:
            break
        first = noun.doc[child.left_edge.i]
    return first


def _last(noun: "Token", predicate: "Token") -> int:
    """The end of the phrase: its "of" complement and a participle belong to it, clauses don't."""
    last = noun
    for child in noun.rights:
        if predicate in child.subtree or child == predicate:
            break
        if is_preposition(child) and child.lower_ in words_of("belonging"):
            last = _phrase_end(child)
        elif _describes(child) and child.i == last.i + 1:
            last = noun.doc[child.right_edge.i]
        elif is_case_marker(child) and child.text in _POSSESSIVE:
            last = child
        elif is_conjunction(child):
            continue
        elif shares_count(child) and is_people(child):
            last = child
        else:
            break
    return last.idx + len(last)


def _describes(clause: "Token") -> bool:
    """Whether a participle says who somebody is, and not what befell him: "aged 12"."""
    return is_past_reduced_clause(clause) and clause.lower_ not in harm_forms()


def _phrase_end(preposition: "Token") -> "Token":
    last = preposition
    for complement in complements_of(preposition):
        last = complement
        for child in complement.rights:
            if not carries_on(child) or child.lower_ in words_of("locating"):
                break
            last = child.doc[child.right_edge.i]
    return last


def _told_as(casualty: Casualty, tree: "Doc") -> "Token | None":
    """The noun that says who those counted were: "six were children"."""
    number, noun = casualty.number, casualty.noun
    if not number.basis.is_explicit or noun not in {None, casualty.predicate}:
        return None
    if pattern("partitive-preposition-before").search(tree.text[: number.start]):
        return None  # "four of the 11 dead were clerks" tells of the four
    after = [token for token in tree if token.idx >= number.end][:_TOLD_AS]
    if after and after[0] == casualty.predicate:
        after = after[1:]
    if len(after) < 2 or after[0].lemma_ not in words_of("copula"):
        return None
    return after[1] if is_plural_noun(after[1]) and is_people(after[1]) else None


def find_antecedent(casualty: Casualty, earlier: list[Casualty], tree: "Doc") -> "Token | None":
    """Find whom an elliptical count is about: "60 guards were wounded, 20 seriously".

    Args:
        casualty: A count whose noun is left out.
        earlier: Counts before it in the sentence.
        tree: The parsed sentence.
    """
    if (complement := _told_as(casualty, tree)) is not None:
        return complement
    unnamed = words_of("mass") - people_words().keys()
    silent = (words_of("plural-pronoun") | unnamed) - words_of("others")
    if casualty.noun is not None and casualty.noun.lower_ not in silent:
        return casualty.noun
    if pattern("on-a-side").match(tree.text, casualty.number.end):
        return casualty.noun  # "four guards died, and seven on the other side"
    if is_adjective_form(casualty.predicate) and _is_definite(casualty.predicate):
        return casualty.noun
    if casualty.noun is not None and casualty.predicate in casualty.noun.rights:
        return casualty.noun  # "those killed" says itself who they are
    # "killing most of the gunmen and bringing the number of hostages killed to 23"
    named = casualty.construction.victims_beneath and _possible_antecedents(casualty, tree)
    before = (
        [] if named else [each for each in earlier if each.number.start < casualty.number.start]
    )
    for place, other in enumerate(before):
        if casualty.whole == other.number:
            return find_antecedent(other, before[:place], tree)
    for other in reversed(before):
        if other.whole is None and other.noun is not None and other.noun != other.predicate:
            return other.noun
    wholes = [other for other in before if other.whole is None]
    if wholes and casualty.noun is None and wholes[-1].number.basis.is_explicit:
        shared = find_antecedent(wholes[-1], wholes[:-1], tree)
        return None if shared == wholes[-1].predicate else shared
    some = {other.noun for other in before if other.whole is not None}
    nouns = [each for each in _possible_antecedents(casualty, tree) if each not in some]
    return nouns[-1] if nouns else casualty.noun


def _possible_antecedents(casualty: Casualty, tree: "Doc") -> list["Token"]:
    """The nouns before a count that can be its victims: people, and none of those who act."""
    actors = find_actors(casualty.predicate)
    doers = {_side(actor) for actor in actors} - {None}
    construction = casualty.construction
    clause = _clause_about_thing(casualty.predicate)
    return [
        token
        for token in (tree if clause is None else clause.subtree)
        if token.idx < casualty.number.start
        and is_argument(token)
        and is_plural_noun(token)
        and is_people(token)
        and not is_agent_marker(token.head)
        and token not in actors
        and token.head.lower_ not in words_of("opposing")
        and not _acts(token)
        and not _is_one_of_two_sides(token)
        and not any(is_genitive_complement(token) and token in each.subtree for each in actors)
        and not any(_tells(each, casualty.predicate) for each in (token, *token.ancestors))
        and (not construction.victims_beneath or casualty.predicate in token.ancestors)
        and not (is_active_subject(token) and construction.subject_tells)
        and not is_label(token)
        and _side(token) not in doers
        and token.head != casualty.predicate
        and casualty.predicate not in token.conjuncts
    ]


def _clause_about_thing(harm: "Token") -> "Token | None":
    """The relative clause of a harm that tells of no people: "behind the raid in which 12 died".

    Who stands outside of it, such as those behind the raid, is not told to be among the harmed.
    """
    clause = next((each for each in (harm, *harm.ancestors) if is_relative_clause(each)), None)
    if clause is None or is_people(clause.head):
        return None
    # without a pronoun it can be a sentence that lost its stop; "whom" is said of people alone
    pronouns = [each for each in clause.subtree if is_relative_pronoun(each)]
    is_of_people = any(each.lower_ in words_of("personal-relative") for each in pronouns)
    return clause if pronouns and not is_of_people else None


def _is_definite(harm: "Token") -> bool:
    """Whether a harm word is itself the noun: "the funerals of the four dead"."""
    noun = harm.head if is_adjectival(harm) and is_numeral(harm.head) else harm
    return is_prepositional_complement(noun) and any(
        child.lower_ in words_of("definite-article") for child in noun.lefts
    )


def _side(noun: "Token") -> str | None:
    """Which side a noun tells of, where it tells of one: who kills is not who is killed."""
    word = people_words().get(noun.lemma_.lower())
    return word.id if word is not None and word.takes_side else None


def _is_one_of_two_sides(noun: "Token") -> bool:
    """Whether a noun names one of two sides that fight: "guards and rebels clash, 12 killed"."""
    side = _side(noun)
    fights = noun.head.lemma_.lower() in words_of("fighting") and is_active_subject(noun)
    return fights or (
        side is not None and {side} < {_side(noun), *map(_side, noun.conjuncts)} - {None}
    )


def _tells(noun: "Token", harm: "Token") -> bool:
    """Whether the harm lies in what a noun says, finds or does: "residents said 12 were killed".

    Nor is it of those in the speaker's name: "the Front for Prisoners said 12 were killed". A
    clause that is only joined to its own leaves it the one harmed: "they fled and 12 died".
    """
    verb = noun.head
    if not is_active_subject(noun) or verb not in harm.ancestors:
        return False
    below = next(token for token in [harm, *harm.ancestors] if token.head == verb)
    return not is_coordinated(below)


def _acts(noun: "Token") -> bool:
    """Whether a noun is who did something to others, or was told of them.

    "The divers recovered two bodies"; "the clinic told reporters that it had two bodies".
    """
    if is_object(noun) and noun.head.lemma_.lower() in words_of("telling"):
        return True
    verb = noun.head
    return is_active_subject(noun) and any(each.i > verb.i for each in objects_of(verb))
