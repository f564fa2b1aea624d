"""Whether a noun is the object of a verb of harm, where the parse takes it for one."""

from typing import TYPE_CHECKING

from extractors.constructions.harm_lexicon import harm_forms
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import thing_words
from extractors.syntax.coordination import is_joint
from extractors.syntax.forms import is_past_form
from extractors.syntax.phrases import follows_comma, is_counted
from extractors.syntax.roles import active_subjects_of, has_auxiliary
from extractors.syntax.word_classes import is_numeral
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Token


def _cut_off(verb: "Token", noun: "Token") -> bool:
    """Whether a comma follows the verb, so that its object cannot: "three killed, ten injured"."""
    return noun.i > verb.i and verb.nbor().text in {",", ";"}


def is_of_another(verb: "Token", noun: "Token") -> bool:
    """Whether a second word of harm stands right before a noun: "killed two and | injured nine"."""
    first = noun.left_edge.i
    before = noun.doc[first - 1] if first else noun
    joined = before.i > verb.i + 1 and is_joint(before.nbor(-1))
    return joined and is_past_form(before) and before.lower_ in harm_forms()


def _after_lost_comma(verb: "Token", noun: "Token") -> bool:
    """Whether a second count follows the first: "Four people killed | six (others) injured"."""
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    harms = {entry.harm for entry, _ in harm_forms().get(following.lower_, ())}
    counts = is_numeral(noun) or is_counted(noun)
    counted = counts and any(map(is_counted, active_subjects_of(verb)))
    return counted and Harm.WOUNDED in harms and is_past_form(following) and not has_auxiliary(verb)


def _behind_preposition(verb: "Token", noun: "Token") -> bool:
    """Whether a noun is where it was, and not what was hit: "two men shot outside | a bar"."""
    first = noun.left_edge
    return first.head == noun and first.i > verb.i and first.lower_ in words_of("preposition")


def _behind_colon(verb: "Token", noun: "Token") -> bool:
    """Whether a noun stands behind a colon, as who speaks: "Five miners killed: witnesses"."""
    return any(each.text == ":" for each in verb.doc[verb.i : noun.i])


def _is_time(_verb: "Token", noun: "Token") -> bool:
    """Whether a noun tells when it was: "two miners killed the day before"."""
    thing = thing_words().get(noun.lower_)
    return thing is not None and thing.tells_time


def _sums_up(_verb: "Token", noun: "Token") -> bool:
    """Whether a noun says behind a comma what was told: "nine wounded, | a higher toll than …"."""
    return noun.lemma_ in words_of("count") and follows_comma(noun.left_edge)


_NOT_ITS_OBJECT = (
    _cut_off,
    is_of_another,
    _after_lost_comma,
    _behind_preposition,
    _behind_colon,
    _is_time,
    _sums_up,
)
"""Why a noun that the parse takes for the object of a verb of harm is none."""


def takes_for_object(verb: "Token", noun: "Token") -> bool:
    """Whether a noun that the parse takes for the object of a verb of harm is one."""
    return not any(test(verb, noun) for test in _NOT_ITS_OBJECT)
