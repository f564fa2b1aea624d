"""Parts of a noun phrase: what stands before its noun, and its complements."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_NAMING = frozenset({"amod", "compound", "nmod"})
_DETERMINED = _PREMODIFIERS | {"det"}
_OPENS = _DETERMINED | {"nummod"}
_OPENING = _DETERMINED | {"predet"}
_LEFT = _DETERMINED | {"case", "nummod", "punct", "cc", "conj", "advmod"}
_SORTS = frozenset({"amod", "compound", "poss"})
_NUMBER_LINKS = frozenset(
    {"nummod", "quantmod", "amod", "det", "predet", "compound", "nmod", "advmod", "appos"}
    | {"npadvmod", "poss", "dep", "nsubj"}
)
_CONTINUES = frozenset({"prep", "appos", "case", "compound"})
_WITHIN = frozenset({"pobj", "prep", "acl"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})


def is_adjectival(token: "Token") -> bool:
    """Whether a word modifies a noun as an adjective does: "dead men", "armed men"."""
    return bool(token.dep_ == "amod")


def is_compound(token: "Token") -> bool:
    """Whether a noun only tells the sort of another: "casualty figures"."""
    return bool(token.dep_ == "compound")


def is_case_marker(token: "Token") -> bool:
    """Whether a word is the "'s" of a possessive."""
    return bool(token.dep_ == "case")


def precedes_its_noun(token: "Token") -> bool:
    """Whether a word modifies or owns a noun after it."""
    return token.dep_ in _PREMODIFIERS and token.head.i > token.i


def names_its_noun(token: "Token") -> bool:
    """Whether a word modifies a noun after it, owners left out."""
    return token.dep_ in _NAMING and token.head.i > token.i


def head_of_phrase(token: "Token") -> "Token":
    """The noun of the phrase whose determiners and modifiers a word is among."""
    while token.dep_ in _DETERMINED and token.head.i > token.i:
        token = token.head
    return token


def first_of_phrase(noun: "Token") -> "Token":
    """The first word of a noun's determiners, modifiers and owners, or the noun."""
    left = [token for token in noun.lefts if token.dep_ in _OPENING]
    return noun.doc[left[0].left_edge.i] if left else noun


def compounds_of(noun: "Token") -> list["Token"]:
    """The nouns before a noun that make one name with it: "Ana Maria Lal"."""
    return [token for token in noun.lefts if token.dep_ == "compound"]


def tells_sort(token: "Token") -> bool:
    """Whether a word tells of which sort or whose its noun is: adjective, noun or owner."""
    return token.dep_ in _SORTS


def is_owner(token: "Token") -> bool:
    """Whether a word is the possessive of its noun: "the guards' deaths"."""
    return bool(token.dep_ == "poss")


def appositions_of(noun: "Token") -> list["Token"]:
    """The nouns that a noun is specified by: "a clerk, Ana Lal,"."""
    return [token for token in noun.children if token.dep_ == "appos"]


def is_apposition(token: "Token") -> bool:
    """Whether a noun specifies another."""
    return bool(token.dep_ == "appos")


def is_counted(token: "Token") -> bool:
    """Whether a number modifies a word."""
    return any(child.dep_ == "nummod" for child in token.lefts)


def links_number(token: "Token") -> bool:
    """Whether a word can tie a number to its head: the parse hangs numbers in many ways."""
    return token.dep_ in _NUMBER_LINKS


def leads_its_noun(token: "Token") -> bool:
    """Whether a word belongs to its noun's phrase from the left."""
    return token.dep_ in _LEFT


def start_behind_joint(noun: "Token", verb: "Token") -> int | None:
    """Where a noun's phrase begins that "and" joins to a clause: "lost 12 men and | the rebels 30".

    Args:
        noun: The noun.
        verb: The verb of the clause before.

    Returns:
        The first token of the phrase; none where no such word stands before it.
    """
    first = noun.i
    while (
        first > verb.i
        and leads_its_noun(noun.doc[first - 1])
        and noun.doc[first - 1].lower_ not in words_of("gapping-joint")
    ):
        first -= 1
    is_joined = verb.i < first - 1 and noun.doc[first - 1].lower_ in words_of("gapping-joint")
    return first if is_joined else None


def carries_on(token: "Token") -> bool:
    """Whether a word goes on with the phrase of a complement: "in the camp of the guards"."""
    return token.dep_ in _CONTINUES


def opens_clause_of_noun(token: "Token") -> bool:
    """Whether a verb begins a clause within a noun's phrase."""
    return token.dep_ in _CLAUSES


def is_preposition(token: "Token") -> bool:
    """Whether a word has its complement behind it: "of", "in"."""
    return bool(token.dep_ == "prep")


def is_prepositional_complement(token: "Token") -> bool:
    """Whether a noun is the complement of a preposition."""
    return bool(token.dep_ == "pobj")


def is_genitive_complement(token: "Token") -> bool:
    """Whether a noun is the complement of "of": "the killing of guards"."""
    return bool(token.dep_ == "pobj" and token.head.lower_ in words_of("genitive-preposition"))


def is_within_phrase(token: "Token") -> bool:
    """Whether a word belongs to the phrase of the noun above it."""
    return token.dep_ in _WITHIN


def complements_of(preposition: "Token") -> list["Token"]:
    """The nouns that a preposition governs."""
    return [child for child in preposition.children if child.dep_ == "pobj"]


def prepositions_of(token: "Token", words: Collection[str] | None = None) -> Iterator["Token"]:
    """The prepositions that hang on a word.

    Args:
        token: The word.
        words: Those wanted; null for all.
    """
    for child in token.children:
        if child.dep_ == "prep" and (words is None or child.lower_ in words):
            yield child


def has_number_behind(noun: "Token") -> bool:
    """Whether a noun has its number in a phrase of its own: "a figure of 10", "of 30 dead"."""
    told = (each for of in prepositions_of(noun) for each in complements_of(of))
    return any(is_numeral(each) or any(map(is_numeral, each.lefts)) for each in told)


def is_prepositional_clause(verb: "Token") -> bool:
    """Whether a verb completes a preposition: "as saying"."""
    return bool(verb.dep_ == "pcomp")


def is_determiner(token: "Token") -> bool:
    """Whether a word determines its noun: "the", "a", "no"."""
    return bool(token.dep_ == "det")


def is_adverbial(token: "Token") -> bool:
    """Whether an adverb modifies a word."""
    return bool(token.dep_ == "advmod")


def is_adverbial_noun(token: "Token") -> bool:
    """Whether a noun tells when or how far: "said Monday"."""
    return bool(token.dep_ == "npadvmod")


def is_particle(token: "Token") -> bool:
    """Whether a word is the particle of its verb: "pointed out"."""
    return bool(token.dep_ == "prt")


def opens_its_noun(token: "Token") -> bool:
    """Whether a word stands before its noun, as its determiner, number or modifier."""
    return token.dep_ in _OPENS and token.head.i > token.i


def follows_comma(token: "Token") -> bool:
    """Whether a comma stands right before a word."""
    return token.i > 0 and token.nbor(-1).text == ","


def can_be_predicate(word: "Token") -> bool:
    """Whether an adjective can tell a state of mind of its bearer: "is certain that"."""
    return word.dep_ in {"acomp", "oprd", "amod", "conj", "ROOT", "advcl"}
