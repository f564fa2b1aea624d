"""Whose verb it is: the subject of a cue, by the tree and, where that fails, by position."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.nominal_subjects import closes_brackets, nominal_beside
from extractors.attribution.cues.verb_entries import is_cue, is_mute
from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    accused_of,
    governing_verb,
    is_adverbial_clause,
    is_content_clause,
    is_open_complement,
    is_predicate_or_title,
    is_reduced_clause,
    is_relative_clause,
    modifies_noun,
    shares_subject,
)
from extractors.syntax.coordination import first_of_coordination, is_coordinated
from extractors.syntax.forms import (
    is_base_form,
    is_finite,
    is_present_participle,
)
from extractors.syntax.noun_phrases import owner_of
from extractors.syntax.phrases import (
    complements_of,
    follows_comma,
    is_apposition,
    is_prepositional_clause,
    is_prepositional_complement,
    prepositions_of,
)
from extractors.syntax.roles import (
    is_actor,
    is_complement_noun,
    is_object,
    is_subject,
)
from extractors.syntax.speech import (
    agent_of,
    is_main_verb,
    is_passive_form,
    is_spliced,
    object_of,
    own_subject,
    quoted_person,
)
from extractors.syntax.word_classes import is_full_verb, is_proper_noun, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_CHAIN = 8
_DASHES = frozenset({"-", "–", "—", "--"})


def speaker_of(verb: "Token") -> "Token | None":
    """The subject of a cue by its tree, else the noun phrase beside it.

    What says nothing is the subject of an event, or the parse is wrong and the speaker stands
    beside the verb.
    """
    subject = _behind_quotation(_behind_dateline(subject_of(_continued(verb) or verb)))
    if subject is not None and closes_brackets(subject):
        return nominal_beside(verb)
    if subject is not None and (body := _body_described(subject)) is not None:
        return body
    if subject is not None and not is_mute(subject):
        return subject
    beside = nominal_beside(verb)
    if beside is None or is_mute(beside):
        return subject
    is_part = subject is not None and not is_apposition(beside) and beside in subject.subtree
    return subject if is_part else beside


def _behind_dateline(subject: "Token | None") -> "Token | None":
    """The subject that the parse takes for an apposition of a dateline: "RUDA - The mayor said"."""
    if subject is None or subject.i or not subject.is_upper:
        return subject
    told = [child for child in subject.rights if is_apposition(child)]
    first = told[0].left_edge if told else subject
    opens = first.i == 2 and subject.nbor().text == ","
    opens = opens or (first.i > 2 and first.nbor(-1).text in _DASHES)
    return told[0] if opens and first.text[0].isupper() else subject


def _behind_quotation(subject: "Token | None") -> "Token | None":
    """The subject that the parse takes for an apposition of what is quoted: "no rumour,” Lal"."""
    if subject is None:
        return None
    told = (child for child in subject.rights if is_apposition(child))
    first = next(told, None)
    closed = first is not None and first.left_edge.i > 0 and first.left_edge.nbor(-1).is_quote
    return first if closed else subject


def _body_described(described: "Token") -> "Token | None":
    """The body that lost commas run into what it is: "The Watch a monitoring group said"."""
    left = described.left_edge
    if left.i == 0 or left.lower_ not in words_of("indefinite-article"):
        return None
    last = left.nbor(-1)
    body = next(filter(is_subject, (last, *last.ancestors)), None)
    if body is None or body.head != described.head or not is_proper_noun(body):
        return None
    roles = (head_match(body.text), head_match(described.text))
    return body if all(role is not None and role.number == "group" for role in roles) else None


def _continued(verb: "Token") -> "Token | None":
    """The verb of a relative clause that a comma continues: "a figure B rejected, saying …"."""
    comma = verb.i - 1
    if (
        not is_present_participle(verb)
        or comma < 1
        or verb.doc[comma].text != ","
        or not is_cue(verb)
    ):
        return None
    clauses = (t for t in reversed(verb.doc[:comma]) if is_relative_clause(t) and is_cue(t))
    return next((t for t in clauses if max(part.i for part in t.subtree) == comma - 1), None)


def subject_of(verb: "Token") -> "Token | None":
    """The subject of a verb, its own or that of what it depends on.

    "He left, saying …", "She came and said …", "AFP quoted him as saying …", "is eager to say".
    Of two verbs of saying joined by "and" the second has the subject of the first, wherever the
    parse hangs it.
    """
    for _ in range(_LONGEST_CHAIN):
        found = own_subject(verb) or _agent_above(verb)
        if found is not None:
            return found
        above = verb.head
        if above == verb or (is_cue(verb) and is_spliced(verb)):
            return None
        if is_prepositional_clause(verb) and above.lower_ in words_of("as-marker"):
            named = quoted_person(above.head)
            if named is not None:
                return named
        elif _shows(verb) and (shown := object_of(above)) is not None:
            return _made_public(shown)
        elif is_open_complement(verb) and (controller := _controller(verb, above)) is not None:
            return controller
        elif is_reduced_clause(verb) and (outer := _reported_over(verb)) is not None:
            above = outer
        elif modifies_noun(verb):
            return _subject_of_reduced_clause(verb, above)
        elif _joins_speech(verb) and not _tells(above):
            above = _reporting_verb(above) or _cue_over_noun(verb, above) or above
        elif accused := accused_of(verb):
            return accused[0]
        elif is_prepositional_clause(verb) and (outer := _verb_of_phrase(above)) is not None:
            above = outer
        elif not shares_subject(verb):
            return None
        elif (outer := _finite_above(verb, above)) is not None:
            above = outer
        verb = above
    return None


def _joins_speech(verb: "Token") -> bool:
    """Whether a verb of saying is joined to a clause, by "and" or as its adverbial."""
    return (is_coordinated(verb) or is_adverbial_clause(verb)) and is_cue(verb)


def _finite_above(verb: "Token", above: "Token") -> "Token | None":
    """The finite verb to which "and" joins another: "said it would go and fled".

    No finite verb is coordinated with an infinitive, though the parse can join the two.
    """
    if not is_coordinated(verb) or not is_finite(verb) or not is_base_form(above):
        return None
    finite = (each for each in above.ancestors if is_finite(each) and is_full_verb(each))
    return next(finite, None)


def _verb_of_phrase(preposition: "Token") -> "Token | None":
    """The verb of a phrase with a gerund: "in addition to saying that two died, she named them"."""
    above = first_of_coordination(preposition).head
    while is_prepositional_complement(above):
        above = above.head.head
    return above if is_verbal(above) else None


def _shows(verb: "Token") -> bool:
    """Whether a participle tells what a thing shows: "posted videos showing …"."""
    return (
        is_present_participle(verb)
        and verb.lemma_ in speech_words("shows")
        and (is_adverbial_clause(verb) or is_open_complement(verb) or is_reduced_clause(verb))
    )


def _made_public(noun: "Token") -> "Token":
    """What shows something, not that it was released: "the release of a video showing …"."""
    if noun.lemma_.lower() not in speech_words("makes-public"):
        return noun
    inner = (
        each
        for of in prepositions_of(noun, words_of("genitive-preposition"))
        for each in complements_of(of)
    )
    return next(inner, noun)


def _agent_above(verb: "Token") -> "Token | None":
    """The agent of a passive cue that goes on: "was confirmed by the mayor, adding that …"."""
    above = verb.head
    goes_on = is_present_participle(verb) and is_cue(verb) and is_cue(above)
    return agent_of(above) if goes_on and is_passive_form(above) else None


def _controller(verb: "Token", above: "Token") -> "Token | None":
    """The object that does what an infinitive says: "asked him to say"."""
    if above.lemma_ not in speech_words("object-acts"):
        return None
    objects = [child for child in above.children if is_object(child) and child.i < verb.i]
    return objects[-1] if objects else None


def _tells(verb: "Token") -> bool:
    """Whether a verb is one of saying with something said: not "responding to the attack"."""
    return is_cue(verb) and any(is_content_clause(child) for child in verb.children)


def _reported_over(verb: "Token") -> "Token | None":
    """The cue whose speaker goes on after a comma: "told them that jets came, adding that …"."""
    if not is_present_participle(verb) or not is_cue(verb) or not follows_comma(verb):
        return None
    governing = next((each for each in verb.ancestors if is_verbal(each)), None)
    return _reporting_verb(governing) if governing is not None else None


def _reporting_verb(verb: "Token") -> "Token | None":
    """The verb of saying whose content a verb belongs to."""
    for _ in range(_LONGEST_CHAIN):
        if is_content_clause(verb) and is_cue(verb.head):
            return verb.head
        if not (is_coordinated(verb) or is_content_clause(verb) or is_open_complement(verb)):
            return None
        verb = verb.head
    return None


def _cue_over_noun(verb: "Token", above: "Token") -> "Token | None":
    """The cue that a comma continues over the clause of a noun.

    "The army denied the claim that two had died, saying …".
    """
    if not is_present_participle(verb) or not follows_comma(verb):
        return None
    governing = governing_verb(above) if modifies_noun(above) else None
    return governing if governing is not None and is_cue(governing) else None


def _subject_of_reduced_clause(verb: "Token", noun: "Token") -> "Token | None":
    """Who acts in "a note saying …", "found ways to say …", "efforts by X to say …"."""
    if _shows(verb):
        return _made_public(noun)
    if is_present_participle(verb) and (is_actor(noun) or is_predicate_or_title(noun)):
        return noun
    if is_main_verb(verb):
        return noun
    owner = owner_of(noun)
    if owner is not None:
        return owner
    if is_complement_noun(noun):
        above = noun.head.head if is_prepositional_complement(noun) else noun.head
        if is_verbal(above) and not is_passive_form(above):
            return subject_of(above) or noun
    return noun if is_present_participle(verb) else None
