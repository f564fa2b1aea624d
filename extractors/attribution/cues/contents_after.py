"""Contents after their cue: "said that two died", "claimed nine were dead"."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.content_ends import (
    before_aside,
    before_day_of_claim,
    before_medium,
    before_next_speaker,
    before_objection,
    before_outcome,
    before_own_clause,
    before_passed_on,
    before_reporter,
    before_reports,
    has_participle,
    joined_end,
    leaves_content,
)
from extractors.attribution.cues.content_reach import (
    through_details,
    through_list,
    through_next_figure,
)
from extractors.attribution.cues.cue_complements import complements_told, kind_of_complement
from extractors.attribution.cues.cue_lexicon import Cue, Polarity, cue_index
from extractors.attribution.cues.set_off import trimmed
from extractors.attribution.cues.verb_entries import cue_of
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    is_adverbial_clause,
    is_content_clause,
    is_relative_clause,
)
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.forms import (
    is_finite,
)
from extractors.syntax.noun_phrases import Range
from extractors.syntax.phrases import (
    is_adverbial,
    is_preposition,
)
from extractors.syntax.roles import (
    is_object,
)
from extractors.syntax.speech import own_subject
from extractors.syntax.word_classes import is_auxiliary_verb, is_numeral, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LONGEST_ADJUNCT = 8


def find_after(verb: "Token", entry: Cue) -> Range | None:
    """The content to the right of a cue: from its first complement to the end of its clause."""
    if _denies_noun_above(verb, entry):
        return None
    accepted = complements_told(verb, entry)
    clauses = [child for child in accepted if kind_of_complement(child) == "clause"]
    if not accepted:
        return _rest_of_preposed(verb)
    told = [*clauses, *filter(_is_headline_clause, accepted)] or accepted
    told += [child for child in accepted if any(_opens_clause(child, each) for each in clauses)]
    is_of_measure = not clauses and any(map(_is_measure, accepted))
    start = _with_bound(verb, min(child.left_edge.i for child in told))
    end = start
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if leaves_content(child, verb) or (is_of_measure and _tells_when(child)):
            break
        end = max(end, child.right_edge.i + 1)
    start = max(start, verb.i + 1)
    end = through_next_figure(verb, entry, through_list(verb, end))
    end = min(
        before_next_speaker(verb.doc, start, end),
        before_aside(accepted, entry, end),
        before_own_clause(accepted, end),
        before_objection(verb, end),
        before_outcome(verb, entry, end),
        before_day_of_claim(verb.doc, entry, start, end),
        before_reports(verb.doc, start, end),
        before_reporter(verb.doc, start, end),
        before_passed_on(verb.doc, start, end),
        before_medium(verb.doc, start, end),
    )
    return trimmed(verb.doc, start, _before_colon(verb.doc, entry, start, end))


def _before_colon(doc: "Doc", entry: Cue, start: int, end: int) -> int:
    """Where what is denied ends and a headline goes on: "union rejects charge: | six killed"."""
    if entry.polarity is not Polarity.DENIES:
        return end
    return next((token.i for token in doc[start + 1 : end] if token.text == ":"), end)


def _is_measure(noun: "Token") -> bool:
    """Whether somebody decrees, and tells nothing: "a curfew", "two days of mourning"."""
    told = {each.lemma_.lower() for each in noun.subtree}
    return is_object(noun) and not told.isdisjoint(words_of("measure"))


def _tells_when(clause: "Token") -> bool:
    """Whether a clause tells after what something was announced: "a curfew after ten had died"."""
    opens = clause.left_edge.lower_ in words_of("time-conjunction")
    return opens and is_adverbial_clause(clause) and clause.left_edge.i < clause.i


def _denies_noun_above(verb: "Token", entry: Cue) -> bool:
    """Whether a clause denies the noun that it modifies: "an accusation the army has denied"."""
    told = is_relative_clause(verb) and verb.head.lemma_.lower() in cue_index().nouns
    return told and entry.polarity is Polarity.DENIES


def _opens_clause(noun: "Token", clause: "Token") -> bool:
    """Whether the parse gives a clause's subject to the cue: "claimed | nine were dead".

    A finite clause wants one, whatever stands between: "said | nine due to leave were dead".
    """
    if own_subject(clause) is not None or noun.i > clause.left_edge.i:
        return False
    return noun.right_edge.i + 1 == clause.left_edge.i or is_finite(clause.doc[clause.left_edge.i])


def _is_headline_clause(noun: "Token") -> bool:
    """Whether a noun with its participle is a clause of a headline: "60 killed in raid"."""
    counted = any(is_numeral(child) for child in noun.lefts)
    return is_object(noun) and counted and has_participle(noun)


def _with_bound(verb: "Token", start: int) -> int:
    """Take in the bound of a number that the parse hangs on the cue: "said between 20 and 30 …"."""
    for child in verb.rights:
        if (is_preposition(child) or is_adverbial(child)) and child.right_edge.i == start - 1:
            counted = any(is_numeral(part) for part in child.subtree)
            return (
                child.left_edge.i
                if counted and child.lower_ in speech_words("bound-on-cue")
                else start
            )
    return start


def _rest_of_preposed(verb: "Token") -> Range | None:
    """What follows a cue that interrupts its content: "Two, he said, were children".

    Or that stands between two clauses of it: "Two died, he said, and six were hurt".
    """
    preposed = [child for child in verb.lefts if is_content_clause(child)]
    for child in preposed:
        if child.right_edge.i > verb.i:
            after = [token.i for token in child.subtree if token.i > verb.i]
            return trimmed(verb.doc, min(after), max(after) + 1)
    joined = _joined_behind(verb) if preposed else None
    if joined is None:
        return None
    return trimmed(verb.doc, joined.left_edge.i, joined.right_edge.i + 1)


def _joined_behind(verb: "Token") -> "Token | None":
    """The clause that a comma and "and" join to a cue: "two died, he said, | and six were hurt"."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    is_joined = (
        len(behind) > 1
        and behind[0].text == ","
        and behind[1].lower_ in words_of("additive-conjunction")
    )
    clauses = (child for child in verb.rights if is_joined and is_coordinated(child))
    return next((each for each in clauses if own_subject(each) and not cue_of(each)), None)


