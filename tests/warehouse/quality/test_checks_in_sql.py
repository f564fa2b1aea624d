"""Every check in SQL finds the damage that it is for, and nothing in sound data."""

import pytest

from tests.warehouse.quality.conftest import damage
from warehouse import open_warehouse
from warehouse.quality.catalogue import checks, read_check
from warehouse.quality.sql_checks import ask_checks

FOUR, TWO, ZERO = "quantity_text = 'four'", "quantity_text = 'two'", "quantity_text = 'nobody'"
AGAIN = "quantity_text = 'Four'"

DAMAGE = {
    "articles_speak_without_source": f"update claims set source_text = null where {FOUR}",
    "citations_have_their_speaker": f"update claims set speaker_id = 'gone' where {FOUR}",
    "claims_have_one_event": (
        "insert into event_claims by name select * replace ('other' as event_id) from event_claims "
        f"where claim_id = (select claim_id from claims where {FOUR})"
    ),
    "claims_have_their_document": f"update claims set document_id = 'gone' where {FOUR}",
    "claims_have_their_figure": f"update claims set value = 5 where {FOUR}",
    "claims_stand_once": (
        f"insert into claims by name select * replace ('twin' as claim_id) from claims where {FOUR}"
    ),
    "denials_reject_a_figure": f"update claims set stance = 'denies' where {ZERO}",
    "documents_have_one_version": (
        "insert into documents by name select * replace (2 as version) from documents "
        "where title = 'Mine'"
    ),
    "documents_were_extracted": "delete from extractions where claims = 2",
    "documents_were_read_after_publication": (
        "update documents set published = timestamp '2011-06-01' where title = 'Mine'"
    ),
    "events_have_a_claim": "update events set event_id = 'empty'",
    "events_precede_publication": (
        f"update claims set event_date_from = date '2011-05-09' where {FOUR}"
    ),
    "figures_are_plausible": f"update claims set value = 3000000 where {FOUR}",
    "figures_fit_their_words": f"update claims set modifier = 'range' where {FOUR}",
    "figures_have_bounds": (
        "update bounds set high = 1 where policy = 'strict' and figure_id = "
        f"(select figure_id from claims where {FOUR})"
    ),
    "figures_stand_in_their_sentence": f"update claims set evidence_end = 10 where {FOUR}",
    "groups_are_registered": f"update claims set victim_group = 'nobody knows' where {FOUR}",
    "incidents_have_an_event": (
        "update event_claims set superseded = learned "
        f"where claim_id = (select claim_id from claims where {FOUR})"
    ),
    "links_lead_to_both_ends": (
        "update event_claims set event_id = 'gone' "
        f"where claim_id = (select claim_id from claims where {FOUR})"
    ),
    "merged_events_lead_somewhere": "update events set merged_into = 'gone'",
    "parts_do_not_circle": (
        f"update claims set part_of = (select claim_id from claims where {TWO}) where {FOUR}"
    ),
    "parts_fit_their_whole": (
        f"update claims set figure_id = (select figure_id from claims where {TWO}) where {FOUR}; "
        "update claims set figure_id = (select figure_id from figures where value = 4) "
        f"where {TWO}"
    ),
    "repetitions_tell_the_same": f"update claims set value = 5 where {AGAIN}",
    "spans_quote_their_text": f"update claims set source_start = source_start + 1 where {FOUR}",
    "speakers_have_a_claim": (
        "insert into speakers by name select * replace ('idle' as speaker_id) from speakers limit 1"
    ),
    "texts_stand_once": (
        "insert into documents by name select * replace ('twin' as document_id) from documents "
        "where title = 'Mine'"
    ),
    "wholes_are_in_the_document": f"update claims set part_of = 'gone' where {FOUR}",
    "zeros_are_said": f"update claims set value = 0 where {FOUR}",
}


def test_sound_data_offend_no_check(sound):
    with open_warehouse(sound, read_only=True) as connection:
        findings = ask_checks(connection, checks())
    assert {finding.check.name: finding.ids for finding in findings if finding.failed} == {}
    assert all(finding.checked for finding in findings)


def test_every_check_is_tried():
    assert DAMAGE.keys() == {check.name for check in checks()}


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_finds_its_damage(check, sound):
    damage(sound, DAMAGE[check.name])
    with open_warehouse(sound, read_only=True) as connection:
        (finding,) = ask_checks(connection, [check])
        told = connection.execute(check.query).fetchall()
    assert finding.failed == len(finding.ids) >= 1
    assert {str(row[0]) for row in told} == set(finding.ids)


def test_a_word_that_says_another_number_is_no_zero(sound):
    damage(sound, f"update claims set value = 0, basis = 'word' where {FOUR}")
    with open_warehouse(sound, read_only=True) as connection:
        (finding,) = ask_checks(connection, [c for c in checks() if c.name == "zeros_are_said"])
    assert finding.failed == 1


def test_a_rejected_claim_offends_no_more(sound):
    damage(
        sound,
        DAMAGE["wholes_are_in_the_document"],
        "insert into reviews select claim_id, 'v', 'rejected', 'ana', now(), null from claims "
        f"where {FOUR}",
    )
    check = next(check for check in checks() if check.name == "wholes_are_in_the_document")
    with open_warehouse(sound, read_only=True) as connection:
        (finding,) = ask_checks(connection, [check])
    assert finding.failed == 0


def test_an_incomplete_header_is_refused(tmp_path):
    file = tmp_path / "odd.sql"
    file.write_text("-- question: What?\nselect 1\n")
    with pytest.raises(ValueError, match=r"odd\.sql needs a header"):
        read_check(file)
