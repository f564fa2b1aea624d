"""The report as files: complete, linked, replaced as a whole."""

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk import DeskError, page_partitions, write_report
from desk.site import Site
from schemas import Batch
from tests.warehouse.examples import claim, document, extraction, run
from tests.warehouse.test_verdicts import decide
from warehouse import (
    Verdict,
    VerdictKind,
    WarehouseMissingError,
    load_batch,
    record_verdict,
)
from warehouse.read_models import reader as read_models_reader
from warehouse.read_models.reader import reading

LINK = re.compile(r"""(?:href|src)="?([^"#\s>]+)""")


LINKED = "<script type=application/ld+json>"


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_every_link_inside_the_report_leads_to_a_file(report: Path) -> None:
    for page in pages(report):
        for target in LINK.findall(page.read_text("utf-8")):
            if not target.startswith(("https://gazette.example/", "?")):
                assert (page.parent / target).is_file(), f"{page.name} links to {target}"


def test_nothing_is_loaded_from_elsewhere(report: Path) -> None:
    for page in pages(report):
        html = page.read_text("utf-8")
        assert "default-src 'none'" in html
        scripts = ["assets/explore.js"] if page.name == "index.html" else []
        scripts = ["../assets/picture.js"] if 'class="picture' in html else scripts
        assert re.findall(r"""<script[^>]*src="?([^"\s>]*)""", html) == scripts
        assert html.count("<script") - html.count(LINKED) == len(scripts)
        assert not re.search(r'(?:src|<link[^>]*href)="?(?:https?:)?//', html)
    assert "http" not in (report / "assets" / "desk.css").read_text("utf-8")


def test_an_event_tells_programs_its_figures_and_who_holds_them(report: Path) -> None:
    (event,) = [
        json.loads(html.partition(LINKED)[2].partition("</script>")[0])
        for page in report.glob("events/*.html")
        if "Velmar, 2" in (html := page.read_text())
    ]
    assert (event["@type"], event["startDate"]) == ("Event", "2031-05-02")
    claims = event["subjectOf"]
    told = {claim["name"]: claim["author"] for claim in claims}
    assert told["at least 20 killed (dockers)"]["name"] == "Ilse Marrow"


def test_a_document_tells_programs_its_claims_and_of_reviews_only_where_a_person_rated(
    database: Path, tmp_path: Path
) -> None:
    with reading(database) as reader:
        rated = next(reader.claims("speaker = 'Doctors'", "1"))
    decide(database, "accept", claim_id=rated.claim_id)
    folder = write_report(database, tmp_path / "report").parent
    pages = [page.read_text() for page in folder.glob("documents/*.html")]
    told = [json.loads(html.partition(LINKED)[2].partition("</script>")[0]) for html in pages]
    assert sum(len(document["hasPart"]) for document in told) == 7
    claims = {each["name"]: each for document in told for each in document["hasPart"]}
    assert claims["at least 20 killed (dockers)"] == {
        "@type": "Claim",
        "name": "at least 20 killed (dockers)",
        "author": {"@type": "Person", "name": "Ilse Marrow"},
    }
    (document,) = [document for document in told if "subjectOf" in document]
    (review,) = document["subjectOf"]
    assert (document["@type"], document["datePublished"]) == ("NewsArticle", "2031-05-05")
    assert review["@type"] == "ClaimReview"
    assert review["itemReviewed"]["@id"] == document["hasPart"][0]["@id"]
    assert review["author"]["name"] == "ana"


def test_the_event_page_tells_each_position_and_its_sentence(report: Path) -> None:
    (event,) = [
        html for page in report.glob("events/*.html") if "Velmar, 2" in (html := page.read_text())
    ]
    for words in ("at least 20", "Mayor Odo Fenn", "denied", "not a single", "Conflict"):
        assert words in event
    assert "Who holds which figure: killed, dockers" in event
    assert "<mark>" in event


def test_the_page_of_a_speaker_tells_their_disputes(report: Path) -> None:
    told: dict[str, str] = {}
    for page in report.glob("speakers/*.html"):
        html = page.read_text("utf-8")
        found = re.search(r"<h1>(.*?)</h1>.*?(<ul class=apart>.*?</ul>|$)", html, re.DOTALL)
        assert found
        told[found[1]] = re.sub("<[^>]*>", "", found[2])
    assert told["Ilse Marrow"].startswith("Velmar, 2 May 2031: ")
    assert told["Ilse Marrow"].endswith("· said at least 20")
    assert told["Mayor Odo Fenn"].endswith("· denied a figure")


