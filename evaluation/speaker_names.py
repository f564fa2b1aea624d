"""Whether two descriptions name the same speaker."""

from functools import cache

import regex

from evaluation.data import load_data
from extractors.attribution.speakers.parties import government_named
from schemas.accents import without_accents

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_POSSESSIVE = regex.compile(r"['’]s?(?!\w)")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_data("names")[kind])


def name_tokens(name: str) -> frozenset[str]:
    """Reduce a name to the words that tell it from others.

    Case, accents, possessive endings, punctuation, articles and titles go; titles stay where
    nothing else is left ("the general").
    """
    return frozenset(_tokens(name))


def _tokens(name: str) -> list[str]:
    plain = without_accents(_POSSESSIVE.sub("", name).casefold())
    words = [word for word in _WORD.findall(plain) if word not in _words("articles")]
    return [word for word in words if word not in _words("titles")] or words


def _head(name: str) -> str | None:
    """The word that the rest of a name describes: the surname, or the noun of a description."""
    tokens = _tokens(_description().split(name, maxsplit=1)[0]) or _tokens(name)
    return tokens[-1] if tokens else None


@cache
def _description() -> regex.Pattern[str]:
    return regex.compile(rf"[,(;–]|\b(?:{'|'.join(_words('links'))})\b")


def is_pronoun(name: str) -> bool:
    """Whether a source only points to a name told elsewhere."""
    return name.strip().casefold() in _words("pronouns")


def is_same_name(one: str, other: str) -> bool:
    """Whether one name holds all words of the other, the head among them.

    A country that speaks is its government, as is its capital: "Iran", "the Iranian government".
    "Arslan" is "police captain Kemal Arslan", and so is "Kemal Arslan"; "a police captain" is not.
    """
    if is_pronoun(one) or is_pronoun(other):
        return False
    government = government_named(one)
    if government is not None and government == government_named(other):
        return True
    shorter, longer = sorted((one, other), key=lambda name: len(name_tokens(name)))
    few, many = name_tokens(shorter), name_tokens(longer)
    return bool(few) and (few == many or (few < many and _head(longer) in few))


def is_right_speaker(found: str | None, readings: tuple[str | None, ...]) -> bool:
    """Whether a speaker is one of those that may be given; null is the article."""
    if found is None:
        return None in readings
    return any(is_same_name(found, reading) for reading in readings if reading is not None)
