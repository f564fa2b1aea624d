"""How two figures of a document can hang together, pair by pair."""

from datetime import date, timedelta

import regex

from extractors.document.text import fold
from extractors.drafts import Draft
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import bounds, number_words
from extractors.tally.tally_words import has_words
from schemas import Basis, Modifier, Quantity, SpeakerKind, Stance, VagueNumber
from schemas.terms import VictimAttribute

_ANYBODY = frozenset({"people", "comrades", "peoples", None})
"""Entries of nouns that may name anybody; null where the noun is left out."""
_STATE = frozenset(
    {SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.OFFICIAL}
)
_LEAST = {
    VagueNumber.TENS: 20,
    VagueNumber.DOZENS: 24,
    VagueNumber.SCORES: 40,
    VagueNumber.HUNDREDS: 200,
    VagueNumber.THOUSANDS: 2_000,
    VagueNumber.TENS_OF_THOUSANDS: 20_000,
    VagueNumber.HUNDREDS_OF_THOUSANDS: 200_000,
    VagueNumber.MILLIONS: 2_000_000,
}
"""The least that a vague word tells."""
_LATER = timedelta(days=2)
_BEHIND = 100
"""Characters behind a figure within which words date it."""
_EMPHASIS = regex.compile(r"^\s[\w-]+,\s+\w+$")
_NEXT, _FURTHER = 3, 8
"""Sentences within which a speaker goes into detail, where no place is told, and at one place."""
_LEAD = 2
"""Sentences, counted from 0, in which a report tells what it is about."""
_WITHIN = {
    VictimAttribute.CIVILIAN: frozenset(
        {
            VictimAttribute.CIVILIAN,
            VictimAttribute.CHILDREN,
            VictimAttribute.WOMEN,
            VictimAttribute.MEDIC,
            VictimAttribute.JOURNALIST,
            VictimAttribute.ELDERLY,
        }
    ),
    VictimAttribute.SECURITY_FORCES: frozenset({VictimAttribute.SECURITY_FORCES}),
}
"""Whom a noun can hold besides its own kind."""


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


def are_of_one_kind(one: Draft, other: Draft) -> bool:
    """Whether both nouns can name the same victims: fighters are no civilians."""
    return not (one.kinds and other.kinds and not one.kinds & other.kinds)


def is_same_time(one: Draft, other: Draft) -> bool:
    """Whether the days that the sentences tell can be one.

    A toll is often dated by the day on which somebody tells it, one or two later.
    """
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return True
    return first[0] <= second[1] + _LATER and second[0] <= first[1] + _LATER


def _days(draft: Draft) -> tuple[date, date] | None:
    """The days that a sentence tells for a figure; null where they come from elsewhere."""
    event = draft.event
    if event.when is None or event.date_from is None or fold(event.when) not in draft.sentence_text:
        return None
    return event.date_from, event.date_to or event.date_from


def is_another_time(draft: Draft, other: Draft) -> bool:
    """Whether one of both is told of an earlier time than the other."""
    earlier = [_is_earlier(each) for each in (draft, other)]
    return not is_same_time(draft, other) or earlier[0] is not earlier[1]


def _is_earlier(draft: Draft) -> bool:
    """Whether a figure is told of another time than the report's: "since May, when six died"."""
    before = draft.sentence_text[: draft.quantity.start - draft.sentence.start]
    return has_words("earlier", _around(draft)) or has_words("when-begun", before)


def _around(draft: Draft) -> str:
    """The sentence up to a figure, and what tells of it behind."""
    return draft.sentence_text[: draft.quantity.end - draft.sentence.start + _BEHIND]


def is_told_elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether each sentence names its own place and not the other's.

    A headline names a wider place than the report, and "the suspects" are those told before.
    """
    here, there = draft.where, other.where
    if not here or not there or here == there or draft.is_anaphoric or is_headline(other):
        return False
    one, two = draft.sentence_text, other.sentence_text
    return here in one and there in two and here not in two and there not in one


def is_headline(draft: Draft) -> bool:
    """Whether a figure stands in a first sentence without a stop."""
    return draft.sentence.index == 0 and draft.sentence_text[-1:] not in {".", "!", "?", '"'}


def is_headlined(draft: Draft, headline: Draft) -> bool:
    """Whether a report begins with the one victim that its headline names by another noun."""
    both = draft.quantity, headline.quantity
    alone = all(each.value == 1 and each.basis is Basis.ARTICLE for each in both)
    return alone and is_headline(headline) and is_led(draft)


def can_hold(whole: Draft, part: Draft) -> bool:
    """Whether a figure can be a total of which the other is a part, by harm, stance and victims.

    What one side of a war counts is no part of what the other side counts.
    """
    told = whole.attribution.stance is part.attribution.stance is Stance.ASSERTS
    return (
        whole.harm is part.harm
        and told
        and not are_of_two_sides(whole, part)
        and not clash(whole, part)
        and 0 not in {whole.quantity.value, part.quantity.value}
    )


def are_of_two_sides(one: Draft, other: Draft) -> bool:
    """Whether an armed group and those whom it fights speak."""
    kinds = {one.attribution.speaker_kind, other.attribution.speaker_kind}
    return SpeakerKind.ARMED_GROUP in kinds and bool(kinds & _STATE)


def clash(one: Draft, other: Draft) -> bool:
    """Whether the nouns name other victims: fighters and civilians, two peoples."""
    if {VictimAttribute.COMBATANT, VictimAttribute.CIVILIAN} <= one.kinds ^ other.kinds:
        return True
    return _names_people(one) and _names_people(other) and one.lemma != other.lemma


def narrows(part: Draft, whole: Draft) -> bool:
    """Whether a noun names some of those whom the other names: "children" and "people".

    A victim told by name is one of any. Attackers are not among the people whom they killed.
    """
    if part.quantity.basis is Basis.NAMED:
        return True
    if "combatant" in part.kinds:
        return False
    if not whole.kinds:
        tells_who = bool(part.kinds) or part.entry == "peoples" or _names_people(part)
        return whole.entry in _ANYBODY and not _names_people(whole) and tells_who
    held = frozenset().union(*(_WITHIN.get(kind, frozenset()) for kind in whole.kinds))
    return bool(part.kinds & held) and part.kinds != whole.kinds


def _names_people(draft: Draft) -> bool:
    """Whether the noun is a people's name: "four Afghans"."""
    noun = draft.noun
    return draft.entry in {None, "peoples"} and noun is not None and noun.text[:1].isupper()


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
    is_next = part.sentence.index <= whole.sentence.index + _LEAD
    is_told = (is_led(whole) and is_counted) or is_next
    return is_told and part.quantity.basis is not Basis.PLURAL


