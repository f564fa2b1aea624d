"""HTML and feeds: what a reader sees, below its headline, with what the page says of itself."""

from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from intake import Limits
from intake.feeds import linked_pages
from schemas import DatePrecision, Stage
from tests.intake.reading import read, take

STORY = """<!DOCTYPE html><html lang="en"><head><title>Tunnel fire kills six – Alder Post</title>
<meta property="og:site_name" content="Alder Post"><meta name="author" content="Ines Falk">
<meta property="article:published_time" content="2015-03-04T10:20:00+02:00">
<meta property="article:modified_time" content="2015-03-09T10:20:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>
<main><article><h1>Tunnel fire kills six</h1>
<p>Six people died and about 40 were hurt when a lorry caught fire in the Brenn tunnel on Tuesday,
the fire brigade said.</p>
<p>The operator said that the ventilation had worked. A union denied the six deaths.</p>
<p>Officials will meet on Friday to decide whether the tunnel can open before Easter.</p></article>
</main><aside><h3>Related</h3><p>Another story, of 12 dead elsewhere.</p></aside>
<script>var dead = 99;</script><footer>© Alder Post</footer></body></html>"""

INDEX = """<html><body><h1>Hill Observer</h1><nav>Home World</nav>
<div><h2>Flood drowns two in the village of Marn</h2><p>Posted by Ann Lee on May 3, 2012</p>
<p>Two people drowned in Marn on Wednesday, said the mayor of the town.</p><a>Read more</a></div>
<div><h2>Bus burns near Olm, 14 hurt</h2><p>Posted by Bo Carr on May 1, 2012</p>
<p>A bus burned out near Olm; <b>14 people</b> were hurt, police said on Tuesday.</p></div>
</body></html>"""

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Alder Post – World</title>
<item><title>Tunnel fire &amp; smoke kill six</title><link>https://alder.example/1</link>
<pubDate>Wed, 04 Mar 2015 10:20:00 +0200</pubDate><author>i@alder.example (Ines Falk)</author>
<description><![CDATA[<p>Six people died in the <b>Brenn</b> tunnel.</p><p>40 hurt.</p>]]>
</description></item><item><title>Only a headline, of two dead</title></item><item/></channel>
</rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay News</title><entry>
<title type="html">Crane &lt;b&gt;falls&lt;/b&gt; on quay</title>
<published>2011-01-02T03:04:05Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nobody was <i>hurt</i>.</p></div>
</content></entry></feed>"""


def test_main_text_below_its_headline(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text(STORY, "utf-8")
    ((document,), rejections) = take(path)
    assert not rejections
    assert document.text.startswith("Tunnel fire kills six\n\nSix people died")
    assert "denied the six deaths" in document.text
    assert "12 dead" not in document.text
    assert "99" not in document.text
    assert (document.title, document.byline, document.outlet) == (
        "Tunnel fire kills six",
        "Ines Falk",
        "Alder Post",
    )
    assert document.published == datetime(2015, 3, 4, 8, 20, tzinfo=UTC)
    assert document.published_precision is DatePrecision.MINUTE
    assert document.page_start is None


def test_page_of_several_documents(tmp_path: Path) -> None:
    path = tmp_path / "index.htm"
    path.write_text(INDEX, "utf-8")
    (documents, _) = take(path)
    assert [(document.title, document.byline) for document in documents] == [
        ("Flood drowns two in the village of Marn", "Ann Lee"),
        ("Bus burns near Olm, 14 hurt", "Bo Carr"),
    ]
    assert "14 people were hurt" in documents[1].text


def test_feeds_give_a_document_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS, "utf-8")
    (tmp_path / "b.atom").write_text(ATOM, "utf-8")
    ((fire, headline, crane), rejections) = take(tmp_path)
    assert not rejections
    assert (
        fire.text
        == "Tunnel fire & smoke kill six\n\nSix people died in the Brenn tunnel.\n\n40 hurt."
    )
    assert (fire.outlet, fire.byline, fire.url) == (
        "Alder Post – World",
        "Ines Falk",
        "https://alder.example/1",
    )
    assert fire.published == datetime(2015, 3, 4, 8, 20, tzinfo=UTC)
    assert headline.text == "Only a headline, of two dead"
    assert crane.text == "Crane falls on quay\n\nNobody was hurt."
    assert crane.published == datetime(2011, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_pages_that_a_feed_tells_of(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.replace("<item/>", "<item><link>file:///etc/passwd</link></item>"), "utf-8")
    (page,), _ = read(path)
    assert linked_pages(page) == ("https://alder.example/1",)
    assert linked_pages(page.model_copy(update={"media_type": "text/plain"})) == ()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("void.html", "<html><body><script>x</script></body></html>", "no_text"),
        ("drawing.xml", '<?xml version="1.0"?><svg><a/></svg>', "not_a_feed"),
        ("broken.xml", "<chan", "not_a_feed"),
        ("void.rss", '<rss version="2.0"><channel><item/></channel></rss>', "no_text"),
    ],
)
def test_pages_without_text_are_refused(
    name: str, content: str, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    (documents, (rejection,)) = take(path)
    assert not documents
    assert (rejection.reason, rejection.stage) == (reason, Stage.INTAKE)


def test_entities_of_a_feed_do_not_read_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", "utf-8")
    path = tmp_path / "feed.xml"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
        '<rss version="2.0"><channel><item><title>&x; two dead</title></item></channel></rss>',
        "utf-8",
    )
    documents, _ = take(path)
    assert not any("SECRET" in document.text for document in documents)


def test_entry_with_an_empty_content(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    path.write_text(ATOM.replace('type="xhtml"', 'type="application/octet-stream"'), "utf-8")
    documents, rejections = take(path)
    assert documents or rejections


def test_feed_that_the_parser_trips_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object, **__: object) -> None:
        raise ValueError("too many values to unpack")

    monkeypatch.setattr(feedparser, "parse", trip)
    path = tmp_path / "feed.xml"
    path.write_text(RSS, "utf-8")
    (page,), _ = read(path)
    assert linked_pages(page) == ()
    (_, (rejection,)) = take(path)
    assert rejection.reason == "bad_feed"


@pytest.mark.parametrize("depth", [300, 3_000, 50_000])
def test_text_in_deep_nesting_is_read(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    story = "<p>Five people were killed in the flood on Monday, police said.</p>"
    path.write_text(f"<html><body>{'<div>' * depth}{story}{'</div>' * depth}</body></html>")
    (document,), _ = take(path, limits=Limits())
    assert "Five people were killed" in document.text


@pytest.mark.parametrize(
    "written", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "the day before"]
)
def test_what_is_no_date_is_left_out_with_a_note(written: str, tmp_path: Path) -> None:
    story = "<p>Five people were killed in the flood, police said.</p>"
    (tmp_path / "page.html").write_text(
        f'<html><head><meta property="article:published_time" content="{written}"></head>'
        f"<body>{story}</body></html>"
    )
    (tmp_path / "feed.xml").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Flood</title>'
        f"<published>{written}</published><summary>{story}</summary></entry></feed>"
    )
    documents, notes = take(tmp_path)
    assert [document.published for document in documents] == [None, None]
    assert [(note.reason, note.excerpt) for note in notes] == [("bad_date", written)] * 2
    assert {Path(note.input).name for note in notes} == {"feed.xml", "page.html"}