def find_details(verb: "Token", subject: "Token | None") -> Range | None:
    """What a comma adds to a count told before its cue: "Ten died, he said, including a child"."""
    doc = verb.doc
    end = 1 + max(verb.i, subject.right_edge.i if subject is not None else verb.i)
    for place in range(verb.i + 1, min(end + _LONGEST_ADJUNCT, len(doc))):
        if doc[place].text == "," and pattern("details-clause").match(doc[place + 1 :].text):
            return trimmed(doc, place + 1, len(doc))
    return None


def find_stray_clause(verb: "Token") -> Range | None:
    """A clause with "that" which the parse hangs on a noun: "told them by phone that two died"."""
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if cue_of(token) is not None:
            return None
        clause = token.head
        if token.lower_ in words_of("complementizer") and is_verbal(clause) and clause.i > token.i:
            subject = own_subject(clause)
            if subject is not None and subject != token:
                end = joined_end(verb, clause.right_edge.i + 1)
                return trimmed(verb.doc, token.i, through_details(verb.doc, end))
    return None


def find_bare_relative(verb: "Token") -> Range | None:
    """What a relative clause without a pronoun tells: "the war the UN says | has left 50 dead"."""
    doc, start = verb.doc, verb.i + 1
    if not is_relative_clause(verb) or own_subject(verb) is None or start >= len(doc):
        return None
    if not is_finite(doc[start]):
        return None
    own = doc[start].head if is_auxiliary_verb(doc[start]) else doc[start]
    later = (t for t in doc[max(start, own.i) + 1 :] if t.is_punct or is_finite(t))
    return start, next((token.i for token in later), len(doc))
