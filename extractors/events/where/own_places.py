"""Places that the lexicon `places` knows, shipped or of the user's own."""

from functools import cache

from extractors.events.where.gazetteer import Level, Place
from extractors.events.where.name_keys import name_key
from extractors.languages.lexicon import Entry, load_lexicon


class OwnPlace(Entry):
    """A place with its names; the head of `places.yml` explains the fields."""

    level: Level = Level.PLACE
    country: str | None = None
    province: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@cache
def own_places() -> dict[str, Place]:
    """The places by the keys of their names."""
    return {
        name_key(word): Place(
            entry.words[0],
            entry.level,
            entry.country,
            entry.province,
            entry.latitude,
            entry.longitude,
        )
        for entry in load_lexicon("places", OwnPlace)
        for word in entry.words
    }
