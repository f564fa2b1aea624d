"""Places that the lexicon `places` knows, shipped or of the user's own."""

from extractors.events.where.gazetteer import GazetteerEntry, find_all, find_sounding
from extractors.events.where.name_keys import name_key
from extractors.events.where.place_kinds import COUNTRY, PROVINCE
from extractors.languages import lexicon
from extractors.languages.pack import per_language
from schemas.terms import PlaceLevel


class OwnPlace(lexicon.LexiconEntry):
    """A place with its names; the head of `places.yml` explains the fields."""

    level: PlaceLevel = PlaceLevel.SITE
    country: str | None = None
    province: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@per_language
def own_places() -> dict[str, GazetteerEntry]:
    """The places by the keys of their names."""
    found: dict[str, GazetteerEntry] = {}
    for number, own in enumerate(lexicon.load_lexicon("places", OwnPlace), start=1):
        country = _country(own.country)
        around = [each for each in (_province(own.province, country), country) if each]
        entry = GazetteerEntry(
            number=-number,
            key=f"own:{own.id}",
            name=own.words[0],
            level=own.level,
            country=country.name if country else own.country,
            is_iso=own.level is PlaceLevel.PROVINCE,
            parents=tuple(each.number for each in around if each.level is not own.level),
            latitude=own.latitude,
            longitude=own.longitude,
        )
        found |= {name_key(word): entry for word in own.words}
    return found


def _country(name: str | None) -> GazetteerEntry | None:
    entries = find_all(name) if name else ()
    return next((entry for entry in entries if entry.rank == COUNTRY), None)


def _province(name: str | None, country: GazetteerEntry | None) -> GazetteerEntry | None:
    if name is None or country is None:
        return None
    entries = [*find_all(name), *find_sounding(name)]
    inside = (entry for entry in entries if country.number in entry.parents)
    return next((entry for entry in inside if entry.rank == PROVINCE), None)
