"""Which words of a tree are verb cues."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Cue, cue_index
from extractors.attribution.speakers.speaker_roles import role_of
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_forms, speech_words
from extractors.syntax.antecedents import is_relative_pronoun, relative_antecedent
from extractors.syntax.forms import has_verb_form, is_plural_noun
from extractors.syntax.noun_phrases import noun_phrase
from extractors.syntax.phrases import is_adverbial, is_particle, is_prepositional_complement
from extractors.syntax.roles import is_object
from extractors.syntax.speech import own_subject
from extractors.syntax.word_classes import is_common_noun, is_noun, is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def cue_of(token: "Token") -> Cue | None:
    """The lexicon's entry for a verb, with its particle where the entry has one."""
    lemma = token.lemma_
    if _is_attributive(token) or _heads_title(token):
        return None
    if not has_verb_form(token):
        mistagged = speech_forms("mistagged").get(token.lower_)
        if mistagged is None or not (_closes_sentence(token) or _is_aside(token)):
            return None
        lemma = mistagged.id
    for entry in cue_index().verbs.get(lemma, ()):
        if entry.particle and particle_of(token, entry) is None:
            continue
        if entry.objects and not any(_counted(child) & entry.objects for child in token.rights):
            continue
        if not entry.by or _is_by(token, entry):
            return entry
    return None


def _is_attributive(token: "Token") -> bool:
    """Whether a participle stands before the noun that it doubts: "suspected rebels set off"."""
    if token.lower_ not in speech_words("doubts-its-noun") or token.i + 1 >= len(token.doc):
        return False
    before = token.doc[token.i - 1] if token.i else token
    is_bare = before == token or before.is_punct or before.lower_ in words_of("article")
    return is_bare and is_noun(token.nbor())


def _heads_title(token: "Token") -> bool:
    """Whether a noun that is also a verb ends a title: "Karvat Protests: Toll Reaches Six"."""
    if not token.lower_.endswith("s") or token.lemma_.lower() not in cue_index().mutes:
        return False
    return token.doc[token.i + 1 : token.i + 2].text == ":"


def particle_of(verb: "Token", entry: Cue) -> "Token | None":
    """The particle of a verb: "pointed *out*", "called *for*", "made it *clear*"."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    own = [*verb.rights, *following]
    # "put the number of soldiers killed at 40": the parse gives the particle to the object
    inner = [part for child in own if is_object(child) for part in child.subtree]
    counted = [part for part in inner if any(is_numeral(each) for each in part.rights)]
    # "revised the toll from 35 to 28"; the parse gives the particle to either
    before = [
        part
        for child in own
        if child.lower_ in words_of("origin-preposition")
        for part in child.subtree
    ]
    counted += [part for part in before if is_numeral(part.head) or part.head in own]
    # "revised the toll down to 32"
    counted += [
        part
        for child in own
        if (is_particle(child) or is_adverbial(child))
        for part in child.rights
    ]
    # "put the toll at least 20": the particle is part of the bound
    counted += [child.doc[child.left_edge.i] for child in own if is_numeral(child)]
    return next((part for part in [*own, *counted] if part.lower_ == entry.particle), None)


def means_otherwise(verb: "Token", entry: Cue) -> bool:
    """Whether an object turns a verb from saying: "claimed scores of lives"."""
    return any(_counted(child) & entry.unless for child in verb.rights)


def is_cue(token: "Token") -> bool:
    """Whether a token is a verb cue."""
    return cue_of(token) is not None


def is_mute(noun: "Token") -> bool:
    """Whether a noun, or what a relative pronoun stands for, says nothing, whatever its verb.

    Such as "the blast", "a photograph", "rockets that released gas".
    """
    meant = relative_antecedent(noun) if is_relative_pronoun(noun) else noun
    if meant is None or not is_common_noun(meant):
        return False
    return _is_mute_lemma(meant) and not _counts_people(meant)


def _counts_people(noun: "Token") -> bool:
    """Whether a noun tells how many speak: "a number of nurses", not "the number of nurses"."""
    counted = [
        part
        for each in noun.rights
        if each.lower_ in words_of("genitive-preposition")
        for part in each.rights
    ]
    return (
        noun.lemma_ in words_of("number-noun")
        and not any(child.lower_ in words_of("definite-article") for child in noun.lefts)
        and any(is_plural_noun(part) and not _is_mute_lemma(part) for part in counted)
    )


def _is_mute_lemma(noun: "Token") -> bool:
    return noun.lemma_.lower() in cue_index().mutes


def _is_by(verb: "Token", entry: Cue) -> bool:
    """Whether the subject is of a sort that the entry is limited to."""
    subject = own_subject(verb)
    if subject is None:
        return False
    start, end = noun_phrase(subject)
    role = role_of(verb.doc[start:end].text)
    return role is not None and role.kind in entry.by


def _counted(child: "Token") -> set[str]:
    """The lemma of an object, and of what it counts: "scores of lives", not "names of guards"."""
    if not is_object(child):
        return set()
    inner = child.subtree if child.lemma_.lower() not in speech_words("tells-of") else [child]
    return {
        part.lemma_.lower()
        for part in inner
        if (is_object(part) or is_prepositional_complement(part))
    }


def _is_aside(token: "Token") -> bool:
    """Whether commas set off a word and one or two before it: "Two died, records show, …"."""
    before = [part.text for part in token.doc[max(0, token.i - 3) : token.i]]
    after = token.doc[token.i + 1 : token.i + 2].text
    return after == "," and "," in before[:-1]


def _closes_sentence(token: "Token") -> bool:
    """Whether a word ends its sentence, where the tagger takes "records show" for two nouns."""
    return all(part.is_punct or part.is_space for part in token.doc[token.i + 1 :])
