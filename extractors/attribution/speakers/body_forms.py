"""The fullest words that a document has for a body: "Defence Ministry" for "the ministry"."""

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.body_keys import office_key
from extractors.attribution.speakers.descriptions import find_described, is_in_headline
from extractors.attribution.speakers.monitors import named_monitor
from extractors.attribution.speakers.proper_names import (
    bare_name,
    country_names,
    find_long_names,
    is_acronym,
)
from extractors.attribution.speakers.speaker_roles import find_roles, head_match
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.victims.group_lexicon import national_adjectives
from schemas import Span

_NEAR = 120
"""Characters around a speaker in which "the group" stands that he speaks for."""


def full_body(analysis: AttributionAnalysis, body: str, offset: int) -> str:
    """The fullest words that a document has for a body."""
    full = analysis.entities.full_organisation(body)
    if full != body:
        return full
    if (meant := _group_meant(analysis, body, offset)) is not None:
        return full_body(analysis, meant, offset)
    body = _told_in_full(analysis.text, body)
    longer = [
        (start, words)
        for start, words in longer_forms(analysis.text, body)
        if words != body and not is_in_headline(analysis, start)
    ]
    before = [words for start, words in longer if start <= offset]
    chosen = before[-1] if before else longer[0][1] if longer else named_monitor(analysis, body)
    is_common = " " not in chosen and f" {chosen.casefold()} " in analysis.text
    return chosen.casefold() if is_common else analysis.entities.full_organisation(chosen)


def _group_meant(analysis: AttributionAnalysis, body: str, offset: int) -> str | None:
    """The body that was told of before "the group", for which somebody speaks."""
    if body not in speech_words("any-group"):
        return None
    first = max(0, offset - _NEAR)
    near = analysis.text[first : offset + _NEAR]
    told = [*regex.finditer(rf"\p{{L}}+\s{regex.escape(body)}\b", near, timeout=REGEX_TIMEOUT)]
    if not told:
        return None
    nearest = min(told, key=lambda match: abs(first + match.start() - offset))
    start, end = first + nearest.start(), first + nearest.end()
    span = Span(text=analysis.text[start:end], start=start, end=end)
    described = find_described(analysis, span)
    meant = bare_name(analysis.words(described)) if described is not None else body
    return meant if meant.casefold() != body else None


def _told_in_full(text: str, body: str) -> str:
    """The one office of a text that a bare word stands for: "the ministry" of health."""
    bare = body.casefold()
    if bare not in speech_words("bare-office"):
        return body
    named = [match.text for match in find_roles(text) if bare in match.text.casefold().split()]
    told = {office_key(name): name for name in reversed(named) if " " in name}
    return next(iter(told.values())) if len(told) == 1 else body


def longer_forms(text: str, body: str) -> list[tuple[int, str]]:
    """Names that hold the words of a body: "Defence Ministry" for "ministry"."""
    if is_acronym(body) or len(body.split()) > 2:
        return []
    wanted = body.casefold().split()
    found = []
    for match in find_long_names(text):
        if not all(word in match.group().casefold() for word in wanted):
            continue
        plain = pattern("day-at-end").sub("", match.group())
        name = bare_name(pattern("spliced-body").split(plain)[-1])
        words = name.casefold().split()
        if len(words) > len(wanted) and all(word in words for word in wanted):
            head = head_match(name)
            # "Karvat Monitor | Valley Press Saturday": a headline that runs into its dateline
            is_whole = head is not None and not name[head.end :].strip()[:1].isupper()
            # "Miners' Front and the Valley Guard" are two bodies
            listed = map(bare_name, pattern("joined-names").split(name))
            is_listed = body.casefold() in map(str.casefold, listed)
            is_one = not is_listed and not _is_of_body(name, body)
            is_body = head is not None and head.number == "group"
            # "the Brotherhood" of the text's "Miners' Brotherhood"
            is_name = head is None and body[:1].isupper() and words[-len(wanted) :] == wanted
            if ((is_body and is_whole) or is_name) and is_one:
                found.append((match.start(), name))
    owner = rf"\b(?P<of>\p{{Lu}}[\p{{L}}]+)(?:['’]s)?\s(?i:{regex.escape(body)})\b"
    for match in regex.finditer(owner, text, timeout=REGEX_TIMEOUT):
        is_run_on = regex.match(r"\s\p{Lu}", text[match.end() :]) is not None
        if match["of"] in national_adjectives() or (
            match["of"] in country_names() and not is_run_on
        ):
            found.append((match.start(), match.group()))
    return sorted(found)


def _is_of_body(name: str, body: str) -> bool:
    """Whether a name is of somebody with a body: "Ana Lal of the Miners' Union"."""
    link = pattern("links-body-to-name").search(name)
    if link is None or name[link.end() :].casefold() != body.casefold():
        return False
    return head_match(name[: link.start()].strip()) is None
