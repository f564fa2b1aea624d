"""Pages that hold several documents: where each begins and ends.

Such a page repeats something with every document: a date line, a share bar, a comment count, a
byline, a "read more", a dateline. What is repeated stands either below each headline ("opening")
or between one document's body and the next one's headline ("closing", or a date heading). A page
is cut only where headline, body and mark come together at least twice.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from intake.text.datelines import find_dateline
from intake.text.lines import MARKS, LineKind, PageLine
from intake.text.title_runs import count_texts, pick_title, title_run_before
from intake.text.wrapping import content_lines

FAMILIES = (LineKind.POSTED, LineKind.BYLINE, LineKind.COMMENTS, LineKind.SHARE, LineKind.MORE)
"""Marks that documents repeat, the most telling first; a rule divides sections, too."""
BODY = 150
"""Characters of prose before a heading such as "Related stories" can end the documents."""
MOST_LINES = 50_000
"""A page with more lines is a dump of something, and one document."""
REACH = 6
"""Lines that may stand between a headline and its body."""


class MarkPlace(Enum):
    """Where a mark stands."""

    OPENING = auto()
    BETWEEN = auto()


@dataclass(frozen=True)
class _Cluster:
    """Marks that follow one another, with what is around them.

    Attributes:
        first: Place of the first mark among the page's lines.
        last: Place of the last.
        kinds: What they are.
        opens: Place of the headline above that they belong to, if they do.
        precedes: Place of the headline below, if a body follows it.
        closes: Whether prose stands directly above, and none directly below.
    """

    first: int
    last: int
    kinds: frozenset[LineKind]
    opens: int | None
    precedes: int | None
    closes: bool


def find_posts(content: str) -> list[tuple[int, int]]:
    """Find the documents of a page.

    Returns:
        Start and end of each; nothing if the page is one document.
    """
    if content.count("\n") > MOST_LINES:
        return []
    lines = _before_other_pages(content_lines(content))
    counts = count_texts(lines)
    clusters = list(_clusters(lines, counts))
    starts, end = _by_marks(lines, clusters, counts) or _by_datelines(lines, counts) or ([], 0)
    bounds = [*(lines[at].start for at in _aligned(lines, starts)), end]
    posts = list(pairwise(bounds))
    return posts if len(posts) > 1 else []


def _before_other_pages(lines: list[PageLine]) -> list[PageLine]:
    """Cut the page at a heading that opens the lists of other pages, or readers' comments."""
    counts = count_texts(lines)
    prose = 0
    for at, line in enumerate(lines):
        if line.kind is LineKind.PROSE:
            prose += line.end - line.start
        elif line.kind is LineKind.STOP and prose >= BODY and counts[line.text] == 1:
            return lines[:at]
    return lines


def _clusters(lines: Sequence[PageLine], counts: Mapping[str, int]) -> Iterator[_Cluster]:
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and lines[at].kind in MARKS:
            at += 1
        if at == first:
            at += 1
            continue
        above = lines[first - 1].kind if first else None
        opens = (
            _head(lines, title_run_before(lines, first), counts)
            if above is LineKind.TITLE
            else None
        )
        yield _Cluster(
            first,
            at - 1,
            frozenset(line.kind for line in lines[first:at]),
            opens if opens is not None and _has_body(lines, at) else None,
            _head_below(lines, at, counts),
            above is LineKind.PROSE and (at == len(lines) or lines[at].kind is not LineKind.PROSE),
        )


def _head(lines: Sequence[PageLine], run: Sequence[int], counts: Mapping[str, int]) -> int | None:
    title = pick_title([lines[at] for at in run], counts)
    return next((at for at in run if lines[at] is title), None)


def _has_body(lines: Sequence[PageLine], at: int) -> bool:
    """Whether prose follows before any other mark, and no reader's comment is it."""
    for offset, line in enumerate(lines[at : at + REACH]):
        if line.kind in MARKS:
            return False
        if line.kind is LineKind.PROSE:
            rest = lines[at + offset : at + offset + REACH]
            after = next((found.kind for found in rest if found.kind is not LineKind.PROSE), None)
            return after is not LineKind.REPLY
    return False


def _head_below(lines: Sequence[PageLine], at: int, counts: Mapping[str, int]) -> int | None:
    """The headline that follows, over labels and navigation, if it has a body."""
    while at < len(lines) and lines[at].kind is LineKind.FURNITURE:
        at += 1
    end = at
    while end < len(lines) and lines[end].kind is LineKind.TITLE:
        end += 1
    return _head(lines, range(at, end), counts) if end > at and _has_body(lines, end) else None


