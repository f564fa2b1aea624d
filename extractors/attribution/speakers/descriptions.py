"""Bare descriptions: whom "the official", "the group" and "opposition spokesman" stand for."""

from collections.abc import Iterator

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.entity_index import NameMention
from extractors.attribution.speakers.kinds import kind_of, told_of
from extractors.attribution.speakers.parties import government_named
from extractors.attribution.speakers.proper_names import split_title, without_article
from extractors.attribution.speakers.speaker_mentions import SpeakerMention, mentions_before
from extractors.attribution.speakers.speaker_roles import RoleMatch, find_roles, head_match, role_of
from extractors.document.headlines import is_headline
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from schemas import Span, SpeakerKind

_STATE_KINDS = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE})
_UNTOLD_KINDS = frozenset(
    {SpeakerKind.OFFICIAL, SpeakerKind.POLITICAL_PARTY, SpeakerKind.ORGANISATION}
)
_STORY_KINDS = frozenset({SpeakerKind.WITNESS, SpeakerKind.RELATIVES})
_NO_GROUP = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.POLICE, SpeakerKind.MEDIA})


def find_described(analysis: AttributionAnalysis, source: Span) -> Span | None:
    """Find whom a description without a name stands for.

    Args:
        analysis: The document.
        source: The description.

    Returns:
        The words that introduced its bearer, or none.
    """
    text = analysis.words(source)
    role = head_match(text)
    head = text.split()[-1]
    if opens_headline(analysis, source):
        head = head.lower()
    if role is None or not role.role.bare or role.number == "people":
        return None
    if pattern("description-complement").search(text) or not (
        head.islower() or head.lower() in speech_words("abbreviated-role")
    ):
        return None
    if pattern("definite-determiner").match(text):
        return _introduced_before(analysis, source, head, role)
    is_bare = pattern("indefinite-article").match(text) is None
    if role.number == "person" and is_bare and is_in_headline(analysis, source.start):
        return _only_bearer(analysis, text, head)
    return None


def _introduced_before(
    analysis: AttributionAnalysis, source: Span, head: str, role: RoleMatch
) -> Span | None:
    if (told := _told_so(analysis, source)) is not None:
        return told
    fitting = None
    for mention in mentions_before(analysis, source.start):
        same = mention.span.text.lower() == source.text.lower()
        same = same or _is_within(analysis.words(mention.span), analysis.words(source))
        if same or not _fits(analysis, mention, head, role):
            continue
        if not _agrees(analysis, mention, source):
            continue
        if not _may_be_another(head, role) or _is_called(analysis, mention, head):
            return mention.span
        fitting = fitting or mention.span
    return fitting


def _may_be_another(head: str, role: RoleMatch) -> bool:
    """Whether one whom the head itself calls so is meant before others: "the department"."""
    is_office = role.number == "group" and role.role.kind is SpeakerKind.GOVERNMENT
    return is_office or head in speech_words("any-office")


def _told_so(analysis: AttributionAnalysis, source: Span) -> Span | None:
    """Who bears a name and is told of in the description's own words.

    "The Tal Watch, a monitoring group in Rome, …": the Watch is "the monitoring group".
    """
    described = without_article(analysis.words(source)).casefold()
    if " " not in described:
        return None
    for mention in mentions_before(analysis, source.start):
        name = analysis.words(mention.span)
        after = pattern("set-off-description").match(analysis.text, mention.span.end)
        told = " ".join([*told_of(analysis, mention.span), after.group() if after else ""])
        is_name = without_article(name)[:1].isupper() and described not in name.casefold()
        if is_name and described in told.casefold():
            return mention.span
    return None


def _is_called(analysis: AttributionAnalysis, mention: SpeakerMention, head: str) -> bool:
    """Whether a mention's own words have the head: "a source at the clinic", "the source"."""
    return regex.search(rf"\b{regex.escape(head)}\b", mention.span.text.lower()) is not None


def _is_within(words: str, longer: str) -> bool:
    """Whether a mention tells no more than the description: "Governor", "the local governor"."""
    return set(words.lower().split()) <= set(longer.lower().split())


