"""The shipped registry: each entry fires on its example, and no two claim one name."""

from itertools import pairwise
from pathlib import Path

import pytest

from extractors.languages.lexicon import OWN_LEXICONS, LexiconEntry, LexiconError, load_lexicon
from extractors.victims import read_groups
from extractors.victims.group_lexicon import (
    Demonym,
    GroupEntry,
    WordSet,
    demonyms,
    group_of,
    nouns,
    registry,
)
from extractors.victims.group_names import SenseKind, scan
from extractors.victims.spelling import key_of


@pytest.mark.parametrize("entry", registry().values(), ids=lambda entry: entry.id)
def test_group_fires_on_its_example(entry: GroupEntry) -> None:
    assert group_of(entry).name in read_groups(entry.example).counts


@pytest.mark.parametrize("entry", demonyms().values(), ids=lambda entry: entry.id)
def test_country_fires_on_its_example(entry: Demonym) -> None:
    found = {sense.ref for hit in scan(entry.example).hits for sense in hit.of(SenseKind.ADJECTIVE)}
    assert entry.id in found


@pytest.mark.parametrize(
    "entry", load_lexicon("spellings", LexiconEntry), ids=lambda entry: entry.id
)
def test_spelling_leads_to_the_canonical_one(entry: LexiconEntry) -> None:
    assert key_of(entry.example) == entry.words[0] == key_of(entry.words[0])


@pytest.mark.parametrize("entry", load_lexicon("group_words", WordSet), ids=lambda entry: entry.id)
def test_common_noun_stands_in_its_example(entry: WordSet) -> None:
    keys = [word.key for word in scan(entry.example).words]
    pairs = [f"{one} {two}" for one, two in pairwise(keys)]
    assert nouns(entry.id) & {*keys, *pairs}


def test_groups_belong_to_known_countries() -> None:
    named = {country for entry in registry().values() for country in entry.countries}
    assert named <= set(demonyms())


@pytest.fixture
def own_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own file of groups."""
    (tmp_path / "en").mkdir()
    monkeypatch.setenv(OWN_LEXICONS, str(tmp_path))
    return tmp_path / "en" / "groups.yml"


def test_alias_of_two_groups_is_refused(own_groups: Path) -> None:
    own_groups.write_text(
        "entries: [{id: mine, name: Blue Front, aliases: [Al Qaida],"
        " example: Blue Front, provenance: mine}]"
    )
    with pytest.raises(LexiconError, match=r"al_qaeda.*mine.*both claim 'qaeda'"):
        load_lexicon("groups", GroupEntry)


def test_shared_name_is_weak_in_each_country(own_groups: Path) -> None:
    own_groups.write_text(
        "entries: [{id: mine, name: Blue Front, weak_aliases: [LRA], countries: [uganda],"
        " example: Blue Front, provenance: mine}]"
    )
    with pytest.raises(LexiconError, match="both claim 'lra @ uganda'"):
        load_lexicon("groups", GroupEntry)
