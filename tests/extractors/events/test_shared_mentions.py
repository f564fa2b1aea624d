"""Dates and places of real releases and pages, against what people coded."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import regex

from extractors.document.analysis import DocumentAnalysis, parse_sentences
from extractors.events import EventReader, locate
from extractors.events.where.name_keys import sound_key
from schemas import DatePrecision, Document, EventMention

HARM = regex.compile(r"(?i)\b(?:kill|captur|detain)\p{L}*")
RELEASES = 60


def read_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


@pytest.fixture(scope="module")
def releases(shared: Path) -> list[tuple[Document, dict[str, object], list[EventMention]]]:
    """Some releases with their gold and the mentions at each word of harm."""
    gold = {row["document_id"]: row for row in read_lines(shared / "corpora/isaf_dev_gold.jsonl")}
    rows = read_lines(shared / "corpora/isaf_dev.jsonl")[:RELEASES]
    documents = [Document(document_id=str(r["document_id"]), text=str(r["text"])) for r in rows]
    parsed = [DocumentAnalysis(document.text) for document in documents]
    found = [[match.span() for match in HARM.finditer(each.folded)] for each in parsed]
    held = [
        (each, sorted({s.index for at, _ in spans if (s := each.sentence_at(at))}))
        for each, spans in zip(parsed, found, strict=True)
    ]
    parse_sentences(held)
    return [
        (document, gold[document.document_id], [reader.find_mention(*at) for at in spans])
        for document, each, spans in zip(documents, parsed, found, strict=True)
        for reader in [EventReader(each, document)]
    ]


def test_days_of_releases(
    releases: list[tuple[Document, dict[str, object], list[EventMention]]],
) -> None:
    """The day told most often is the coded one, or the next: the coding is in another time zone."""
    hits = []
    for _, gold, mentions in releases:
        days = Counter(m.date_from for m in mentions if m.date_from and m.date_from == m.date_to)
        if days and gold["start_date"]:
            off = (days.most_common(1)[0][0] - date.fromisoformat(str(gold["start_date"]))).days
            hits.append(off in {0, 1})
    assert len(hits) > RELEASES / 2
    assert sum(hits) / len(hits) >= 0.9


def test_provinces_of_releases(
    releases: list[tuple[Document, dict[str, object], list[EventMention]]],
) -> None:
    hits = []
    for document, gold, mentions in releases:
        places = [locate(m.where, document.text) for m in mentions if m.where]
        provinces = Counter(p.province for p in places if p and p.province)
        coded = gold["province"]
        assert isinstance(coded, list)
        if provinces and coded != [""]:
            hits.append(sound_key(provinces.most_common(1)[0][0]) == sound_key(coded[0]))
    assert len(hits) > RELEASES / 2
    assert sum(hits) / len(hits) >= 0.9


def test_the_raid_of_the_archive_page(shared: Path) -> None:
    """Every claim of the raid has its days and its camp; the others have neither."""
    pages = {}
    for row in read_lines(shared / "gold/seed_documents.jsonl"):
        if row["file"] != "002_bb834b32d2474c0e.txt":
            continue
        page = (shared / "seeds" / str(row["file"])).read_text("utf-8")
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        published = datetime.fromisoformat(str(row["published"])).replace(tzinfo=UTC)
        document = Document(
            document_id=str(row["doc"]),
            text=page[start:end],
            published=published,
            published_precision=DatePrecision.DAY,
        )
        pages[row["doc"]] = (EventReader(DocumentAnalysis(document.text), document), start)
    wrong = []
    for claim in read_lines(shared / "gold/seed_claims.jsonl"):
        if claim["doc"] not in pages:
            continue
        reader, offset = pages[claim["doc"]]
        at, to = claim["start"], claim["end"]
        assert isinstance(at, int)
        assert isinstance(to, int)
        found = reader.find_mention(at - offset, to - offset)
        in_days = found.date_from in {date(2009, 7, 28), date(2009, 7, 29)}
        is_raid = in_days and found.where == "Camp Ashraf"
        if is_raid != (claim["event"] == "ashraf-2009-07"):
            wrong.append((claim["claim"], found))
    assert len(wrong) <= 1, wrong
