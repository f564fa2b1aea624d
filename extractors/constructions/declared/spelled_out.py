"""A sum and the list that spells it out: "ten people - a nurse and nine guards - died"."""

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import Construction
from extractors.constructions.coordinated_counts import goes_on, noun_after
from extractors.constructions.findings import Findings
from extractors.languages.noun_words import people_words
from extractors.quantities.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIST_OPENER = regex.compile(r"^[^.;:()]{1,160}?(?:\s[-–—]{1,2}\s|[:—(])\s*$")
_LIST_COMMA = regex.compile(r"^(?:\s+[\w-]+){1,3},\s+$")


def spell_out(findings: Findings) -> Findings:
    """Tie a sum to the list that spells it out, and add the sum or the parts that are missing."""
    sentence, found = findings.sentence, findings.found
    taken = {casualty.number: casualty for casualty in found}
    numbers = sorted([*taken, *findings.untaken], key=lambda number: number.start)
    for place, total in enumerate(numbers):
        listed = _list_after(sentence, total, numbers[place + 1 :])
        told = [taken[each] for each in (total, *listed) if each in taken]
        if not listed or not told:
            continue
        whole = taken.get(total) or _spelling(sentence, told[0], total)
        parts = [taken.get(each) or _spelling(sentence, told[0], each) for each in listed]
        others = [each for each in found if each.number not in {total, *listed}]
        return findings.keeping([*others, whole, *(replace(part, whole=total) for part in parts)])
    return findings


def _spelling(sentence: SentenceView, told: Casualty, number: Number) -> Casualty:
    """A count of the same harm as one told beside it."""
    noun = noun_after(sentence, number)
    return replace(told, number=number, noun=noun, construction=SPELLED_OUT, rule=SPELLED_OUT.id)


def _is_anybody(noun: "Token") -> bool:
    """Whether a noun names people of all sorts, whom a list behind a comma can spell out."""
    word = people_words().get(noun.lemma_.lower())
    return word is not None and word.anybody


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


SPELLED_OUT = Construction(
    id="spelled-out",
    meaning="a sum and the list that spells it out",
    victims="the noun that each number counts",
    examples=("Ten people died in the fire - one nurse and nine guards.",),
    counter_examples=("Ten people - on two farms and nine roads - fled.",),
)
