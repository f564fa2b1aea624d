"""What the extraction of some pages gives, and a load takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.document import Document, Page
from schemas.extraction import Extraction
from schemas.rejection import Rejection


@dataclass(frozen=True)
class Batch:
    """Some pages with what was found in them.

    Attributes:
        pages: What was read.
        documents: The texts found in the pages.
        extractions: The claims of these documents, or of documents loaded before.
        rejections: What was not taken anywhere on the way.
    """

    pages: Sequence[Page] = ()
    documents: Sequence[Document] = ()
    extractions: Sequence[Extraction] = ()
    rejections: Sequence[Rejection] = ()
