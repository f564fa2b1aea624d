"""Which claims of one text are of one event."""

from dataclasses import replace
from datetime import date

from schemas.terms import DateBasis
from warehouse.linking.claim_groups import group_claims
from warehouse.linking.records import LinkClaim

WHOLE = LinkClaim(
    claim_id="whole",
    document_id="page",
    start=0,
    harm="killed",
    value=20,
    group=None,
    speaker=None,
    evidence="Twenty herders were killed in early January.",
    part_of=None,
    repeats=None,
    date_from=date(2031, 1, 1),
    date_to=date(2031, 1, 16),
    date_basis=DateBasis.CONTEXT,
)
PART = replace(
    WHOLE,
    claim_id="part",
    start=50,
    value=2,
    evidence="On 16 April 2029 two guards died.",
    part_of="whole",
    date_from=date(2029, 4, 16),
    date_to=date(2029, 4, 16),
    date_basis=DateBasis.STATED,
)


def test_a_part_that_its_sentence_dates_to_another_time_is_of_another_event():
    assert len(group_claims([WHOLE, PART], date(2031, 1, 16))) == 2


def test_a_part_without_days_of_its_own_is_of_the_event_of_its_whole():
    part = replace(PART, date_basis=DateBasis.CONTEXT)
    assert len(group_claims([WHOLE, part], date(2031, 1, 16))) == 1
