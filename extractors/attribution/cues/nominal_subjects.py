"""The noun beside a verb of saying that is its subject where the parse has none."""

from typing import TYPE_CHECKING

from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    is_open_complement,
    is_reduced_clause,
)
from extractors.syntax.coordination import is_conjunction, is_coordinated
from extractors.syntax.forms import (
    is_base_form,
    is_past_participle,
    is_read_as_noun,
    may_be_finite,
)
from extractors.syntax.phrases import (
    follows_comma,
    is_adverbial_noun,
    is_apposition,
    is_determiner,
    is_prepositional_complement,
    opens_its_noun,
)
from extractors.syntax.roles import (
    is_agent_marker,
    is_any_auxiliary,
    is_inverted_speaker,
)
from extractors.syntax.speech import is_passive_form
from extractors.syntax.word_classes import (
    has_class,
    is_adverb,
    is_nominal,
    is_numeral,
    is_proper_noun,
    is_time,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NOMINAL_CHAIN = frozenset({"NOUN", "PROPN", "PRON", "ADP", "ADJ", "NUM", "DET"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})


def nominal_beside(verb: "Token") -> "Token | None":
    """The noun phrase beside a finite verb, where the parse gives the verb no subject."""
    if is_read_as_noun(verb):
        return next(
            (child for child in reversed(list(verb.lefts)) if has_class(child, _NOMINAL)), None
        )
    if not may_be_finite(verb) or is_open_complement(verb) or is_reduced_clause(verb):
        return None
    if any(
        (is_any_auxiliary(child) and not _is_perfect(verb)) or _is_as(child) for child in verb.lefts
    ):
        return None
    after = _nominal_after(verb)
    return after if after is not None or is_base_form(verb) else _nominal_before(verb)


def closes_brackets(subject: "Token") -> bool:
    """Whether the parse takes what stands in brackets for a subject: "Lal (May 8) said"."""
    return subject.text.endswith(")") and "(" not in subject.text


def _is_perfect(verb: "Token") -> bool:
    """Whether one auxiliary makes a past participle active: "have said"."""
    auxiliaries = list(filter(is_any_auxiliary, verb.lefts))
    return len(auxiliaries) == 1 and is_past_participle(verb) and not is_passive_form(verb)


def _is_as(child: "Token") -> bool:
    """Whether "as" joins a verb to another; "as a part of the plea" only comes before it."""
    joins = child.lower_ in words_of("as-marker")
    return joins and not any(map(is_prepositional_complement, child.rights))


def _nominal_before(verb: "Token") -> "Token | None":
    place = verb.i - 1
    while place > 0 and _stands_between(verb.doc[place]):
        place -= 1
    if (dated := _before_time(verb.doc, place)) is not None:
        # "Ana Lal on Sunday said": the parse takes the name for a part of the time
        return dated
    place = _before_aside(verb.doc, place)
    if place < 0:
        return None
    token = verb.doc[place]
    if is_adverb(token) and token.text[:1].isupper() and place == verb.i - 1:
        return token
    return _head_before(token, verb)


def _before_aside(doc: "Doc", last: int) -> int:
    """Where a noun ends before an age or brackets: "Ana Lal, 44, said", "Ana Lal (44) said"."""
    place = last
    if place > 2 and is_numeral(doc[place]) and follows_comma(doc[place]):
        place -= 2
    if place > 0 and doc[place].text.endswith(")"):
        opening = (token.i for token in reversed(doc[:place]) if token.text == "(")
        place = next(opening, 0) - 1
    return place


def _head_before(last: "Token", verb: "Token") -> "Token | None":
    """The head of the noun phrase that ends before a verb, as far as it is the one who speaks."""
    token, chain = last, [last]
    closed = follows_comma(verb)
    while token.head != token and token.head.i < verb.i and has_class(token.head, _NOMINAL_CHAIN):
        if not closed and _is_listed(token):
            return token
        if is_apposition(token) and not closed:
            return _of_apposition(token)
        token = token.head
        chain.append(token)
    if is_nominal(token) and not is_adverbial_noun(token):
        return token
    # "In a call, Major Lal, a spokesman, said": the parse makes the name an apposition of the call
    named = (part for part in chain if is_apposition(part))
    return next((part for part in named if is_proper_noun(part) or head_match(part.text)), None)


def _of_apposition(token: "Token") -> "Token":
    """Who speaks where no comma closes an apposition.

    "Killed two hikers, a ranger said" and "Ana Lal, mayor of Ruda said"; no name is that of
    another: "died at Ruda, Ana Lal of the fire brigade said".
    """
    is_other = _is_place_told(token.head) and any(is_proper_noun(c) for c in token.lefts)
    is_role = is_proper_noun(token.head) and not any(is_determiner(c) for c in token.lefts)
    return token.head if is_role and not is_other else token


def _stands_between(token: "Token") -> bool:
    """Whether a word can stand between a subject and its verb: an adverb, a comma, "have"."""
    return _is_plain_adverb(token) or token.text == "," or is_any_auxiliary(token)


def _before_time(doc: "Doc", last: int) -> "Token | None":
    """The name before the words that tell when it spoke: "Lal on Sunday night", "Lal Sunday"."""
    place = last
    while place > 0 and is_time(doc[place]):
        place -= 1
    if place == last:
        return None
    while place > 0 and doc[place].lower_ in words_of("day-preposition"):
        place -= 1
    name = doc[place]
    is_name = is_proper_noun(name) and name.ent_type_ not in {"DATE", "TIME", "GPE", "LOC"}
    opens = name.left_edge.i == 0 or is_proper_noun(doc[name.left_edge.i - 1])
    return name if is_name and (is_adverbial_noun(name) or name.head.i > place) and opens else None


def _is_place_told(noun: "Token") -> bool:
    """Whether a noun completes a preposition that leads to nobody who acts: "at Ruda"."""
    return is_prepositional_complement(noun) and not is_agent_marker(noun.head)


def _is_listed(token: "Token") -> bool:
    """Whether a comma alone joins a noun to another: "two died in Ruda, Radio Sol said"."""
    joined = is_coordinated(token) and not any(is_conjunction(c) for c in token.head.children)
    return joined and follows_comma(token.left_edge)


def _nominal_after(verb: "Token") -> "Token | None":
    """The subject of "…," said X: it follows a verb that follows a mark."""
    if verb.lemma_ in speech_words("hears"):
        return None
    if verb.i == 0 or not verb.doc[verb.i - 1].is_punct or verb.i + 1 >= len(verb.doc):
        return None
    token = verb.doc[verb.i + 1]
    counts_one = is_numeral(token) and is_inverted_speaker(token.head)
    if not has_class(token, _NOMINAL) and not token.text[:1].isupper() and not counts_one:
        return None
    while opens_its_noun(token):
        token = token.head
    return token


def _is_plain_adverb(token: "Token") -> bool:
    return is_adverb(token) and token.text[:1].islower()
