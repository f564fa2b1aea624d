"""An event in a sentence, and its figures as a table of harms by victims."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from desk.parties import party_name
from desk.wording import HARMS, group_name
from warehouse.read_models.comparison_rows import UNQUOTED, Comparison, Line, PositionHolder

PASSIVE = {
    "killed": "killed",
    "wounded": "wounded",
    "detained": "detained",
    "missing": "missing",
    "casualties": "killed or wounded",
}
MOST_FIGURES = 6
IN_ALL = {"all": "in all"}
"""Victims of whom nothing is told, beside others."""
ENDINGS = {
    "agreement": "All can be true.",
    "one_source": "Only one independent source tells it.",
    "conflict": "They cannot both be right.",
    "who_died": "They may mean the same dead.",
    "revised": "The figure was revised.",
    "check": "A mixed event or a misread figure is likelier than a dispute.",
    "different_people": "They may count different people.",
    "different_meaning": "They may mean different harms.",
}


@dataclass(frozen=True)
class Matrix:
    """What was said of each harm and kind of victims.

    Attributes:
        harms: The columns.
        rows: Each kind of victims with a comparison for each harm, where there is one.
    """

    harms: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Comparison | None, ...]], ...]


def matrix_of(comparisons: Sequence[Comparison]) -> Matrix:
    """Harms by victims; all victims first, then by how much was said of them."""
    by_cell = {(row.harm, row.victim_group or "all"): row for row in comparisons}
    harms = tuple(harm for harm in HARMS if any(told == harm for told, _ in by_cell))
    groups = sorted(
        {group for _, group in by_cell},
        key=lambda group: (
            group != "all",
            -sum(row.documents for (_, told), row in by_cell.items() if told == group),
            group,
        ),
    )
    return Matrix(
        harms,
        tuple(
            (group_name(group), tuple(by_cell.get((harm, group)) for harm in harms))
            for group in groups
        ),
    )


def extremes(row: Comparison) -> list[tuple[str, str]]:
    """The lowest and the highest figure that stand, each with who says so; one where they agree."""
    bounded = [line for line in row.lines if line.stands and line.holders and line.low is not None]
    if not bounded:
        return [(line.figure, names_of(line)) for line in row.lines[:1]]
    lowest = min(bounded, key=lambda line: line.low or 0)
    highest = max(bounded, key=lambda line: line.low or 0)
    found = [lowest] if lowest == highest else [lowest, highest]
    return [(line.figure, names_of(line)) for line in found]


def names_of(line: Line) -> str:
    """Who holds a figure, as short as a headline has it."""
    told = sorted(line.holders, key=attrgetter("stands"), reverse=True)
    return party_name(told[0]) if told else "denied"


def sentence_of(comparisons: Sequence[Comparison]) -> str:
    """What matters most about an event, in a sentence or two."""
    if not comparisons:
        return "No figure of it stands."
    row = comparisons[0]
    counted = {side.victims for side in row.parting if side.figure}
    of_all = len(counted) > 1 or row.victim_group in {None, "all"}
    people = "people" if of_all else group_name(row.victim_group)
    done = f"{people} {PASSIVE.get(row.harm, row.harm)}"
    names = {each.holder_id: party_name(each) for each in everybody(row)}
    sides = [
        f"{names.get(side.holder_id or '', side.holder or UNQUOTED)} "
        + (f"said {' and '.join(side.figures)}" if side.figure else "denied it")
        + (f" ({group_name(side.victims)})" if side.figure and len(counted) > 1 else "")
        for side in row.parting
    ]
    if len(sides) == 2:
        told = f"Of {done}, {sides[0]}, {sides[1]}."
        return f"{told[:1].upper()}{told[1:]} {ENDINGS[row.kind]}"
    figures = list(dict.fromkeys(line.figure for line in row.lines))
    verb = "figures are" if len(figures) > 1 else "figure is"
    ending = ENDINGS.get(row.kind, "")
    return f"Of {done}, the {verb} {', '.join(figures[:MOST_FIGURES])}. {ending}".strip()


def question_of(row: Comparison) -> str:
    """What the two who part disagree on, as a headline asks it: "0 or 12 killed?"; or nothing."""
    if len(row.parting) != 2:
        return ""
    done = PASSIVE.get(row.harm, row.harm)
    told = [side for side in row.parting if side.figure]
    figures = [" or ".join(side.figures) for side in told]
    if len(told) == 1:
        return f"{figures[0]} {done}, or not?"
    if row.kind == "revised":
        return f"{', later '.join(figures)} {done}"
    if len({side.victims for side in told}) > 1:
        figures = [
            f"{figure} {IN_ALL.get(side.victims, side.victims)}"
            for figure, side in zip(figures, told, strict=True)
        ]
    elif told:
        *figures, last = [figure for side in told for figure in side.figures]
        figures = [", ".join(figures), last]
    return f"{' or '.join(figures)} {done}?" if figures else ""


def everybody(row: Comparison) -> list[PositionHolder]:
    """All who hold or deny a figure."""
    return [each for line in row.lines for each in (*line.holders, *line.denied_by)]
