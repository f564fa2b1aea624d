"""Verb cues in a dependency tree: "X said that …", "… , X said", "X denied the …"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.attribution.cues.closing import find_closing
from extractors.attribution.cues.contents import find_contents
from extractors.attribution.cues.contents_before import find_antecedent
from extractors.attribution.cues.cue_lexicon import Cue
from extractors.attribution.cues.dismissals import dismissal_of, find_dismissed
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.makers import with_maker
from extractors.attribution.cues.subjects import speaker_of
from extractors.attribution.cues.trailing import Trailing, find_trailing
from extractors.attribution.cues.unmarked import find_unmarked
from extractors.attribution.cues.verb_entries import (
    cue_of,
    is_cue,
    is_mute,
    particle_of,
)
from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.forms import is_past_participle, is_present_participle
from extractors.syntax.noun_phrases import Range, noun_phrase, offsets
from extractors.syntax.phrases import (
    is_prepositional_complement,
)
from extractors.syntax.roles import has_auxiliary, is_inverted_speaker, is_object_complement
from extractors.syntax.speech import (
    is_passive_form,
    object_of,
)
from extractors.syntax.word_classes import (
    is_noun,
    is_numeral,
    is_pronoun,
    is_proper_noun,
    is_time,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
from extractors.attribution.cues.verb_force import force_of, polarity_of
from extractors.attribution.cues.verb_sources import (
    can_be_people,
    noun_in_words,
    quoted_beside,
    sources_of,
)

_LONGEST_CUE = 6
_LONGEST_COUNTED = 4


def find_verb_frames(tree: "Doc", offset: int) -> Iterator[CueFrame]:
    """Find the verb cues of a sentence.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a cue, in the order of the sentence.
    """
    for verb in tree:
        entry = cue_of(verb)
        if entry is not None and (frame := _frame(verb, entry, offset)) is not None:
            yield frame


def _frame(verb: "Token", entry: Cue, offset: int) -> CueFrame | None:
    if _introduces_quoted(verb) or dismissal_of(verb) is not None or _is_said_of(verb):
        return None
    subject = speaker_of(verb)
    if subject is not None and _is_compared_with(subject):
        return None
    passive = is_passive_form(verb)
    if entry.objects and not passive and not _may_count(verb, subject):
        return None
    placed, passed_on, contents = _sources_and_contents(verb, entry, subject, passive=passive)
    if not passive and (own := _own_number(verb)) is not None:
        contents = [own]
    elif not passive and _tells_else(verb, entry, placed):
        contents = [content for content in contents if content[0] > verb.i]
    contents = [*contents, *_behind_colon(verb, contents)]
    if not contents and (antecedent := find_antecedent(verb, entry)) is not None:
        contents = [antecedent]
    if not contents and "quote" not in entry.takes:
        return None
    return CueFrame(
        cue=offsets(verb.doc, _cue_range(verb, entry), offset),
        entry=entry,
        sources=tuple(offsets(verb.doc, source, offset) for source in placed),
        contents=tuple(offsets(verb.doc, content, offset) for content in contents),
        hops=tuple(offsets(verb.doc, hop, offset) for hop in passed_on),
        polarity=polarity_of(verb, entry),
        force=force_of(verb, entry),
        hedge=entry.hedge,
        takes_quote="quote" in entry.takes and not (passive and subject is not None),
    )


def _is_said_of(verb: "Token") -> bool:
    """Whether a participle tells what somebody is held to be: "four presumed dead"."""
    is_bare = is_past_participle(verb) and not has_auxiliary(verb)
    return is_bare and any(is_object_complement(child) for child in verb.rights)


def _is_compared_with(subject: "Token") -> bool:
    """Whether a speaker has another figure: "named 92 dead, three more than the army admits"."""
    first = subject.left_edge.i
    before = subject.doc[first - 1] if first else None
    return before is not None and before.lower_ in words_of("comparative-conjunction")


def _behind_colon(verb: "Token", contents: Sequence[Range]) -> list[Range]:
    """What goes on behind the colon of a cue that trails: "12 died, the union said: | ten at …"."""
    doc, colon = verb.doc, verb.i + 1
    trails = bool(contents) and all(end <= verb.i for _, end in contents)
    if not trails or doc[colon : colon + 1].text != ":" or colon + 1 == len(doc):
        return []
    return [(colon + 1, len(doc))]


def _own_number(verb: "Token") -> Range | None:
    """The bare number that closes a headline's second clause: "Deaths rise to 18, union says | 27".

    So the clause before it is not what was told.
    """
    told = object_of(verb)
    if told is None or told.i < verb.i or not is_numeral(told) or is_time(told):
        return None
    is_last = all(each.is_punct for each in verb.doc[told.i + 1 :])
    return (told.left_edge.i, told.i + 1) if is_last else None


def _tells_else(verb: "Token", entry: Cue, sources: Sequence[Range]) -> bool:
    """Whether a verb has its own object, so that the clause before it is not what was told.

    "12 dead, rebels claim responsibility"; "12 died, and the army blamed rebels".
    """
    told = object_of(verb)
    if told is None or told.i < verb.i or verb.lemma_ in speech_words("addresses"):
        return False
    if any(start <= told.i < end for start, end in sources):
        return False
    is_thing = is_noun(told) and not is_time(told)
    return told.lemma_ in entry.briefly or (is_thing and is_coordinated(verb))


def _sources_and_contents(
    verb: "Token", entry: Cue, subject: "Token | None", *, passive: bool
) -> tuple[list[Range], list[Range], list[Range]]:
    """Who speaks by a verb, who passes the words on, and what they tell.

    What the tree has wrong is told by position: a clause that trails behind its speaker, a
    speaker who closes the sentence, a clause without a mark.
    """
    sources, hops = sources_of(verb, subject, passive)
    dismissed = find_dismissed(verb)
    contents = [dismissed] if dismissed else find_contents(verb, entry, subject, passive)
    if subject is not None and is_inverted_speaker(subject):
        contents = [each for each in contents if not each[0] <= subject.i < each[1]]
    placed = [with_maker(token) for token in sources]
    passed_on = [noun_phrase(token) for token in hops]
    if (quoted := quoted_beside(verb)) is not None:
        placed, passed_on = quoted[0], passed_on or quoted[1]
    trailing = None if passive else find_trailing(verb, entry)
    if trailing is not None and not _is_beside(verb, placed, trailing):
        placed = list(trailing.sources)
        is_whole = trailing.is_sole or not contents or _leaves_cue(verb, contents, trailing)
        contents = [trailing.content] if is_whole else contents
    elif trailing is not None and placed[0][0] == trailing.sources[0][0]:
        passes_on = any(map(is_cue, verb.ancestors))
        contents = [trailing.content] if trailing.is_sole or passes_on else contents
    if not placed and not passive and (inverted := _inverted(verb, contents)) is not None:
        placed, contents = [inverted], [each for each in contents if each[1] <= verb.i]
    closing = None if passive else find_closing(verb)
    if closing is not None and (closing.sources[0] not in placed or not contents):
        placed, contents = list(closing.sources), [closing.content]
    is_lost = not contents or not placed or any(_holds_count(verb.doc, each) for each in placed)
    is_lost = is_lost or any(is_prepositional_complement(token) for token in sources)
    unmarked = find_unmarked(verb, entry) if is_lost and not (passive or trailing) else None
    if unmarked is not None:
        placed, contents = list(unmarked.sources), [unmarked.content]
    return placed, passed_on, contents


def _leaves_cue(verb: "Token", contents: Sequence[Range], trailing: Trailing) -> bool:
    """Whether a content ends before the cue that is passed on: "six died, he said, AFN reports"."""
    end = max(last for _, last in contents)
    return any(map(is_cue, verb.doc[end : trailing.content[1]]))


def _inverted(verb: "Token", contents: "Sequence[Range]") -> Range | None:
    """The speaker behind a cue that the parse takes for its object: "six died said the mayor"."""
    told = object_of(verb)
    before = [each for each in contents if each[1] <= verb.i]
    if (
        told is None
        or not before
        or told.left_edge.i != verb.i + 1
        or head_match(noun_in_words(told)) is None
    ):
        return None
    return noun_phrase(told)


def _holds_count(doc: "Doc", phrase: Range) -> bool:
    """Whether a long phrase counts people: the parse joins victims to who speaks of them."""
    start, end = phrase
    return end - start > _LONGEST_COUNTED and any(is_numeral(token) for token in doc[start:end])


def _is_beside(verb: "Token", sources: "list[Range]", trailing: Trailing) -> bool:
    """Whether the parse gives a cue the speakers that stand beside it, or whom they specify."""
    if not sources:
        return False
    first, last = trailing.sources[0][0], trailing.content[1]
    opens = min(start for start, _ in sources)
    if opens == first or is_pronoun(verb.doc[first]):
        return opens >= first
    specified = [end for _, end in sources if end == last]
    return bool(specified) and is_proper_noun(verb.doc[last - 1])


def _may_count(verb: "Token", subject: "Token | None") -> bool:
    """Whether somebody raises a toll by what he says: no event does, "two deaths raised it".

    Nor does who only acts ("divers found two bodies, raising it"), is counted among the dead ("the
    murder of 6 guards and 1 clerk raised it") or was harmed ("others were wounded, raising it").
    """
    if is_present_participle(verb) and not is_cue(verb.head):
        return False
    if subject is None:
        return True
    if subject.head.lower_ in speech_words("harmed"):
        return False
    if is_mute(subject) or any(each.is_digit for each in subject.lefts):
        return False
    return can_be_people(subject)


def _introduces_quoted(verb: "Token") -> bool:
    """Whether the cue proper follows: "ANP *quoted* him as saying"."""
    return verb.lemma_ in speech_words("quotes") and any(
        child.lower_ in words_of("as-marker")
        and any(cue_of(part) is not None for part in child.children)
        for child in verb.rights
    )


def _cue_range(verb: "Token", entry: Cue) -> Range:
    """The verb with what belongs to it: "put the toll at"."""
    particle = particle_of(verb, entry) if entry.particle else None
    near = particle is not None and verb.i < particle.i <= verb.i + _LONGEST_CUE
    return verb.i, particle.i + 1 if near and particle is not None else verb.i + 1
