"""Prepositional cues: "Two died, according to the mayor and a nurse"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from extractors.attribution.cues.cue_lexicon import Force, cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.makers import with_maker
from extractors.attribution.cues.verb_entries import is_mute
from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import is_past_reduced_clause
from extractors.syntax.coordination import is_conjunction
from extractors.syntax.forms import has_verb_form
from extractors.syntax.noun_phrases import Range, coordinated, noun_phrase, offsets, owner_of
from extractors.syntax.phrases import has_number_behind, is_prepositional_complement
from extractors.syntax.roles import is_object
from extractors.syntax.word_classes import (
    is_nominal,
    is_numeral,
    is_proper_noun,
    is_time,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OCCASION = 3
"""Words of "in the poll"."""
_NO_MAKERS = {"GPE", "LOC", "NORP", "DATE", "TIME", "EVENT"}
_LONGEST_CORRECTED = 4
"""Words from "not" to the end of what is put right: "not ten rebels,"."""


def find_tally_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find counts that stand after a preposition: "By one count, ninety people died".

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a count.
    """
    tallies = cue_index().tallies
    for noun in tree:
        entry = tallies.get(noun.lemma_.lower())
        preposition = noun.head
        if (
            entry is None
            or not is_prepositional_complement(noun)
            or preposition.lower_ not in entry.on
            or (entry.owned and not (_has_maker(noun) or _is_of_counts(noun)))
            or has_number_behind(noun)
            or _is_compared(preposition)
        ):
            continue
        above = (preposition.head, *preposition.head.ancestors)
        if not any(map(is_verbal, above)):
            continue
        source = noun_phrase(noun)
        made = next((each for each in noun.rights if is_past_reduced_clause(each)), None)
        end = source[1] if made is None else made.right_edge.i + 1
        contents = _around(tree, preposition.i, end)
        is_closed = made is not None and tree[end].is_punct
        is_named = entry.force is Force.STATES and _has_maker(noun)
        if contents and (is_closed or is_named or _stands_apart(tree, preposition.i, end)):
            start, end = offsets(tree, (preposition.i, preposition.i + 1), offset)
            yield CueFrame(
                cue=(start, end),
                entry=entry,
                sources=(offsets(tree, source, offset),),
                contents=tuple(offsets(tree, tokens, offset) for tokens in contents),
                force=entry.force,
                hedge=entry.hedge,
            )


def _is_compared(preposition: "Token") -> bool:
    """Whether a count is only compared with: "a higher toll than in earlier estimates"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before.lower_ in words_of("comparative-conjunction")


def _stands_apart(tree: "Doc", start: int, end: int) -> bool:
    """Whether a phrase opens a sentence or a part of it, or ends it: not "lost in a poll, …".

    At the end "in the poll" is an occasion: nobody is counted by it.
    """
    if start == 0 or tree[start - 1].is_punct or is_conjunction(tree[start - 1]):
        return True
    ends = all(token.is_punct or token.is_space for token in tree[end:])
    is_occasion = end - start == _OCCASION and tree[start + 1].lower_ in words_of(
        "definite-article"
    )
    return ends and not is_occasion


def _is_of_counts(noun: "Token") -> bool:
    """Whether a figure is drawn from counts: "an average of recent polls"."""
    inner = (each for each in noun.subtree if is_prepositional_complement(each) and each != noun)
    return any(each.lemma_.lower() in cue_index().tallies for each in inner)


def _has_maker(noun: "Token") -> bool:
    """Whether a count bears its maker's name, wherever it stands: "in a Hill Watch poll, up 8".

    A poll that bears only a place's name or a day can be an election: "died in the Kenya poll",
    "in a June 3 poll".
    """
    names = (each for each in noun.lefts if is_proper_noun(each))
    return any(each.ent_type_ not in _NO_MAKERS for each in names)


def find_phrase_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find the prepositional cues of a sentence.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a cue.
    """
    for match in _pattern().finditer(tree.text):
        entry = cue_index().phrases[" ".join(match.group().lower().split())]
        preposition = tree.char_span(match.start(), match.end(), alignment_mode="expand")
        source = _object_of(preposition[-1]) if preposition is not None else None
        if preposition is None or source is None or _is_no_speaker(source):
            continue
        if _is_of_corrected(tree, preposition.start):
            continue
        noun = _taken_up(source, tree[max(preposition.start - 2, 0)])
        if noun is not None:
            sources = [noun_phrase(owner_of(noun) or noun)]
            contents = [_in_relative(tree, source.i + 1)]
        else:
            sources = [with_maker(token) for token in coordinated(source)]
            end = _through_clause(source, max(last for _, last in sources))
            contents = _around(tree, preposition.start, end)
        if contents:
            yield CueFrame(
                cue=(offset + match.start(), offset + match.end()),
                entry=entry,
                sources=tuple(offsets(tree, tokens, offset) for tokens in sources),
                contents=tuple(offsets(tree, tokens, offset) for tokens in contents),
                force=entry.force,
                hedge=entry.hedge,
            )


