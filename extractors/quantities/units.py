"""A second opinion on numbers: does quantulum3 read a unit of measure beside them?"""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

from extractors.quantities.numbers import Number


def find_unit(sentence: str, number: Number) -> str | None:
    """Find the unit that makes a number a measure, a sum or a time.

    Asked only about the few numbers of a sentence of harm whose noun no lexicon knows: quantulum3
    takes milliseconds a sentence (Göckel and others, https://github.com/nielstron/quantulum3).

    Args:
        sentence: The sentence, folded.
        number: The number.

    Returns:
        Name of the unit, or null where the number has none.
    """
    for start, end, unit in _measures(sentence):
        if start < number.core_end and number.core_start < end:
            return unit
    return None


def _measures(sentence: str) -> tuple[tuple[int, int, str], ...]:
    try:
        quantities = _parser().parse(sentence)
    except Exception:
        return ()
    return tuple(
        (*quantity.span, quantity.unit.name)
        for quantity in quantities
        if quantity.unit.entity.name not in {"dimensionless", "unknown"}
    )


@cache
def _parser() -> ModuleType:
    """Load quantulum3 without its classifier, which breaks with current scikit-learn."""
    with warnings.catch_warnings(), _without("sklearn", "joblib"), _unchecked():
        warnings.simplefilter("ignore")
        from quantulum3 import parser  # noqa: PLC0415 - half a second, and rarely needed

        parser.parse("3 metres")  # only now it imports what belongs to English, `inflect` as well
    return parser  # type: ignore[no-any-return]


@contextmanager
def _unchecked() -> Iterator[None]:
    """Import without rewriting every function of `inflect` for type checks: two seconds less."""
    import typeguard  # noqa: PLC0415 - a dependency of quantulum3's own

    checked = typeguard.typechecked
    vars(typeguard)["typechecked"] = lambda target=None, **_: target or (lambda each: each)
    try:
        yield
    finally:
        vars(typeguard)["typechecked"] = checked


@contextmanager
def _without(*modules: str) -> Iterator[None]:
    """Hide optional modules from an import: quantulum3 would spend seconds on loading them."""
    hidden = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(dict.fromkeys(modules))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name, module in hidden.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
