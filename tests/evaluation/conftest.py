"""Coded claims of invented reports."""

from collections.abc import Callable
from typing import Any

import pytest

from evaluation.coding import CodedClaim, GoldSet
from schemas import Basis, Document, Harm

REPORT = (
    "Commander Ilse Brandt said 14 miners had been killed at Norvik and about 30 were hurt. "
    "The mining union counted 19 dead. Two of them were women. Nobody was arrested."
)

Coder = Callable[..., CodedClaim]


@pytest.fixture
def document() -> Document:
    return Document(document_id="norvik", text=REPORT)


@pytest.fixture
def code() -> Coder:
    """Code a claim of the report by its quantity's words."""

    def make(words: str, harm: Harm = Harm.KILLED, **fields: Any) -> CodedClaim:
        start = REPORT.index(words)
        speaker = fields.pop("speaker", None)
        given = {
            "claim_id": f"{words}-{harm}-{speaker}",
            "document_id": "norvik",
            "harm": harm,
            "places": ((start, start + len(words)),),
            "quantity": words,
            "speaker": speaker,
            "readings": (speaker,),
            **fields,
        }
        return CodedClaim(**given)

    return make


@pytest.fixture
def gold(document: Document, code: Coder) -> GoldSet:
    claims = (
        code("14", value=14, speaker="Ilse Brandt"),
        code("about 30", Harm.WOUNDED, value=30, modifier="about", speaker="Ilse Brandt"),
        code("19", value=19, speaker="The mining union", group="miners"),
        code("Two", value=2, part_of="19-killed-The mining union", basis=Basis.WORD),
        code("Nobody", Harm.DETAINED, value=0, basis=Basis.ZERO),
    )
    return GoldSet(name="norvik", documents=(document,), claims=claims)
