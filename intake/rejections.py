"""What can go wrong between an input and its documents."""

from datetime import UTC, datetime

from schemas import Rejection, Stage
from schemas.base import fingerprint
from schemas.rejection import EXCERPT_LENGTH


class IntakeError(Exception):
    """Something that cannot be taken.

    Attributes:
        reason: Short machine-readable reason.
        message: What is wrong and what to do, in one sentence.
        excerpt: The beginning of what was refused, where that helps.
    """

    def __init__(self, reason: str, message: str, excerpt: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.excerpt = excerpt


class TransientError(IntakeError):
    """It may go well later: a time-out, a busy server, a refused connection.

    Attributes:
        retry_after: How many seconds the server asked to wait, if it did.
    """

    retry_after: float | None = None


class TerminalError(IntakeError):
    """Trying again changes nothing: a missing file, a binary file, a page that is gone."""


def bad_date(written: str) -> TerminalError:
    """What is noted on a document whose date of publication cannot be read."""
    return TerminalError(
        "bad_date",
        "The date of publication was left out, for it is no date from 1700 to 2100 such as "
        "2009-07-29; the document was taken without it.",
        written,
    )


def printable(text: str, length: int = EXCERPT_LENGTH) -> str:
    """The beginning of `text`, without characters that a database or a terminal chokes on."""
    cut = text[:length].encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in cut)


def rejection(error: IntakeError, address: str, stage: Stage = Stage.READ) -> Rejection:
    """Record that an input was not taken.

    Args:
        error: Why.
        address: Path, URL or row that a person can look up.
        stage: Whether reading failed, or taking documents from what was read.
    """
    address, excerpt = printable(address), printable(error.excerpt)
    return Rejection(
        rejection_id=fingerprint(stage, address, None, error.reason, excerpt),
        stage=stage,
        input=address,
        reason=error.reason,
        message=printable(error.message),
        excerpt=excerpt,
        rejected_at=datetime.now(UTC),
    )
