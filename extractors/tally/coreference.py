"""Whether two figures of a document are told of the same people, pair by pair."""

import regex

from extractors.drafts import Draft
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import bounds, number_words
from extractors.tally.figure_sizes import exceeds
from extractors.tally.tally_words import has_words
from extractors.tally.time_and_place import LEAD, is_in_headline, is_led, is_told_elsewhere
from extractors.tally.victim_overlap import are_of_one_kind
from schemas import Basis

_EMPHASIS = regex.compile(r"^\s[\w-]+,\s+\w+$")
_NEXT, _FURTHER = 3, 8
"""Sentences within which a speaker goes into detail, where no place is told, and at one place."""


def is_same_speaker(one: Draft, other: Draft) -> bool:
    """Whether one speaker's name is the other's, or a part of it: "Palestinian sources"."""
    if one.speaker_key == other.speaker_key:
        return True
    names = one.attribution.speaker, other.attribution.speaker
    first, second = (_bare_words(name or "") for name in names)
    common = first & second
    return common in (first, second) and any(word[0].isupper() for word in common)


def _bare_words(name: str) -> set[str]:
    return {word for word in name.split() if word.lower() not in words_of("bare-article")}


def is_told_of(part: Draft, whole: Draft) -> bool:
    """Whether a text that told a figure still tells of the same victims.

    What the report begins with is told of throughout, by whomever; a figure told later, by its
    speaker or in the next sentences. "Others" are no sum.
    """
    if whole.is_additive:
        return False
    if is_same_speaker(part, whole):
        return True
    is_counted = part.quantity.basis.is_explicit
    is_next = part.sentence.index <= whole.sentence.index + LEAD
    is_told = (is_led(whole) and is_counted) or is_next
    return is_told and part.quantity.basis is not Basis.PLURAL


def is_rival(draft: Draft) -> bool:
    """Whether a figure is told as another count of the same victims."""
    return has_words("rival", draft.sentence_text)


def adds(draft: Draft) -> bool:
    """Whether the words of a figure add it to what was told before: "another five", "two more"."""
    return is_another(draft) or has_words("others", draft.words_after)


def is_nobody_else(draft: Draft) -> bool:
    """Whether a zero leaves out those told before: "no other injuries", "no one else"."""
    start = draft.quantity.start - draft.sentence.start
    return draft.quantity.value == 0 and has_words("nobody-else", draft.sentence_text[start:])


def is_another(draft: Draft) -> bool:
    """Whether "another" or the like stands before a figure."""
    return has_words("another", draft.words_before)


def tells_again(draft: Draft, other: Draft) -> bool:
    """Whether both are the same figure: the same name, number, or bare noun."""
    one, two = draft.quantity, other.quantity
    if Basis.NAMED in {one.basis, two.basis} and one.basis is two.basis:
        return one.text.split()[-1].casefold() == two.text.split()[-1].casefold()
    if (one.value, one.value_to) != (two.value, two.value_to):
        return False
    if one.value == 0:
        return draft.attribution.speaker is not None or is_in_headline(other)
    if one.value is not None and one.value > 1:
        return draft.is_same_noun(other) or _is_headline_in_short(draft, other)
    if one.value is None and one.basis is not two.basis:
        return _is_headline_without_number(draft, other)
    if is_in_headline(other) and one.basis.is_explicit and two.basis.is_explicit:
        return draft.is_same_noun(other)
    return draft.lemma is not None and draft.lemma == other.lemma


def _is_headline_in_short(draft: Draft, headline: Draft) -> bool:
    """Whether a report begins with the number of its headline, whose noun no lexicon knows.

    "Eleven Reds killed", then "eleven members of Red Dawn were killed".
    """
    is_begun = is_in_headline(headline) and is_led(draft)
    return is_begun and headline.entry is None


