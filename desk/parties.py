"""Who holds what, in the words of a headline: "government 0 · rebels 4, denied by police"."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from desk.wording import kind_name, shortened
from schemas import SpeakerKind
from schemas.yaml_text import parse_yaml
from warehouse.read_models.comparison_rows import Comparison, Line, PositionHolder

MOST_FIGURES, MOST_NAMES, LONGEST_NAME = 6, 2, 48
BODIES = {
    SpeakerKind.GOVERNMENT,
    SpeakerKind.MILITARY,
    SpeakerKind.POLICE,
    SpeakerKind.COURT,
}
"""Kinds whose people speak for the body: a reader wants to know that it is the police."""
WORDS = Path(__file__).with_name("headline_words.yml")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of words around a speaker's name, read from `headline_words.yml`."""
    entries = parse_yaml(WORDS.read_text("utf-8"))
    return re.compile(next(entry["pattern"] for entry in entries if entry["id"] == name))


@dataclass(frozen=True)
class Party:
    """A figure with those who hold it, or deny it.

    Attributes:
        names: Who, as short as a headline has it.
        more: How many more.
        figure: What they hold.
        denied_by: Who denies it.
        is_parting: Whether it is one of the two that part.
        sources: How many independent sources tell the figure.
        strip: Where the figure lies, on a scale that the row shares.
    """

    names: tuple[str, ...]
    more: int
    figure: str
    denied_by: tuple[str, ...]
    is_parting: bool
    sources: int
    strip: Markup | None


def telling_lines(comparison: Comparison) -> tuple[list[Line], int]:
    """The figures that a headline tells, lowest first.

    Returns:
        At most `MOST_FIGURES`: those that part and the extremes before others, people before
        texts that speak themselves; and how many more there are.
    """
    parting = comparison.parting_figures
    found = [line for line in comparison.lines if line.stands]
    if len(found) <= MOST_FIGURES:
        return found, 0

    def weight(number: int) -> tuple[bool, bool, int]:
        line = found[number]
        is_extreme = number in {0, len(found) - 1}
        kinds = {each.kind for each in (*line.holders, *line.denied_by)}
        is_spoken = not kinds <= {SpeakerKind.ARTICLE}
        return line.figure in parting or is_extreme, is_spoken, line.originators

    kept = sorted(sorted(range(len(found)), key=weight, reverse=True)[:MOST_FIGURES])
    return [found[number] for number in kept], len(found) - MOST_FIGURES


def party_of(line: Line, parting: Set[str], strip: Markup | None) -> Party:
    """One figure with those who hold it, or only deny it."""
    standing = [holder for holder in line.holders if holder.stands]
    names = list(dict.fromkeys(map(introduced, standing)))
    return Party(
        names=tuple(names[:MOST_NAMES]),
        more=max(len(names) - MOST_NAMES, 0),
        figure=line.figure,
        denied_by=tuple(dict.fromkeys(map(introduced, line.denied_by))),
        is_parting=line.figure in parting,
        sources=line.originators if line.holders else 0,
        strip=strip,
    )


def introduced(holder: PositionHolder) -> str:
    """A speaker as a card names them: of somebody with a name alone it says what is not told."""
    name = party_name(holder)
    is_person = holder.kind == SpeakerKind.PERSON and pattern("full-name").match(holder.holder)
    return f"{name} (role not told)" if is_person and not holder.role else name


def party_name(holder: PositionHolder) -> str:
    """A speaker as a headline names them: the body that they speak for, their office, or a name."""
    if holder.kind == SpeakerKind.ARTICLE:
        return titled(holder.holder)
    label = pattern("label").match(holder.holder)
    body = label["body"] if label else None
    role = holder.role or ""
    voice, office = pattern("voice").search(role), pattern("office").match(role)
    if voice or (holder.kind in BODIES and role and holder.kind != SpeakerKind.GOVERNMENT):
        kind = kind_name(holder.kind) if holder.kind in BODIES else holder.holder
        name = body or (voice and voice["body"]) or kind
    else:
        name = (office and office.group()) or body or holder.holder
    name = pattern("article").sub("", name)
    name = pattern("unnamed-article").sub("of the ", name)
    return shortened(name.lower() if name.lower() == holder.kind else name, LONGEST_NAME)


def titled(name: str) -> str:
    """A text that speaks for itself: its title in quotation marks, or who published it."""
    if name.startswith("“"):
        return f"“{shortened(name.strip('“”'), LONGEST_NAME - 2)}”"
    return shortened(name, LONGEST_NAME)


def latest(comparison: Comparison) -> tuple[str, Line] | None:
    """Who spoke last, and what they said, where days tell."""
    dated = [
        (holder.last_seen or holder.first_seen, party_name(holder), line)
        for line in comparison.lines
        for holder in line.holders
        if holder.first_seen
    ]
    days = {moment.date() for moment, _, _ in dated if moment}
    if len(days) < 2:
        return None
    _, name, line = max(dated, key=lambda each: (each[0], each[1]))
    return name, line


def kinds_of(comparison: Comparison) -> Sequence[str]:
    """What sorts of speakers hold or deny its figures."""
    everybody = (each for line in comparison.lines for each in (*line.holders, *line.denied_by))
    return sorted({kind_name(each.kind) for each in everybody})