def test_a_new_report_takes_the_place_of_the_old_one(database: Path, tmp_path: Path) -> None:
    front = write_report(database, tmp_path / "report")
    folder = front.parent
    assert front == tmp_path / "report" / "index.html"
    stale = folder / "events" / "stale.html"
    stale.write_text("old")
    write_report(database, folder)
    assert not stale.exists()
    assert [path.name for path in tmp_path.iterdir() if "report" in path.name] == ["report"]


def test_pages_on_which_nothing_changed_are_not_written_again(
    database: Path, tmp_path: Path
) -> None:
    folder = write_report(database, tmp_path / "report").parent

    def kept() -> dict[str, int]:
        kinds = ("events", "documents", "speakers")
        return {str(p): p.stat().st_ino for kind in kinds for p in folder.glob(f"{kind}/*")}

    first = kept()
    write_report(database, folder)
    assert kept() == first
    with reading(database) as reader:
        (claim,) = reader.claims("speaker = 'Ilse Marrow'", "claim_id")
    accept = Verdict(
        kind=VerdictKind.ACCEPT,
        reviewer="Ana",
        decided=datetime(2031, 6, 1, tzinfo=UTC),
        claim_id=claim.claim_id,
    )
    record_verdict(database, accept)
    write_report(database, folder)
    second = kept()
    assert second.keys() == first.keys()
    changed = {Path(name).parent.name for name in first if first[name] != second[name]}
    assert changed == {"events", "documents", "speakers"}
    assert sum(first[name] != second[name] for name in first) == 4


def test_several_processes_write_the_same_pages(
    report: Path, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_partitions, "ENOUGH_CLAIMS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    folder = write_report(database, tmp_path / "report").parent

    def contents(site: Path) -> dict[str, str]:
        made = re.compile(r"Made .*? UTC")
        return {str(p.relative_to(site)): made.sub("", p.read_text()) for p in pages(site)}

    assert contents(folder) == contents(report)


def test_a_share_that_needs_more_memory_gets_it(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_models_reader, "LITTLE_MEMORY", "1MB")
    found: list[int] = []
    with read_models_reader.reading(database) as reader:
        reader.sparingly(lambda: found.append(len(list(reader.claims("true", "claim_id")))))
        assert [count > 0 for count in found] == [True]


def test_a_report_that_fails_leaves_the_old_one(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_report(database, tmp_path / "report").parent
    before = {page: page.read_bytes() for page in pages(folder)}

    def full(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Site, "write", full)
    with pytest.raises(OSError, match="No space"):
        write_report(database, folder)
    assert {page: page.read_bytes() for page in pages(folder)} == before
    assert [path.name for path in tmp_path.iterdir() if "report" in path.name] == ["report"]


def test_a_folder_with_other_files_is_not_replaced(database: Path, tmp_path: Path) -> None:
    precious = tmp_path / "thesis.txt"
    precious.write_text("years of work")
    with pytest.raises(DeskError, match="other files"):
        write_report(database, tmp_path)
    assert precious.read_text() == "years of work"


def test_without_a_warehouse_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissingError, match="tollcheck run"):
        write_report(tmp_path / "none.duckdb", tmp_path / "report")


def test_names_from_the_web_never_become_paths(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    source = document("Nobody died.", document_id="../../../escaped", outlet="../..")
    load_batch(path, run(), Batch(documents=[source], extractions=[extraction(source)]))
    folder = write_report(path, tmp_path / "deep" / "report").parent
    assert len(list(folder.glob("documents/*.html"))) == 1
    assert {item.name for item in tmp_path.iterdir()} == {"w.duckdb", "deep"}


def test_a_text_that_speaks_for_itself_is_quoted_once(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    source = document("Nine men died in Velmar.", title="A mine floods")
    told = claim(source, "Nine", 9, speaker=None)
    load_batch(path, run(), Batch(documents=[source], extractions=[extraction(source, [told])]))
    folder = write_report(path, tmp_path / "report").parent
    html = "".join(page.read_text("utf-8") for page in folder.glob("events/*.html"))
    shown = re.sub(r"<[^>]+>", "", html)
    assert "“A mine floods”" in shown
    assert "““" not in shown
