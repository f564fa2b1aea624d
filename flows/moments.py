"""Days and moments as they are typed at the command line."""

from datetime import datetime

import typer


def moment(typed: str) -> datetime:
    """A day or a moment.

    Raises:
        typer.BadParameter: It is neither.
    """
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        raise typer.BadParameter(
            f"{typed!r} is no day: write it as 2026-11-28, or with the hour as 2026-11-28T14:30."
        ) from None


def day(typed: str) -> datetime:
    """A day.

    Raises:
        typer.BadParameter: It is none.
    """
    try:
        return datetime.strptime(typed, "%Y-%m-%d")  # noqa: DTZ007 -- a day has no time zone
    except ValueError:
        raise typer.BadParameter(f"{typed!r} is no day: write it as 2026-11-28.") from None
