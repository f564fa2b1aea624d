"""Where a content ends: before an aside, an objection, another speaker or another clause."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.contents_before import find_figure_before
from extractors.attribution.cues.cue_lexicon import Cue, Force, Polarity, cue_index
from extractors.attribution.cues.trailing import find_trailing
from extractors.attribution.cues.verb_entries import cue_of, means_otherwise
from extractors.attribution.speakers.speaker_roles import is_media
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    has_content_clause,
    is_adverbial_clause,
    is_aside,
    is_content_clause,
    is_open_complement,
    is_reduced_clause,
    is_relative_clause,
)
from extractors.syntax.coordination import is_conjunction, is_coordinated
from extractors.syntax.forms import (
    is_finite,
    is_past_participle,
    is_present_participle,
)
from extractors.syntax.phrases import complements_of, follows_comma, is_counted, is_preposition
from extractors.syntax.roles import (
    is_agent_marker,
    is_any_auxiliary,
    is_object,
)
from extractors.syntax.speech import own_subject
from extractors.syntax.word_classes import (
    has_class,
    is_common_noun,
    is_numeral,
    is_pronoun,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_TELLING = frozenset({"NOUN", "PROPN", "NUM", "VERB", "AUX"})
"""Words by which a content tells something; "that" alone only opens it."""


def before_aside(accepted: "list[Token]", entry: Cue, end: int) -> int:
    """Where the article goes on to tell more of an object: "for a raid which killed two"."""
    if not any(child.lemma_ in entry.briefly for child in accepted):
        return end
    asides = [part for child in accepted for part in child.subtree if is_relative_clause(part)]
    return min([end, *(part.left_edge.i for part in asides)])


def before_own_clause(accepted: "list[Token]", end: int) -> int:
    """Where the parse takes a subject for one more object: "had 31 deaths | and 20 bodies were"."""
    for child in accepted:
        for joined in child.subtree if is_object(child) else ():
            is_next = is_coordinated(joined) and is_counted(joined)
            opens = is_next and joined.i + 1 < len(joined.doc)
            if opens and is_any_auxiliary(joined.nbor()) and joined.left_edge.i > child.i + 1:
                end = min(end, joined.left_edge.i - 1)
    return end


def before_objection(verb: "Token", end: int) -> int:
    """Where somebody else denies what was told: "said 30 died, | a figure the army rejects"."""
    for token in verb.doc[verb.i + 1 : end]:
        entry = cue_of(token)
        if entry is not None and find_figure_before(token, entry) is not None:
            return int(token.head.left_edge.i) - 1
    return end


def before_reports(doc: "Doc", start: int, end: int) -> int:
    """Where reports are set against what was said: "said it killed two, | amid reports …"."""
    for token in doc[start:end]:
        if token.lower_ in speech_words("sets-against"):
            told = (noun.lemma_.lower() for noun in complements_of(token))
            if any(lemma in cue_index().nouns for lemma in told):
                return int(token.i)
    return end


def before_passed_on(doc: "Doc", start: int, end: int) -> int:
    """Where a headline adds what others report: "army says siege is over, | six reported dead".

    Who says something does not report it in the same breath.
    """
    if doc[-1].is_punct:
        return end
    passed_on = pattern("reported-in-headline").search(doc[start:end].text)
    if passed_on is None:
        return end
    at = doc[start].idx + passed_on.start()
    return next((token.i for token in doc[start:end] if token.idx >= at), end)


def before_reporter(doc: "Doc", start: int, end: int) -> int:
    """Where a sentence ends with who passes it on: "the mayor said six died, | Radio Sol says"."""
    for token in doc[start:end]:
        entry = cue_of(token)
        trailing = find_trailing(token, entry) if entry is not None else None
        if trailing is not None and start < trailing.content[1] < end:
            return trailing.content[1]
    return end


def before_medium(doc: "Doc", start: int, end: int) -> int:
    """Where a medium passes on what was said: "six died, | according to Radio Sol"."""
    for token in doc[start + 1 : end]:
        is_set_off = token.lower_ in words_of("source-introducer") and follows_comma(token)
        if is_set_off and is_media(doc[token.i + 2 : end].text):
            return int(token.i) - 1
    return end


def before_outcome(verb: "Token", entry: Cue, end: int) -> int:
    """Where what is denied ends and what came of it is told: "denied it fired, | killing six".

    Who denies an act denies no figure.
    """
    if entry.polarity is not Polarity.DENIES:
        return end
    acts = [child for child in verb.rights if is_content_clause(child) or is_open_complement(child)]
    for clause in (each for act in acts for each in (*act.rights, *verb.rights)):
        first = clause.left_edge.i
        if (
            is_present_participle(clause)
            and (is_adverbial_clause(clause) or is_open_complement(clause))
            and verb.i < first <= end
            and follows_comma(clause.left_edge)
        ):
            return first - 1
    return end


def before_day_of_claim(doc: "Doc", entry: Cue, start: int, end: int) -> int:
    """Where a denial ends and its day is told by a claim: "denied it, | the day on which it said".

    What was claimed on that day is not what is denied.
    """
    if entry.polarity is not Polarity.DENIES:
        return end
    days = pattern("day-of-claim").search(doc[start:end].text)
    if days is None:
        return end
    at = doc[start].idx + days.start()
    return next((token.i for token in doc[start:end] if token.idx >= at), end)


def before_next_speaker(doc: "Doc", start: int, end: int) -> int:
    """Where somebody else takes over: "said two died, while the clinic put the toll at six".

    What opens the content is part of it: "said that, while the clinic put the toll at six, two …".
    """
    for token in doc[start:end]:
        if not (is_adverbial_clause(token) or is_coordinated(token)):
            continue
        subject = own_subject(token)
        if subject is None or is_pronoun(subject):
            continue
        if is_numeral(subject) and not has_content_clause(token):
            continue
        marks = [child.i for child in token.lefts if child.lower_ in speech_words("contrast")]
        entry = cue_of(token)
        if entry is None or entry.force is not Force.STATES or means_otherwise(token, entry):
            continue
        if is_adverbial_clause(token) and marks:
            if any(has_class(each, _TELLING) for each in doc[start : marks[0]]):
                return marks[0]
            continue
        if "clause" not in entry.takes and entry.particle is None:
            continue
        if is_coordinated(token) and subject.left_edge.i > start + 1:
            edge = subject.left_edge.i
            return edge - 1 if is_conjunction(doc[edge - 1]) else edge
    return end


def leaves_content(child: "Token", verb: "Token") -> bool:
    """Whether a dependent to the right belongs to the article again, or to another cue."""
    if is_coordinated(child):
        if is_common_noun(child) and has_participle(child):
            return False
        own = own_subject(child)
        if is_numeral(child):
            return False
        return own is None or cue_of(child) is not None or _is_adversative(verb)
    if (is_adverbial_clause(child) or is_open_complement(child)) and is_present_participle(child):
        return cue_of(child) is not None and child.left_edge.i == child.i
    if is_aside(child):
        return True
    return is_agent_marker(child) or (
        is_preposition(child) and child.lower_ in speech_words("leads-to-source")
    )


def _is_adversative(verb: "Token") -> bool:
    return any(
        is_conjunction(child) and child.lower_ in words_of("adversative-conjunction")
        for child in verb.children
    )


def has_participle(noun: "Token") -> bool:
    """Whether a participle makes a noun a clause without an auxiliary: "three others held"."""
    return any(is_reduced_clause(child) and is_past_participle(child) for child in noun.rights)


def joined_end(verb: "Token", end: int) -> int:
    """Where a clause ends with those joined to it that the parse hangs on the cue.

    Or on who passes it on: "said by phone that two died and | six were hurt, Radio Sol reported".
    """
    for child in verb.rights:
        entry = cue_of(child) if is_coordinated(child) else None
        trailing = find_trailing(child, entry) if entry is not None else None
        if trailing is not None and is_conjunction(verb.doc[min(end, trailing.content[1])]):
            end = max(end, trailing.content[1])
        joins = is_coordinated(child) and child.i > end and not leaves_content(child, verb)
        if joins or _runs_on(child, end):
            end = max(end, child.right_edge.i + 1)
    return end


def _runs_on(clause: "Token", end: int) -> bool:
    """Whether a finite verb follows a clause that the parse has cut before it.

    "Told them that jets came and the raid | caused 12 deaths": no verb is without a subject.
    """
    is_cut = clause.left_edge.i == end and is_adverbial_clause(clause) and is_finite(clause)
    return is_cut and own_subject(clause) is None and cue_of(clause) is None
