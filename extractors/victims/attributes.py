"""What the victims' words tell of them besides their number: civilians, women, officials."""

from collections.abc import Sequence

from extractors.languages.context_words import words_of
from extractors.languages.noun_words import people_words
from extractors.languages.pack import per_language
from extractors.victims.group_lexicon import is_noun
from extractors.victims.spelling import Word, split_words
from schemas.terms import VictimAttribute


def victim_attributes(phrase: str | None, noun: str | None = None) -> tuple[VictimAttribute, ...]:
    """Read what a phrase tells of the victims.

    Args:
        phrase: The victims' words ("members of the riot police", "women and children").
        noun: Their noun where the phrase leaves it out.

    Returns:
        The attributes in the order of their enumeration: each that some of the victims have.
    """
    words = split_words(phrase or noun or "")
    found = {attribute for chunk in chunks(words) for attribute in _attributes(chunk)}
    return tuple(attribute for attribute in VictimAttribute if attribute in found)


def chunks(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Part a phrase into its coordinated nouns with their modifiers and complements."""
    parts: list[list[Word]] = [[]]
    joints = words_of("joint")
    for word in words:
        if word.key in joints:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def head_of(chunk: Sequence[Word]) -> Word:
    """The head noun: the last word before a complement."""
    complements = words_of("opens-complement")
    for at, word in enumerate(chunk):
        if at and word.key in complements:
            return chunk[at - 1]
    return chunk[-1]


def are_own_people(phrase: str | None) -> bool:
    """Whether whoever speaks counts its own: "four of our own men"."""
    return any(word.key in words_of("own-people") for word in split_words(phrase or ""))


def people_id(word: str) -> str | None:
    """Which entry of the nouns of people a word or phrase belongs to."""
    entry = people_words().get(word.casefold())
    return entry.id if entry else None


def leaves_side_open(word: str) -> bool:
    """Whether a noun of people tells nothing of the side that they belong to."""
    entry = people_words().get(word.casefold())
    return entry is not None and entry.open_side


def _attributes(chunk: Sequence[Word]) -> set[VictimAttribute]:
    """What a noun and its modifiers tell; a bare "members" tells only who they are members of."""
    head = head_of(chunk)
    of_head: set[VictimAttribute] = set()
    of_others: set[VictimAttribute] = set()
    at = 0
    while at < len(chunk):
        size = _longest_noun(chunk, at)
        nouns = chunk[at : at + max(size, 1)]
        if size and (nouns[-1] is head or not _is_adjectival(nouns[0])):
            entry = people_words()[" ".join(word.text.casefold() for word in nouns)]
            (of_head if nouns[-1] is head else of_others).update(entry.attributes)
        at += len(nouns)
    if is_noun("member", head.text) and (of_others or chunk[-1] is not head):
        of_head = set()
    if not of_head and any(word.key in words_of("armed") for word in chunk):
        of_head.add(VictimAttribute.COMBATANT)
    return of_head | of_others


def _longest_noun(chunk: Sequence[Word], at: int) -> int:
    for size in (3, 2, 1):
        phrase = " ".join(word.text.casefold() for word in chunk[at : at + size])
        if len(chunk) - at >= size and phrase in people_words():
            return size
    return 0


def _is_adjectival(word: Word) -> bool:
    """Whether a word before a noun is rather an adjective or a name: "private", "General"."""
    return word.text.casefold() in _adjectival() or word.text[0].isupper()


@per_language
def _adjectival() -> frozenset[str]:
    return frozenset(word for word in people_words() if is_noun("adjectival", word))
