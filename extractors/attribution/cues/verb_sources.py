"""Who speaks by a verb of saying, and through whom."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.contents import is_trailing
from extractors.attribution.cues.makers import maker_of
from extractors.attribution.cues.subjects import subject_of
from extractors.attribution.cues.verb_entries import (
    is_mute,
)
from extractors.attribution.speakers.relative_clauses import meant_by_relative
from extractors.attribution.speakers.speaker_roles import head_match, head_number, is_media
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.forms import is_present_participle, is_singular_noun
from extractors.syntax.noun_phrases import Range, coordinated, joined_before, noun_phrase
from extractors.syntax.phrases import (
    follows_comma,
    is_adjectival,
    is_apposition,
    is_determiner,
    is_prepositional_clause,
)
from extractors.syntax.speech import (
    agent_of,
    is_expletive,
    is_passive_form,
    object_of,
    quoted_person,
)
from extractors.syntax.word_classes import has_class, is_common_noun, is_full_verb, is_proper_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


def sources_of(
    verb: "Token", subject: "Token | None", passive: bool
) -> tuple[list["Token"], list["Token"]]:
    """Who speaks, and who passes it on."""
    quoting = (
        verb.head.head
        if is_prepositional_clause(verb) and verb.head.lower_ in words_of("as-marker")
        else None
    )
    if quoting is not None and quoting.lemma_ in speech_words("quotes"):
        agent = agent_of(quoting) or agent_of(verb)
        reporter = agent if is_passive_form(quoting) else subject_of(quoting)
        speaker = quoted_person(quoting)
        return _joined(speaker), [reporter] if reporter is not None else []
    if passive:
        return _joined(agent_of(verb)), []
    if subject is None or (is_expletive(subject) and not is_relative_pronoun(subject)):
        return [], []
    if _is_what_was_told(subject):
        return [], []
    subject = _described_by(subject)
    if is_mute(subject):
        return _joined(maker_of(subject)), []
    if subject.lower_ in words_of("complementizer") and is_relative_pronoun(subject):
        # "a clip that shows two dead": the word joins the clause and stands for nobody
        subject = meant_by_relative(subject) or subject
    cited = _cited(verb, subject)
    if cited is not None:
        return _joined(subject), _joined(cited)
    before = joined_before(subject) if is_trailing(verb, subject) else None
    speakers = [before, *_joined(subject)] if before is not None else _joined(subject)
    return speakers, [hop] if (hop := _medium_told(verb)) is not None else []


def _described_by(noun: "Token") -> "Token":
    """The person whom a description behind a comma is of: "in Ruda, Ana Lal, | a nurse, said"."""
    is_told = is_apposition(noun) and is_common_noun(noun)
    return noun.head if is_told and noun.head.ent_type_ == "PERSON" else noun


def _is_what_was_told(subject: "Token") -> bool:
    """Whether "which" takes up a clause or a thing: "hid in the barn, which explained why …"."""
    takes_up = subject.lower_ in speech_words("takes-up-clause")
    if not takes_up or not is_relative_pronoun(subject):
        return False
    noun = meant_by_relative(subject)
    is_plain = noun is not None and is_common_noun(noun) and head_match(noun_in_words(noun)) is None
    return is_plain and follows_comma(subject)


def quoted_beside(
    verb: "Token",
) -> "tuple[list[Range], list[Range]] | None":
    """Who is quoted, and by whom, as it stands: "Radio Sol quoted Governor Lal as saying".

    The parse can read a governor that was quoted, or hang "as saying" on another verb.
    """
    marker = verb.i - 1
    if marker < 2 or verb.doc[marker].lower_ not in words_of("as-marker"):
        return None
    quoter = next(
        (t for t in reversed(verb.doc[:marker]) if t.lemma_ in speech_words("quotes")), None
    )
    while quoter is not None and quoter.nbor(-1).lemma_ in speech_words("quotes"):
        quoter = quoter.nbor(-1)  # "quoted | reports as saying"
    between = list(verb.doc[quoter.i + 1 : marker]) if quoter is not None else []
    if quoter is None or not between or not all(map(_is_nominal, between)):
        return None
    first = quoter.i
    while first > 0 and has_class(verb.doc[first - 1], {"PROPN", "NOUN", "DET", "ADJ"}):
        first -= 1
    return [(quoter.i + 1, marker)], [(first, quoter.i)] if first < quoter.i else []


def _is_nominal(token: "Token") -> bool:
    """Whether a word can stand in a name or its title: no verb, no mark, no "by"."""
    is_agent = token.lower_ in words_of("agent-preposition")
    is_mark = token.is_punct and token.text != "-"
    return not is_full_verb(token) and not is_mark and not is_agent


def _joined(noun: "Token | None") -> list["Token"]:
    found = list(coordinated(noun)) if noun is not None else []
    return found[1:] if len(found) == 2 and _is_title_of(*found) else found


def _is_title_of(noun: "Token", name: "Token") -> bool:
    """Whether a bare noun is one of two titles of a name: "leader and former mayor Jo Lal"."""
    is_titled = is_proper_noun(name) and name.left_edge.text.islower()
    is_bare = is_singular_noun(noun) and not any(is_determiner(each) for each in noun.lefts)
    is_person = head_number(noun.text) == "person" and noun.lower_ not in words_of("mass")
    return is_titled and is_bare and is_person


def _cited(verb: "Token", subject: "Token") -> "Token | None":
    """Whom a source cites for what it says: "Radio Sol, citing the police, said …"."""
    for token in verb.doc:
        if not is_present_participle(token) or token.lemma_ not in speech_words("cites"):
            continue
        if token.head in {verb, subject}:
            cited = object_of(token)
        elif is_adjectival(token) and token.head.head == verb:
            cited = token.head
        else:
            continue
        role = head_match(noun_in_words(cited)) if cited is not None else None
        return cited if role is not None and role.number != "document" else None
    return None


def _medium_told(verb: "Token") -> "Token | None":
    """The medium that was told: "the mayor told Radio Sol"."""
    hearer = object_of(verb) if verb.lemma_ in speech_words("hears") else None
    named = hearer is not None and any(is_proper_noun(token) for token in hearer.subtree)
    if hearer is None or not named or not is_media(noun_in_words(hearer)):
        return None
    return hearer


def can_be_people(noun: "Token") -> bool:
    """Whether a phrase can stand for people or a body: a name, a pronoun, or a role."""
    is_name = has_class(noun, {"PROPN", "PRON"})
    return is_name or head_match(noun_in_words(noun)) is not None


def noun_in_words(noun: "Token") -> str:
    """A noun's phrase as it is written."""
    start, end = noun_phrase(noun)
    return str(noun.doc[start:end].text)
