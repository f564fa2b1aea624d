"""How often a document's main place and days are those of its coded event."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import regex
from pydantic import BaseModel, ConfigDict, model_validator

from evaluation.events.claims import Claims
from evaluation.json_lines import read_rows
from evaluation.measures import Error, Measure, Score, share
from extractors.events.where.gazetteer import GazetteerEntry, find_all
from extractors.events.where.name_keys import name_key
from schemas import Claim, EventMention, Place, Scope
from schemas.terms import PlaceLevel

_BRACKETS = regex.compile(r"[()]")
_TIGHT = 4
"""Days of an interval that tells one event of a town from the next."""


class Setting(BaseModel):
    """Where and when a coded event happened, and the documents about it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    documents: tuple[str, ...]
    date_from: date
    date_to: date
    place: str
    region: str

    @model_validator(mode="before")
    @classmethod
    def _of_incident(cls, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """The incidents' file has other names for the same."""
        names = {"date_from": "date", "date_to": "date", "place": "city", "region": "state"}
        names["region"] = "admin" if "admin" in row else "state"
        return {**{ours: row[theirs] for ours, theirs in names.items() if theirs in row}, **row}


@dataclass(frozen=True, slots=True)
class _Coded:
    """The keys of the gazetteer's places that a coded name can mean."""

    towns: frozenset[str]
    counties: frozenset[str]
    regions: frozenset[str]
    names: frozenset[str]


def read_settings(path: Path) -> tuple[Setting, ...]:
    """Read coded events.

    Args:
        path: The events of `syria_dev`, or the gold of `incidents_dev`.
    """
    return tuple(read_rows(path, Setting))


def score_when_where(
    set_name: str, settings: Iterable[Setting], claims: Claims, system: str
) -> Score:
    """Score the place and the days that most of a document's incident claims have.

    Documents without claims are left out. A place is right if its path holds the coded one, by
    key or by name; days are right if they hold a day of the coded event.

    Returns:
        Shares of documents, and one error for each document whose town or days are wrong.
    """
    outcomes: dict[str, list[bool]] = {name: [] for name in _MEASURES}
    errors: list[Error] = []
    for setting in settings:
        coded = _coded(setting)
        for document in setting.documents:
            if document not in claims:
                continue
            mention = main_mention(claims[document])
            right = _outcomes(mention, setting, coded)
            for name, is_right in right.items():
                outcomes[name].append(is_right)
            errors += _errors(document, claims[document], mention, setting, right)
    measures: tuple[Measure, ...] = tuple(share(name, each) for name, each in outcomes.items())
    return Score(set_name, system, measures, tuple(errors))


_MEASURES = (
    "region right",
    "town right",
    "town or county right",
    "no place",
    "days hold the day",
    f"days right within {_TIGHT}",
    "no days",
)


def main_mention(claims: Sequence[Claim]) -> EventMention:
    """The place and the days that most of a document's incident claims have."""
    told = [claim.event for claim in claims if claim.scope is Scope.INCIDENT]
    events = told or [claim.event for claim in claims]
    places = Counter(event.place for event in events if event.place)
    days = Counter(
        (event.date_from, event.date_to) for event in events if event.date_from or event.date_to
    )
    first, last = days.most_common(1)[0][0] if days else (None, None)
    path = places.most_common(1)[0][0] if places else ()
    return EventMention(date_from=first, date_to=last, place=path)


def _outcomes(mention: EventMention, setting: Setting, coded: _Coded) -> dict[str, bool]:
    first, last = mention.date_from, mention.date_to
    is_dated = first is not None or last is not None
    holds = (
        is_dated
        and (first is None or first <= setting.date_to)
        and (last is None or setting.date_from <= last)
    )
    is_tight = first is not None and last is not None and (last - first).days < _TIGHT
    keys = {step.key for step in mention.place}
    in_town = bool(coded.towns & keys) or bool(coded.names & _names(mention.place))
    right = (
        bool(coded.regions & keys),
        in_town,
        in_town or bool(coded.counties & keys),
        not mention.place,
        holds,
        holds and is_tight,
        not is_dated,
    )
    return dict(zip(_MEASURES, right, strict=True))


def _names(path: Iterable[Place]) -> set[str]:
    return {name_key(step.name) for step in path}


def _coded(setting: Setting) -> _Coded:
    """What the coded names mean: towns of that name in that region, and the counties of those."""
    spelled = {part.strip() for part in _BRACKETS.split(setting.place) if part.strip()}
    spelled |= {name.replace("Saint ", "St. ") for name in spelled}
    regions = [e for e in find_all(setting.region) if e.level is PlaceLevel.PROVINCE]
    inside = [e for name in spelled for e in find_all(name) if any(map(e.lies_in, regions))]
    counties = (each for entry in inside for each in (entry, *entry.regions))
    return _Coded(
        towns=_keys(entry for entry in inside if entry.level is PlaceLevel.CITY),
        counties=_keys(each for each in counties if each.level is PlaceLevel.COUNTY),
        regions=_keys(regions),
        names=frozenset(map(name_key, spelled)),
    )


def _keys(entries: Iterable[GazetteerEntry]) -> frozenset[str]:
    return frozenset(entry.key for entry in entries)


def _errors(
    document: str,
    claims: Sequence[Claim],
    mention: EventMention,
    setting: Setting,
    right: Mapping[str, bool],
) -> list[Error]:
    where = " < ".join(step.name for step in mention.place) or None
    days = f"{mention.date_from} to {mention.date_to}"
    gold = {
        "town right": (f"{setting.place}, {setting.region}", where),
        "days hold the day": (f"{setting.date_from} to {setting.date_to}", days),
    }
    evidence = "\n".join(dict.fromkeys(claim.evidence.text for claim in claims))
    return [
        Error(f"not {name}", document, evidence, told, found)
        for name, (told, found) in gold.items()
        if not right[name]
    ]
