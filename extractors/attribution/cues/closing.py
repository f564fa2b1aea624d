"""Who speaks behind a cue at the end of a sentence: "… of President Lal said Ana Holt."."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.trailing import Trailing
from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.forms import has_verb_form, is_present_participle
from extractors.syntax.word_classes import (
    has_class,
    is_determiner_or_pronoun,
    is_noun,
    is_proper_noun,
    is_time,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET"})


def find_closing(verb: "Token") -> Trailing | None:
    """Find the speaker between a cue and the end of its sentence.

    Nobody says a person: whoever stands right behind such a cue speaks, whatever stands before.

    Args:
        verb: The cue.

    Returns:
        The speaker and all that stands before the cue, or none.
    """
    doc = verb.doc
    if verb.lemma_ not in speech_words("says-nobody") or not has_verb_form(verb):
        return None
    end = start = verb.i + 1
    while end < len(doc) and _is_inside(doc[end], start):
        end += 1
    while end > start and is_time(doc[end - 1]):
        end -= 1
    closes = all(t.is_punct or t.is_space or is_time(t) for t in doc[end:])
    if end == start or not closes or _opens_clause(doc[start]) or not is_noun(doc[end - 1]):
        return None
    is_person = doc[end - 1].ent_type_ == "PERSON" and is_proper_noun(doc[start])
    if not _tells(doc, verb.i) or not (is_person or _names_role(doc[start:end].text)):
        return None
    return Trailing(((start, end),), (0, verb.i), is_sole=True)


def _tells(doc: "Doc", end: int) -> bool:
    """Whether something is told before a cue: by a verb, or in a headline without one.

    "Hundreds dead in mine blast, | says governor".
    """
    told, opening = doc[: end - 1], doc[end - 1].text if end else ""
    is_headline = opening == "," and any(each.lower_ in speech_words("harmed") for each in told)
    return is_headline or any(is_verbal(token) for token in doc[:end])


def _opens_clause(token: "Token") -> bool:
    """Whether what a speaker did besides follows: "blaming the army", not "monitoring group"."""
    after = token.doc[token.i + 1 : token.i + 2]
    return is_present_participle(token) and any(is_determiner_or_pronoun(word) for word in after)


def _names_role(words: str) -> bool:
    """Whether a role heads a phrase: its words end there, or go on with "of"."""
    role = head_match(words)
    rest = words[role.end :].split() if role is not None else []
    return role is not None and (not rest or rest[0] in speech_words("link-in-source"))


def _is_inside(token: "Token", start: int) -> bool:
    """Whether a word goes on with a name: "the Watch for Rights", "a monitoring group"."""
    linked = (
        token.lower_ in speech_words("link-in-source") - words_of("additive-conjunction")
        or token.text == "-"
    )
    return has_class(token, _INSIDE) or is_present_participle(token) or (linked and token.i > start)
