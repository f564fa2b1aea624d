"""Every construction, in the order in which a sentence is read."""

from extractors.constructions.adjacent import ADJACENT
from extractors.constructions.construction import Construction
from extractors.constructions.figure import FIGURE
from extractors.constructions.following_part import FOLLOWING_PART
from extractors.constructions.frames import FRAMES
from extractors.constructions.gapping import GAPPING
from extractors.constructions.implied_part import IMPLIED_PART
from extractors.constructions.inverted import INVERTED
from extractors.constructions.killed_or_wounded import KILLED_OR_WOUNDED
from extractors.constructions.noun_count import NOUN_COUNT
from extractors.constructions.part import PART
from extractors.constructions.safe import SAFE
from extractors.constructions.severity import SEVERITY
from extractors.constructions.share import SHARE
from extractors.constructions.spelled_out import SPELLED_OUT
from extractors.constructions.toll import TOLL
from extractors.constructions.toll_brought_to import TOLL_BROUGHT_TO
from extractors.constructions.toll_put_at import TOLL_PUT_AT

CONSTRUCTIONS: tuple[Construction, ...] = (
    *FRAMES.values(),
    NOUN_COUNT,
    KILLED_OR_WOUNDED,
    SPELLED_OUT,
    TOLL_BROUGHT_TO,
    TOLL_PUT_AT,
    TOLL,
    SHARE,
    PART,
    IMPLIED_PART,
    FOLLOWING_PART,
    FIGURE,
    INVERTED,
    GAPPING,
    ADJACENT,
    SEVERITY,
    SAFE,
)
