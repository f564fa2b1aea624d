"""What sort of speaker a document tells of, from all that it says of the bearer of a name."""

from collections.abc import Iterable

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.parties import kind_of_party, names_party
from extractors.attribution.speakers.proper_names import find_names, split_title, without_possessive
from extractors.attribution.speakers.speaker_roles import role_of
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern
from schemas import Span, SpeakerKind


def apposition(analysis: AttributionAnalysis, span: Span) -> str | None:
    """The name that specifies some words: "a spokesman, Maj. Kim Dale,"."""
    match = pattern("name-after-description").match(analysis.text, span.end, timeout=REGEX_TIMEOUT)
    return match["name"] if match else _named_later(analysis, span)


def _named_later(analysis: AttributionAnalysis, span: Span) -> str | None:
    """The name that follows "a relief worker" later: "The relief worker, Ana Lal, …"."""
    described = pattern("indefinite-noun-phrase").match(analysis.words(span))
    if described is None:
        return None
    again = analysis.text.find(f"he {described['rest']}, ", span.end)
    match = None
    if again >= 0:
        end = again + len("he ") + len(described["rest"])
        match = pattern("name-after-description").match(analysis.text, end, timeout=REGEX_TIMEOUT)
    return match["name"] if match else None


def told_of(analysis: AttributionAnalysis, span: Span) -> list[str]:
    """The titles and descriptions that the document gives to the bearer of a name."""
    _, name = split_title(analysis.words(span))
    if not name and (after := apposition(analysis, span)) is not None:
        _, name = split_title(after)
    mentions = analysis.entities.descriptions_of(name) if name else []
    return [each for mention in mentions for each in (mention.title, mention.description) if each]


def kind_of(analysis: AttributionAnalysis, descriptions: Iterable[str]) -> SpeakerKind | None:
    """The sort of speaker that the most telling of some descriptions gives."""
    described = [each for each in descriptions if each]
    roles = [role for each in described if (role := role_of(each)) is not None]
    telling = [role for role in roles if role.weight > 1]
    if telling:
        return max(telling, key=lambda role: role.weight).kind
    for each in described:
        if (party := kind_of_party(analysis.groups, each)) is not None:
            return party
        for match in find_names(each):
            if (
                kind := _kind_of_organisation(analysis, without_possessive(match.group()))
            ) is not None:
                return kind
    return roles[0].kind if roles else None


def is_party(analysis: AttributionAnalysis, phrase: str) -> bool:
    """Whether a phrase is the name of a group."""
    return names_party(analysis.groups, phrase)


def _kind_of_organisation(analysis: AttributionAnalysis, name: str) -> SpeakerKind | None:
    """The sort of an organisation, by its full name or by what the document says of it."""
    full = analysis.entities.full_organisation(name)
    role = role_of(full)
    if role is not None and role.number == "group" and role.weight > 1:
        return role.kind
    for mention in [
        *analysis.entities.descriptions_of(name),
        *analysis.entities.descriptions_of(full),
    ]:
        if mention.role and mention.role.number == "group" and mention.role.weight > 1:
            return mention.role.kind
    return None
