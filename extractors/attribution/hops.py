"""Who passes a speaker's words on."""

from collections.abc import Iterator, Sequence

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Polarity
from extractors.attribution.relation import Relation
from extractors.attribution.speakers.resolve import ResolvedSpeaker, resolve
from extractors.document.datelines import find_agencies
from schemas import Span


def find_hops(
    analysis: AttributionAnalysis,
    relation: Relation,
    speakers: Sequence[Relation],
    speaker: ResolvedSpeaker,
) -> Iterator[str]:
    """Who passes the words on, the outlet's end first: outer speakers, then "AFP quoted him".

    The agencies of the dateline are the document's own origin, and pass nothing on.
    """
    seen = {speaker.name, *find_agencies(analysis.parsed.text)}
    for passed_on in (*_passers(relation, speakers), *relation.hops):
        name = resolve(analysis, passed_on).name
        if name not in seen:
            seen.add(name)
            yield name


def _passers(relation: Relation, speakers: Sequence[Relation]) -> Iterator[Span]:
    """The speakers in whose words a relation's cue stands, with their own hops before them."""
    for outer in reversed(speakers):
        nested = relation.cue is not None and any(s.covers(relation.cue) for s in outer.content)
        own = outer.cue == relation.cue or outer.polarity is not Polarity.ASSERTS
        if nested and outer.source and not own:
            yield from (*outer.hops, outer.source)
