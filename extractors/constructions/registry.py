"""Every construction, found in the files of `declared/`: nothing else lists them."""

from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from extractors.constructions import declared
from extractors.constructions.construction import Construction, CountPattern, HarmFrame, Phase

if TYPE_CHECKING:
    from extractors.constructions.harm_lexicon import HarmWord


@cache
def constructions() -> tuple[Construction, ...]:
    """Every construction: those around a harm word, then those around a number as they read."""
    found = dict.fromkeys(_declared())
    frames = [each for each in found if isinstance(each, HarmFrame)]
    patterns = [each for phase in Phase for each in patterns_of(phase)]
    others = [each for each in found if each not in {*frames, *patterns}]
    return (*frames, *others, *patterns)


def _declared() -> Iterator[Construction]:
    for module in iter_modules(declared.__path__, f"{declared.__name__}."):
        values = vars(import_module(module.name)).values()
        yield from (each for each in values if isinstance(each, Construction))


@cache
def patterns_of(phase: Phase) -> tuple[CountPattern, ...]:
    """The constructions around a number that read in one phase, in their order."""
    patterns = [
        each for each in _declared() if isinstance(each, CountPattern) and each.phase is phase
    ]
    order = TopologicalSorter({each: each.after for each in patterns})
    return tuple(order.static_order())


@cache
def frames_by_trigger() -> dict[str, tuple[HarmFrame, ...]]:
    """The constructions around a harm word by what triggers them: an entry's `frame` or `id`."""
    frames = [each for each in constructions() if isinstance(each, HarmFrame)]
    keys = {key for each in frames for key in each.triggers}
    return {key: tuple(each for each in frames if key in each.triggers) for key in keys}


def frames_of(entry: "HarmWord") -> tuple[HarmFrame, ...]:
    """The constructions that a harm word triggers, those that name its entry before its frame's."""
    frames = frames_by_trigger()
    return frames.get(f"id:{entry.id}", ()) + frames.get(f"frame:{entry.frame}", ())
