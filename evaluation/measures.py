"""Measures with the counts that they rest on, and errors with their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a score.

    Attributes:
        name: What is measured.
        value: The figure; null where nothing was there to measure.
        right: How many were right, for a share.
        total: Out of how many.
    """

    name: str
    value: float | None
    right: float | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Error:
    """Something that a system got wrong.

    Attributes:
        kind: What went wrong ("missed", "spurious", "speaker" …).
        document_id: Where.
        sentence: The words around it.
        gold: What the gold says.
        found: What the system says.
    """

    kind: str
    document_id: str
    sentence: str
    gold: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """What one system reaches on one set.

    Attributes:
        set_name: The gold.
        system: Who was measured.
        measures: The figures, in the order of the table.
        errors: What went wrong.
    """

    set_name: str
    system: str
    measures: tuple[Measure, ...]
    errors: tuple[Error, ...] = ()

    def __getitem__(self, name: str) -> float | None:
        """The figure of that name; null where it was not measured."""
        return next((each.value for each in self.measures if each.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """The figures with their counts, and how many errors of each kind there are."""
        kinds = [error.kind for error in self.errors]
        return {
            "set": self.set_name,
            "system": self.system,
            "measures": {
                measure.name: {
                    "value": None if measure.value is None else round(measure.value, 4),
                    "right": measure.right,
                    "total": measure.total,
                }
                for measure in self.measures
            },
            "errors": {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        }


def share(name: str, outcomes: Iterable[bool]) -> Measure:
    """Measure how often something is so."""
    counted = list(outcomes)
    return ratio(name, sum(counted), len(counted))


def ratio(name: str, right: float, total: int) -> Measure:
    """Measure `right` of `total`."""
    return Measure(name, right / total if total else None, right, total)


def f1(name: str, right: int, wanted: int, found: int) -> Measure:
    """Measure the harmonic mean of recall (`right` of `wanted`) and precision (of `found`)."""
    return Measure(name, 2 * right / (wanted + found) if wanted + found else None)
