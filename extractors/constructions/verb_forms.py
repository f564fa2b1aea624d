"""Whether a word is a verb of harm in its sentence, and no noun or other verb that looks alike."""

from typing import TYPE_CHECKING

from extractors.constructions.harm_lexicon import HarmWord, harm_forms, verb_entries
from extractors.languages.context_words import words_of
from extractors.languages.inflections import inflect
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import vague_words
from extractors.syntax.forms import (
    has_noun_form,
    has_verb_form,
    is_past_form,
    is_past_participle,
    is_plural_common_noun,
    is_singular_noun,
)
from extractors.syntax.phrases import is_counted
from extractors.syntax.roles import has_nominal_role, has_particle
from extractors.syntax.word_classes import is_adjective, is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED = 3
"""Words of "the dead and" before a participle."""


def fits_verb(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether a word is inflected and placed as a verb of harm.

    Args:
        token: The word.
        entry: Its lexicon entry.
        is_phrase: Whether more words belong to it ("take into custody").
    """
    if is_past_form(token) and token.lower_ in _present_forms():
        return False
    if not is_phrase and _is_in_compound(token):
        return False
    if entry.weak and not is_phrase and has_particle(token):
        return False
    if _is_counted_participle(token):
        return True
    nominal = is_past_participle(token) and has_nominal_role(token)
    if nominal and not (is_phrase or is_counted(token)):
        return False
    if _is_noun(token):
        return False
    if is_plural_common_noun(token) and _opens_clause(token):
        return True
    return has_verb_form(token) or (is_phrase and not has_noun_form(token))


@per_language
def _present_forms() -> frozenset[str]:
    """Base forms that are no past of their verb: "the road wound through" is no harm."""
    verbs = {phrase.split()[0] for entry in verb_entries() for phrase in entry.words}
    return frozenset(verb for verb in verbs if verb not in inflect(verb, verb=True)[1:])


def _is_in_compound(token: "Token") -> bool:
    """Whether a hyphen ties a word to another: "rebel-held", "die-hard", not "re-arrested"."""
    text, start, end = token.doc.text, token.idx, token.idx + len(token)
    before = pattern("compound-before").search(text, max(0, start - 4), start)
    return (before or pattern("compound-after").match(text, end)) is not None


def _is_counted_participle(token: "Token") -> bool:
    """Whether more than one are said of a noun in the singular, so that it is none: "7 shot"."""
    numbers = [each for each in token.lefts if is_numeral(each)]
    many = any(each.lower_ not in words_of("one") for each in numbers)
    return many and is_singular_noun(token) and token.lower_ in words_of("past-like-noun")


def _opens_clause(token: "Token") -> bool:
    """Whether a headline goes on with a verb before a count: "Bomb kills two, wounds 14"."""
    before = token.doc[token.i - 1].text if token.i else ""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return before == "," and (is_numeral(after) or after.lower_ in vague_words())


def _is_noun(token: "Token") -> bool:
    """Whether an article makes a participle a noun: "put the dead at 40 and the injured at 90"."""
    before = token.doc[token.i - 1] if token.i else None
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    at = after is not None and after.lower_ in words_of("aim-preposition")
    is_named = before is not None and before.lower_ in words_of("definite-article")
    return (at and is_named) or is_joined_to_noun(token)


def is_joined_to_noun(token: "Token") -> bool:
    """Whether "and" joins a participle to a noun of the harmed: "carried the dead and wounded"."""
    if token.i < _JOINED:
        return False
    article, harmed, conjunction = token.doc[token.i - _JOINED : token.i]
    return (
        article.lower_ in words_of("definite-article")
        and harmed.lower_ in harm_forms()
        and is_adjective(harmed)
        and conjunction.lower_ in words_of("additive-conjunction")
    )
