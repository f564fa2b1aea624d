"""Labels of claims, and confidence against outcome."""

from collections.abc import Callable

import pytest

from evaluation.coding import CodedClaim, GoldSet
from evaluation.corpora import Release
from evaluation.reliability import label_by_gold, label_by_totals, measure_reliability
from schemas import Basis, Document

Coder = Callable[..., CodedClaim]


def test_table_counts_every_claim_once() -> None:
    table = measure_reliability(
        [(1.0, True), (0.97, True), (0.95, False), (0.5, False), (0.0, False)]
    )
    assert table is not None
    assert sum(each.claims for each in table.bins) == 5
    assert table.bins[-1].claims == 3
    assert table.bins[-1].right == pytest.approx(2 / 3)
    assert table.error == pytest.approx((3 * abs(2.92 / 3 - 2 / 3) + 0.5) / 5)


def test_certain_and_right_has_no_brier_score() -> None:
    table = measure_reliability([(1.0, True), (0.0, False)])
    assert table is not None
    assert (table.brier, table.base) == (0, 0.25)


def test_no_claims_no_table() -> None:
    assert measure_reliability([]) is None


def test_labels_by_gold(gold: GoldSet, code: Coder) -> None:
    right = code("14", value=14, speaker="Ilse Brandt")
    wrong = code("19", value=91, speaker="The mining union")
    extra = code("women", value=2)
    implicit = code("miners", basis=Basis.PLURAL)
    labels = label_by_gold(gold, [right, wrong, extra, implicit])
    assert [(each.claim.quantity, each.is_right) for each in labels] == [
        ("14", True),
        ("19", False),
        ("women", False),
    ]
    everything = label_by_gold(gold, [right, wrong, extra, implicit], is_complete=True)
    assert len(everything) == 4


def test_labels_by_totals_leave_open_which_of_several_is_wrong(
    code: Coder, document: Document
) -> None:
    claims = {"norvik": [code("14", value=14), code("19", value=19)]}

    def labels(killed: int) -> list[bool]:
        release = Release(document, killed=killed, captured=0)
        return [each.is_right for each in label_by_totals([release], claims)]

    assert labels(33) == [True, True]
    assert labels(30) == []
    claims["norvik"].pop()
    assert labels(33) == [False]
