"""Harm words of a sentence, read in their grammar."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Predicate
from extractors.constructions.declared.event import EVENT
from extractors.constructions.declared.state import STATE
from extractors.constructions.harm_lexicon import harm_forms
from extractors.constructions.number_spans import may_be_literal
from extractors.constructions.registry import frames_of
from extractors.constructions.zeros import tells_of_nobody
from extractors.languages.context_words import words_of
from extractors.syntax.forms import is_past_form
from extractors.syntax.word_classes import is_numeral
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8
"""Tokens within which the rest of a phrase must follow: "took five unarmed men into custody"."""


def find_predicates(tree: "Doc") -> tuple[Predicate, ...]:
    """Find the harm words of a sentence.

    Args:
        tree: The parsed sentence.

    Returns:
        One predicate a word; a word of several frames gives the one that its part of speech fits.
    """
    found = []
    taken: set[int] = set()
    forms = harm_forms()
    for token in tree:
        if token.i in taken or token.lower_ not in forms:
            continue
        for predicate in _readings(token):
            found.append(predicate)
            taken.update(part.i for part in predicate.rest)
            break
    told = {each.token.i: each.entry.harm for each in found}
    return tuple(
        predicate
        for predicate in found
        if predicate.token.i not in taken and not _is_left_open(predicate.token, told)
    )


def _is_left_open(token: "Token", harms: Mapping[int, Harm]) -> bool:
    """Whether nobody says which of two fates it was: "21 were dead or missing"."""
    beside = (each for each in (token.i - 2, token.i + 2) if each in harms)
    return any(
        {harms[token.i], harms[other]} == {Harm.KILLED, Harm.MISSING}
        and token.doc[(token.i + other) // 2].lower_ in words_of("alternative-conjunction")
        for other in beside
    )


def _readings(token: "Token") -> Iterator[Predicate]:
    readings = harm_forms().get(token.lower_, ())
    longest = max((len(rest) for _, rest in readings), default=0)
    window = list(token.doc[token.i + 1 : token.i + 1 + _REACH + longest]) if longest else []
    near = {form for each in window for form in (each.lower_, each.lemma_.lower())}
    for entry, rest in readings:
        following = _following(window, rest) if near.issuperset(rest) else None
        frames = frames_of(entry) if following is not None else ()
        frame = next((each for each in frames if each.fits(token, entry, bool(rest))), None)
        if frame is None or following is None:
            continue
        if following and frame is STATE and _is_event(following[-1]):
            continue
        if entry.figurative and not may_be_literal(token.doc.text, token.idx):
            continue
        if entry.denies_only and not tells_of_nobody(token.doc.text):
            continue
        words = (token, *following)
        is_deadly = any(c.lower_ in words_of("deadly") for each in words for c in each.children)
        read = entry.model_copy(update={"harm": Harm.KILLED}) if is_deadly else entry
        yield Predicate(token, read, frame, following)


def _is_event(noun: "Token") -> bool:
    """Whether a noun of harm has its own victims: "in the detention of five" is no state."""
    entries = harm_forms().get(noun.lower_, ())
    has_victims = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in words_of(
        "genitive-preposition"
    )
    return has_victims and any(EVENT.is_triggered_by(entry) for entry, _ in entries)


def _following(window: Sequence["Token"], rest: tuple[str, ...]) -> tuple["Token", ...] | None:
    """The rest of a phrase among the words behind its first: "took … into custody"."""
    if not rest:
        return ()
    for offset in range(min(len(window) - len(rest), _REACH) + 1):
        candidate = _without_owners(window[offset:])[: len(rest)]
        if len(candidate) == len(rest) and all(
            _is_form(each, word) for each, word in zip(candidate, rest, strict=True)
        ):
            return tuple(candidate)
        if window[offset].lower_ in {".", ";"} or _opens_count(window, offset):
            return None
    return None


def _without_owners(words: Sequence["Token"]) -> list["Token"]:
    """Words of a phrase without the pronouns before its nouns: "fell to their deaths"."""
    return [each for each in words if each.lower_ not in words_of("personal-owner")]


def _is_form(token: "Token", word: str) -> bool:
    """Whether a token is a word of a phrase: "received wounds", not "received 15 wounded"."""
    if token.lower_ == word:
        return True
    return token.lemma_.lower() == word and not is_past_form(token)


def _opens_count(window: "Sequence[Token]", at: int) -> bool:
    """Whether a comma and a number go on to other people: "4 shot, 1 dead"."""
    return window[at].text == "," and at + 1 < len(window) and is_numeral(window[at + 1])
