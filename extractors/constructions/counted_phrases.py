"""How many a noun phrase counts, and whether it counts people."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.constructions.harm_lexicon import harm_forms
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import ThingWord, people_words, thing_words
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.forms import is_plural_name
from extractors.syntax.phrases import (
    complements_of,
    is_genitive_complement,
    links_number,
    prepositions_of,
)
from extractors.syntax.word_classes import (
    has_class,
    is_common_noun,
    is_nominal,
    is_numeral,
    is_pronoun,
    is_proper_noun,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun phrase with its count.

    Attributes:
        head: The word that the harm word governs.
        noun: The noun of people, or null where the text leaves it out ("eight were killed").
        number: The number that counts it, if any.
    """

    head: "Token"
    noun: "Token | None"
    number: Number | None


def count(head: "Token", numbers: tuple[Number, ...]) -> Counted:
    """Read how many a noun phrase counts.

    Args:
        head: Head of the phrase.
        numbers: The numbers of the sentence, offsets as in the tree.
    """
    own = _covering(head, numbers)
    if own is not None:
        return Counted(head, _complement(head) or _noun_behind(head, own), own)
    modifying = [
        number
        for number in numbers
        if _modifies(number, head) and not _is_correlative(number, head)
    ]
    if (
        not modifying
        and head.lower_ in words_of("collective")
        and (inner := _complement(head)) is not None
    ):
        return count(inner, numbers) if inner != head else Counted(head, inner, None)
    if not modifying and is_genitive_complement(head):
        outer = _covering(head.head.head, numbers)
        return Counted(head, head, outer)
    return Counted(head, head, _nearest(modifying, head))


def _nearest(modifying: list[Number], head: "Token") -> Number | None:
    """The last of the numbers before a noun, or the share of the harmed: "six of 40 wounded"."""
    if len(modifying) > 1 and not is_people(head):
        share, base = modifying[-2:]
        if pattern("of-between").fullmatch(head.doc.text[share.end : base.start]):
            return share
    return modifying[-1] if modifying else None


def refuse_noun(noun: "Token | None", *, weak: bool) -> str | None:
    """Say why a noun cannot be a victim, or nothing.

    Args:
        noun: The noun, or null where it is left out.
        weak: Whether the harm word has other senses and needs a known noun of people.
    """
    if noun is None:
        return "no noun of people" if weak else None
    inner = _complement(noun) if noun.lower_ in words_of("herd-count") else None
    if inner is not None and inner.lower_ in words_of("herd"):
        return "not people: animals"
    if is_people(noun):
        return None
    thing = _thing_of(noun)
    if thing is not None:
        return f"not people: {thing.reason}"
    if noun.ent_type_ in {"MONEY", "PERCENT", "DATE", "TIME", "QUANTITY", "ORDINAL"}:
        return f"not people: {noun.ent_type_.lower()}"
    return "no noun of people" if weak else None


def _thing_of(noun: "Token") -> ThingWord | None:
    """The thing that a noun means, alone or with the word before it: "two machine guns"."""
    things = thing_words()
    pair = f"{noun.nbor(-1).lower_} {noun.lower_}" if noun.i > 0 else ""
    return things.get(pair) or things.get(noun.lower_)


def is_people(noun: "Token") -> bool:
    """Whether a noun, name or pronoun means people; before entities are named, any name may."""
    lower = noun.lower_
    if has_class(noun, {"VERB", "AUX", "ADP", "PUNCT"}):
        return False
    if _is_count(noun):
        return False
    if lower in people_words() or noun.lemma_.lower() in people_words():
        return True
    if noun.i > 0 and f"{noun.nbor(-1).lower_} {lower}" in people_words():
        return True
    if (
        is_common_noun(noun)
        and lower not in thing_words()
        and pattern("agent-noun-suffix").search(lower)
    ):
        return True
    if is_pronoun(noun):
        return lower not in words_of("thing-pronoun")
    if is_proper_noun(noun):
        named = noun.ent_type_ in {"PERSON", "NORP", ""} or is_plural_name(noun)
        return named or has_companion(noun)
    return noun.ent_type_ == "NORP" or (noun.is_title and not noun.doc.has_annotation("ENT_IOB"))


def has_companion(name: "Token") -> bool:
    """Whether a name is joined to somebody of his or her own: "Lal and his driver"."""
    joined = (child for child in name.rights if is_coordinated(child))
    return any(each.lower_ in words_of("owner-one") for child in joined for each in child.lefts)


def _is_count(noun: "Token") -> bool:
    """Whether a noun means a count of harm, and not a person: "the casualty figures"."""
    counts = {noun.lower_, noun.lemma_.lower()} & words_of("count")
    return bool(counts) and noun.i > 0 and noun.nbor(-1).lower_ in harm_forms()


def is_label(noun: "Token") -> bool:
    """Whether a noun stands before a colon as who speaks: "Governor: at least eight dead"."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().text == ":"


def _covering(token: "Token", numbers: tuple[Number, ...]) -> Number | None:
    for number in numbers:
        if number.start <= token.idx and token.idx + len(token) <= number.end:
            return number
    return None


def _modifies(number: Number, head: "Token") -> bool:
    """Whether one of the number's words hangs on the head, through number words only."""
    if number.refusal or number.core_start >= head.idx:
        return False
    for token in head.lefts:
        if links_number(token) and _touches(token, number):
            return True
    return _adjoins(number, head)


def _is_correlative(number: Number, head: "Token") -> bool:
    """Whether "both" announces two phrases and counts neither: "both clerks and their guests"."""
    if not any(map(is_coordinated, head.rights)):
        return False
    return head.doc.text[number.start : number.end].lower() in words_of("both")


def _touches(token: "Token", number: Number) -> bool:
    return any(number.core_start <= t.idx < number.core_end for t in token.subtree)


def _adjoins(number: Number, head: "Token") -> bool:
    """Whether only adjectives and nouns of the same phrase stand between number and head."""
    between = [t for t in head.doc if number.end <= t.idx < head.idx]
    return (
        len(between) <= 4
        and all(
            has_class(t, {"ADJ", "NOUN", "PROPN", "PART"})
            and (t.head == head or head in t.ancestors)
            for t in between
        )
        and bool(head.doc[head.left_edge.i].idx <= number.core_start)
    )


def _complement(head: "Token") -> "Token | None":
    for of in prepositions_of(head, words_of("partitive")):
        if of.i > head.i and (nouns := complements_of(of)):
            return _innermost(nouns[0])
    return None


def _innermost(noun: "Token") -> "Token":
    """Step through counts: "tens of thousands of people" is about people."""
    if is_numeral(noun) or noun.lower_ in words_of("plural-scale"):
        return _complement(noun) or noun
    return noun


def _noun_behind(head: "Token", number: Number) -> "Token | None":
    """The noun that follows a number the parser did not tie to it: "dozens civilians"."""
    if head.idx + len(head) < number.end or head.i + 1 >= len(head.doc):
        return None
    following = head.nbor()
    if is_nominal(following) and following.head == head and is_people(following):
        return following
    return None
