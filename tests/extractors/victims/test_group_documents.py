"""What a document tells of groups: names however spelled, names it introduces, homes, leaders."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.languages.lexicon import OWN_LEXICONS
from extractors.victims import GroupContext, find_group, group_names, read_groups
from extractors.victims.group_lexicon import GroupKind, demonyms, registry


def _counts(text: str) -> dict[str, int]:
    return dict(read_groups(text).counts)


@pytest.mark.parametrize(
    "name",
    [
        "Mojahedin-e Khalq",
        "Mujahideen e-Khalq Organisation",
        "MUJAHEDEEN-E-KHALQ",
        "People's Mujahideen of Iran",
        "People’s Mojahedin",
        "Mujaheddin Khalq",
        "the MKO’s",
    ],
)
def test_spellings_of_one_name(name: str) -> None:
    assert _counts(f"Two members of {name} were hurt near Karaj.") == {"PMOI": 1}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Iraqi federal riot police were hurt.", "Iraqi security forces"),
        ("Iraq's security forces were hurt.", "Iraqi security forces"),
        ("Members of the armed forces of Peru were hurt.", "Peruvian security forces"),
        ("Three U.S. Army soldiers were hurt.", "US security forces"),
        ("Philippine National Police officers were hurt.", "Philippine security forces"),
        ("Two IDF reservists were hurt.", "Israeli security forces"),
    ],
)
def test_forces_are_called_after_their_state(text: str, group: str) -> None:
    assert _counts(text) == {group: 1}


def test_forces_of_two_states() -> None:
    found = _counts("Afghan and coalition forces met Syrian and Russian troops.")
    assert set(found) == {
        "Afghan security forces",
        "coalition forces",
        "Syrian security forces",
        "Russian security forces",
    }


@pytest.mark.parametrize(
    "text",
    [
        "In Iraq police were hurt.",
        "Anti-Taliban activists met in a Hamas-run school.",
        "The figure is what the mayor says it is.",
        "He let them go.",
        "THE TRUTH IS OUT.",
        "Suspected Rebels Detained In Hill Liberation Army Sweep",
        "The RSF, which defends reporters, wrote from Paris.",
        "Marchers of the Salvation Army sang.",
    ],
)
def test_no_group(text: str) -> None:
    assert _counts(text) == {}


def test_shared_name_goes_by_country() -> None:
    assert _counts("Maoists shot two policemen in Nepal.") == {"Nepalese Maoists": 1}
    assert _counts("Maoists shot two policemen in India.") == {"Naxalites": 1}
    assert _counts("Maoists shot two policemen.") == {}


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        (
            "The Upland Freedom Front (UFF-R) lost ten men.",
            {"Upland Freedom Front": "Upland Freedom Front", "UFF-R": "Upland Freedom Front"},
        ),
        (
            "The rebel Lowland Unity Party (LUP), better known as the Sons of Dorra, lost ten men.",
            {
                "Lowland Unity Party": "Lowland Unity Party",
                "LUP": "Lowland Unity Party",
                "Sons of Dorra": "Lowland Unity Party",
            },
        ),
        ("The Kurdistan Workers' Party, or KWP, lost ten men.", {"KWP": "PKK"}),
        ("The KWP (Kurdistan Workers Party) said so.", {}),
        (
            "The Red Sand Brigade, also known by the initials RSB and RS, lost ten men.",
            {
                "Red Sand Brigade": "Red Sand Brigade",
                "RSB": "Red Sand Brigade",
                "RS": "Red Sand Brigade",
            },
        ),
        ("The Lebanese Armed Forces (LAF) lost ten men.", {"LAF": "Lebanese security forces"}),
        ("Talks with the National Liberation Army (ELN) failed.", {"ELN": "ELN"}),
        ("The Taliban (Reuters) lost ten men.", {}),
        ("The World Seed Trust (WST) lost ten lorries.", {}),
    ],
)
def test_names_that_a_document_introduces(text: str, aliases: dict[str, str]) -> None:
    assert read_groups(text).aliases == aliases


def test_introduced_name_counts_in_the_rest() -> None:
    text = "The Upland Freedom Front (UFF) lost ten men. A UFF camp burned. The uff sound is dull."
    assert _counts(text) == {"Upland Freedom Front": 3}


def test_initials_show_where_a_name_begins_in_capitals() -> None:
    text = "POLICE BLAMED MEMBERS OF THE FREE FRONT OF RUMA (FFR) FOR IT."
    assert _counts(text) == {"Free Front of Ruma": 2}


def test_name_does_not_reach_over_a_headline() -> None:
    text = "Villagers Flee Dorra\nGreen Hill Militia fighters burned the school."
    assert set(_counts(text)) == {"Green Hill Militia"}


def test_home_that_a_document_tells_of() -> None:
    groups = read_groups(
        "Camp Ember, where the Upland Freedom Front is based, was shelled. Camp Ember burned."
    )
    assert [home.group.name for home in groups.homes if home.group] == ["Upland Freedom Front"] * 2


def test_base_of_an_army_is_no_home_of_its_enemy() -> None:
    groups = read_groups("Camp Ember, home to British troops, was shelled by the Taliban.")
    assert groups.homes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Taliban commander Karim Gul was shot.",
        "The Taliban denied that the group's leader, Karim Gul, was shot.",
        "Karim Gul, a senior commander of the Taliban, was shot.",
    ],
)
def test_leader_belongs_to_his_group(text: str) -> None:
    groups = read_groups(text + " Gul died later.")
    assert find_group("Gul", None, GroupContext(groups, text.index("Gul"))) == "Taliban"


def test_sides_of_a_document() -> None:
    groups = read_groups("ELN rebels met FARC men in Colombia. The ELN fired on Colombian troops.")
    assert [group.name for group in groups.armed] == ["ELN", "FARC"]
    assert groups.forces[0].name == "Colombian security forces"
    assert groups.forces[0].kind is GroupKind.SECURITY_FORCES


@pytest.fixture
def own_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "groups.yml").write_text(
        "entries: [{id: moor, name: Moor League, aliases: [Moorites], homes: [Peat Camp],"
        " example: The Moorites met., provenance: own list}]"
    )
    caches = (registry, demonyms, group_names.known_names)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setenv(OWN_LEXICONS, str(tmp_path))
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("own_group")
def test_group_of_the_users_own_file() -> None:
    text = "Troops raided Peat Camp. Two Moorites and a member of the Taliban were hurt."
    groups = read_groups(text)
    assert groups.counts == {"Moor League": 1, "Taliban": 1}
    context = GroupContext(groups, text.index("Two"))
    assert find_group("residents of Peat Camp", None, context) == "Moor League"


PIECES = st.sampled_from(
    ["Iraqi ", "police ", "(", ")", "PKK", "The ", "Front ", ", also known as ", "’s ", "-", "\n",
     "al-", "Qaeda ", "Camp ", "and ", ". ", "U.S. ", "é", "\u0000", "leader ", "of "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 200))
def test_any_text_is_read(text: str, start: int) -> None:
    groups = read_groups(text)
    ends = [0, *(mention.end for mention in groups.mentions)]
    assert all(
        end <= mention.start < mention.end <= len(text)
        for end, mention in zip(ends, groups.mentions, strict=False)
    )
    assert find_group("its members", None, GroupContext(groups, start))
