"""Holders of an office that a country has once: "the Somali President" is one under any name."""

from collections.abc import Iterable

from extractors.attribution.speakers.body_keys import BodyKey, body_headed, office_words
from extractors.attribution.speakers.countries import country_in, without_country
from extractors.attribution.speakers.proper_names import without_article
from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.languages.patterns import pattern
from schemas.attribution import OFFICE_KEY


def find_office(descriptions: Iterable[str]) -> BodyKey | None:
    """Find the office that somebody holds alone in a country which the words name.

    Args:
        descriptions: The speaker's words, and what the document says of the speaker.

    Returns:
        The office and its country; null for a former president, a deputy, the president of a
        club, and where no words tell whose office it is.
    """
    return next((found for each in descriptions if (found := _office_in(each))), None)


def _office_in(description: str) -> BodyKey | None:
    plain = without_article(description)
    country = country_in(plain)
    for match in find_roles(plain):
        words = match.text.casefold().replace("-", " ")
        before = without_country(plain[: match.start])
        whose = pattern("whose-office").match(plain, match.end)
        is_of_country = whose is None or not without_country(whose["of"]).strip(" ,.")
        if not is_of_country or before.strip(" ,'’"):
            continue
        if words in body_headed():
            return BodyKey(body_headed()[words], country)
        if country and (office := office_words("sole-office").get(words)):
            return BodyKey(f"{OFFICE_KEY}{office}", country)
    return None


def is_office(words: str) -> bool:
    """Whether words tell an office and no name: "Chad's President", "the President of Chad"."""
    plain = without_country(pattern("whose-office").sub("", without_article(words)))
    return _office_in(words) is not None and plain.strip().casefold() in office_words("sole-office")
