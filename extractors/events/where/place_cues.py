"""What stands around a name and tells that it is a place."""

from dataclasses import dataclass

import regex

from extractors.events.where.place_kinds import PlaceWord, find_kind, kinds, words
from extractors.languages.context_words import words_of

HELD = regex.compile(r"\p{Lu}{2,}-\p{Ll}|\p{Lu}\p{Ll}{3,}-\p{Ll}{3,}(?![\p{L}-])")
"""An adjective of who holds or leads something: "UN-backed", "Kurdish-run"."""
_REACH = 60
_WORD = regex.compile(r"\S+")
_FOLLOWING = regex.compile(r"\s([\p{L}-]+)(?:\s([\p{L}-]+))?(?:\s([\p{L}-]+))?")


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """What stands before a name and tells that it is a place.

    Attributes:
        sort: The sort of place, as written but for its blanks.
        start: Where that begins.
        is_of: Whether "of" follows it.
        is_bearing: Whether it places something by a landmark.
        where: The preposition or verb of place.
        is_close: Whether nothing stands between that and the name.
        is_befallen: Whether what befalls places stands before that: "the shelling of Karvat".
    """

    sort: str | None = None
    start: int = 0
    is_of: bool = False
    is_bearing: bool = False
    where: str | None = None
    is_close: bool = False
    is_befallen: bool = False


def read_cue_before(folded: str, low: int, start: int) -> PlaceCue | None:
    """Read what stands before a name.

    Args:
        folded: The folded text.
        low: Where the sentence begins.
        start: Where the name begins.
    """
    spelled = list(_WORD.finditer(folded, max(low, start - _REACH), start))
    if not spelled or folded[start - 1] != " " or spelled[-1].end() < start - 2:
        return None
    while len(spelled) > 1 and _stands_between(spelled[-1].group()):
        spelled.pop()
    plain = [word.group().casefold() for word in spelled[-5:]]
    if " ".join(plain[-2:]) in words("bearing"):
        return PlaceCue(is_bearing=True, is_close=True)
    of = len(plain) > 1 and plain[-1] in words("naming")
    sort = _ending(plain[:-1], kinds("of")) if of else _ending(plain, kinds("before"))
    if sort:
        parts = spelled[: len(spelled) - of][-len(sort.split(" ")) :]
        return PlaceCue(" ".join(part.group() for part in parts), parts[0].start(), of)
    for back, word in enumerate(reversed(plain[-4:])):
        if word in words("where"):
            before = plain[: len(plain) - 1 - back]
            is_befallen = word in words("befallen") and _is_befalling(before)
            return PlaceCue(where=word, is_close=back == 0, is_befallen=is_befallen)
        if not spelled[-1 - back].group()[0].islower():
            break
    return None


def _stands_between(word: str) -> bool:
    """Whether a word stands between a preposition and a name: "in the", "in IS-held"."""
    return word.casefold() in words_of("definite-article") or HELD.match(word) is not None


def _is_befalling(plain: list[str]) -> bool:
    """Whether words end with what befalls a place."""
    return any(" ".join(plain[-count:]) in words("befalling") for count in (2, 1))


def _ending(plain: list[str], spelled: dict[str, PlaceWord]) -> str | None:
    """The longest of some phrases that ends a list of words."""
    tails = (" ".join(plain[-count:]) for count in (3, 2, 1) if count <= len(plain))
    return next((tail for tail in tails if tail in spelled), None)


def read_kind_after(folded: str, high: int, end: int) -> tuple[str, int] | None:
    """A sort of place right after a name, and where it ends."""
    after = _FOLLOWING.match(folded, end, min(high, end + _REACH))
    if after is None:
        return None
    for count in (3, 2, 1):
        if not after[count]:
            continue
        text = folded[after.start(1) : after.end(count)]
        if (found := kind_of(text)) is not None:
            return found, after.end(count)
    return None


def kind_of(text: str) -> str | None:
    """The sort of place that words name, in the singular."""
    known = kinds("after")
    words = [word for word in (text, text.removesuffix("s")) if word.casefold() in known]
    return next((word.casefold() for word in words if find_kind("after", word)), None)
