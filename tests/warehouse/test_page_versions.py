"""Of the versions of a page the one that was seen last counts; the others stay readable."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from schemas import Batch, Document
from tests.warehouse.examples import START, ask, claim, document, extraction, page, run
from warehouse import load_batch

pytestmark = pytest.mark.slow

MORE = " More to come."
TEXT = "Four miners died at Karvat on Friday, the mayor said."
HOME, ELSEWHERE = "https://post.example/mine", "https://gazette.example/mine"
VALUES = {"Four": 4, "Five": 5}


def seen(
    hour: int,
    *texts: str,
    address: str = HOME,
    title: str | None = "Mine collapse",
    outlet: str | None = None,
) -> Batch:
    """What an address showed at an hour; each text holds one figure."""
    kept = page(address, "\n".join([title or "", *texts]))
    kept = kept.model_copy(update={"fetched": START + timedelta(hours=hour)})
    found = [
        document(
            text,
            url=address,
            title=title,
            outlet=outlet,
            page_id=kept.page_id,
            fetched=kept.fetched,
        )
        for text in texts
    ]
    return Batch(pages=[kept], documents=found, extractions=[reading(item) for item in found])


def reading(found: Document):
    number = next(word for word in VALUES if word in found.text)
    return extraction(found, [claim(found, number, VALUES[number], speaker="the mayor")])


def saying(number: str) -> str:
    return TEXT.replace("Four", number)


def together(*batches: Batch) -> Batch:
    return Batch(
        pages=[item for batch in batches for item in batch.pages],
        documents=[item for batch in batches for item in batch.documents],
        extractions=[item for batch in batches for item in batch.extractions],
    )


def load_each(path: Path, *loads: Batch) -> None:
    """Load one batch a day."""
    for day, batch in enumerate(loads):
        load_batch(path, run(str(day)), batch, learned=START + timedelta(days=day))


def values(path: Path) -> list[int]:
    return [row["value"] for row in ask(path, "select value from current_claims order by value")]


OLD, NEW = seen(1, saying("Four")), seen(2, saying("Five"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


@pytest.mark.parametrize(
    "loads",
    [
        [OLD, NEW],
        [OLD, NEW, OLD],
        [OLD, NEW, together(OLD, NEW)],
        [NEW, OLD],
        [together(OLD, NEW)],
        [together(NEW, OLD)],
    ],
)
@pytest.mark.slow
def test_the_last_visit_counts_however_an_archive_is_read(path: Path, loads: list[Batch]) -> None:
    load_each(path, *loads)
    assert values(path) == [5]
    known = ask(path, "select document_id from documents union select document_id from rejections")
    assert len(known) == 2


VISITS = (OLD, NEW, seen(3, saying("Four")))


@pytest.mark.parametrize(
    "loads",
    [
        *(pytest.param(each, marks=pytest.mark.slow) for each in permutations(VISITS)),
        [together(*VISITS)],
        [*VISITS, *VISITS],
        [*VISITS, OLD, NEW],
    ],
)
@pytest.mark.slow
def test_a_correction_that_is_taken_back_no_longer_counts(path: Path, loads: list[Batch]) -> None:
    load_each(path, *loads)
    assert values(path) == [4]


def test_what_counted_before_a_correction_was_taken_back_stays_readable(path: Path) -> None:
    load_each(path, *VISITS)
    known = (
        "select value from claims where learned <= '{0}' "
        "and (superseded > '{0}' or superseded is null)"
    )
    for day, value in ((3, 4), (4, 5), (5, 4)):
        assert ask(path, known.format(f"2031-05-0{day} 12:00")) == [{"value": value}]
    versions = ask(path, "select version, lineage_id from documents order by version")
    assert [row["version"] for row in versions] == [1, 2, 3]
    assert len({row["lineage_id"] for row in versions}) == 1


@pytest.mark.parametrize("later", ["Mine collapse kills five", None])
def test_a_page_under_another_headline_is_still_that_page(path: Path, later: str | None) -> None:
    new = seen(2, saying("Five"), title=later)
    load_each(path, OLD, new, OLD)
    assert values(path) == [5]


def test_another_report_at_the_address_is_no_version_of_the_first(path: Path) -> None:
    other = "Five fishermen drowned off Mirel when their boat sank in a storm, the mayor said."
    load_each(path, OLD, seen(2, other, title="Boat sinks"))
    assert values(path) == [4, 5]


def test_a_page_with_several_reports_keeps_them(path: Path) -> None:
    one = document(saying("Four"), url=HOME, title="Monday")
    two = document(saying("Five"), url=HOME, title="Tuesday")
    for number, batch in enumerate(((one,), (one, two), (two,))):
        kept = page(HOME, str(number))
        found = [item.model_copy(update={"page_id": kept.page_id}) for item in batch]
        items = [reading(item) for item in found]
        load_batch(path, run(str(number)), Batch([kept], found, items))
    assert values(path) == [4, 5]


def in_two_outlets() -> Batch:
    return together(
        seen(1, saying("Four"), outlet="Daily Post"),
        seen(1, saying("Four"), address=ELSEWHERE, outlet="Gazette"),
    )


CORRECTED = [(HOME, "Daily Post", "Gazette"), (ELSEWHERE, "Gazette", "Daily Post")]


@pytest.mark.parametrize("again", [(), (in_two_outlets(),)])
@pytest.mark.parametrize(("address", "outlet", "other"), CORRECTED)
def test_a_text_corrected_in_one_outlet_stands_in_the_other(
    path: Path, address: str, outlet: str, other: str, again: tuple[Batch, ...]
) -> None:
    corrected = seen(2, saying("Five"), address=address, outlet=outlet)
    load_each(path, in_two_outlets(), corrected, *again)
    filed = ask(
        path,
        "select claims.value, claims.outlets, documents.outlet from current_claims as claims "
        "inner join documents using (document_id) where documents.superseded is null "
        "order by claims.value",
    )
    assert filed == [
        {"value": 4, "outlets": [other], "outlet": other},
        {"value": 5, "outlets": [outlet], "outlet": outlet},
    ]
    lineages = "select count(distinct lineage_id) as n from documents where superseded is null"
    assert ask(path, lineages) == [{"n": 2}]


def test_a_text_corrected_in_all_its_outlets_counts_no_more(path: Path) -> None:
    corrections = [
        seen(hour, saying("Five"), address=address, outlet=outlet)
        for hour, (address, outlet, _) in enumerate(CORRECTED, 2)
    ]
    load_each(path, in_two_outlets(), *corrections)
    assert values(path) == [5]
    assert ask(path, "select outlets from current_claims") == [
        {"outlets": ["Daily Post", "Gazette"]}
    ]


def test_a_correction_taken_back_in_one_outlet_does_not_stay(path: Path) -> None:
    load_each(path, in_two_outlets(), NEW, seen(3, saying("Four"), outlet="Daily Post"))
    assert values(path) == [4]


def entry(hour: int, number: str) -> Batch:
    """An entry of a feed that leads to the page."""
    feed = page("https://post.example/feed", f"{hour}{number}")
    feed = feed.model_copy(
        update={"media_type": "application/xml", "fetched": START + timedelta(hours=hour)}
    )
    text = saying(number) + MORE
    found = document(
        text, url=HOME, title="Mine collapse", page_id=feed.page_id, fetched=feed.fetched
    )
    return Batch([feed], [found], [reading(found)])


def test_a_page_and_the_entry_that_leads_to_it_are_versions_of_themselves(path: Path) -> None:
    query = "select text from documents where superseded is null order by text"
    load_each(path, together(entry(1, "Four"), OLD), entry(2, "Five"))
    assert ask(path, query) == [{"text": saying("Five") + MORE}, {"text": saying("Four")}]
    load_each(path, seen(3, saying("Five")))
    assert ask(path, query) == [{"text": saying("Five")}, {"text": saying("Five") + MORE}]
