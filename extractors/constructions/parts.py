"""Parts of a count told before: "23 people, including one woman", "most of them civilians"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

import regex

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.implicit import implicit_number
from extractors.constructions.lexicon import people_words
from extractors.constructions.phrases import is_people
from extractors.languages.words import words_of
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import root_of
from extractors.syntax.forms import is_singular_noun
from extractors.syntax.phrases import head_of_phrase, names_its_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENER = regex.compile(
    r"(?i)(?<!\bnot\s)\b(?:including|included|include|includes|among\s+(?:them|those|whom|the\s+(?:dead|wounded|injured|"
    r"victims|detainees|arrested|killed|(?<=those\s)\b(?:killed|wounded|injured|arrested|detained)))(?:\s+(?:were|was|are|is))?|comprising|consisting\s+of|"
    r"of\s+(?:them|whom)|counting|namely|as\s+well\s+as)\b[\s,]*(?:(?:the|its|their|all|some)\s+)?$"
)
_INCLUDING = regex.compile(
    r"(?i)\b(?:including|among\s+(?:them|whom|the\s+(?:dead|wounded|injured|victims|detainees))"
    r"(?:\s+(?:was|is))?)\s+(?=(?:an?|the|his|its)\s)"
)
_OF_THEM = regex.compile(
    r"(?i)^\s+of\s+(?:them|whom|those|these|the\s+(?:dead|victims|wounded|injured))\b"
)
_FOLLOWS = regex.compile(r"(?i)^.{0,40}\bof\s+(?:them|those|these|whom|the\s+(?:dead|victims))\b")
_SHARED_OUT = regex.compile(r"(?i)\b(?:of|among)\s+(?:the\s+|those\s+)?$")
_COPULA = regex.compile(r"(?i)^\s+(?:were|was|are|is)\b")
_LIST = regex.compile(r"(?i)^[^.;:()]{1,60}(?:,|\band|\bas\s+well\s+as)\s*$")
_LIST_OPENER = regex.compile(r"^[^.;:()]{1,160}?(?:\s[-–—]{1,2}\s|[:—(])\s*$")
_ASIDE = regex.compile(r"^[^.;:()–—]{1,60}?\s[-–—]{1,2}\s[^.;:()–—]{0,60}$")
_ASIDE_ENDS = regex.compile(r"^[^.;:()–—]{0,60}?\s[-–—]{1,2}(?:\s|,)")
_AMONG = regex.compile(r"(?i)^[^.;:]{0,60}\b(?:was|were|is|are)\s+among\s+(?:the\s+|those\s+)?$")
_LIST_COMMA = regex.compile(r"^(?:\s+[\w-]+){1,3},\s+$")
_OF_THE = regex.compile(r"(?i)\s+of\s+(?:the|those|these|its|their)\s+")
_INCLUDES = regex.compile(
    r"(?i)(?:^\W{0,3}|\b(?:said|says|added|that)\s+)(?:they|these|those|the\s(?:victims|detainees))\s+"
    r"(?:include|included|comprise|comprised)\s+"
    r"|\bamong\s+(?:them|these|the\s+victims)\s+(?:is|are|was|were)\s+"
)
_SPELLED_OUT = regex.compile(r"(?i)^\W{0,3}(?:[\w-]+\s){1,4}(?:victims\s+)?(?:were|was|are)\s")
_VICTIMS = regex.compile(r"(?i)^\s+victims\b")
_CLOSE = 24
_REACH = 160


def find_parts(
    sentence: SentenceView, free: tuple[Number, ...], found: list[Casualty]
) -> Iterator[Casualty]:
    """Find the numbers that tell a part of a count in the same sentence.

    Args:
        sentence: The sentence.
        free: Its numbers that no other rule took.
        found: The counts found so far.
    """
    yield from _implied_parts(sentence, found)
    last: Casualty | None = None
    for number in free:
        divided = _divided_after(sentence, number, found)
        if divided is not None:
            yield part_of(divided, number, noun_after(sentence, number) or divided.noun)
            continue
        whole = _whole_before(number, found)
        if whole is None or _is_of_uncounted(sentence, number, whole, free):
            continue
        if whole.number.value is not None and _is_shared_out(sentence, whole.number):
            listed = number.value is not None and number.value < whole.number.value
            noun = _predicate_noun(sentence, number)
            if listed and noun is not None:
                yield part_of(whole, number, noun)
                continue
        listed = last is not None and goes_on(sentence, last.number, number)
        noun = noun_after(sentence, number)
        opened = _is_part(sentence, number) and not _counts_things(sentence, number)
        if not (opened or (listed and noun is not None)):
            continue
        last = part_of(whole, number, noun)
        yield last


def _is_of_uncounted(
    sentence: SentenceView, number: Number, whole: Casualty, free: tuple[Number, ...]
) -> bool:
    """Whether "of them" points to people unharmed: "one died and 12 fled, most of them pupils"."""
    if not _OF_THEM.match(sentence.folded[number.end :]):
        return False
    between = (n for n in free if whole.number.end <= n.start and n.end <= number.start)
    return any(noun_after(sentence, n) is not None and not _is_part(sentence, n) for n in between)


def part_of(whole: Casualty, number: Number, noun: "Token | None", rule: str = "part") -> Casualty:
    """A count of some of those whom another counts, told of as they are."""
    return replace(whole, number=number, noun=noun, rule=rule, whole=whole.number)


def _counts_things(sentence: SentenceView, number: Number) -> bool:
    """Whether a number counts no people: "26 died in attacks, including two car bombings"."""
    after = (token for token in sentence.tree if token.idx >= number.end)
    phrase = [*takewhile(lambda token: token.pos_ in {"NOUN", "PROPN", "ADJ"}, after)]
    nouns = [token for token in phrase if token.pos_ == "NOUN"]
    return bool(nouns) and not any(is_people(token) for token in phrase)


def _divided_after(
    sentence: SentenceView, number: Number, found: list[Casualty]
) -> Casualty | None:
    """The count that a number is a share of: "ten of the 13 killed", "two were among the 13"."""
    for each in found:
        between = sentence.folded[number.end : each.number.start]
        if _OF_THE.fullmatch(between) or _AMONG.match(between):
            return each
    return None


def _is_shared_out(sentence: SentenceView, whole: Number) -> bool:
    """Whether a sentence goes on to divide a count: "Of the 57 killed, 22 were women"."""
    return _SHARED_OUT.search(sentence.folded[: whole.start]) is not None


def _predicate_noun(sentence: SentenceView, number: Number) -> "Token | None":
    """What those counted are: "22 were women", not "22 were freed"."""
    copula = _COPULA.match(sentence.folded[number.end :])
    if copula is None:
        return None
    return _named_at(sentence, replace(number, end=number.end + copula.end()))


def _named_at(sentence: SentenceView, number: Number) -> "Token | None":
    """The noun of the phrase that begins right where a number ends."""
    following = next((token for token in sentence.tree if token.idx >= number.end), None)
    if following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ", "DET"}:
        return None
    return noun_after(sentence, number)


def describe(sentence: SentenceView, casualty: Casualty) -> Casualty:
    """Name those counted as a sentence goes on to: "Nine of the dead were clerks".

    Or without a verb: "nine of them clerks".
    """
    number = casualty.number
    after = _OF_THEM.match(sentence.folded[number.end :])
    if after is None:
        return casualty
    past = replace(number, end=number.end + after.end())
    noun = _predicate_noun(sentence, past) or _named_at(sentence, past)
    return casualty if noun is None else replace(casualty, noun=noun)


def _implied_parts(sentence: SentenceView, found: list[Casualty]) -> Iterator[Casualty]:
    """Parts without a number word: "two suspects, including a commander"."""
    for opener in _INCLUDING.finditer(sentence.folded):
        token = next((t for t in sentence.tree if t.idx >= opener.end()), None)
        if token is None:
            continue
        head = head_of_phrase(token)
        number = implicit_number(head, None) if is_singular_noun(head) else None
        whole = _whole_before(number, found) if number is not None else None
        if number is not None and whole is not None and whole.number.value != 1:
            yield part_of(whole, number, head, "part-implicit")


def find_following_parts(sentence: SentenceView, whole: Casualty, shift: int) -> Iterator[Casualty]:
    """Find parts told in the sentence after their whole: "Twenty of them were children".

    Args:
        sentence: The sentence after.
        whole: The last count of the sentence before.
        shift: How far the one sentence begins before the other.
    """
    told = whole.number
    before = replace(
        told,
        start=told.start - shift,
        end=told.end - shift,
        core_start=told.core_start - shift,
        core_end=told.core_end - shift,
    )
    root = root_of(sentence.tree)
    listed: Number | None = None
    for number in sentence.numbers:
        after = _OF_THEM.match(sentence.folded[number.end :])
        if number.refusal or told.value == 0:
            continue
        if _lists(sentence, number, listed):
            noun = noun_after(sentence, number)
            listed = number
        elif (noun := _spelled_out(sentence, number)) is not None:
            pass
        elif after is not None and not _has_noun_before(sentence, number):
            noun = noun_after(sentence, replace(number, end=number.end + after.end()))
        else:
            continue
        yield Casualty(whole.harm, number, noun, root, "part-following", before, whole.denied)


def _spelled_out(sentence: SentenceView, number: Number) -> "Token | None":
    """Who a bare number at the start of a sentence says they were: "Nineteen were women"."""
    if sentence.folded[: number.start].strip(" \"'"):
        return None
    victims = _VICTIMS.match(sentence.folded[number.end :])
    end = number.end + (victims.end() if victims else 0)
    return _predicate_noun(sentence, replace(number, end=end))


def _lists(sentence: SentenceView, number: Number, listed: Number | None) -> bool:
    """Whether a sentence lists those counted before: "They include 10 children, two nurses"."""
    noun = noun_after(sentence, number)
    if noun is None or noun.idx - number.end > _CLOSE:
        return False
    if listed is not None:
        return goes_on(sentence, listed, number)
    return any(m.end() == number.start for m in _INCLUDES.finditer(sentence.folded))


def _has_noun_before(sentence: SentenceView, number: Number) -> bool:
    """Whether "of them" has an antecedent of its own: "Sixty houses burned, 20 of them"."""
    return any(t.pos_ in {"NOUN", "PROPN"} for t in sentence.tree if t.idx < number.start)


def follows_whole(folded: str) -> bool:
    """Whether a sentence can tell a part of the count before it: the cheap test."""
    return any(each.search(folded) for each in (_FOLLOWS, _INCLUDES, _SPELLED_OUT))


def spell_out(
    sentence: SentenceView, free: tuple[Number, ...], found: list[Casualty]
) -> list[Casualty]:
    """Tie a sum to the list that spells it out: "ten people - a nurse and nine guards - died".

    Args:
        sentence: The sentence.
        free: Its numbers that no other rule took.
        found: The counts found so far.

    Returns:
        The counts found, those of the list as parts, and the sum or the parts that were missing.
    """
    taken = {casualty.number: casualty for casualty in found}
    numbers = sorted([*taken, *free], key=lambda number: number.start)
    for place, total in enumerate(numbers):
        listed = _list_after(sentence, total, numbers[place + 1 :])
        told = [taken[each] for each in (total, *listed) if each in taken]
        if not listed or not told:
            continue
        whole = taken.get(total) or _spelling(sentence, told[0], total)
        parts = [taken.get(each) or _spelling(sentence, told[0], each) for each in listed]
        others = [each for each in found if each.number not in {total, *listed}]
        return [*others, whole, *(replace(part, whole=total) for part in parts)]
    return found


def _spelling(sentence: SentenceView, told: Casualty, number: Number) -> Casualty:
    """A count of the same harm as one told beside it."""
    return replace(told, number=number, noun=noun_after(sentence, number), rule="spelled-out")


def _is_anybody(noun: "Token") -> bool:
    """Whether a noun names people of all sorts, whom a list behind a comma can spell out."""
    word = people_words().get(noun.lemma_.lower())
    return word is not None and word.id == "people"


def _list_after(sentence: SentenceView, total: Number, numbers: list[Number]) -> list[Number]:
    """The numbers of people that are listed after a number and make it up."""
    noun = noun_after(sentence, total)
    listed: list[Number] = []
    for number in numbers:
        between = sentence.folded[total.end : number.start]
        if noun is None:
            return []
        if noun_after(sentence, number) is None or not number.value:
            if listed:
                return []
            continue  # "12 died in two huts: a nurse and 11 children"
        opened = _LIST_OPENER.match(between) or (_LIST_COMMA.match(between) and _is_anybody(noun))
        if not (goes_on(sentence, listed[-1], number) if listed else opened):
            return []
        listed.append(number)
        if sum(each.value or 0 for each in listed) == total.value:
            return listed if len(listed) > 1 else []
    return []


def mark_parts(sentence: SentenceView, found: list[Casualty]) -> list[Casualty]:
    """Name the whole of counts that a harm word governs and the sentence calls a part."""
    marked = []
    for casualty in found:
        others = [c for c in found if c.harm is casualty.harm and not _is_part(sentence, c.number)]
        whole = _whole_before(casualty.number, others)
        aside = whole is not None and _in_aside(sentence, whole.number, casualty.number)
        if whole is not None and (aside or _is_part(sentence, casualty.number)):
            marked.append(replace(casualty, whole=whole.number))
        else:
            marked.append(casualty)
    return marked


def _in_aside(sentence: SentenceView, whole: Number, number: Number) -> bool:
    """Whether dashes set a number off: "four clerks - a man and his two sons - died"."""
    between = sentence.folded[whole.end : number.start]
    return bool(_ASIDE.match(between) and _ASIDE_ENDS.match(sentence.folded[number.end :]))


def _is_part(sentence: SentenceView, number: Number) -> bool:
    before = sentence.folded[max(0, number.start - _REACH) : number.start]
    after = sentence.folded[number.end :]
    return bool(_OPENER.search(before) or _OF_THEM.match(after))


def _whole_before(number: Number, found: list[Casualty]) -> Casualty | None:
    """The count told last before the number."""
    earlier = [c for c in found if c.number.end <= number.start and c.number.value != 0]
    return max(earlier, key=lambda c: c.number.end, default=None)


def goes_on(sentence: SentenceView, last: Number, number: Number) -> bool:
    """Whether a list goes on: "three children, two women and a priest"."""
    return last.end < number.start and bool(_LIST.match(sentence.folded[last.end : number.start]))


def noun_after(sentence: SentenceView, number: Number) -> "Token | None":
    """The noun of people that a number counts, as far as the words after it tell."""
    for token in sentence.tree:
        if token.idx < number.end:
            continue
        if token.pos_ in {"NOUN", "PROPN"} and is_people(token):
            return token if not _is_modifier(token) else token.head
        if (
            token.idx - number.end > 40
            or token.text in {",", ";", ":", "."}
            or token.lower_ in words_of("relative-subject")
        ):
            return None
    return None


def _is_modifier(token: "Token") -> bool:
    return (
        names_its_noun(token)
        and is_people(token.head)
        and not any(between.is_punct for between in token.doc[token.i : token.head.i])
    )
