from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document.text import fold
from extractors.events import locate
from extractors.events.when.calendar import one_day
from extractors.events.when.clock import Clock
from extractors.events.when.document_creation_time import read_document_creation_time
from extractors.events.when.timex import find_times
from extractors.events.where.place_mentions import find_place_names
from schemas import Document

WORDS = """in near on the of since 31 Feb 0 99 -- ( ) , 's 1999 '80s early last Sept. MAY Camp
district Province Al-Qa'im Élie ﬀ İ Tuesday overnight St."""
PHRASES = (
    "two days earlier",
    "900 decades ago",
    "refugee  camp",
    "the Republic of",
    "\n",
    "\u202e",
)
PIECES = st.sampled_from([*WORDS.split(), *PHRASES])
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=120)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.dates(min_value=datetime(1605, 1, 1, tzinfo=UTC).date()))
def test_any_text_gives_ordered_days_and_whole_spans(text: str, day: object) -> None:
    assert hasattr(day, "year")
    folded = fold(text)
    clock = Clock(one_day(day), one_day(day))  # type: ignore[arg-type]
    for time in find_times(folded, 0, len(folded)):
        assert 0 <= time.start < time.end <= len(text)
        meant = time.resolve(clock)
        assert meant is None or not (meant.start and meant.end) or meant.start <= meant.end
    for place in find_place_names(folded, 0, len(folded)):
        assert 0 <= place.start < place.end <= len(text)
        assert place.name in folded


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_context_is_read(text: str) -> None:
    locate(text[:60], text)
    read_document_creation_time(Document(document_id="x", text=text), fold(text))
