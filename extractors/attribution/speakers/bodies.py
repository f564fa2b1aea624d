"""The body for which a speaker speaks: "the ministry's spokesman", "head of the Karvat police"."""

from collections.abc import Iterable, Iterator

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.body_forms import full_body, longer_forms
from extractors.attribution.speakers.body_sorts import (
    is_named_body,
    name_behind,
    only_tells_sort,
    without_epithets,
)
from extractors.attribution.speakers.group_keys import find_group_key
from extractors.attribution.speakers.kinds import is_party
from extractors.attribution.speakers.parties import government_named
from extractors.attribution.speakers.proper_names import (
    bare_name,
    country_names,
    is_acronym,
)
from extractors.attribution.speakers.speaker_roles import (
    RoleMatch,
    SpeakerRole,
    find_roles,
    head_match,
    head_role,
)
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.quantities.number_lexicon import is_number_word
from extractors.victims.group_lexicon import national_adjectives
from schemas import SpeakerKind

_POSSESSIVE = regex.compile(r"(?P<body>.+?)(?:['’]s|(?<=s)['’])\s")
_SPEAKS_FOR_NOBODY = frozenset({SpeakerKind.WITNESS, SpeakerKind.RELATIVES, SpeakerKind.PERSON})


def find_body(
    analysis: AttributionAnalysis, descriptions: Iterable[str], offset: int
) -> str | None:
    """Find the body for which a speaker speaks, or which the speaker is.

    Args:
        analysis: The document.
        descriptions: The speaker's words, and what the document says of the speaker.
        offset: Where the speaker stands.

    Returns:
        The body in the fullest words that the document has for it, or none.
    """
    named = None
    for description in descriptions:
        named = named or bare_name(description)
        for body in _bodies_in(analysis, description):
            if only_tells_sort(body, description) and is_named_body(analysis, named):
                return named  # "Save Homes, a charity in Rome"
            return without_epithets(full_body(analysis, body, offset))
    return None


def _bodies_in(analysis: AttributionAnalysis, description: str) -> Iterator[str]:
    """The bodies that a description names, the one that its head belongs to first."""
    plain = bare_name(description)
    head = head_match(plain)
    if head is None:
        is_name = plain[:1].isupper() and plain.split()[-1][:1].isupper()
        if is_name and _is_body(analysis, plain):
            yield plain
        return
    if head.number == "group":
        yield from _group_told(plain, head)
        return
    whose = plain[: head.start].strip()
    match = pattern("body-complement").match(plain, head.end)
    if head.number == "document" and head.role.kind is SpeakerKind.OFFICIAL:
        if match is not None and _is_country(bare_name(match["body"])):
            whose = bare_name(match["body"])
        if _is_country(whose):
            yield government_named(whose) or government_named(f"the {whose} government") or whose
            return
    if (owner := _POSSESSIVE.match(plain)) is not None and owner.end() <= head.start:
        body = bare_name(owner["body"])
        if _is_body(analysis, body) or pattern("government-at-end").search(body):
            yield body
    if match is not None and not (head.role.field and match["field"]):
        told = (bare_name(_cut(match["body"])), bare_name(match["body"]))
        # "minister of the trade and transport ministry"
        body = next((words for words in told if _is_body(analysis, words)), told[0])
        is_office = _opens_office(head) and not match["seat"] and _is_name(analysis, body)
        if is_office or _is_body(analysis, body):
            yield body
    yield from _before_head(analysis, plain, head)


def _group_told(plain: str, head: RoleMatch) -> Iterator[str]:
    """The body that a description is, without what follows its name."""
    cut = _cut(plain)
    if (name := name_behind(cut)) is not None:
        yield name
        return
    if cut.rsplit(maxsplit=1)[-1].casefold() in speech_words("determiner"):
        return
    kept = head_match(cut)
    # "Justice and Equality Movement": what stands before "and" is no body alone
    is_lost = head.end > len(cut) and (kept is None or kept.number != "group")
    yield plain if is_lost or cut in national_adjectives() else cut


def _before_head(analysis: AttributionAnalysis, description: str, head: RoleMatch) -> Iterator[str]:
    """The body right before a role, or inside it: "army spokesman", "Iraqi police captain"."""
    words = head.text.split()
    inner = find_roles(" ".join(words[:-1])) if len(words) > 1 else []
    before = find_roles(description[: head.start])
    for match, shift in [*((m, head.start) for m in inner), *((m, 0) for m in reversed(before))]:
        if match.role.number == "group" and _can_be_body(match.role):
            start, end = match.start + shift, match.end + shift
            level = pattern("level-before-body").search(description[:start])
            if level is None:
                yield bare_name(description[_with_names(description, start) : end])
            elif _tells_of_nation(analysis.text, match.text):
                yield f"{level['level'].casefold()} {match.text}"
            else:
                yield match.text
            return
    last = description[: head.start].split()
    if last and is_acronym(last[-1]) and not _is_country(last[-1]):
        yield last[-1]
    elif last and last[-1][0].isupper():
        # "a Brotherhood leader", where the text names the Muslim Brotherhood
        longer = (name for _, name in longer_forms(analysis.text, last[-1]))
        yield from last[-1:] if any(find_group_key(analysis.groups, n, n) for n in longer) else []


def _can_be_body(role: SpeakerRole) -> bool:
    return role.kind not in _SPEAKS_FOR_NOBODY and not role.adjective


def _tells_of_nation(text: str, body: str) -> bool:
    """Whether a text tells of the whole country's body, beside that of a region."""
    of_country = regex.compile(rf"(?P<of>[\p{{L}}.]+)(?:['’]s)?\s{regex.escape(body)}\b")
    owners = {match["of"] for match in of_country.finditer(text, timeout=REGEX_TIMEOUT)}
    return bool(owners & speech_words("of-nation")) or any(map(_is_country, owners))


def _with_names(description: str, start: int) -> int:
    """Take in the names before a body: "Iraqi Interior Ministry"."""
    match = pattern("name-before-body").search(description[:start])
    if match is None:
        return start
    first, _, _ = match.group().partition(" ")
    return match.start() + (len(first) + 1 if is_number_word(first.casefold()) else 0)


def _is_body(analysis: AttributionAnalysis, words: str) -> bool:
    """Whether words tell of an organisation."""
    if not words or _is_country(words):
        return False
    if is_acronym(words) or analysis.entities.full_organisation(words) != words:
        return True
    role = head_role(words)
    return (role is not None and role.number == "group") or is_party(analysis, words)


def _opens_office(head: RoleMatch) -> bool:
    """Whether a role is held in a body, of whatever sort: "director", "spokesman"."""
    return head.role.kind is SpeakerKind.OFFICIAL and head.number == "person"


def _is_name(analysis: AttributionAnalysis, words: str) -> bool:
    """Whether words name something that is neither a person nor a country."""
    is_capital = words[:1].isupper() and words.rsplit(maxsplit=1)[-1][:1].isupper()
    is_person = bool(analysis.entities.descriptions_of(words))
    return is_capital and not is_person and words not in country_names()


def _is_country(words: str) -> bool:
    """Whether words are a country's: "U.S. officials" speak for no body that they name."""
    return words in country_names() or words in national_adjectives()


def _cut(words: str) -> str:
    """A body's words before what tells where it is or what it did."""
    end = pattern("body-end").search(words, 1)
    return words[: end.start()].strip() if end else words
