"""Modules that are executed when they are first used, not when they are imported."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import LazyLoader, find_spec
from types import ModuleType


class LazyFinder(MetaPathFinder):
    """Finds some modules as the other finders do, and has them loaded lazily."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = set(names)

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of a module that is to be lazy; null for all others."""
        if name not in self._names:
            return None
        # Asked again for the same name, this finder leaves it to the others.
        self._names.remove(name)
        spec = find_spec(name)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


@contextmanager
def imported_lazily(*names: str) -> Iterator[None]:
    """Have some modules, where the block imports them, executed only when something uses them.

    Args:
        *names: Modules, a package before what is in it.
    """
    finder = LazyFinder([name for name in names if name not in sys.modules])
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
