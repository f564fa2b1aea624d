"""Toll idioms: "the death toll rose to 45", "put the number of wounded at 200"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import regex

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.factuality import find_irrealis
from extractors.constructions.lexicon import HarmWord
from extractors.constructions.phrases import is_people
from extractors.document.text import time_limit
from extractors.languages.lexicon import load_lexicon
from extractors.quantities.numbers import Number
from extractors.syntax.roles import is_subject
from schemas import Harm, Modifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINK = regex.compile(
    r"""(?ix)^
    (?: [^.;:!?\d]{0,70}?\b
        (?: (?:to|at|of|is|was|be|been|as|reached|reaches|reaching|hit|hits|passed|topped|exceeded|
             stands|stood|total(?:l?ed|s)?|number(?:ed|s)?|now|become|became|surpassed|neared|includes?|above|below|beyond)
            (?:\s+(?:already|now|currently|still|least|also|standing|nearly|initially|officially|eventually))*
        )
      | \s*[:=-]
    )\s+['"“‘]?$"""
)
_BROUGHT = regex.compile(
    r"(?i)\b(?:br(?:ings?|inging|ought)|rais(?:es?|ed|ing)|t(?:akes?|aking|ook)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)(?:\s+to|\s+it\s+to)\s+$"
)
_BROUGHT_NOUN = regex.compile(
    r"(?i)\s+(?:people\s+)?(the\s+(?:official\s+|confirmed\s+|overall\s+|total\s+)*(?:death\s+toll|toll|"
    r"(?:total\s+)?number\s+of\s+(?:[\w'-]+\s+){0,4}?(?:dead|killed|deaths|wounded|injured|casualties|"
    r"fatalities|arrest\w*|detentions|detained|missing|victims)|dead|deaths|death\s+count))\b"
)
_THE_DEAD_AT = regex.compile(
    r"(?i)\bthe\s+(?P<harm>dead|killed|wounded|injured|missing|arrested|detained)\s+at\s+$"
)
_BOUNDING = {
    r"(?:exceed(?:s|ed|ing)?|tops?|topp(?:ed|ing)|pass(?:ed)?|surpass(?:ed)?|above|beyond)": (
        Modifier.MORE_THAN
    ),
    r"(?:near|neared|nears|nearing|approached)": Modifier.NEARLY,
}
TOLL_NOUNS = frozenset({"toll", "tolls", "number", "count", "figure"})
"""Nouns of which every toll idiom has one, besides those that count victims themselves."""
_ASIDE = regex.compile(r"^\s*,[^,]{0,70},")
_EARLIER = regex.compile(
    r"(?i)^\s*,\s*(?:which\s+(?:had\s+|was\s+)?)?(?:initially|first|earlier|previously|originally|at\s+first|once)\b[^,]*$"
)
"""An aside that tells what the toll was before; the next number says what it is."""
_OF = regex.compile(r"(?i)^\s+of\s")
_WAS = regex.compile(r"(?i)\bfrom\s+[\w,-]+\s+(?=to\s+$)")
_FROM = regex.compile(r"(?i)\bfrom\s+$")
_STEMS = {
    "casualt": Harm.CASUALTIES,
    "victim": Harm.CASUALTIES,
    "injur": Harm.WOUNDED,
    "wound": Harm.WOUNDED,
    "arrest": Harm.DETAINED,
    "detain": Harm.DETAINED,
    "detention": Harm.DETAINED,
    "missing": Harm.MISSING,
}
_OTHER_NOUN = regex.compile(
    r"(?i)\b(?:percent|per cent|days?|years?|months?|weeks?|hours?|o'clock)\b"
)


def has_toll(sentence: str) -> bool:
    """Whether a sentence has a noun of counting the harmed.

    Args:
        sentence: The sentence.
    """
    return bool(
        _tolls().search(sentence, timeout=time_limit(sentence))
        or _BROUGHT_NOUN.search(sentence, timeout=time_limit(sentence))
    )


def find_tolls(sentence: SentenceView, free: tuple[Number, ...]) -> Iterator[Casualty]:
    """Find numbers that a noun of counting takes as its value.

    Args:
        sentence: The sentence.
        free: Its numbers that no other rule took.
    """
    yield from _brought_to(sentence, free)
    yield from _put_at(sentence, free)
    for toll in _tolls().finditer(sentence.folded, timeout=time_limit(sentence.folded)):
        token = _root(sentence, *toll.span())
        if find_irrealis(token):
            continue
        harm = _harm_of(toll.group().casefold())
        starts = dict.fromkeys((toll.end(), _verb_start(token, toll.end())))
        values = (_values(sentence, start, free) for start in starts)
        for number in next(filter(None, values), ()):
            yield Casualty(harm, number, None, token, "toll")


