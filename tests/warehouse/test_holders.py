"""Holders: one speaker across documents, and two where nothing tells that they are one."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas import SpeakerKind
from tests.warehouse.examples import Told, ask, load, says
from warehouse import Verdict, WarehouseError, record_verdict
from warehouse.holders.models import Holder
from warehouse.holders.registry import label_of
from warehouse.holders.speaker_keys import Speaker, initials, names_within
from warehouse.read_models.document_rows import SpeakerLine
from warehouse.read_models.reader import reading

RELIEF = "Hill Relief and Rescue Service"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def holders(path: Path) -> set[str]:
    return {row["holder_id"] for row in ask(path, "select holder_id from positions")}


def load_in_turn(path: Path, *told: Told) -> None:
    """Load each report by itself, where it matters which came first."""
    for number, each in enumerate(told):
        load(path, each, name=f"run-{number}")


@pytest.mark.parametrize("is_short_first", [True, False])
def test_an_acronym_is_the_name_whose_initials_it_is(path: Path, is_short_first: bool) -> None:
    ngo = {"kind": SpeakerKind.NGO}
    told = [says(RELIEF, "4", 4, **ngo), says("HRRS", "9", 9, hours=30, **ngo)]
    load_in_turn(path, *(told[::-1] if is_short_first else told))
    assert len(holders(path)) == 1
    assert [row["class"] for row in ask(path, "select class from discrepancies")] == ["revised"]


def test_a_director_and_a_longer_name_speak_for_the_body(path: Path) -> None:
    load(
        path,
        says(RELIEF, "4", 4, kind=SpeakerKind.NGO),
        says("Ada Brink", "4", 4, kind=SpeakerKind.NGO, body=RELIEF),
        says(f"the coast-based {RELIEF}", "4", 4, kind=SpeakerKind.NGO, named=False),
    )
    assert len(holders(path)) == 1
    names = {row["holder"] for row in ask(path, "select holder from current_claims")}
    assert names == {RELIEF, f"Ada Brink ({RELIEF})"}


def test_officials_whom_only_that_word_names_are_each_texts_own(path: Path) -> None:
    load(
        path,
        says("an official", "5", 5, outlet="Gazette"),
        says("an official", "9", 9, hours=30, outlet="Herald"),
    )
    assert len(holders(path)) == 2
    assert [row["class"] for row in ask(path, "select class from discrepancies")] == ["conflict"]


def test_a_ministry_belongs_to_its_country(path: Path) -> None:
    ministry = {"kind": SpeakerKind.GOVERNMENT, "named": False, "body": "health ministry"}
    load(
        path,
        says("the health ministry", "4", 4, country="LB", **ministry),
        says("a ministry spokesman", "4", 4, country="LB", **ministry),
        says("the ministry of health", "9", 9, country="LY", **ministry),
        says("the health minister", "9", 9, **ministry),
    )
    assert len(holders(path)) == 3


def test_a_body_is_one_under_the_names_that_come_to_one_key(path: Path) -> None:
    army = {"kind": SpeakerKind.MILITARY, "named": False, "body_key": "armed forces"}
    load(
        path,
        says("Mali's army", "4", 4, body="Mali's army", country="ML", **army),
        says("the military", "4", 4, body="military", country="ML", **army),
        says("the armed forces", "9", 9, body="armed forces", country="NE", **army),
    )
    assert len(holders(path)) == 2
    assert "Mali's army" in {row["holder"] for row in ask(path, "from current_claims")}


def test_a_group_is_one_under_all_names_and_no_other_of_a_like_name(path: Path) -> None:
    group = {"kind": SpeakerKind.ARMED_GROUP}
    load(
        path,
        says("Hill Tigers", "4", 4, body="Hill Tigers", body_key="group:HT", **group),
        says("the Tigers", "4", 4, body="Tigers", body_key="group:HT", named=False, **group),
        says("Tigers", "9", 9, body="Tigers", body_key="group:Coast Tigers", **group),
    )
    assert len(holders(path)) == 2


@pytest.mark.parametrize("is_name_first", [True, False])
def test_a_president_is_who_has_the_office_in_that_year(path: Path, is_name_first: bool) -> None:
    office = {"kind": SpeakerKind.GOVERNMENT, "country": "TD", "body_key": "office:president"}
    told = [
        says("Ivo Lal", "4", 4, **office),
        says("the Chadian president", "9", 9, hours=30, named=False, **office),
    ]
    load_in_turn(path, *(told if is_name_first else told[::-1]))
    load(path, says("Chad's president", "7", 7, hours=24 * 900, named=False, **office))
    assert {row["holder"] for row in ask(path, "from current_claims")} == {
        "Ivo Lal",
        "Chad's president",
    }


def test_two_presidents_of_one_year_are_two(path: Path) -> None:
    office = {"kind": SpeakerKind.GOVERNMENT, "country": "TD", "body_key": "office:president"}
    load(path, says("Ivo Lal", "4", 4, **office), says("Ana Mell", "9", 9, **office))
    assert len(holders(path)) == 2


def test_the_government_of_one_text_is_no_other_country_s(path: Path) -> None:
    own = {"kind": SpeakerKind.GOVERNMENT, "body_key": "government"}
    load(
        path,
        says("the Government", "4", 4, body="Government", named=True, **own),
        says("Government of Chad", "4", 4, body="Government of Chad", country="TD", **own),
        says("Government of Mali", "9", 9, body="Government of Mali", country="ML", **own),
    )
    assert len(holders(path)) == 3


def test_an_office_that_every_country_has_is_no_other_country_s(path: Path) -> None:
    """What one text calls the ministry of its country, another calls that of its own."""
    state = {"kind": SpeakerKind.GOVERNMENT, "body_key": "health ministry"}
    own = {"body": "Chadian Health Ministry", "country": "TD", "aliases": ("the Health Ministry",)}
    load(
        path,
        says("Ana Mell", "4", 4, **own, **state),
        says("the Health Ministry", "9", 9, named=False, body="Health Ministry", **state),
    )
    assert len(holders(path)) == 2


def test_where_harm_was_done_does_not_say_whose_army_tells_of_it() -> None:
    army = Holder("1", "military", SpeakerKind.MILITARY, country="TD")
    told = Speaker(
        "a", "a", "x", "the military", "military", False, body="military", event_country="TD"
    )
    assert label_of(told, army) == "military"
    assert label_of(replace(told, country="TD"), army) == "military of Chad"


def test_a_government_is_called_by_its_country_where_its_words_name_none(path: Path) -> None:
    state = {"kind": SpeakerKind.GOVERNMENT, "country": "TD"}
    told = {"role": "government spokeswoman", "body": "Government", "body_key": "government"}
    load(
        path,
        says("Ana Mell", "4", 4, **told, **state),
        says("the Mines Ministry", "9", 9, named=False, body="Mines Ministry", **state),
        says("the police", "7", 7, named=False, kind=SpeakerKind.POLICE, body="police"),
        says("the army", "6", 6, named=False, body="army", **(state | {"country": "US"})),
    )
    assert {row["holder"] for row in ask(path, "from current_claims")} == {
        "Ana Mell (Government of Chad)",
        "Mines Ministry",
        "the police",
        "army of United States",
    }
    with reading(path) as reader:
        names = {speaker.name for speaker in reader.rows(SpeakerLine)}
    assert "Government of Chad" in names, "its page is called so, too"


def test_a_person_of_a_force_of_no_known_country_is_one_across_texts(path: Path) -> None:
    police = {"kind": SpeakerKind.POLICE, "body": "police"}
    load(
        path,
        says("Ana Mell", "4", 4, **police),
        says("Ana Mell", "9", 9, hours=30, outlet="Herald", **police),
        says("Ben Torr", "9", 9, hours=30, outlet="Post", **police),
    )
    assert len(holders(path)) == 2


def test_police_in_capitals_are_each_texts_own(path: Path) -> None:
    force = {"kind": SpeakerKind.POLICE, "body": "Karvat Police", "country": "US"}
    load(
        path,
        says("Karvat Police", "4", 4, **force),
        says("POLICE", "4", 4, outlet="Herald", **force),
        says("police", "9", 9, kind=SpeakerKind.POLICE, body="police", named=False, outlet="Post"),
    )
    assert len(holders(path)) == 2


def test_an_officer_of_the_police_makes_no_police_one_force(path: Path) -> None:
    force = {"kind": SpeakerKind.POLICE, "country": "US"}
    load(
        path,
        says("Ed Holm", "4", 4, body="police", **force),
        says("Ed Holm", "4", 4, outlet="Herald", body="Karvat Police", **force),
        says("police", "9", 9, named=False, outlet="Post", body="police", **force),
    )
    names = {row["holder"] for row in ask(path, "select holder from positions")}
    assert "police" in names


def test_an_outlet_is_the_medium_that_others_quote(path: Path) -> None:
    own = says("Ana Mell", "4", 4)
    document, (claim,) = own
    unsourced = claim.model_copy(
        update={"attribution": type(claim.attribution)(), "claim_id": "own"}
    )
    quoted = says("Ana Mell News", "4", 4, kind=SpeakerKind.MEDIA)
    load(path, (document, [unsourced]), quoted)
    assert len(holders(path)) == 1


def test_a_reviewer_unites_two_holders_and_parts_them_again(path: Path) -> None:
    load(path, says("Ana Mell", "4", 4), says("the mayor", "9", 9, named=False, hours=30))
    ids = {row["holder"]: row["holder_id"] for row in ask(path, "from current_claims")}
    moment = datetime(2031, 5, 6, tzinfo=UTC)
    verdict = Verdict(
        kind="unite",
        reviewer="Reviewer",
        decided=moment,
        holder_id=ids["the mayor"],
        into_holder_id=ids["Ana Mell"],
    )
    record_verdict(path, verdict)
    assert holders(path) == {ids["Ana Mell"]}
    assert [row["class"] for row in ask(path, "select class from discrepancies")] == ["revised"]
    undo = Verdict(kind="undo", reviewer="Reviewer", decided=moment, undoes=verdict.verdict_id)
    record_verdict(path, undo)
    assert holders(path) == set(ids.values())
    with pytest.raises(WarehouseError, match="no holder"):
        record_verdict(path, verdict.model_copy(update={"holder_id": "nobody"}))


def test_initials_are_those_of_the_words_with_a_capital() -> None:
    assert initials(RELIEF) == "HRRS"
    assert initials("the relief service") is None


def test_names_stand_between_words_without_capitals() -> None:
    speaker = Speaker("d", "d", "s", f"the coast-based {RELIEF} which", "ngo", is_named=False)
    assert names_within(speaker)[0] == RELIEF
