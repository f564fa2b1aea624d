"""A small warehouse with conflicts, reviewers' decisions, places, and hostile words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas import Batch, Claim, Document, Location, Modifier, SpeakerKind, Stance
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import Verdict, load_batch, record_verdict
from warehouse.event_locations import EventLocation, find_unlocated, keep_located

TITLE = '=HYPERLINK("http://bad.test","mine")'
TEXT = (
    "@The mayor said at least four miners died at Karvat on Friday. Nobody died, guards said. "
    "Police denied the nine deaths. Nurses saw 12–15 dead, hundreds hurt. One miner was held."
)
KARVAT = Location(
    name="Karvat",
    level="place",
    country="Dorland",
    province="Hills",
    latitude=41.5,
    longitude=19.25,
)
NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def made() -> tuple[Document, dict[str, Claim]]:
    source = document(TEXT, title=TITLE, outlet="Karvat Post\x00", url="https://k.test/1?a=1&b=<2>")
    return source, {
        "mayor": claim(
            source,
            "at least four",
            4,
            modifier=Modifier.AT_LEAST,
            speaker="The mayor",
            role="+mayor",
        ),
        "guards": claim(source, "Nobody", 0, speaker="guards", kind=SpeakerKind.MILITARY),
        "police": claim(
            source, "nine", 9, speaker="Police", kind=SpeakerKind.POLICE, stance=Stance.DENIES
        ),
        "nurses": claim(source, "12–15", 12, value_to=15, speaker="Nurses"),
        "hurt": claim(source, "hundreds", None, harm="wounded", speaker="Nurses"),
        "held": claim(source, "One", 1, harm="detained", where=None, day=None),
    }


@pytest.fixture(scope="session")
def source() -> Document:
    return made()[0]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exports") / "w.duckdb"
    source, claims = made()
    load_batch(path, run(), Batch([], [source], [extraction(source, list(claims.values()))], []))
    for minute, (kind, name, fields) in enumerate(
        [("accept", "mayor", {}), ("reject", "held", {"reason": "no claim"})]
    ):
        record_verdict(
            path,
            Verdict(
                kind=kind,
                reviewer="ana",
                decided=NOON.replace(minute=minute),
                claim_id=claims[name].claim_id,
                **fields,
            ),
        )
    keep_located(
        path,
        [EventLocation(item.event_id, item.place, KARVAT) for item in find_unlocated(path)],
    )
    return path
