"""Contents before their cue: "Two died, he said", "the deaths which the army confirmed"."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue, Polarity
from extractors.attribution.cues.set_off import trimmed
from extractors.attribution.cues.verb_entries import cue_of
from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.clauses import (
    is_content_clause,
    is_past_reduced_clause,
    is_relative_clause,
    is_root,
    modifies_noun,
)
from extractors.syntax.forms import (
    is_question_word,
)
from extractors.syntax.noun_phrases import Range
from extractors.syntax.phrases import (
    follows_comma,
    is_prepositional_clause,
    is_prepositional_complement,
)
from extractors.syntax.roles import (
    is_actor,
    is_object,
)
from extractors.syntax.speech import (
    agent_of,
    is_run_on_participle,
    object_of,
    own_subject,
)
from extractors.syntax.word_classes import has_class, is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


_BEFORE_NUMBERS = frozenset({"ADV", "ADP", "SCONJ", "ADJ", "NUM", "DET", "PART"})


def find_preposed(verb: "Token", entry: Cue, subject: "Token | None") -> Range | None:
    """A clause before its cue: "Two died, he said"."""
    if "clause" not in entry.takes and "quote" not in entry.takes:
        return None
    holder = verb
    if is_prepositional_clause(verb) and verb.head.lower_ in words_of("as-marker"):
        holder = verb.head.head
    clause = next((child for child in holder.lefts if is_content_clause(child)), None)
    if clause is None or _states_own(verb, clause):
        return None
    blocks = [clause.i + 1, *(c.left_edge.i for c in holder.lefts if is_actor(c))]
    end = max(blocks) if len(blocks) > 1 and max(blocks) > clause.i else holder.i
    start = holder.doc[0].i if is_root(holder) else clause.left_edge.i
    stops = [token.i + 1 for token in holder.doc[start:end] if token.text == ";"]
    return trimmed(verb.doc, max([start, *stops]), min(end, holder.i))


def _states_own(verb: "Token", before: "Token") -> bool:
    """Whether a cue tells what follows it, and what precedes is another's: "A said x, B said y".

    Headlines join two clauses by a comma: "Bomb kills eight, police say | the toll may rise".
    """
    follows = any(is_content_clause(child) and child.i > verb.i for child in verb.rights)
    joined = not verb.doc[-1].is_punct and not verb.doc[min(verb.i + 1, len(verb.doc) - 1)].is_punct
    return follows and before.right_edge.i < verb.i and (joined or cue_of(before) is not None)


def find_fronted(verb: "Token") -> Range | None:
    """A relative or interrogative object: "the deaths which the army confirmed"."""
    for child in verb.lefts:
        if (is_object(child) or is_prepositional_complement(child)) and is_question_word(child):
            return child.left_edge.i, child.right_edge.i + 1
    return None


def find_antecedent(verb: "Token", entry: Cue) -> Range | None:
    """What a clause without a pronoun tells of: "a toll the army gave", "deaths reported by it".

    Who made a document does not tell what is in it: "a note released by the army".
    """
    if "object" not in entry.takes or object_of(verb) is not None:
        return None
    if is_run_on_participle(verb):
        return verb.nbor(-1).left_edge.i, verb.i
    subject = own_subject(verb)
    has_subject = subject is not None and not is_relative_pronoun(subject)
    is_told = (is_relative_clause(verb) and has_subject) or (
        is_past_reduced_clause(verb) and subject is None and agent_of(verb) is not None
    )
    role = head_match(verb.head.text.lower())
    is_document = role is not None and role.number == "document" and subject is None
    if not is_told or is_document or verb.head.i > verb.left_edge.i:
        return None
    return verb.head.left_edge.i, verb.left_edge.i


def find_figure_before(verb: "Token", entry: Cue) -> Range | None:
    """The count that an apposition takes up to deny it: "30 died, a figure the army rejects"."""
    doc, noun = verb.doc, verb.head
    first = noun.left_edge.i
    if entry.polarity is not Polarity.DENIES or noun.lemma_ not in speech_words("figure-taken-up"):
        return None
    relative = modifies_noun(verb) and object_of(verb) is None
    if not relative or not follows_comma(doc[first]):
        return None
    last = next((token.i for token in reversed(doc[: first - 1]) if is_numeral(token)), None)
    if last is None:
        return None
    start = last
    while start > 0 and has_class(doc[start - 1], _BEFORE_NUMBERS):
        start -= 1
    return start, first - 1
