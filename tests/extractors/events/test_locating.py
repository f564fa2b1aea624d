from pathlib import Path

import pytest

from extractors.events import locate
from extractors.events.where.known_names import find_home
from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.own_places import OwnPlace, own_places
from extractors.events.where.place_kinds import PlaceWord
from extractors.events.where.place_mentions import find_place_names
from extractors.languages.lexicon import OWN_LEXICONS, load_lexicon
from schemas import LocationLevel as Level


@pytest.mark.parametrize(
    ("name", "context", "level", "country", "province"),
    [
        ("Maiduguri", "", Level.PLACE, "Nigeria", "Borno"),
        ("Borno state", "", Level.PROVINCE, "Nigeria", "Borno"),
        ("Britain", "", Level.COUNTRY, "United Kingdom", None),
        ("Sinai", "", Level.PROVINCE, "Egypt", "Sinai"),
        # one name, several places: the text tells which
        ("Tripoli", "", Level.PLACE, "Libya", "Ţarābulus"),
        ("Tripoli", "Lebanese soldiers fired in Tripoli.", Level.PLACE, "Lebanon", "Ash Shimāl"),
        ("Georgia", "The US state of Georgia is near.", Level.PROVINCE, "United States", "Georgia"),
        ("Hyderabad", "A bus fell in Hyderabad, Pakistan.", Level.PLACE, "Pakistan", "Sindh"),
        # only the text knows it: the coordinates are those of what is around it
        ("Camp Karvat", "Camp Karvat in Borno state burned.", Level.PROVINCE, "Nigeria", "Borno"),
        # a site in a town does not pass for the town itself
        (
            "Qzzarvat checkpoint",
            "Five clerks died at the Qzzarvat checkpoint in Peshawar, Pakistan.",
            Level.PROVINCE,
            "Pakistan",
            "Khyber Pakhtunkhwa",
        ),
        (
            "Karvat",
            "In Borno state, the village of Karvat, in Dorel district, burned.",
            Level.PROVINCE,
            "Nigeria",
            "Borno",
        ),
        (
            "the city of Idlib",
            "In Manbij in Aleppo province in Syria a mill burned, and so did the city of Idlib.",
            Level.PLACE,
            "Syria",
            "Idlib",
        ),
        # transcribed in another way
        ("Khowst province", "Afghan troops left.", Level.PROVINCE, "Afghanistan", "Khōst"),
    ],
)
def test_a_place_is_found_where_its_text_puts_it(
    name: str, context: str, level: Level, country: str, province: str | None
) -> None:
    place = locate(name, context)
    assert place is not None
    assert (place.level, place.country, place.province) == (level, country, province)
    assert place.latitude is not None
    assert place.longitude is not None


def test_a_place_that_nothing_tells_about_is_not_located() -> None:
    assert locate("Camp Karvat", "Camp Karvat burned.") is None


@pytest.mark.parametrize(
    ("name", "context"),
    [
        # a part of whatever town is meant, though provinces are called so elsewhere
        ("Southeast", "A barn burned in Southeast."),
        ("Central", "A barn burned in Central."),
        # a short word that is another language's name for a town
        ("Id", "A barn burned in Id."),
        # an old name of a town of which the text does not speak
        ("Feltonville", "A barn burned in Feltonville."),
        # a province of a country of which the text does not speak
        ("Centre", "In Ohio, near Toledo and Dayton, a barn burned in Centre."),
    ],
)
def test_a_name_that_means_another_place_here_is_not_located(name: str, context: str) -> None:
    assert locate(name, context) is None


def test_own_places_are_added_to_the_shipped_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "places.yml").write_text(
        "entries: [{id: karvat, words: [Camp Karvat], country: Kenya, latitude: 1.5,"
        " longitude: 36.5, example: They left Camp Karvat., provenance: our map}]",
        "utf-8",
    )
    own_places.cache_clear()
    monkeypatch.setenv(OWN_LEXICONS, str(tmp_path))
    try:
        place = locate("Camp Karvat")
    finally:
        own_places.cache_clear()
    assert place is not None
    assert (place.country, place.level, place.latitude) == ("Kenya", Level.PLACE, 1.5)


@pytest.mark.parametrize("entry", load_lexicon("places", OwnPlace), ids=lambda entry: entry.id)
def test_every_place_of_the_lexicon_is_found_in_its_example(entry: OwnPlace) -> None:
    found = find_place_names(entry.example, 0, len(entry.example))
    names = {name_key(name) for place in found for name in (place.full_name, place.name)}
    assert names & {name_key(word) for word in entry.words}
    place = locate(entry.words[0], entry.example)
    assert place is not None
    assert place.country == (entry.country or entry.words[0])


ENTRIES = load_lexicon("places_kinds", PlaceWord)
OUTSIDERS = [entry for entry in ENTRIES if entry.kind in {"outsider", "common"}]
PLACES = [entry for entry in ENTRIES if entry not in OUTSIDERS]
FOUND = {
    "Accra",
    "Karvat",
    "South Abidjan",
    "Dorel",
    "Landis",
    "Tolvan",
    "Abidjan",
    "Kaduna",
    "Ghana",
}


@pytest.mark.parametrize("entry", PLACES, ids=lambda entry: entry.id)
def test_every_place_word_helps_to_find_the_place_of_its_example(entry: PlaceWord) -> None:
    if entry.kind == "home":
        assert find_home(entry.example) is not None
        return
    found = find_place_names(entry.example, 0, len(entry.example))
    assert len(found) == 1
    assert found[0].name in FOUND


@pytest.mark.parametrize("entry", OUTSIDERS, ids=lambda entry: entry.id)
def test_names_of_other_things_are_no_places(entry: PlaceWord) -> None:
    assert find_place_names(entry.example, 0, len(entry.example)) == []


def test_keys_leave_out_how_a_name_is_spelled() -> None:
    assert name_key("Al-Qā’im") == name_key("al Qaim") == "qaim"
    assert name_key("U.S.") == "us"
    assert name_key("St. Petersburg") == "st petersburg"
    assert sound_key("Khowst") == sound_key("Khōst")


def test_a_place_around_another_may_be_unknown_itself() -> None:
    context = "A mine caved in at Karvat, in Dorel district. Rescuers left Kano for Karvat."
    place = locate("Karvat", context)
    assert place is None or place.country == "Nigeria"