def _verb_start(toll: "Token", end: int) -> int:
    """Where the verb of a toll stands, however long its phrase: "the toll from the fire rose"."""
    verb = toll.head
    return verb.idx if is_subject(toll) and verb.idx > end else end


def _values(sentence: SentenceView, start: int, free: tuple[Number, ...]) -> list[Number]:
    """The numbers that a toll takes for its value in what follows it or its verb."""
    values: list[Number] = []
    folded = sentence.folded
    if (first := next((n for n in free if n.start >= start), None)) is not None:
        straight = folded[start : first.start].isspace()
        if straight and folded[first.start : first.core_start].casefold().startswith("between"):
            return [first]
    for number in free:
        told = folded[start : number.start]
        if number.start < start or _FROM.search(told):
            continue
        # "the toll, first put at 12, rose to 19"; "cut the toll from 45 to 38"
        between = _ASIDE.sub("", _WAS.sub("", told))
        after = folded[number.end : number.end + 14]
        if _OF.match(between) and counts_things(sentence, number):
            break
        if _LINK.match(between) and not _OTHER_NOUN.match(after.lstrip()):
            values.append(_exceeding(between, number))
        if not _EARLIER.search(told):
            break
    return values


def counts_things(sentence: SentenceView, number: Number) -> bool:
    """Whether a noun of things follows a number: "a toll of 50 pesos"."""
    noun = next((token for token in sentence.tree if token.idx >= number.end), None)
    return noun is not None and noun.pos_ in {"NOUN", "PROPN", "SYM"} and not is_people(noun)


def is_value(between: str) -> bool:
    """Whether the words between a noun of counting and a number make that its value."""
    return _LINK.match(between) is not None and "includ" not in between


def _put_at(sentence: SentenceView, free: tuple[Number, ...]) -> Iterator[Casualty]:
    """Numbers of those named by their harm: "put the dead at 40 and the injured at 90"."""
    for number in free:
        placed = _THE_DEAD_AT.search(sentence.folded[: number.start])
        if placed is not None:
            token = _root(sentence, placed.start("harm"), placed.end("harm"))
            yield Casualty(_harm_of(placed["harm"].casefold()), number, None, token, "toll-put-at")


def _brought_to(sentence: SentenceView, free: tuple[Number, ...]) -> Iterator[Casualty]:
    """The number before its noun: "brings to nine the number of journalists killed"."""
    for number in free:
        before, after = sentence.folded[: number.start], sentence.folded[number.end :]
        toll = _BROUGHT_NOUN.match(after)
        if toll is None or not _BROUGHT.search(before):
            continue
        start = number.end + toll.start(1)
        token = _root(sentence, start, number.end + toll.end(1))
        yield Casualty(_harm_of(toll[1].casefold()), number, None, token, "toll-brought-to")


def _root(sentence: SentenceView, start: int, end: int) -> "Token":
    """The word that governs the words from `start` to `end`."""
    words = sentence.tree.char_span(start, end, alignment_mode="expand")
    return words.root if words is not None else sentence.tree[0]


def _exceeding(between: str, number: Number) -> Number:
    """Verbs that bound the number: "exceeded 300" is more than 300."""
    for verb, modifier in _BOUNDING.items():
        if number.modifier is Modifier.EXACT and regex.search(rf"(?i)\b{verb}\s+$", between):
            return replace(number, modifier=modifier)
    return number


@cache
def _words() -> dict[str, Harm]:
    entries = [entry for entry in load_lexicon("harms", HarmWord) if entry.frame == "toll"]
    return {word: entry.harm for entry in entries for word in entry.words}


def _harm_of(words: str) -> Harm:
    spaced = " ".join(words.replace("the ", "").split())
    if spaced in _words():
        return _words()[spaced]
    return next((harm for stem, harm in _STEMS.items() if stem in spaced), Harm.KILLED)


@cache
def _tolls() -> regex.Pattern[str]:
    phrases = "|".join(
        r"\s+(?:the\s+)?".join(map(regex.escape, word.split()))
        for word in sorted(_words(), key=len, reverse=True)
    )
    return regex.compile(
        rf"(?i)\b(?:(?:{phrases})(?!\s+(?:and|or)\b)|(?:number\s+of\s+(?:[\w'-]+\s+){{0,4}}?(?:dead|killed|deaths|wounded|injured|casualties|"
        rf"arrests|arrested|detentions|detained|missing)|casualties|fatalities|deaths|injuries|arrests)\b(?!\s+(?:and|or|of)\b))"
    )
