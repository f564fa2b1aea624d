"""Claims of many documents are joined to events: stable, incremental, with reasons."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from evaluation.pair_scores import pairwise
from evaluation.streams import StreamReport, stream
from schemas import Batch, Claim, Document
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch, open_warehouse

SITE, DAY = "Camp Karvat", date(2031, 5, 2)
PUBLISHED = datetime(2031, 5, 3, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def links(path: Path) -> dict[str, str]:
    query = "select claim_id, event_id from event_claims where superseded is null"
    with open_warehouse(path, read_only=True) as connection:
        return dict(connection.execute(query).fetchall())


def load(path: Path, *told: tuple[Document, Sequence[Claim]], name: str = "run-1") -> None:
    documents = [source for source, _ in told]
    load_batch(
        path,
        run(name),
        Batch(
            documents=documents,
            extractions=[extraction(source, claims) for source, claims in told],
        ),
    )


def load_stream(path: Path, reports: Sequence[StreamReport], size: int) -> None:
    for start in range(0, len(reports), size):
        part = reports[start : start + size]
        batch = Batch(
            documents=[report.document for report in part],
            extractions=[report.extraction for report in part],
        )
        load_batch(path, run(f"run-{start}"), batch)


def told(text: str, words: str, value: int, **fields: object) -> tuple[Document, Claim]:
    published = fields.pop("published", PUBLISHED)
    source = document(text, published=published)
    return source, claim(source, words, value, **{"where": SITE, "day": DAY, **fields})


@pytest.mark.slow
def test_a_stream_of_reports_is_sorted_into_its_events(tmp_path: Path) -> None:
    reports = list(stream(events=40, documents=300, seed=3))
    truth = {key: label for report in reports for key, label in report.truth.items()}
    found = []
    for name, size in (("whole", 300), ("again", 300), ("parts", 97)):
        path = tmp_path / f"{name}.duckdb"
        load_stream(path, reports, size)
        found.append(links(path))
    assert pairwise(truth, found[0])[2] > 0.95
    assert found[0] == found[1]
    assert pairwise(found[0], found[2])[2] > 0.99


def test_a_background_sentence_joins_the_older_event(path: Path) -> None:
    old, killed = told("Seven miners of the Vale Union died at Camp Karvat.", "Seven", 7)
    new = document(
        "Two died at Camp Karvat today. In May 2031 similar fighting there killed 12 miners.",
        published=datetime(2033, 2, 9, tzinfo=UTC),
    )
    today = claim(new, "Two", 2, where=SITE, day=date(2033, 2, 9))
    background = claim(new, "12", 12, where=SITE, day=date(2031, 5, 1), day_to=date(2031, 5, 31))
    load(path, (old, [killed]), (new, [today, background]))
    found = links(path)
    assert found[background.claim_id] == found[killed.claim_id]
    assert found[today.claim_id] != found[killed.claim_id]


@pytest.mark.parametrize(
    ("fields", "joins"),
    [
        ({"where": "Karvat"}, True),
        ({"where": "Camp Karvatt", "day": date(2031, 5, 1)}, True),
        ({"where": None, "text": "At dusk nine more fighters lay dead beside the tents."}, True),
        ({"where": "Camp Melune"}, False),
        ({"day": date(2031, 5, 12), "text": "By noon nine had burned to death at Karvat."}, False),
        ({"day": date(2031, 3, 2)}, False),
        ({"where": None, "text": "Nine sailors drowned."}, False),
    ],
    ids=str,
)
def test_place_time_and_words_decide(path: Path, fields: dict[str, Any], joins: bool) -> None:
    where, day = fields.get("where", SITE), fields.get("day", DAY)
    text = fields.get("text", f"At dusk nine more were dead beside burning tents at {where}.")
    one = told("Seven fighters died at Camp Karvat when dogs broke into the tents.", "Seven", 7)
    published = datetime(day.year, day.month, day.day, 22, tzinfo=UTC)
    words = "Nine" if text.startswith("Nine") else "nine"
    other = told(text, words, 9, where=where, day=day, published=published)
    load(path, (one[0], [one[1]]), (other[0], [other[1]]))
    found = links(path)
    assert (found[one[1].claim_id] == found[other[1].claim_id]) is joins


def test_the_undated_news_of_a_page_stays_apart_from_its_background(path: Path) -> None:
    old, killed = told(
        "Seven of the Vale Union died at Camp Karvat.", "Seven", 7, group="Vale Union"
    )
    page = document(
        "Troops of the Vale Union fell: 31 died at Camp Karvat. In May 2031, 12 died there.",
        published=None,
    )
    news = claim(page, "31", 31, where=SITE, day=None, group="Vale Union")
    background = claim(
        page,
        "12",
        12,
        where=SITE,
        day=date(2031, 5, 1),
        day_to=date(2031, 5, 31),
        group="Vale Union",
    )
    load(path, (old, [killed]), (page, [news, background]))
    found = links(path)
    assert found[background.claim_id] == found[killed.claim_id]
    assert found[news.claim_id] != found[killed.claim_id]


@pytest.mark.parametrize(
    ("by", "joins"),
    [(date(2031, 4, 20), "older"), (date(2031, 5, 3), "news"), (date(2030, 1, 1), None)],
    ids=str,
)
def test_a_last_day_alone_is_a_limit_and_no_day(path: Path, by: date, joins: str | None) -> None:
    text = "of the Vale Union lay dead beside burning tents at Camp Karvat"
    older, first = told(
        f"Seven {text}.",
        "Seven",
        7,
        day=date(2031, 4, 12),
        published=datetime(2031, 4, 13, tzinfo=UTC),
        group="Vale Union",
    )
    source = document(f"Two died in a brawl. By then seven {text}.", published=PUBLISHED)
    news = claim(source, "Two", 2, where=SITE, group="Vale Union")
    limited = claim(source, "seven", 7, where=SITE, day=None, day_to=by, group="Vale Union")
    load(path, (older, [first]), (source, [news, limited]))
    found = links(path)
    homes = {found[first.claim_id]: "older", found[news.claim_id]: "news"}
    assert homes.get(found[limited.claim_id]) == joins
    with open_warehouse(path, read_only=True) as connection:
        days = connection.execute("select distinct date_from, date_to from events").fetchall()
    assert (by, by) not in days


def test_totals_over_several_events_belong_to_none(path: Path) -> None:
    source = document("The war at Camp Karvat has killed 9,000 people.")
    total = claim(source, "9,000", 9000, where=SITE, scope="cumulative")
    load(path, (source, [total]))
    assert links(path) == {}


def test_a_new_extraction_keeps_the_event(path: Path) -> None:
    source, first = told("Seven miners died at Camp Karvat, all of one shift.", "Seven", 7)
    load(path, (source, [first]))
    before = links(path)[first.claim_id]
    moved = claim(source, "Seven miners", 7, where=SITE, day=DAY, extractor="0.2.0")
    load(path, (source, [moved]), name="run-2")
    assert links(path) == {moved.claim_id: before}


def test_a_new_extraction_with_another_date_leaves_the_event(path: Path) -> None:
    one = told("Seven miners died at Camp Karvat.", "Seven", 7)
    two, hurt = told("Fire at Camp Karvat killed 3 cooks.", "3", 3, group="cooks")
    load(path, (one[0], [one[1]]), (two, [hurt]))
    assert len(set(links(path).values())) == 1
    better = claim(two, "3", 3, where=SITE, day=date(2030, 1, 8), group="cooks", extractor="0.2.0")
    load(path, (two, [better]), name="run-2")
    assert len(set(links(path).values())) == 2


def test_each_link_gives_its_reasons_and_each_event_a_label(path: Path) -> None:
    one = told("Seven miners died at Camp Karvat.", "Seven", 7)
    two = told("At least 7 miners died at Karvat.", "At least 7", 7, where="Karvat")
    load(path, (one[0], [one[1]]), (two[0], [two[1]]))
    with open_warehouse(path, read_only=True) as connection:
        labels = connection.execute("select label, date_from from events").fetchall()
        reasons = connection.execute(
            "select list_transform(evidence, lambda e: e.feature) from event_claims order by score"
        ).fetchall()
    assert labels == [("Karvat, 2 May 2031", DAY)]
    assert {"text", "town and day", "same day", "killed"} <= set(reasons[0][0]) & set(reasons[1][0])
