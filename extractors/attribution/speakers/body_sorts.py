"""Words that tell of what sort a body is, and not its name: "the charity", "a rights group"."""

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.countries import STATE
from extractors.attribution.speakers.proper_names import bare_name
from extractors.attribution.speakers.speaker_roles import find_roles, head_number, head_role
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words


def only_tells_sort(body: str, description: str) -> bool:
    """Whether a description tells of what sort a body is, and neither its name nor a member."""
    is_sort = body.rsplit(maxsplit=1)[-1].casefold() in speech_words("sort-of-body")
    return is_sort and body == bare_name(description)


def is_named_body(analysis: AttributionAnalysis, name: str) -> bool:
    """Whether a name is that of a body which the document describes as one."""
    told = [each.description or "" for each in analysis.entities.descriptions_of(name)]
    return bool(told) and all(head_number(each) == "group" for each in told)


def name_behind(words: str) -> str | None:
    """The name of a body behind the sort that it is of: "the Spanish organisation Open Watch"."""
    sorts = (
        each
        for each in find_roles(words)
        if each.text.rsplit(maxsplit=1)[-1] in speech_words("sort-of-body")
    )
    names = (words[each.end :].strip() for each in sorts)
    return next((name for name in names if pattern("proper-name").fullmatch(name)), None)


def without_epithets(body: str) -> str:
    """A body's name without what its words say of it: "the Rome-based Open Watch".

    An office keeps them, since they tell whose it is: "federal Health Ministry".
    """
    role = head_role(body)
    if role is not None and role.kind in STATE:
        return body
    return pattern("epithets-of-name").sub("", body, count=1)