def _by_marks(
    lines: Sequence[PageLine], clusters: Sequence[_Cluster], counts: Mapping[str, int]
) -> tuple[list[int], int] | None:
    tally: Counter[tuple[MarkPlace, LineKind]] = Counter()
    for cluster in clusters:
        for kind in cluster.kinds.intersection(FAMILIES):
            tally[MarkPlace.OPENING, kind] += cluster.opens is not None
            tally[MarkPlace.BETWEEN, kind] += cluster.precedes is not None
    ranked = sorted(tally, key=lambda key: (-tally[key], key[0].value, FAMILIES.index(key[1])))
    for place, kind in ranked:
        family = [cluster for cluster in clusters if kind in cluster.kinds]
        found = (
            _opened(lines, family)
            if place is MarkPlace.OPENING
            else _divided(lines, family, kind, counts)
        )
        if found and len(found[0]) > 1:
            return found
    return None


def _aligned(lines: Sequence[PageLine], starts: list[int]) -> list[int]:
    """Leave out the site's name and motto above the first headline, which the others have not."""
    if len(starts) < 2:
        return starts
    usual = Counter(_run_length(lines, start) for start in starts[1:]).most_common(1)[0][0]
    surplus = _run_length(lines, starts[0]) - max(usual, 1)
    return [starts[0] + max(surplus, 0), *starts[1:]]


def _run_length(lines: Sequence[PageLine], start: int) -> int:
    at = start
    while at < len(lines) and lines[at].kind is LineKind.TITLE:
        at += 1
    return at - start


def _opened(lines: Sequence[PageLine], family: Sequence[_Cluster]) -> tuple[list[int], int]:
    starts = [cluster.opens for cluster in family if cluster.opens is not None]
    return starts, _end_of_body(lines, starts[-1]) if starts else 0


def _divided(
    lines: Sequence[PageLine], family: Sequence[_Cluster], kind: LineKind, counts: Mapping[str, int]
) -> tuple[list[int], int] | None:
    heads = [cluster for cluster in family if cluster.precedes is not None]
    if not heads:
        return None
    closing = [cluster for cluster in family if cluster.closes]
    if family[-1].precedes is not None and kind is LineKind.POSTED and not heads[0].closes:
        # Date headings: each belongs to the document below it.
        return [cluster.first for cluster in heads], _end_of_body(lines, heads[-1].first)
    if len(closing) < 2:
        return None
    first = _first_head(lines, heads[0].first, counts)
    starts = [cluster.precedes for cluster in heads if cluster.precedes is not None]
    starts = starts if first is None else [first, *starts]
    trailing = [cluster for cluster in closing if cluster.first > starts[-1]]
    end = lines[trailing[0].last].end if trailing else _end_of_body(lines, starts[-1])
    return starts, end


def _first_head(lines: Sequence[PageLine], before: int, counts: Mapping[str, int]) -> int | None:
    """The headline of the document that the first closing mark ends."""
    for at in range(before):
        if lines[at].kind is LineKind.TITLE and (
            at == 0 or lines[at - 1].kind is not LineKind.TITLE
        ):
            end = at
            while end < before and lines[end].kind is LineKind.TITLE:
                end += 1
            head = _head(lines, range(at, end), counts)
            if head is not None and end < before and lines[end].kind in {LineKind.PROSE, *MARKS}:
                return head
    return None


def _end_of_body(lines: Sequence[PageLine], start: int) -> int:
    """Where the last document ends: after its last paragraph and the marks that follow it."""
    last = max(
        (at for at in range(start, len(lines)) if lines[at].kind is LineKind.PROSE), default=start
    )
    while last + 1 < len(lines) and lines[last + 1].kind in MARKS:
        last += 1
    return lines[last].end


def _by_datelines(
    lines: Sequence[PageLine], counts: Mapping[str, int]
) -> tuple[list[int], int] | None:
    starts: list[int] = []
    for at, line in enumerate(lines):
        dateline = find_dateline(line.text) if line.kind is LineKind.PROSE else None
        if dateline is None or not dateline.is_strong:
            continue
        run = title_run_before(lines, at) if at and lines[at - 1].kind is LineKind.TITLE else []
        head = _head(lines, run, counts)
        starts.append(at if head is None else head)
    return (starts, _end_of_body(lines, starts[-1])) if len(starts) > 1 else None
