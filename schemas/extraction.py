"""What the extraction of one document gives."""

from schemas.base import Contract
from schemas.claim import Claim
from schemas.rejection import Rejection


class Extraction(Contract):
    """The claims of one document, and what was found but could not be taken.

    Attributes:
        document_id: The document.
        claims: The claims, in the order of their quantities.
        rejections: Claims that failed their schema.
    """

    document_id: str
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
