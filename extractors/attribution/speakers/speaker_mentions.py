"""Who was speaking before: what "he", "they", "the official" and "the group" can stand for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Force, speech_pattern
from extractors.attribution.cues.source_bounds import without_furniture
from extractors.attribution.speakers.entity_index import EntityIndex
from extractors.attribution.speakers.kinds import told_of
from extractors.attribution.speakers.parties import government_named
from extractors.attribution.speakers.proper_names import (
    is_acronym,
    split_title,
    without_possessive,
)
from extractors.attribution.speakers.speaker_roles import (
    Number,
    find_roles,
    head_match,
    head_number,
)
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import people_words
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_forms, speech_words
from extractors.syntax.clauses import is_adverbial_clause, is_main_or_said
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.noun_phrases import coordinated, noun_phrase, offsets
from extractors.syntax.roles import is_subject
from extractors.syntax.speech import is_expletive
from extractors.syntax.word_classes import has_class
from schemas import Span, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_start = attrgetter("start")
LONGEST_MEMORY = 15
"""Sentences after which a pronoun or a bare description is given up."""


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """Somebody who was mentioned.

    Attributes:
        span: The words.
        number: Whether they stand for a person, several, an organisation or a document.
        speaks: Whether they are the source of something.
    """

    span: Span
    number: Number
    speaks: bool


def pronoun_of(text: str) -> str | None:
    """The nominative of a third-person pronoun, or none."""
    entry = speech_forms("pronoun").get(text.lower())
    return entry.id if entry is not None else None


def mentions_before(analysis: AttributionAnalysis, offset: int) -> Iterator[SpeakerMention]:
    """Who was mentioned before an offset, the nearest first; speakers before others.

    Args:
        analysis: The document.
        offset: Where the pronoun or description stands.

    Yields:
        Sources, and the subjects of sentences.
    """
    parsed, entities = analysis.parsed, analysis.entities
    here = parsed.sentence_at(offset)
    if here is None:
        return
    apart = _told_apart(analysis, offset)
    for index in range(here.index, max(-1, here.index - LONGEST_MEMORY), -1):
        sentence = parsed.sentences[index]
        if not _may_hold_speaker(parsed.folded[sentence.start : sentence.end]):
            continue
        tree = parsed.tree(index)
        told = [frame for frame in analysis.frames(index) if frame.force is Force.STATES]
        found = [source for frame in told for source in frame.sources]
        subjects = _subjects(tree, sentence.start, fronted=index == here.index)
        subjects = [*_without_furniture(parsed.text, subjects)]
        for speaks, places in ((True, found), (False, subjects)):
            for start, end in sorted(set(places), reverse=True):
                told_of = not speaks and any(left <= start < right for left, right in apart)
                if (
                    end <= offset
                    and not told_of
                    and not pattern("nobody-mentioned").match(parsed.text, start)
                    and parsed.text[start:end].lower() not in speech_words("self")
                ):
                    span = Span.of(parsed.text, start, end)
                    yield SpeakerMention(
                        span, number_of(span, tree, sentence.start, entities), speaks
                    )


def _without_furniture(text: str, subjects: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Subjects without what pages write before them; whoever took a picture did not speak."""
    for start, end in subjects:
        first = start + without_furniture(text[start:end])[0]
        if first < end and not pattern("picture-credit").match(text, start):
            yield first, end


def _told_apart(analysis: AttributionAnalysis, offset: int) -> list[tuple[int, int]]:
    """What a source cannot be named in: its own words, and quotations that it stands outside."""
    parsed = analysis.parsed
    here = parsed.sentence_at(offset)
    if here is None:
        return []
    first = parsed.sentences[max(0, here.index - LONGEST_MEMORY)].start
    quotes = analysis.layout.quotes
    near = quotes[bisect_left(quotes, first, key=_start) : bisect_left(quotes, offset, key=_start)]
    frames = analysis.frames(here.index)
    own = [
        frame for frame in frames if any(left <= offset < right for left, right in frame.sources)
    ]
    return [(each.start, each.end) for each in near if not each.holds(offset)] + [
        content for frame in own for content in frame.contents
    ]


def fits_pronoun(analysis: AttributionAnalysis, mention: SpeakerMention, pronoun: str) -> bool:
    """Whether a pronoun can stand for a mention.

    What only acts in the story must be a name or somebody's role to be meant.
    """
    other = pronoun_of(mention.span.text)
    if other is not None:
        return other == pronoun
    words = analysis.words(mention.span)
    if not mention.speaks and words.split()[-1].lower() in speech_words("told-of"):
        return False
    if mention.number not in speech_forms("pronoun")[pronoun].stands_for:
        return mention.speaks and _stands_for_person(pronoun, words)
    if not mention.speaks and not any(split_title(words)) and head_number(words) is None:
        return False
    if not (_agrees_in_number(mention, pronoun) or _is_of_paper(analysis, mention, pronoun)):
        return False
    named = head_match(words)
    noun = people_words().get(named.text.lower()) if named is not None else None
    gender = noun.gender if noun is not None else None
    words = " ".join([mention.span.text, *told_of(analysis, mention.span)])
    if pronoun == "he":
        return not (pattern("female-title").search(words) or gender == "female")
    told = pattern("male-title").search(words) or gender == "male"
    return pronoun != "she" or not told


