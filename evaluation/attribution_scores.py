"""How well found attributions agree with coded ones: source, and what was said."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from evaluation.coding import Offsets
from evaluation.corpora import Article, CodedRelation
from evaluation.data import load_data
from evaluation.measures import Error, Measure, Score, ratio, share
from evaluation.speaker_names import is_same_name, name_tokens

_TOKEN = regex.compile(r"[\p{L}\p{N}]+")


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """An attribution that a system found."""

    source: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A coded, sourced attribution with what the system has for it."""

    wanted: CodedRelation
    found: FoundRelation | None
    overlap: float
    is_source_right: bool
    has_number: bool


def score_attributions(
    articles: Sequence[Article], found: Mapping[str, Sequence[FoundRelation]], system: str
) -> Score:
    """Score attributions against coded ones that have a source and a content.

    A coded attribution is answered by the found one whose content shares most of its words with
    it; one found attribution may answer several, as a long speech may be coded in pieces. A
    source is right where it shares a telling word with the coded one, in place or in words.

    Args:
        articles: The coded texts.
        found: The system's attributions by document.
        system: The system's name.

    Returns:
        Shares of coded attributions found, with the right source, and those that hold a number;
        mean overlap of contents; and the share of found attributions that answer none.
    """
    answers: list[_Answer] = []
    errors: list[Error] = []
    spurious = total = 0
    for article in articles:
        text, relations = article.document.text, found.get(article.document.document_id, ())
        tokens = _Tokens(text)
        contents = [tokens.inside(relation.content) for relation in relations]
        here = [
            _answer(tokens, wanted, relations, contents)
            for wanted in article.relations
            if wanted.source and wanted.content
        ]
        coded = set().union(*(tokens.inside(each.content) for each in article.relations))
        told = zip(relations, contents, strict=True)
        unfounded = [relation for relation, content in told if coded.isdisjoint(content)]
        answers += here
        total += len(relations)
        spurious += len(unfounded)
        errors += _errors(article, here, unfounded)
    return Score("PolNeAR", system, _measures(answers, spurious, total), tuple(errors))


class _Tokens:
    """The words of a text by their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = [match.span() for match in _TOKEN.finditer(text)]
        self._ends = [end for _, end in self._spans]

    def inside(self, places: Iterable[Offsets]) -> set[int]:
        """Numbers of the words that lie in places, in whole or in part."""
        found = set()
        for start, end in places:
            number = bisect_left(self._ends, start + 1)
            while number < len(self._spans) and self._spans[number][0] < end:
                found.add(number)
                number += 1
        return found

    def word(self, number: int) -> str:
        """A word in lower case."""
        start, end = self._spans[number]
        return self.text[start:end].casefold()


def _answer(
    tokens: _Tokens,
    wanted: CodedRelation,
    relations: Sequence[FoundRelation],
    contents: Sequence[set[int]],
) -> _Answer:
    content = tokens.inside(wanted.content)
    best, best_overlap = None, 0.0
    for relation, other in zip(relations, contents, strict=True):
        common = 2 * len(content & other) / (len(content) + len(other) or 1)
        if common > best_overlap:
            best, best_overlap = relation, common
    is_right = best is not None and _is_right_source(tokens, wanted.source, best.source)
    has_number = any(map(_is_number, map(tokens.word, content)))
    return _Answer(wanted, best, best_overlap, is_right, has_number)


def _is_right_source(tokens: _Tokens, wanted: Sequence[Offsets], found: Sequence[Offsets]) -> bool:
    places = tokens.inside(wanted)
    telling = {number for number in places if name_tokens(tokens.word(number))} or places
    if telling & tokens.inside(found):
        return True
    return is_same_name(_quote(tokens.text, wanted), _quote(tokens.text, found))


def _quote(text: str, places: Sequence[Offsets]) -> str:
    return " … ".join(text[start:end] for start, end in places)


@cache
def _is_number(word: str) -> bool:
    return any(character.isdigit() for character in word) or word in load_data("numbers")


def _measures(answers: Sequence[_Answer], spurious: int, total: int) -> tuple[Measure, ...]:
    overlapped = [answer for answer in answers if answer.found]
    overlap = sum(answer.overlap for answer in overlapped)
    return (
        share("content found and source right", (each.is_source_right for each in answers)),
        share("content found", (each.found is not None for each in answers)),
        share("source right where content overlaps", (each.is_source_right for each in overlapped)),
        share(
            "content with a number found and source right",
            (each.is_source_right for each in answers if each.has_number),
        ),
        ratio("content overlap", overlap, len(overlapped)),
        ratio("spurious", spurious, total),
    )


def _errors(
    article: Article, answers: Sequence[_Answer], unfounded: Sequence[FoundRelation]
) -> Iterable[Error]:
    name, text = article.document.document_id, article.document.text
    for answer in answers:
        if answer.is_source_right:
            continue
        source = _quote(text, answer.wanted.source)
        given = _quote(text, answer.found.source) if answer.found else None
        kind = "source" if answer.found else "missed"
        yield Error(kind, name, _quote(text, answer.wanted.content), source, given)
    for relation in unfounded:
        source = _quote(text, relation.source)
        yield Error("spurious", name, _quote(text, relation.content), None, source)
