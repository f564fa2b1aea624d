"""What could not be taken, and why."""

from datetime import datetime

from pydantic import Field

from schemas.base import Contract
from schemas.terms import Stage

EXCERPT_LENGTH = 500


class Rejection(Contract):
    """An input, a document or a claim that was not taken.

    Attributes:
        rejection_id: Fingerprint of stage, input, document, reason and excerpt.
        stage: Where it was rejected.
        input: Path, URL or row that a person can look up.
        document_id: The document, where there is one.
        reason: Short machine-readable reason ("not_utf8", "span_mismatch" …).
        message: What is wrong and what to do, in one sentence.
        excerpt: At most 500 characters of what was rejected.
        rejected_at: When (UTC).
    """

    rejection_id: str
    stage: Stage
    input: str
    document_id: str | None = None
    reason: str
    message: str
    excerpt: str = Field(default="", max_length=EXCERPT_LENGTH)
    rejected_at: datetime
