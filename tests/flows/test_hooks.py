"""A failed run says what to do."""

import pytest

from flows.hooks import ADVICE, OTHERWISE, advice, as_markdown
from warehouse import LoadError, WarehouseFailedError, WarehouseLockedError, WarehouseNewerError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (WarehouseLockedError("in use"), "Close it"),
        (WarehouseNewerError("schema 9"), "Update tollcheck"),
        (WarehouseFailedError("could not write"), "full disk"),
        (LoadError("unknown document"), "Nothing was loaded"),
        (OSError(28, "No space left on device"), "full disk"),
        (KeyError("x"), "Nothing was half-loaded"),
    ],
)
def test_the_advice_fits_the_error(error, words):
    assert words in advice(error)


def test_each_advice_is_reachable():
    kinds = [kind for kind, _ in ADVICE]
    for number, kind in enumerate(kinds):
        assert not any(issubclass(kind, earlier) for earlier in kinds[:number])


def test_the_artifact_holds_the_message_and_whether_to_wait():
    text = as_markdown("brave-heron", "Failed", WarehouseLockedError("x.duckdb is in use"))
    assert "brave-heron" in text
    assert "x.duckdb is in use" in text
    assert "may pass by itself" in text
    assert OTHERWISE in as_markdown("brave-heron", "Crashed", None)