def is_led(draft: Draft) -> bool:
    """Whether a report begins with a figure."""
    return draft.sentence.index <= _LEAD


def is_rival(draft: Draft) -> bool:
    """Whether a figure is told as another count of the same victims."""
    return has_words("rival", draft.sentence_text)


def adds(draft: Draft) -> bool:
    """Whether the words of a figure add it to what was told before: "another five", "two more"."""
    after = draft.sentence_text[draft.quantity.end - draft.sentence.start :]
    return is_another(draft) or has_words("others", after)


def is_nobody_else(draft: Draft) -> bool:
    """Whether a zero leaves out those told before: "no other injuries", "no one else"."""
    start = draft.quantity.start - draft.sentence.start
    return draft.quantity.value == 0 and has_words("nobody-else", draft.sentence_text[start:])


def is_another(draft: Draft) -> bool:
    """Whether "another" or the like stands before a figure."""
    return has_words("another", draft.sentence_text[: draft.quantity.start - draft.sentence.start])


def is_less(part: Draft, whole: Draft) -> bool:
    """Whether a figure is smaller than another, and both tell a size."""
    value, total = _least(part.quantity), whole.quantity.value
    return value is not None and total is not None and value < total


def may_be_less(part: Draft, whole: Draft) -> bool:
    """Whether a figure is smaller than another, as far as both tell a size."""
    return is_less(part, whole) or None in {_least(part.quantity), whole.quantity.value}


def _least(quantity: Quantity) -> int | None:
    return _LEAST.get(quantity.vague) if quantity.vague else quantity.value


def fits(part: Draft, whole: Draft, told: int) -> bool:
    """Whether a figure has room in a total of which so much is told: "three", then "one"."""
    value = part.quantity.value
    if value is None:
        return whole.quantity.value != 1
    if whole.quantity.value is None:
        return True
    return part.quantity.value_to is None and told + value <= most(whole.quantity)


def most(quantity: Quantity) -> int:
    """How far the details of a sum may go: "more than 10" can turn out as 11."""
    value = quantity.value_to or quantity.value or 0
    return value if quantity.modifier is Modifier.EXACT else value + max(1, value // 4)


def tells_again(draft: Draft, other: Draft) -> bool:
    """Whether both are the same figure: the same name, number, or bare noun."""
    one, two = draft.quantity, other.quantity
    if Basis.NAMED in {one.basis, two.basis} and one.basis is two.basis:
        return one.text.split()[-1].casefold() == two.text.split()[-1].casefold()
    if (one.value, one.value_to) != (two.value, two.value_to):
        return False
    if one.value == 0:
        return draft.attribution.speaker is not None or is_headline(other)
    if one.value is not None and one.value > 1:
        return draft.is_same_noun(other)
    if one.value is None and one.basis is not two.basis:
        return False
    if is_headline(other) and one.basis.is_explicit and two.basis.is_explicit:
        return draft.is_same_noun(other)
    return draft.lemma is not None and draft.lemma == other.lemma


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
    return shown or (draft.is_pronominal and draft.is_anaphoric)


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


def _exceeds(part: Draft, whole: Draft) -> bool:
    """Whether a figure is greater than the other leaves room for: "more than 10" can be 11."""
    return is_less(whole, part) and (part.quantity.value or 0) > most(whole.quantity)


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
        not is_headline(whole)
        and part.where is not None
        and part.where != whole.where
        and part.where in part.sentence_text
    )
    is_general = part.quantity.basis is Basis.PLURAL and not part.is_anaphoric
    near = _FURTHER if part.where and part.where == whole.where else _NEXT
    is_near = whole.sentence.index <= _LEAD or part.sentence.index <= whole.sentence.index + near
    return (
        is_near
        and (whole.quantity.basis.is_explicit or is_headline(whole) or is_named)
        and not has_words("apart", part.sentence_text)
        and not is_elsewhere
        and not is_general
        and not adds(part)
        and not _exceeds(part, whole)
        and is_telling_of_same(part, whole)
        and (part.is_same_noun(whole) or is_named or _points_to_others(part))
    )
