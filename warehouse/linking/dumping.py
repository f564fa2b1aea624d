"""Mentions as the warehouse stores them, in JSON."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from warehouse.linking.intervals import Interval
from warehouse.linking.places import Step
from warehouse.linking.records import Mention, Wording

SETS = ("groups", "agents", "victims", "speakers", "figures", "elsewhere")
WORD_SETS = ("opening", "sentences", "names", "numbers")


def dump_mention(mention: Mention) -> str:
    """A mention as stored; sets become sorted lists."""
    return json.dumps(asdict(mention), ensure_ascii=False, sort_keys=True, default=_plain)


def parse_mention(text: str) -> Mention:
    """A mention as it was stored."""
    stored: dict[str, Any] = json.loads(text)
    interval, wording = stored["interval"], stored["wording"]
    return Mention(
        **stored
        | {name: frozenset(stored.get(name, ())) for name in SETS}
        | {
            "claim_ids": tuple(stored["claim_ids"]),
            "published": _day(stored["published"]),
            "until": _day(stored["until"]),
            "other_days": frozenset(map(date.fromisoformat, stored.get("other_days", ()))),
            "interval": interval
            and Interval(
                date.fromisoformat(interval["first"]),
                date.fromisoformat(interval["last"]),
                interval["is_stated"],
            ),
            "path": tuple(Step(**step) for step in stored["path"]),
            "wording": Wording(
                wording["whole"], **{name: frozenset(wording[name]) for name in WORD_SETS}
            ),
        }
    )


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{value!r} has no place in a stored mention")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
