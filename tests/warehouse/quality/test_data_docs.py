"""Data Docs open from disk, load nothing from elsewhere, and run nothing of what they show."""

import re
import shutil

import pytest

from tests.warehouse.quality.conftest import damage
from warehouse import WarehouseError
from warehouse.quality import check_quality, past_runs
from warehouse.quality.offline import cleaned

pytestmark = pytest.mark.slow

HOSTILE = "<img src=http://bad.test/x.png onerror=alert(1)><script>alert(2)</script>"
LOADS = re.compile(r"""(?:src|srcset|data|action)\s*=|url\(|@import|<script|<style|https?://""")
LINKED = re.compile(r"""<link[^>]*href="([^"]*)""")


@pytest.fixture(scope="module")
def docs(sound_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    path = folder / "w.duckdb"
    shutil.copy(sound_file, path)
    damage(
        path,
        f"update claims set harm = '{HOSTILE}' where quantity_text = 'two'",
        f"update claims set document_id = '{HOSTILE}' where quantity_text = 'four'",
        f"update documents set document_id = '{HOSTILE}', language = 'Welsh' where title = 'Mine'",
    )
    check_quality(path, "run-1", folder / "data-docs")
    return folder / "data-docs"


def test_pages_name_nothing_on_the_network(docs):
    pages = list(docs.rglob("*.html"))
    assert len(pages) == 11
    for page in pages:
        html = page.read_text("utf-8")
        assert LOADS.findall(html) == [], page
        (style,) = LINKED.findall(html)
        assert (page.parent / style).resolve() == docs / "static" / "docs.css"
    style = (docs / "static" / "docs.css").read_text("utf-8")
    assert re.findall(r"""url\(["']?(?!data:|["']?data:)([^)]*)\)""", style) == ["logo-long.png"]
    assert (docs / "static" / "logo-long.png").is_file()


def test_pages_look_as_great_expectations_made_them(docs, browser):
    page = browser.new_page(offline=True)
    page.goto(next(docs.glob("validations/claims/*/*/*.html")).as_uri())
    rules = "e => { const s = getComputedStyle(e); return [s.display, s.borderTopWidth]; }"
    assert page.locator(".row").first.evaluate(rules) == ["flex", "0px"]
    assert page.locator(".card").first.evaluate(rules) == ["block", "1px"]
    assert page.get_by_text("Every harm is one of the harms").is_visible()
    page.close()


def test_each_page_names_the_rows_that_were_checked(docs):
    for page in docs.glob("validations/*/*/*/*.html"):
        words = " ".join(re.sub("<[^>]*>", " ", page.read_text("utf-8")).split())
        assert f"Data asset: {page.parents[2].name} Status:" in words


def test_pages_fit_a_phone(docs, browser):
    page = browser.new_page(offline=True, viewport={"width": 390, "height": 844})
    for file in docs.rglob("*.html"):
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, file
    page.close()


def test_pages_open_in_a_browser_without_network(docs, browser):
    asked, troubles = [], []
    page = browser.new_page(offline=True)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    page.goto((docs / "index.html").as_uri())
    assert page.locator("tbody tr").count() > 40
    page.get_by_role("link", name=re.compile("claims: [0-9a-z]+ of 18")).click()
    page.get_by_text("Every harm is one of the harms that are told apart.").wait_for()
    page.get_by_role("link", name="Home", exact=True).click()
    page.get_by_role("link", name=re.compile("documents: [0-9a-z]+ of 5")).click()
    page.get_by_text("Every document's language is a code of two letters.").wait_for()
    page.close()
    assert {url.split(":")[0] for url in asked} == {"file"}
    assert troubles == []


def test_the_runs_before_are_kept_with_their_pages(docs, sound, browser, tmp_path, monkeypatch):
    monkeypatch.setattr(past_runs, "MOST_RUNS", 2)
    folder = tmp_path / "data-docs"
    for number in (1, 2, 3):
        check_quality(sound, f"run-{number}", folder)
    page = browser.new_page(offline=True)
    page.goto((folder / "index.html").as_uri())
    rows = page.locator("#runs tbody tr")
    assert rows.locator("td:nth-child(2)").all_inner_texts() == ["run-3", "run-2"]
    rows.last.get_by_role("link", name="claims").click()
    page.get_by_text(re.compile("Validations / claims / .*run-2 /")).wait_for()
    page.close()


def test_new_pages_replace_the_old_as_a_whole(docs, sound):
    stale = docs / "stale.html"
    stale.write_text("old")
    check_quality(sound, "run-2", docs)
    assert not stale.exists()
    assert "run-2" in (docs / "index.html").read_text("utf-8")


def test_a_folder_of_something_else_is_left_alone(sound, tmp_path):
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "chapter.txt").write_text("years of work")
    with pytest.raises(WarehouseError, match="holds other files"):
        check_quality(sound, "run-1", mine)
    assert (mine / "chapter.txt").read_text() == "years of work"


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src='//bad.test'></iframe>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='./../ok//bad.test'>x</a>",
        "<p style='background:url(//bad.test)' onclick='alert(1)'>x</p>",
        "<svg onload=alert(1)><image href='http://bad.test'/></svg>",
        "<meta http-equiv=refresh content='0;url=http://bad.test'>",
        "<base href='http://bad.test/'>",
        "<object data='http://bad.test'></object>",
        "<math><mi xlink:href='http://bad.test'>x</mi></math>",
    ],
)
def test_nothing_in_a_value_can_load_or_run(markup):
    page = cleaned(
        f"<html><head><title>t</title></head><body><p>before</p>{markup}</body></html>", "docs.css"
    )
    assert "bad.test" not in page
    assert "alert(1)" not in page
    assert "before" in page
