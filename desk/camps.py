"""Figures of a row in camps: those together that can all be true at once."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from markupsafe import Markup

from desk.copies import QuotedSentence, folded
from desk.interval_strip import is_bounded, strip_maker
from desk.wording import bounds
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison, Line, compatible

MOST_QUOTES = 4
ALL = "casualties"
RECKONED = {"hit": ALL, "killed": "killed"}
"""The harm that the last word of an addend tells, where it is another than the sum's."""
NUMBERLESS, EARLIER = "Number not given", "Given up since"


@dataclass(frozen=True)
class Row:
    """A figure of a camp.

    Attributes:
        line: The figure with those who hold or deny it.
        strip: Where it lies on the scale of its row of discrepancies.
        quotes: The sentences that say it.
        is_parting: Whether it is one of the two that part.
    """

    line: Line
    strip: Markup | None
    quotes: tuple[QuotedSentence, ...]
    is_parting: bool


@dataclass(frozen=True)
class Camp:
    """Figures that can all be true at once.

    Attributes:
        title: What they agree on, or what else they have in common.
        rows: The figures.
    """

    title: str
    rows: tuple[Row, ...]

    @property
    def is_lone(self) -> bool:
        """Whether one figure stands against all others, which needs no title."""
        return len(self.rows) == 1 and self.title not in {NUMBERLESS, EARLIER}


def camps_of(comparison: Comparison, claims: Iterable[MarkedClaim]) -> list[Camp]:
    """The figures in camps, the lowest camp first; history and words without a number come last."""
    said = list(claims)
    standing = [line for line in comparison.lines if line.stands]
    strip_of = strip_maker(standing)

    def rows(lines: Iterable[Line]) -> tuple[Row, ...]:
        return tuple(
            Row(
                line=line,
                strip=strip_of(line),
                quotes=quotes_of(line, comparison.harm, said),
                is_parting=line.figure in comparison.parting_figures,
            )
            for line in lines
        )

    found = [
        Camp(title_of(camp), rows(camp))
        for camp in compatible(sorted(filter(is_bounded, standing), key=attrgetter("interval")))
    ]
    wordy = rows(line for line in standing if not is_bounded(line))
    former = rows(line for line in comparison.lines if not line.stands)
    return [
        *found,
        *([Camp(NUMBERLESS, wordy)] if wordy else []),
        *([Camp(EARLIER, former)] if former else []),
    ]


def title_of(camp: Sequence[Line]) -> str:
    """What the figures of a camp agree on."""
    low = max(line.interval[0] for line in camp)
    high = min(line.interval[1] for line in camp)
    words = bounds(int(low), None if math.isinf(high) else int(high))
    return f"{words}: fits these accounts"


def quotes_of(line: Line, harm: str, said: Iterable[MarkedClaim]) -> tuple[QuotedSentence, ...]:
    """The sentences in which the holders and deniers of a figure say it, or what it is made of."""
    speakers = {each.holder_id for each in (*line.holders, *line.denied_by)}
    own = [x for x in said if x.holder_id in speakers and x.standing != "rejected"]
    told = [claim for claim in own if tells(claim, line, harm)]
    of_all = [claim for claim in own if tells(claim, line, ALL)]
    return tuple(folded(told or of_all)[:MOST_QUOTES])


def tells(claim: MarkedClaim, line: Line, harm: str) -> bool:
    """Whether a claim of a harm gives a figure, or the least it can be, or an addend of it."""
    if line.figure in {claim.figure, f"at least {claim.figure}"} and claim.harm == harm:
        return True
    addends = (part.lstrip("−") for each in line.holders for part in each.addends)
    return any(
        (f"{part} ".startswith(f"{claim.figure} ") or part == claim.quantity_text)
        and claim.harm == RECKONED.get(part.rpartition(" ")[2], harm)
        for part in addends
    )
