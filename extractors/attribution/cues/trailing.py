"""Who speaks at the end of a sentence, by position: "…, the mayor and police said on Monday".

The parse often takes a speaker so placed for one more item of the list before the comma, for an
apposition, or for the last noun of the speaker's own words; where it stands tells more.
"""

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue
from extractors.attribution.cues.makers import tells_maker
from extractors.attribution.cues.verb_entries import is_cue, is_mute
from extractors.attribution.speakers.speaker_roles import is_media
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_forms, speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.clauses import is_marker
from extractors.syntax.forms import has_verb_form, is_present_participle, is_singular_noun
from extractors.syntax.noun_phrases import Range
from extractors.syntax.phrases import is_preposition
from extractors.syntax.roles import is_object
from extractors.syntax.word_classes import (
    has_class,
    is_adposition,
    is_auxiliary_verb,
    is_common_noun,
    is_determiner_or_pronoun,
    is_nominal,
    is_numeral,
    is_time,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_BOUNDARIES = frozenset({",", "-", "--", "–", "—", '"', "”", "''"})
_LONGEST_SOURCE = 22
_LONGEST_REST = 9


@dataclass(frozen=True, slots=True)
class Trailing:
    """A speaker and a cue that end a sentence.

    Attributes:
        sources: Token ranges of the speakers.
        content: What stands before them.
        is_sole: Whether no other cue stands in the content.
    """

    sources: "tuple[Range, ...]"
    content: "Range"
    is_sole: bool


def find_trailing(verb: "Token", entry: Cue) -> Trailing | None:
    """Find who speaks where a cue ends its sentence after a comma, a dash or a quotation.

    Args:
        verb: The cue.
        entry: Its entry in the lexicon.

    Returns:
        The speakers and what they said, or none.
    """
    doc = verb.doc
    if "clause" not in entry.takes or not _is_finite(verb) or not ends_sentence(verb):
        return None
    if is_relative_pronoun(doc[verb.i - 1]):
        # "…, a group that claimed the raid": the clause tells of the group alone
        return None
    boundary = verb.i - 1
    while boundary > 0 and not _is_boundary(doc, boundary):
        boundary -= 1
    start = boundary + 1
    while start < verb.i and doc[start].lower_ in speech_words("before-source"):
        start += 1
    is_beside = doc[start - 1].lower_ in speech_words("takes-up") or _opens_circumstance(doc)
    told_besides = is_beside and _tells_else(verb)
    if (
        told_besides
        or not 0 < verb.i - start <= _LONGEST_SOURCE
        or not _is_nominal(doc, start, verb.i)
    ):
        return None
    end = boundary if doc[boundary].text not in {'"', "”", "''"} else boundary + 1
    before = doc[:boundary]
    if not any(is_verbal(token) for token in before):
        return None
    return Trailing(
        sources=tuple(split_speakers(doc, start, verb.i)),
        content=(0, end),
        is_sole=not any(is_cue(token) for token in before),
    )


def _tells_else(verb: "Token") -> bool:
    """Whether a cue has an object of its own: "five died, as the army claims | new gains"."""
    if verb.lemma_ in speech_words("hears") | speech_words("quotes"):
        return False
    objects = filter(is_object, verb.rights)
    return any(not is_time(each) for each in objects)


def _opens_circumstance(doc: "Doc") -> bool:
    """Whether a sentence begins with when or how: "As shells fell, | the mayor named the dead"."""
    first = doc[0]
    return is_marker(first) or is_preposition(first) or is_present_participle(first)


def _is_boundary(doc: "Doc", place: int) -> bool:
    """Whether a mark parts a speaker from what precedes; a hyphen parts nothing."""
    return doc[place].text in _BOUNDARIES and (doc[place].text != "-" or _is_open(doc, place))


def _is_open(doc: "Doc", place: int) -> bool:
    return place > 0 and bool(doc[place - 1].whitespace_)


def _is_finite(verb: "Token") -> bool:
    is_verb = has_verb_form(verb) or verb.lower_ in speech_forms("mistagged")
    return is_verb and not any(is_auxiliary_verb(child) for child in verb.lefts)


def ends_sentence(verb: "Token") -> bool:
    """Whether nothing but when, where or to whom follows: "told reporters on Monday"."""
    rest = [token for token in verb.doc[verb.i + 1 :] if not token.is_space]
    # "said without giving details": what was not told is no clause of its own
    told = [*takewhile(lambda token: token.lower_ not in words_of("exclusion-preposition"), rest)]
    told = [token for token in told if not token.is_punct]
    closes = all(token.text not in {",", ":", '"', "“"} for token in rest)
    is_clause = any(has_class(token, {"VERB", "AUX", "SCONJ"}) for token in told)
    return closes and len(told) <= _LONGEST_REST and not is_clause


def _is_nominal(doc: "Doc", start: int, end: int) -> bool:
    """Whether some words can be a speaker: nouns without a verb, and nothing that is mute."""
    words = [token for token in doc[start:end] if doc[token.i - 1].text != "-"]
    words = [token for token in words if not tells_maker(token)]
    if end - start == 1 and is_media(doc[start].text):
        return True
    if any(has_class(token, {"VERB", "AUX", "SCONJ"}) or _is_counting(token) for token in words):
        return False
    if is_adposition(doc[start]) or doc[start].lower_ in speech_words("opens-no-source"):
        return False
    heads = [token for token in words if is_nominal(token)]
    return bool(heads) and not is_mute(heads[-1])


def _is_counting(token: "Token") -> bool:
    """Whether a number counts, and does not tell of whom a speaker is: "the family of one"."""
    return is_numeral(token) and (
        token.i == 0 or token.nbor(-1).lower_ not in words_of("genitive-preposition")
    )


def split_speakers(doc: "Doc", start: int, end: int) -> "list[Range]":
    """The speakers that "and" joins; with one head noun for both they are one."""
    while has_class(doc[end - 1], {"ADV", "PUNCT"}) and end > start + 1:
        end -= 1
    for token in doc[start + 1 : end - 1]:
        if token.lower_ in words_of("additive-conjunction") and is_nominal(doc[token.i - 1]):
            is_shared = is_common_noun(doc[token.i - 1]) and is_singular_noun(doc[token.i - 1])
            opens = is_determiner_or_pronoun(doc[start]) or is_determiner_or_pronoun(
                doc[token.i + 1]
            )
            if opens or not is_shared:
                return [(start, token.i), *split_speakers(doc, token.i + 1, end)]
    return [(start, end)]