def _is_headline_without_number(draft: Draft, headline: Draft) -> bool:
    """Whether a report begins with the plural that its headline counts vaguely.

    "Several Suspects Detained", then "a patrol detained suspects".
    """
    is_plural = draft.quantity.basis is Basis.PLURAL and headline.quantity.basis is Basis.VAGUE
    is_begun = is_in_headline(headline) and is_led(draft)
    return is_plural and is_begun and draft.is_same_noun(headline)


def points_back(draft: Draft, other: Draft) -> bool:
    """A pronoun or a definite noun for those told before: "the suspects were detained"."""
    if draft.quantity.basis.is_explicit or not draft.is_anaphoric:
        return False
    single = draft.quantity.value == 1
    return other.quantity.value == 1 if single else other.quantity.value not in {0, 1}


def points_near(draft: Draft) -> bool:
    """Whether a pronoun or "this" points to somebody told of just before."""
    noun = draft.noun
    shown = noun is not None and any(each.lower_ in words_of("pointing") for each in noun.lefts)
    pronouns = words_of("plural-pronoun") | words_of("singular-pronoun")
    word = draft.quantity.text.casefold()
    is_pronoun = word in pronouns - words_of("others")
    return shown or (is_pronoun and not pattern("reflexive-ending").search(word))


def is_telling_of_same(draft: Draft, other: Draft) -> bool:
    """Whether both can be about the same people: one speaker, one stance, one kind of victim."""
    return (
        (draft.sentence.index != other.sentence.index or _is_begun_anew(other, draft))
        and (is_same_speaker(draft, other) or draft.is_pronominal)
        and draft.attribution.stance is other.attribution.stance
        and are_of_one_kind(draft, other)
        and not is_told_elsewhere(draft, other)
    )


def _is_begun_anew(one: Draft, other: Draft) -> bool:
    """Whether a sentence tells its figure once more.

    Headlines often run into the lead: "Raid kills six Monitor At least six people were killed".
    Speakers stress that nobody was harmed: "no casualties, no friendly casualties".
    """
    offset = one.sentence.start
    between = one.sentence_text[one.quantity.end - offset : other.quantity.end - offset]
    is_emphasis = one.quantity.value == 0 and bool(_EMPHASIS.match(between))
    return is_emphasis or bool(_beginning().search(between))


@per_language
def _beginning() -> regex.Pattern[str]:
    """A number or its bound in capitals that no stop or quotation mark precedes."""
    words = [*number_words(), *bounds("before")]
    capitals = "|".join(regex.escape(word.capitalize()) for word in words if word[0].isalpha())
    return regex.compile(rf"(?<=[\p{{L}}\d]\s)(?:{capitals})\b")


def _points_to_others(draft: Draft) -> bool:
    """Whether a pronoun stands for victims, and not for the one who acts: "blew himself up"."""
    return draft.is_pronominal and not pattern("reflexive-ending").search(draft.lemma or "")


def goes_into_detail(part: Draft, whole: Draft) -> bool:
    """Whether a speaker tells step by step what was told in sum: "killed 17", then "seven".

    The nouns can name the same people, and the sentence takes them to no other place. One who is
    described can be told by name.
    """
    is_named = part.quantity.basis is Basis.NAMED
    is_elsewhere = (
        not is_in_headline(whole)
        and part.where is not None
        and part.where != whole.where
        and part.where in part.sentence_text
    )
    is_general = part.quantity.basis is Basis.PLURAL and not part.is_anaphoric
    near = _FURTHER if part.where and part.where == whole.where else _NEXT
    is_near = is_led(whole) or part.sentence.index <= whole.sentence.index + near
    return (
        is_near
        and (whole.quantity.basis.is_explicit or is_in_headline(whole) or is_named)
        and not has_words("apart", part.sentence_text)
        and not is_elsewhere
        and not is_general
        and not adds(part)
        and not exceeds(part, whole)
        and is_telling_of_same(part, whole)
        and (part.is_same_noun(whole) or is_named or _points_to_others(part))
    )
