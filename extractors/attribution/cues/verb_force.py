"""Whether a verb of saying states, denies, or only asks."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.contents import tells
from extractors.attribution.cues.cue_lexicon import Cue, Force, Polarity
from extractors.attribution.cues.verb_entries import (
    is_cue,
    means_otherwise,
)
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import is_content_clause, is_marker, is_open_complement
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.phrases import is_adverbial, is_counted
from extractors.syntax.roles import auxiliaries_of, is_auxiliary
from extractors.syntax.speech import (
    is_expletive,
    is_negated_clause,
    is_passive_form,
    own_subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def polarity_of(verb: "Token", entry: Cue) -> Polarity:
    """Whether a verb asserts what it tells, denies it, or leaves it open."""
    if is_negated_clause(verb) or _asks(verb):
        return Polarity.WITHHOLDS
    if is_open_complement(verb):
        above = verb.head
        if above.lemma_ in speech_words("refuses") or is_negated_clause(above):
            return Polarity.WITHHOLDS
    return entry.polarity


def _asks(verb: "Token") -> bool:
    """Whether a clause leaves open what it tells: "to confirm if two died"."""
    return any(
        part.lower_ in speech_words("asks") and (is_marker(part) or is_adverbial(part))
        for clause in verb.rights
        if is_content_clause(clause)
        for part in clause.lefts
    )


def force_of(verb: "Token", entry: Cue) -> Force:
    """Whether a verb states what it tells, takes it for granted, or wishes it."""
    if entry.force is not Force.STATES:
        return entry.force
    modal = any(
        is_auxiliary(child) and child.lower_ in speech_words("modal") for child in verb.lefts
    )
    only = any(
        each.lower_ in words_of("only")
        for each in (*verb.lefts, *verb.doc[verb.i + 1 : verb.i + 2])
    )
    condition = any(
        is_marker(child) and child.lower_ in speech_words("on-condition") for child in verb.lefts
    )
    if condition or (modal and not (only or _is_able_to_confirm(verb))):
        return Force.WISHES
    told = tells(verb, entry) and not means_otherwise(verb, entry)
    told = told and not _acts_on_subject(verb, entry) and not _is_deed(verb)
    return Force.STATES if told else Force.PRESUPPOSES


def _is_able_to_confirm(verb: "Token") -> bool:
    """Whether somebody is able to tell, and so tells: "the hospital could confirm eight deaths"."""
    able = any(child.lower_ in words_of("ability") for child in auxiliaries_of(verb))
    return able and verb.lemma_.lower() in words_of("ascertains") and not is_negated_clause(verb)


def _is_deed(verb: "Token") -> bool:
    """Whether a verb tells what some did, and nothing said: "two guards came and found that"."""
    joined = is_coordinated(verb) and not is_cue(verb.head)
    if not joined or verb.lemma_ not in speech_words("comes-upon"):
        return False
    actor = own_subject(verb.head)
    return actor is not None and is_counted(actor)


def _acts_on_subject(verb: "Token", entry: Cue) -> bool:
    """Whether a passive tells what was done to a thing, and nothing said: "was found by divers"."""
    subject = own_subject(verb)
    if "object" in entry.takes or subject is None or not is_passive_form(verb):
        return False
    has_clause = any(
        (is_content_clause(child) or is_open_complement(child)) for child in verb.rights
    )
    return not has_clause and not is_expletive(subject)
