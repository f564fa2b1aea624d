"""The disputes in which a speaker has a part: what it is about, and what they hold."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from desk.event_summary import question_of
from desk.links import anchor, event_page
from desk.wording import DISPUTED
from warehouse.read_models.comparison_rows import Comparison
from warehouse.read_models.reader import Reader

MOST_DISPUTES = 12
IN_DISPUTE = f"class in ({', '.join(repr(kind) for kind in sorted(DISPUTED))})"


@dataclass(frozen=True)
class SpeakerDispute:
    """A dispute, as the page of one who has a part in it tells it.

    Attributes:
        place: Where its figures stand in the report.
        event: What the event is called.
        victims: Who is counted; null for all.
        question: What the two who part disagree on.
        figures: What the speaker holds.
        is_denial: Whether the speaker denies a figure.
        is_parting: Whether the speaker holds one of the two figures that part.
    """

    place: str
    event: str
    victims: str | None
    question: str
    figures: tuple[str, ...]
    is_denial: bool
    is_parting: bool


def disputes_by_speaker(reader: Reader) -> Mapping[str, list[SpeakerDispute]]:
    """The disputes of each speaker, in the order of the front page."""
    found: dict[str, list[SpeakerDispute]] = defaultdict(list)
    for row in reader.comparisons(IN_DISPUTE, '"rank", event_id'):
        for holder_id in sorted(speakers_of(row)):
            found[holder_id].append(dispute_of(row, holder_id))
    return found


def speakers_of(row: Comparison) -> set[str]:
    """Those who hold or deny a figure to this day."""
    held = {each.holder_id for line in row.lines for each in line.holders if each.stands}
    return held | {each.holder_id for line in row.lines for each in line.denied_by}


def dispute_of(row: Comparison, holder_id: str) -> SpeakerDispute:
    """A dispute from the side of one speaker."""
    figures = tuple(
        line.figure
        for line in row.lines
        if any(each.holder_id == holder_id and each.stands for each in line.holders)
    )
    parting = row.parting_figures | {side.holder_id for side in row.parting if side.holder_id}
    return SpeakerDispute(
        place=f"{event_page(row.event_id)}#{anchor(row)}",
        event=row.event,
        victims=None if row.victim_group in {None, "all"} else row.victim_group,
        question=question_of(row),
        figures=figures,
        is_denial=any(each.holder_id == holder_id for line in row.lines for each in line.denied_by),
        is_parting=not parting.isdisjoint({*figures, holder_id}),
    )
