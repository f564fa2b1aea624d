"""The further questions that the warehouse answers, each on a few rows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.warehouse.examples import ask, claim, document, load, says
from warehouse import Verdict, record_verdict, sqlfiles

pytestmark = pytest.mark.slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def test_how_the_figures_moved(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "4", 4),
        says("Ben Torr", "12", 12, hours=3),
        says("Cleo Vann", "no", 0, hours=5),
    )
    rows = ask(
        path,
        "select figure, lowest_so_far, highest_so_far from figure_timeline order by first_seen",
    )
    assert [tuple(row.values()) for row in rows] == [("4", 4, 4), ("12", 4, 12), ("0", 0, 12)]


def test_who_is_regularly_lowest_or_highest(path: Path) -> None:
    told = []
    for month, (low, middle, high) in enumerate([(1, 5, 9), (2, 3, 4), (7, 7, 7)]):
        day = datetime(2031, 1 + month, 5, tzinfo=UTC).date()
        for speaker, value in (("Ana Mell", low), ("Ben Torr", middle), ("Cleo Vann", high)):
            told.append(says(speaker, f"{value}", value, hours=month, day=day))
    told.append(says("police officials", "1", 1, day=datetime(2031, 1, 5, tzinfo=UTC).date()))
    load(path, *told)
    rows = ask(
        path,
        "select name, figures, times_lowest, times_highest from speaker_record order by name",
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Ana Mell", 3, 2, 0),
        ("Ben Torr", 3, 0, 0),
        ("Cleo Vann", 3, 0, 2),
    ]


def test_which_figures_rest_on_one_originator(path: Path) -> None:
    text = (
        "Rescue teams at Karvat brought up 9 miners after two days of digging through wet gravel, "
        "and the mayor said that nobody else was missing from the night shift on Friday evening."
    )
    copies = [
        document(text + ending, outlet=outlet)
        for outlet, ending in (("Daily Post", ""), ("Gazette", " More to follow."))
    ]
    other = document("The mayor of Karvat said 4 miners were hurt.", outlet="Herald")
    quoted = document("The Post quoted the mayor as saying 4 miners were hurt.", outlet="Echo")
    load(
        path,
        *((copy, [claim(copy, "9", 9, speaker="the mayor")]) for copy in copies),
        (other, [claim(other, "4", 4, harm="wounded", speaker="The mayor")]),
        (quoted, [claim(quoted, "4", 4, harm="wounded", speaker="the mayor", hops=("Post",))]),
    )
    rows = ask(path, "select figure, outlets from single_originator")
    assert [tuple(row.values()) for row in rows] == [("9", 2)]
    sources = ask(path, "select harm, documents, outlets, originators from discrepancies")
    assert {row["harm"]: tuple(row.values())[1:] for row in sources} == {
        "killed": (2, 2, 1),
        "wounded": (2, 2, 2),
    }


def test_an_agencys_texts_are_one_originator_under_all_its_names(path: Path) -> None:
    texts = (
        ("At dusk, 9 miners were carried out of the Karvat shaft.", {"agency": "AFP"}),
        ("Karvat buried 9 miners.", {"agency": "Agence France-Presse", "outlet": "Daily Post"}),
        ("It was 9 miners in all, AFP reported.", {"outlet": "Gazette"}),
    )
    told = []
    for text, fields in texts:
        source = document(text, **fields)
        speaker = "AFP" if "reported" in text else None
        told.append((source, [claim(source, "9", 9, speaker=speaker, kind="media")]))
    load(path, *told)
    assert [row["originator"] for row in ask(path, "select originator from single_originator")] == [
        "afp"
    ]


def test_a_text_of_no_known_medium_goes_by_its_title(path: Path) -> None:
    source = document("At Karvat 9 miners died.", title="Shaft floods")
    load(path, (source, [claim(source, "9", 9)]))
    rows = ask(path, "select originator from single_originator")
    assert rows == [{"originator": "Shaft floods"}]


def test_outlets_whose_names_differ_by_an_abbreviation_are_two(path: Path) -> None:
    texts = {"LA Times": "At Karvat 9 miners died.", "The Times": "A flood took 9 of one shift."}
    sources = [document(text, outlet=outlet) for outlet, text in texts.items()]
    load(path, *((source, [claim(source, "9", 9)]) for source in sources))
    assert ask(path, "from single_originator") == []


def test_through_whom_a_figure_came(path: Path) -> None:
    source = document("Ana Mell, quoted by Reuters, said 9 miners died.", outlet="Gazette")
    load(path, (source, [claim(source, "9", 9, speaker="Ana Mell", hops=("Reuters",))]))
    (row,) = ask(path, "select figure, holder, hops, originator, claims from source_chains")
    assert row == {
        "figure": "9",
        "holder": "Ana Mell",
        "hops": ["Reuters"],
        "originator": "reuters",
        "claims": 1,
    }


def test_which_outlets_drop_the_attribution(path: Path) -> None:
    bare = document("At Karvat 9 miners died.", outlet="Gazette")
    both = document("Ana Mell said 9 miners died. The 9 were of one shift.", outlet="Herald")
    told = [claim(both, "9", 9, speaker="Ana Mell"), claim(both, "The 9", 9)]
    load(path, says("Ana Mell", "9", 9), (bare, [claim(bare, "9", 9)]), (both, told))
    rows = ask(path, "select outlet, dropped, kept from dropped_attributions")
    assert rows == [{"outlet": "Gazette", "dropped": 1, "kept": 0}]


def test_where_a_part_exceeds_its_whole(path: Path) -> None:
    source = document("Ana Mell said 60 were hurt at Karvat, 75 of them badly, 20 lightly.")
    whole = claim(source, "60", 60, harm="wounded", speaker="Ana Mell")
    parts = [
        claim(source, words, int(words), harm="wounded", speaker="Ana Mell", part_of=whole)
        for words in ("75", "20")
    ]
    load(path, (source, [whole, *parts]))
    rows = ask(path, "select part, whole from parts_over_whole")
    assert rows == [{"part": "75", "whole": "60"}]


def test_four_kinds_of_nothing(path: Path) -> None:
    vague = document("Dora Lind said miners died at Karvat.")
    load(
        path,
        says("Ana Mell", "4", 4),
        says("Ben Torr", "no", 0),
        says("Cleo Vann", "4", 4, stance="denies"),
        (vague, [claim(vague, "miners", None, basis="plural", speaker="Dora Lind")]),
        says("Emil Sarn", "9", 9, harm="wounded"),
    )
    rows = ask(path, "select holder, kind from zeros where harm = 'killed' order by holder")
    assert [tuple(row.values()) for row in rows] == [
        ("Ben Torr", "zero asserted"),
        ("Cleo Vann", "figure denied"),
        ("Dora Lind", "no figure given"),
        ("Emil Sarn", "nothing said"),
    ]


def test_a_document_adds_up_to_what_its_reader_would_add(path: Path) -> None:
    source = document(
        "Ana Mell said 4 miners and 2 rescuers died at Karvat, among them 1 woman. "
        "Ben Torr said 7 miners died. Again: 4 miners, Ana Mell said. The war killed 900."
    )
    first = claim(source, "4", 4, speaker="Ana Mell")
    claims = [
        first,
        claim(source, "2", 2, group="rescuers", speaker="Ana Mell"),
        claim(source, "1", 1, speaker="Ana Mell", part_of=first),
        claim(source, "7", 7, speaker="Ben Torr"),
        claim(source, "4 miners, Ana", 4, speaker="Ana Mell", repeats=first),
        claim(source, "900", 900, scope="cumulative"),
    ]
    load(path, (source, claims))
    assert ask(path, "select harm, low, high from document_tallies") == [
        {"harm": "killed", "low": 6, "high": 9}
    ]


def test_the_sum_of_a_year_under_each_policy(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "4", 4),
        says("Ben Torr", "7", 7),
        says("Ana Mell", "dozens", None, group="rescuers"),
        says("Cleo Vann", "at least 9", 9, modifier="at_least", group="all"),
        says("Ana Mell", "3", 3, where="Melune", day=datetime(2031, 8, 1, tzinfo=UTC).date()),
        says("Ana Mell", "5", 5, where="Melune", day=datetime(2032, 8, 1, tzinfo=UTC).date()),
    )
    rows = ask(
        path,
        "select policy, year, events, low, high, open_ended from yearly_totals "
        "where policy <> 'airwars' order by all",
    )
    assert [tuple(row.values()) for row in rows] == [
        ("acled", 2031, 2, 9 + 3, 4 + 12 + 3, 0),
        ("acled", 2032, 1, 5, 5, 0),
        ("strict", 2031, 2, 9 + 3, 4 + 24 + 3, 1),
        ("strict", 2032, 1, 5, 5, 0),
    ]


def test_what_no_text_dates_belongs_to_no_year(path: Path) -> None:
    for number, published in enumerate((None, datetime(2029, 3, 1, tzinfo=UTC))):
        source = document(f"Vale {number}: 9 miners died.", published=published)
        load(path, (source, [claim(source, "9", 9, day=None, where=f"Vale {number}")]))
    rows = ask(path, "select year, low from yearly_totals where policy = 'strict' order by year")
    assert [tuple(row.values()) for row in rows] == [(2029, 9), (None, 9)]


def test_an_undated_page_is_marked_in_the_order_of_publication(path: Path) -> None:
    undated = document("Ben Torr said 12 miners died at Karvat.", published=None)
    load(path, says("Ana Mell", "4", 4), (undated, [claim(undated, "12", 12, speaker="Ben Torr")]))
    rows = ask(path, "select holder, is_dated from figure_timeline order by holder")
    assert [tuple(row.values()) for row in rows] == [("Ana Mell", True), ("Ben Torr", False)]


def test_what_waits_for_review_comes_in_the_order_of_its_weight(path: Path) -> None:
    load(
        path,
        says("Ana Mell", "4", 4),
        says("Ben Torr", "7", 7, confidence=0.5),
        says("Cleo Vann", "3", 3, harm="wounded"),
    )
    rows = ask(path, "select claim_id, holder, class from review_queue order by priority desc")
    assert [(row["holder"], row["class"]) for row in rows] == [
        ("Ben Torr", "conflict"),
        ("Ana Mell", "conflict"),
        ("Cleo Vann", "one_source"),
    ]
    record_verdict(
        path,
        Verdict(
            kind="accept",
            reviewer="ana",
            decided=datetime.now(UTC) + timedelta(days=1),
            claim_id=rows[0]["claim_id"],
        ),
    )
    assert len(ask(path, "select claim_id from review_queue")) == 2
    assert ask(path, "select claim_id from new_claims") == []


def test_how_a_claim_changed(path: Path) -> None:
    source, (first,) = says("Ana Mell", "4", 4)
    load(path, (source, [first]), name="a")
    load(path, (source, [first.model_copy(update={"extractor": "0.2.0"})]), name="b")
    rows = ask(path, "select extractor, figure, is_current from claim_history order by learned")
    assert [tuple(row.values()) for row in rows] == [("0.1.0", "4", False), ("0.2.0", "4", True)]


def test_every_view_says_its_question_in_the_database(path: Path) -> None:
    load(path, says("Ana Mell", "4", 4))
    comments = ask(
        path,
        "select view_name as name, comment from duckdb_views() where not internal "
        "union all select function_name, comment from duckdb_functions() where not internal",
    )
    found = {row["name"]: row["comment"] for row in comments}
    assert found == {item.name: item.comment for item in sqlfiles.published()}
