"""A correction changes what the reviewer changed, and keeps all else that the claim tells."""

from pathlib import Path

import pytest

from desk.review.changes import values_of
from desk.review.forms import corrected
from extractors import extract_claims, read_quantity
from schemas import Claim, Document
from tests.warehouse.examples import load
from warehouse.read_models.claim_contracts import claim_of
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.reader import reading

TEXT = "On 3 May 2021 rebels killed 12 teachers in Maiduguri, the mayor of Karvat said."


@pytest.fixture
def told() -> tuple[Document, Claim]:
    document = Document(document_id="d", text=TEXT)
    (claim,) = extract_claims(document).claims
    return document, claim


def test_the_desk_reads_a_claim_as_it_was_loaded(
    told: tuple[Document, Claim], tmp_path: Path
) -> None:
    document, claim = told
    assert claim.agent
    assert claim.event.place
    path = tmp_path / "warehouse.duckdb"
    load(path, (document, [claim]))
    with reading(path) as reader:
        (row,) = reader.rows(MarkedClaim)
    assert claim_of(row) == claim


def test_a_corrected_number_leaves_who_is_blamed_and_where(told: tuple[Document, Claim]) -> None:
    document, claim = told
    form = values_of(claim) | {"victim_group": "civilians"}
    after = corrected(claim, document, form, read_quantity)
    assert (after.agent, after.event) == (claim.agent, claim.event)


def test_another_place_and_day_have_no_path_and_basis(told: tuple[Document, Claim]) -> None:
    document, claim = told
    form = values_of(claim) | {"event_where": "Karvat", "event_date_to": "2021-05-04"}
    after = corrected(claim, document, form, read_quantity)
    assert (after.event.where, after.event.place, after.event.date_basis) == ("Karvat", (), None)