def _agrees(analysis: AttributionAnalysis, mention: SpeakerMention, source: Span) -> bool:
    """Whether what stands before the head fits: "the army spokesman" is no party's spokesman."""
    text = analysis.words(source)
    if len(text.split()) <= 2:
        return True
    words = " ".join([analysis.words(mention.span), *told_of(analysis, mention.span)])
    names = [word for word in text.split()[1:-1] if word[:1].isupper()]
    if any(not _has_name(words, name) for name in names):
        return False
    head = text.split()[-1]
    if head in speech_words("any-group") and [each.text for each in find_roles(text)] == [head]:
        # "the Rome-based group" is of any sort
        return True
    role, other = role_of(text), role_of(words)
    telling = role is not None and other is not None and role.weight > 1 and other.weight > 1
    return not telling or role == other or kind_of(analysis, [words]) is kind_of(analysis, [text])


def _has_name(words: str, name: str) -> bool:
    """Whether words have a name, or tell no other seat: "the Rome-based group"."""
    seat = pattern("seat-suffix")
    return name.rstrip("s") in words or (
        seat.search(name) is not None and not any(map(seat.search, words.split()))
    )


def _fits(
    analysis: AttributionAnalysis, mention: SpeakerMention, head: str, role: RoleMatch
) -> bool:
    """Whether a mention is of the sort that a description names."""
    if mention.number != role.number or pattern("counted-speakers").match(
        analysis.words(mention.span)
    ):
        return False
    if head in speech_words("any-group") and _are_several(analysis.words(mention.span)):
        return False
    words = " ".join([analysis.words(mention.span), *told_of(analysis, mention.span)]).lower()
    roles = find_roles(words)
    if regex.search(rf"\b{regex.escape(head)}\b", words):
        return True
    told = analysis.words(mention.span)
    if not mention.speaks and not any(split_title(told)) and head_match(told) is None:
        return False
    if any(match.role == role.role and _abbreviates(match.text, head) for match in roles):
        return True
    if head in speech_words("any-office"):
        return mention.speaks and any(match.role.kind not in _STORY_KINDS for match in roles)
    named = analysis.words(mention.span).split()[-1][:1].isupper()
    if head in speech_words("any-group") and named:
        return kind_of(analysis, [analysis.words(mention.span)]) not in _NO_GROUP
    kind = kind_of(analysis, [words, mention.span.text])
    if kind is None and role.role.kind is SpeakerKind.MEDIA:
        return named and mention.speaks and government_named(told) is None
    return role.number == "group" and role.role.kind is kind


def _are_several(words: str) -> bool:
    """Whether words tell of more than one group: "resistance groups"."""
    last = words.rsplit(maxsplit=1)[-1]
    return last.islower() and last.removesuffix("s") in speech_words("any-group")


def _abbreviates(short: str, word: str) -> bool:
    """Whether letters are an abbreviation of a word: "Lt." of "lieutenant"."""
    letters = iter(word)
    short = short.rstrip(".").lower()
    return short[:1] == word[:1] and all(letter in letters for letter in short)


def opens_headline(analysis: AttributionAnalysis, source: Span) -> bool:
    """Whether one word opens a headline, which gives it a capital: "Doctor says six died"."""
    sentence = analysis.parsed.sentence_at(source.start)
    opens = sentence is not None and source.start == sentence.start
    return opens and " " not in source.text and is_in_headline(analysis, source.start)


def is_in_headline(analysis: AttributionAnalysis, offset: int) -> bool:
    """Whether words stand in a headline."""
    sentence = analysis.parsed.sentence_at(offset)
    return sentence is not None and is_headline(analysis.text[sentence.start : sentence.end])


def _only_bearer(analysis: AttributionAnalysis, text: str, head: str) -> Span | None:
    """The one person of the document who has a role, where a headline names only the role."""
    bearers = {mention.name: mention for mention in _bearers(analysis, text, head)}
    surnames = {name.split()[-1] for name in bearers}
    if len(surnames) != 1:
        return None
    mention = max(bearers.values(), key=lambda each: len(each.name))
    return Span.of(analysis.parsed.text, mention.start, mention.start + len(mention.name))


def _bearers(analysis: AttributionAnalysis, text: str, head: str) -> Iterator[NameMention]:
    """Whom the document gives a role: "opposition spokesman" is no spokesman of the state."""
    modified = len(without_article(text).split()) > 1
    kind = kind_of(analysis, [text])
    for mention in analysis.entities.mentions:
        described = mention.description or ""
        if not regex.search(rf"\b{regex.escape(head)}\b", described.lower()):
            continue
        bearer = kind_of(analysis, [described])
        alike = kind in {None, bearer} or (kind in _UNTOLD_KINDS and bearer not in _STATE_KINDS)
        if alike or not modified:
            yield mention
