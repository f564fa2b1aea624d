"""The latest decisions of all reviewers, told old → new."""

import re
from datetime import date

from tests.desk.conftest import Desk
from tests.desk.test_review_queue import claims
from tests.desk.test_review_security import signed_in
from tests.warehouse.test_verdicts import decide
from warehouse.read_models.claim_contracts import claim_of


def test_decisions_are_told_old_and_new(desk: Desk) -> None:
    found = claims(desk)
    row, other = found["12 The harbour office"], found["14 Doctors"]
    claim = claim_of(row)
    quantity = claim.quantity.model_copy(update={"value": 13})
    corrected = claim.model_copy(update={"quantity": quantity})
    fields = ("value",)
    decide(desk.database, "correct", claim_id=row.claim_id, corrected=corrected, fields=fields)
    day = date(2031, 5, 1)
    decide(desk.database, "redate", 1, event_id=row.event_id, date_from=day, date_to=day)
    decide(desk.database, "unite", 2, holder_id=row.holder_id, into_holder_id=other.holder_id)
    with signed_in(desk) as (client, _):
        told = client.get("/reviewers").text
    assert "corrected: <bdi>number: 12 → 13" in told
    assert "days: 2 May 2031 → 1 May 2031" in told
    assert f"united: {row.holder} → {other.holder}" in told


def test_the_history_of_a_claim_tells_old_and_new_and_where_it_was_moved(desk: Desk) -> None:
    found = claims(desk)
    row, other = found["12 The harbour office"], found["3 the sheriff"]
    claim = claim_of(row)
    corrected = claim.model_copy(
        update={"quantity": claim.quantity.model_copy(update={"value": 13})}
    )
    fields = ("value",)
    decide(desk.database, "correct", claim_id=row.claim_id, corrected=corrected, fields=fields)
    decide(desk.database, "pin", 1, claim_ids=(row.claim_id,), into_event_id=other.event_id)
    decide(desk.database, "classify", 2, holder_id=row.holder_id, speaker_kind="police")
    with signed_in(desk) as (client, _):
        told = client.get(f"/claims/{row.claim_id}").text
        spoken = client.get(f"/speakers/{row.holder_id}").text
    assert "corrected: number: 12 → 13" in re.sub("<[^>]*>", "", told)
    assert "moved a claim: " in told
    assert "kind of speaker" in spoken.split("Decided on them")[1]