def _agrees_in_number(mention: SpeakerMention, pronoun: str) -> bool:
    """Whether "it" stands for one body and "they" for several documents, as far as a noun tells.

    "The rebel groups" are no "it", "a report" is no "they"; a name can be either.
    """
    if "group" not in speech_forms("pronoun")[pronoun].stands_for:
        return True
    boundary = pattern("role-boundary").search(mention.span.text, 1)
    phrase = mention.span.text[: boundary.start() if boundary else None].split()
    head = phrase[-1] if phrase else ""
    if not head.islower():
        return True
    is_singular = head in speech_words("singular-in-s")
    is_plural = not is_singular and pattern("plural-role").search(head) is not None
    return not is_plural if pronoun == "it" else is_plural or mention.number != "document"


def _stands_for_person(pronoun: str, words: str) -> bool:
    """Whether a pronoun of others can stand for one speaker: "a source … it added"."""
    if pronoun in speech_words("of-somebody"):
        return _is_somebody(words)
    role = head_match(words)
    is_thing = role is not None and role.text.lower() in speech_words("like-a-thing")
    return is_thing and "group" in speech_forms("pronoun")[pronoun].stands_for


def _is_of_paper(analysis: AttributionAnalysis, mention: SpeakerMention, pronoun: str) -> bool:
    """Whether "it" takes up the paper of several: "the rebels said in a statement … it said"."""
    is_thing = pronoun in speech_words("of-paper")
    return (
        is_thing and pattern("says-in-writing").match(analysis.text, mention.span.end) is not None
    )


def _is_somebody(words: str) -> bool:
    """Whether words tell of one witness whom nobody names: "one villager told us …, they added"."""
    role = head_match(words)
    is_one = role is not None and role.number == "person" and not any(split_title(words))
    return role is not None and is_one and role.role.kind is SpeakerKind.WITNESS


def number_of(span: Span, tree: "Doc", offset: int, entities: EntityIndex) -> Number:
    """Whether words stand for a person, several people, an organisation or a document."""
    pronoun = pronoun_of(span.text)
    if pronoun is not None:
        return speech_forms("pronoun")[pronoun].stands_for[0]
    if pattern("one-of").match(span.text):
        return "person"
    if span.text.lower() in speech_words("relative") - speech_words("of-person"):
        return "group"
    if government_named(without_possessive(span.text)) is not None:
        return "group"
    title, name = split_title(span.text)
    number = head_number(span.text)
    if name and title:
        return "person"
    if number is not None and (not name or not entities.descriptions_of(name)):
        return number
    if name:
        told = [
            head_number(mention.description or "") for mention in entities.descriptions_of(name)
        ]
        numbers = [each for each in told if each is not None]
        if numbers:
            return "person" if "person" in numbers else numbers[0]
    return _number_by_parse(span, tree, offset)


def _number_by_parse(span: Span, tree: "Doc", offset: int) -> Number:
    tokens = tree.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
    if tokens is None:
        return "person"
    head = tokens.root
    if head.ent_type_ == "PERSON" and not is_acronym(head.text):
        return "person"
    if is_plural_noun(head) or head.ent_type_ == "NORP":
        return "people"
    if (
        head.ent_type_ in {"ORG", "GPE"}
        or tokens[0].lower_ in words_of("definite-article")
        or is_acronym(head.text)
    ):
        return "group"
    return "person" if has_class(head, {"PROPN", "PRON"}) else "group"


def _subjects(tree: "Doc", offset: int, *, fronted: bool) -> list[tuple[int, int]]:
    """The subjects of main clauses, with the owners of their heads.

    Args:
        tree: A sentence.
        offset: Where it starts in the document.
        fronted: Whether those of clauses before the main verb count too: "When police came, they".
    """
    found: list[Token] = []
    for token in tree:
        verb = token.head
        before = fronted and is_adverbial_clause(verb) and verb.i < verb.head.i
        if is_subject(token) and (is_main_or_said(verb) or before):
            found.append(token)
    return [
        offsets(tree, noun_phrase(part), offset)
        for token in found
        for part in coordinated(token)
        if not is_expletive(token) and token.lower_ not in speech_words("names-nobody")
    ]


def _may_hold_speaker(sentence: str) -> bool:
    return bool(speech_pattern().search(sentence)) or bool(find_roles(sentence))
