"""One document, one tally: parts and repetitions are told apart from new victims."""

import pytest

from extractors import extract_claims
from schemas import Document, Scope


def ties(text: str) -> list[tuple[str, str | None, str | None]]:
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    names = {claim.claim_id: claim.quantity.text for claim in claims}
    return [
        (c.quantity.text, names.get(c.part_of or ""), names.get(c.repeats or "")) for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fire killed 23 dockers, including two foremen.",
            [("23", None, None), ("two", "23", None)],
        ),
        (
            "Sixty pupils were wounded, 20 seriously.",
            [("Sixty", None, None), ("20", "Sixty", None)],
        ),
        (
            "Nine miners died in the blast. The blast at the pit killed nine miners.",
            [("Nine", None, None), ("nine", None, "Nine")],
        ),
        (
            "Nine miners died in the blast. Three others died on Friday.",
            [("Nine", None, None), ("Three", None, None)],
        ),
        (
            "Troops killed several rebels. At the ford they killed three rebels.",
            [("several", None, None), ("three", "several", None)],
        ),
    ],
)
def test_ties(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert ties(text) == expected


def test_totals_are_no_incidents() -> None:
    text = "Nine miners died on Friday. The strike has claimed 130 lives since May."
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    assert [claim.scope for claim in claims] == [Scope.INCIDENT, Scope.CUMULATIVE]
