"""Who speaks at the end of a sentence that lost its commas: "six were killed the mayor said"."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue
from extractors.attribution.cues.trailing import Trailing, ends_sentence, split_speakers
from extractors.attribution.cues.verb_entries import is_cue, is_mute
from extractors.attribution.speakers.proper_names import is_acronym
from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import has_content_clause, is_marker
from extractors.syntax.forms import has_verb_form, is_present_participle
from extractors.syntax.word_classes import (
    has_class,
    is_adjective,
    is_common_noun,
    is_determiner_or_pronoun,
    is_proper_noun,
    is_time,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "DET", "PRON"})
"""Prepositions that take the phrase after them: "in the south" speaks to nobody."""
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_LONGEST = 12


def find_unmarked(verb: "Token", entry: Cue) -> Trailing | None:
    """Find who speaks right before a cue that nothing said follows, without any mark between.

    The speaker starts with the nearest determiner, or with the words for a role or an
    abbreviation that stand right before the cue.

    Args:
        verb: The cue.
        entry: Its entry in the lexicon.

    Returns:
        The speakers and all that stands before them, or none.
    """
    if "clause" not in entry.takes or not has_verb_form(verb):
        return None
    if not (ends_sentence(verb) or _ends_telling(verb)):
        return None
    start = _start(verb.doc, verb.i)
    if start is None or _is_inverted(verb):
        return None
    sources = split_speakers(verb.doc, start, verb.i)
    if start > 1 and verb.doc[start - 1].lower_ in words_of("additive-conjunction"):
        other = _start(verb.doc, start - 1)
        if other is not None:
            sources.insert(0, (other, start - 1))
    first = sources[0][0]
    before = verb.doc[:first]
    told = any(is_verbal(token) for token in before)
    is_quoted = any(token.text in _QUOTES for token in before)
    said = any(is_cue(token) and has_content_clause(token) for token in before)
    if not told or is_quoted or said:
        return None
    return Trailing(tuple(sources), (0, first), is_sole=True)


def _ends_telling(verb: "Token") -> bool:
    """Whether only circumstances follow: "the mayor said on Monday as crews searched the river".

    What is said has no place behind such a cue, so that it stands before.
    """
    after = verb.i + 1
    while after < len(verb.doc) and _tells_when(verb.doc[after]):
        after += 1
    if after >= len(verb.doc):
        return True
    word = verb.doc[after]
    if word.lower_ in words_of("additive-conjunction") and after + 1 < len(verb.doc):
        return has_verb_form(verb.doc[after + 1])
    is_circumstance = is_marker(word) and word.lower_ in words_of("circumstance")
    return is_circumstance or is_present_participle(word)


def _tells_when(token: "Token") -> bool:
    """Whether a word tells when something was said: "on Monday", "late Sunday"."""
    is_date = is_time(token)
    leads = token.lower_ in words_of("day-preposition") and token.i + 1 < len(token.doc)
    return is_date or (leads and is_time(token.nbor()))


def _is_inverted(verb: "Token") -> bool:
    """Whether the speaker follows: "said the mayor"."""
    if verb.lemma_ in speech_words("hears") or verb.i + 1 >= len(verb.doc):
        return False
    after = verb.nbor()
    is_date = is_time(after)
    return has_class(after, {"DET", "PROPN", "PRON", "NOUN"}) and not is_date


def _start(doc: "Doc", end: int) -> int | None:
    """Where a speaker starts whose last word stands before `end`."""
    first = end
    while first > max(0, end - _LONGEST) and _is_inside(doc[first - 1]):
        first -= 1
        opens = is_determiner_or_pronoun(doc[first])
        if opens and (first == 0 or doc[first - 1].lower_ not in speech_words("links-owner")):
            break
    if first == end or is_mute(doc[end - 1]):
        return None
    if not is_determiner_or_pronoun(doc[first]):
        return _role_start(doc, first, end)
    closed = _after_place(doc, first, end)
    if is_acronym(doc[end - 1].text) and end - first > 2:
        return end - 1
    if closed is not None or (first > 0 and doc[first - 1].lower_ in speech_words("placing")):
        return _role_start(doc, closed or first + 1, end)
    return first


def _after_place(doc: "Doc", first: int, end: int) -> int | None:
    """Where a new phrase starts after "of" and a name: "the province of Ruda | reports say"."""
    linked = [
        token.i for token in doc[first:end] if token.lower_ in words_of("genitive-preposition")
    ]
    if not linked:
        return None
    place = linked[-1] + 1
    while place < end and has_class(doc[place], {"PROPN", "ADJ"}):
        place += 1
    return place if linked[-1] + 1 < place < end and is_common_noun(doc[place]) else None


def _is_inside(token: "Token") -> bool:
    """Whether a word can stand in the phrase of a speaker."""
    hyphened = token.i > 0 and token.nbor(-1).text == "-"
    is_link = token.lower_ in speech_words("link-in-source") or token.text == "-"
    return has_class(token, _INSIDE) or is_link or hyphened


def _role_start(doc: "Doc", first: int, end: int) -> int | None:
    """Where the words for a role start that a phrase ends with, or its abbreviation."""
    if is_acronym(doc[end - 1].text):
        return end - 1
    words = doc[first:end]
    roles = find_roles(words.text)
    if not roles:
        return None
    place = words[0].idx + roles[-1].start
    start = next(token.i for token in words if token.idx + len(token) > place)
    is_named = all(is_proper_noun(token) for token in doc[start + 1 : end])
    touches = words[0].idx + roles[-1].end >= doc[end - 1].idx + len(doc[end - 1])
    if not touches and not is_named:
        return None
    while start > first and _goes_on(doc[start - 1], doc[start]):
        start -= 1
    return start


def _goes_on(token: "Token", role: "Token") -> bool:
    """Whether a word belongs to the role behind it: "local police", "Valley Rights Watch"."""
    is_name = token.ent_type_ == role.ent_type_ == "ORG" and role.ent_iob_ == "I"
    return is_adjective(token) or is_name
