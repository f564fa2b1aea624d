"""Scores of attributions, perfect and damaged."""

from pathlib import Path

import pytest

from evaluation.attribution_scores import FoundRelation, score_attributions
from evaluation.corpora import Article, CodedRelation, read_articles
from schemas import Document

TEXT = "The mayor said two mills burned. “We lost it all,” Ilse Brandt told us. Rain is expected."


def _place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def _relation(source: str, content: str) -> FoundRelation:
    return FoundRelation((_place(source),), (_place(content),))


MAYOR = _relation("The mayor", "two mills burned")
BRANDT = _relation("Ilse Brandt", "“We lost it all,”")
ARTICLE = Article(
    Document(document_id="mills", text=TEXT),
    (
        CodedRelation(MAYOR.source, (_place("said"),), MAYOR.content),
        CodedRelation(BRANDT.source, (_place("told"),), BRANDT.content),
        CodedRelation((), (_place("expected"),), (_place("Rain"),)),
    ),
)


def _score(*found: FoundRelation) -> dict[str, float | None]:
    score = score_attributions([ARTICLE], {"mills": found}, "test")
    return {measure.name: measure.value for measure in score.measures}


def test_coded_attributions_score_one_against_themselves(shared: Path) -> None:
    articles = read_articles(shared)
    found = {
        article.document.document_id: [
            FoundRelation(each.source, each.content)
            for each in article.relations
            if each.source and each.content
        ]
        for article in articles
    }
    score = score_attributions(articles, found, "gold")
    assert [measure.value for measure in score.measures] == [1.0, 1.0, 1.0, 1.0, 1.0, 0.0]
    assert score.errors == ()


def test_a_part_of_the_content_and_of_the_source_will_do() -> None:
    scores = _score(_relation("mayor", "mills burned"), _relation("Brandt", "lost it all"))
    assert scores["content found and source right"] == 1.0
    assert scores["content overlap"] == pytest.approx((0.8 + 6 / 7) / 2)


def test_wrong_source() -> None:
    scores = _score(MAYOR, _relation("The mayor", "“We lost it all,”"))
    assert scores["content found"] == 1.0
    assert scores["content found and source right"] == 0.5
    assert scores["source right where content overlaps"] == 0.5
    assert scores["content with a number found and source right"] == 1.0


def test_missed_content_is_not_held_against_sources() -> None:
    scores = _score(BRANDT)
    assert scores["content found"] == 0.5
    assert scores["source right where content overlaps"] == 1.0
    assert scores["content with a number found and source right"] == 0


def test_spurious_is_what_answers_no_coded_content() -> None:
    assert _score(MAYOR, _relation("The mayor", "told us"))["spurious"] == 0.5
    assert _score(MAYOR, _relation("The mayor", "Rain"))["spurious"] == 0


def test_shared_article_is_no_right_source() -> None:
    found = FoundRelation(((0, 3),), MAYOR.content)
    assert _score(found)["content found and source right"] == 0