@per_language
def _pattern() -> "regex.Pattern[str]":
    phrases = sorted(cue_index().phrases, key=len, reverse=True)
    words = "|".join(regex.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return regex.compile(rf"\b(?:{words})\b(?=\s)", regex.IGNORECASE)


def _is_of_corrected(tree: "Doc", start: int) -> bool:
    """Whether a phrase tells whose figure is put right: "six, not ten, as claimed by rebels"."""
    between: list[Token] = []
    for token in reversed(tree[max(0, start - _LONGEST_CORRECTED) : start]):
        if token.lower_ in words_of("clause-negator"):
            return token.i == start - 1 or any(is_numeral(each) for each in between)
        between.append(token)
    return False


def _object_of(preposition: "Token") -> "Token | None":
    for child in preposition.rights:
        if is_prepositional_complement(child) or is_object(child):
            return child
    following = preposition.doc[preposition.i + 1 :]
    return next((token for token in following if is_nominal(token)), None)


def _through_clause(source: "Token", end: int) -> int:
    """Where a clause about a source ends before a comma: "reports issued after the raid, two …"."""
    doc = source.doc
    inside = {token.i for token in source.subtree if not token.is_punct}
    last = end
    while last in inside:
        last += 1
    return last if last < len(doc) and doc[last].text == "," else end


def _is_no_speaker(source: "Token") -> bool:
    """Whether the object is a measure, "per cent", or a thing that is nobody's: "the toll"."""
    is_rate = source.head.lower_ in words_of("rate-preposition")
    if source.lower_ in speech_words("measure") and is_rate:
        return True
    if not is_mute(source):
        return False
    start, end = with_maker(source)
    phrase = source.doc[start:end]
    return not find_roles(phrase.text) and all(not is_proper_noun(token) for token in phrase)


def _around(tree: "Doc", start: int, end: int) -> list[Range]:
    """The sentence without the phrase; after it only where a comma sets the phrase off."""
    before = _trim(tree, 0, start)
    after = _trim(tree, end, len(tree))
    if before is None or _is_in_clause(tree, start, end):
        return [after] if after else []
    goes_on = after is not None and tree[min(end, len(tree) - 1)].text in {",", "-", "–", "—"}
    return [before, after] if goes_on and after is not None else [before]


def _is_in_clause(tree: "Doc", start: int, end: int) -> bool:
    """Whether a phrase is about the clause alone that opens before it.

    "A raid that according to the mayor killed six"; "rebels came and according to the mayor killed
    six"; "the army told of a raid in which, according to the mayor, six died".
    """
    if start == 0 or end >= len(tree):
        return False
    opens = tree[start - 1].lower_ in words_of("relative-subject") or is_conjunction(
        tree[start - 1]
    )
    if opens and has_verb_form(tree[end]):
        return True
    is_set_off = start > 1 and tree[start - 1].text == tree[end].text == ","
    return is_set_off and tree[start - 2].lower_ in speech_words("opens-clause")


def _taken_up(pronoun: "Token", before: "Token") -> "Token | None":
    """What a relative pronoun takes up behind a comma: "the clinic's note, according to which"."""
    is_relative = pronoun.lower_ in speech_words("relative") and before.nbor().text == ","
    return before if is_relative and is_nominal(before) and not is_time(before) else None


def _in_relative(tree: "Doc", start: int) -> Range:
    """The clause behind "according to which", up to the comma that closes it."""
    commas = (token.i for token in tree[start:] if token.text == ",")
    return _trim(tree, start, next(commas, len(tree))) or (start, start)


def _trim(tree: "Doc", start: int, end: int) -> Range | None:
    while start < end and not any(
        character.isalnum() or character in "\"“'" for character in tree[start].text
    ):
        start += 1
    while end > start and tree[end - 1].text in {",", ".", ";", "-", "–", "—", ":", "…"}:
        end -= 1
    return (start, end) if start < end else None
