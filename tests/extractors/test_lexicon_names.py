"""Every single name of the lexicons is known: of groups, countries, places, days and titles."""

from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.document.casing import restore_case
from extractors.document.text import split_sentences
from extractors.document.vocabulary import load_vocabulary
from extractors.events.where.name_keys import name_key
from extractors.events.where.own_places import OwnPlace, own_places
from extractors.events.where.place_kinds import PlaceWord, find_kind, words
from extractors.events.where.province_codes import ProvinceCode, province_codes
from extractors.languages.date_words import DateWord, date_words
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.title_words import Title
from extractors.victims.group_lexicon import (
    Demonym,
    GroupEntry,
    WordSet,
    is_noun,
    nouns,
)
from extractors.victims.group_names import SenseKind, scan
from tests.extractors.swapped_words import swapped


def test_every_common_noun_of_groups_is_in_its_set() -> None:
    for entry in load_lexicon("group_words", WordSet):
        for word in entry.words:
            assert is_noun(entry.id, word) or " ".join(
                each.key for each in scan(word).words
            ) in nouns(entry.id), (entry.id, word)


UNREACHED = {"Alfaro Lives, Dammit"}
"""Names are not read over a comma."""


def test_every_name_of_a_group_is_known() -> None:
    missed = set()
    for entry in load_lexicon("groups", GroupEntry):
        for name in (*entry.strong_aliases, *entry.weak_aliases):
            refs = {sense.ref for hit in scan(name).hits for sense in hit.of(SenseKind.GROUP)}
            if entry.id not in refs:
                missed.add(name)
    assert missed == UNREACHED


def test_every_name_of_a_country_is_known() -> None:
    for entry in load_lexicon("demonyms", Demonym):
        for kind, names in (
            (SenseKind.PLACE, (*entry.names, *entry.capitals)),
            (SenseKind.ADJECTIVE, entry.adjectives),
            (SenseKind.NATIONAL, entry.nationals),
        ):
            for name in names:
                refs = {sense.ref for hit in scan(name).hits for sense in hit.of(kind)}
                assert entry.id in refs, (entry.id, kind, name)


def test_every_date_word_is_of_its_kind() -> None:
    for entry in load_lexicon("dates", DateWord):
        assert all(date_words(entry.kind)[word.casefold()] is entry for word in entry.words)


def test_every_place_word_is_of_its_kind() -> None:
    for entry in load_lexicon("places_kinds", PlaceWord):
        for word in entry.words:
            if entry.kind == "kind":
                written = word.title() if entry.proper else word
                assert all(find_kind(side, written) is entry for side in entry.sides), word
            else:
                assert words(entry.kind)[word.casefold()] is entry, word


def test_every_place_of_our_own_is_known() -> None:
    known = own_places()
    for entry in load_lexicon("places", OwnPlace):
        assert all(known[name_key(name)].key == f"own:{entry.id}" for name in entry.words)


def test_every_province_code_is_known() -> None:
    for entry in load_lexicon("province_codes", ProvinceCode):
        assert all(province_codes()[word.removesuffix(".")] == entry.name for word in entry.words)


def test_every_proper_word_is_known() -> None:
    vocabulary = load_vocabulary()
    for entry in load_lexicon("proper", LexiconEntry):
        assert all(map(vocabulary.is_name, entry.words)), entry.id


def test_every_title_opens_a_name_and_is_a_role() -> None:
    """The one list of titles; `roles.yml` tells what sort of speaker each makes of its bearer."""
    vocabulary = load_vocabulary()
    for entry in load_lexicon("titles", Title):
        for word, text in swapped(entry):
            title = word.removesuffix(".")
            assert vocabulary.is_title(title), title
            assert "Lal said five" in restore_case(text.upper(), vocabulary), title
            (role, *_) = find_roles(f"{word.capitalize()} Lal")
            assert role.role.number == "person", word
            if word.endswith("."):
                assert len(split_sentences(f"Five died, {word.capitalize()} Lal said.")) == 1, word
