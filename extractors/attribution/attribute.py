"""The speakers of a figure."""

from collections.abc import Iterable, Iterator, Sequence

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Force, Polarity
from extractors.attribution.deniers import find_deniers
from extractors.attribution.doubts import find_doubt
from extractors.attribution.find_relations import find_relations
from extractors.attribution.governing_sentences import governing_sentences
from extractors.attribution.hops import find_hops
from extractors.attribution.later_sources import find_later_source
from extractors.attribution.presupposed import is_presupposed
from extractors.attribution.quotes.quotation_marks import Quote
from extractors.attribution.relation import Relation
from extractors.attribution.speakers.proper_names import without_article
from extractors.attribution.speakers.resolve import resolve
from extractors.attribution.speakers.speaker_roles import find_roles, head_number, is_media
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from schemas import Attribution, Quotation, Span, Stance


def attribute(analysis: AttributionAnalysis, start: int, end: int) -> tuple[Attribution, ...]:
    """Find who stands behind the figure at some characters of a document.

    The innermost speaker that states it counts; those who pass his words on are hops. Two
    speakers joined by "and" give two attributions, and so does a claim that another denies.
    `stance` is that of the cue: it denies whatever is denied, a figure or that there was any.

    Args:
        analysis: The document.
        start: Where the figure starts.
        end: Where it ends.

    Returns:
        At least one attribution; without a speaker the article's own.
    """
    quotes = analysis.layout.quotes
    relations = find_relations(analysis, governing_sentences(analysis, start, quotes))
    holding = sorted(
        (relation for relation in relations if relation.covers(start, end)),
        key=lambda relation: relation.size,
    )
    speakers = _stating(analysis, holding, start, end)
    chosen = list(_innermost(speakers))
    chosen += find_deniers(analysis, chosen, start, end)
    if not chosen and (later := find_later_source(analysis, start, end)) is not None:
        chosen = [later]
    if not chosen:
        hedge = find_doubt(analysis, start, end, None, holding)
        return (Attribution(hedge=hedge, is_withdrawn=_is_withdrawn(holding)),)
    found = [
        _attribution(
            analysis,
            relation,
            speakers,
            find_doubt(analysis, start, end, relation, holding),
            _quotation(start, relation, quotes),
            is_withdrawn=_is_withdrawn(holding),
        )
        for relation in chosen
    ]
    return tuple(each for each in found if not _denies_own(each, found))


def _denies_own(attribution: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether somebody would deny what the same speaker or body asserts."""
    return attribution.stance is Stance.DENIES and any(
        other.stance is Stance.ASSERTS and _bearer(other) == _bearer(attribution)
        for other in others
    )


def _bearer(attribution: Attribution) -> str | None:
    name = attribution.speaker_body or attribution.speaker
    return name.casefold() if name else None


def _stating(
    analysis: AttributionAnalysis, holding: Sequence[Relation], start: int, end: int
) -> list[Relation]:
    """Those of the relations around a figure whose sources state it.

    What a document says of itself ("We counted nine dead") it tells in its own voice, and so what
    words without a maker give ("Figures showed nine dead").
    """
    speakers = [
        relation
        for relation in holding
        if relation.source is not None
        and not _is_own_voice(relation.source.text)
        and without_article(relation.source.text).casefold() not in speech_words("holds-nothing")
        and relation.force is Force.STATES
        and not _withholds(analysis, relation, start, end)
        and not is_presupposed(analysis, relation, start, end)
        and not _is_of_nobody(analysis, relation.source)
    ]
    told = [each for each in speakers if not _is_of_another(each)] or speakers
    return [each for each in told if not _is_read_out(analysis, each, told)]


def _is_own_voice(source: str) -> bool:
    """Whether a document speaks of itself: "we", "this story"."""
    return source.casefold() in speech_words("own-voice") or bool(
        pattern("own-document").fullmatch(source)
    )


def _is_of_nobody(analysis: AttributionAnalysis, source: Span) -> bool:
    """Whether a figure's owner is a pronoun for nobody who spoke: "the storm … its latest toll"."""
    owner = source.text.casefold()
    return owner in speech_words("possessive") and resolve(analysis, source).name == owner


def _is_of_another(relation: Relation) -> bool:
    """Whether a source is the speaker's own, who states what it says: "our staff say that …"."""
    words = relation.source.text.casefold().split() if relation.source else []
    return not words_of("first-person").isdisjoint(words)


def _is_read_out(
    analysis: AttributionAnalysis, relation: Relation, others: Sequence[Relation]
) -> bool:
    """Whether a source is a paper of nobody that another reads out: "reports say so, he said".

    A medium only passes on what it says, and who "seeks clarity on reports" says something else.
    """
    source, cue = relation.source, relation.cue
    if source is None or cue is None:
        return False
    words = pattern("event-of-paper").sub("", without_article(source.text))
    if head_number(words) != "document" or not words.islower() or len(find_roles(words)) > 1:
        return False
    before = analysis.text[: source.start].rsplit(maxsplit=1)[-1:]
    return words_of("preposition").isdisjoint(before) and any(
        other.source is not None
        and other.covers(cue.start, cue.end)
        and head_number(other.source.text) != "document"
        and not is_media(other.source.text)
        for other in others
    )


def _withholds(analysis: AttributionAnalysis, relation: Relation, start: int, end: int) -> bool:
    """Whether a source leaves open what holds a figure.

    Who reports none does not ("did not report any"), nor does who asks something else in the
    same words ("Five died. Why?" he asked).
    """
    if relation.polarity is not Polarity.WITHHOLDS:
        return False
    if analysis.text[start:end].split()[0].casefold() in words_of("under-denial"):
        return False
    sentence = analysis.parsed.sentence_at(start)
    asked = sentence is None or analysis.text[: sentence.end].rstrip("\"'”’ ").endswith("?")
    return relation.quotation is Quotation.INDIRECT or asked


def _is_withdrawn(holding: Sequence[Relation]) -> bool:
    """Whether somebody takes back what holds the figure: "retracted his statement that …"."""
    return any(relation.polarity is Polarity.WITHDRAWS for relation in holding)


def _innermost(speakers: Sequence[Relation]) -> Iterator[Relation]:
    """The speakers of the innermost content, who denies what they say, and whom they deny."""
    if not speakers:
        return
    first = speakers[0]
    for relation in speakers:
        if relation.cue == first.cue and relation.content == first.content:
            yield relation
    for relation in speakers:
        if relation.source != first.source and _opposes(first, relation):
            yield relation
            return


def _opposes(first: Relation, other: Relation) -> bool:
    """Whether one denies what the other says, and does not only tell of the denial.

    Who denies what a label's bearer says does so behind it: "Army: five died, rebels deny it".
    """
    if first.polarity is not Polarity.DENIES:
        return other.polarity is Polarity.DENIES
    if first.cue is None:
        return other.polarity is Polarity.ASSERTS
    follows = other.is_label and all(each.end <= first.cue.start for each in first.content)
    told = other.covers(first.cue.start, first.cue.end) and not follows
    return other.polarity is Polarity.ASSERTS and not told


def _attribution(
    analysis: AttributionAnalysis,
    relation: Relation,
    speakers: Sequence[Relation],
    hedge: str | None,
    quotation: Quotation,
    *,
    is_withdrawn: bool,
) -> Attribution:
    assert relation.source is not None
    speaker = resolve(analysis, relation.source)
    return Attribution(
        source=speaker.source,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        speaker_is_named=speaker.is_named,
        speaker_role=speaker.role,
        speaker_body=speaker.body,
        speaker_aliases=speaker.aliases,
        speaker_country=speaker.country,
        speaker_body_key=speaker.body_key,
        cue=relation.cue,
        stance=Stance.DENIES if relation.polarity is Polarity.DENIES else Stance.ASSERTS,
        is_withdrawn=is_withdrawn,
        hedge=hedge,
        hops=tuple(find_hops(analysis, relation, speakers, speaker)),
        quotation=quotation,
    )


def _quotation(start: int, relation: Relation, quotes: Sequence[Quote]) -> Quotation:
    """Whether a figure stands in its speaker's own words."""
    if relation.quotation is Quotation.INDIRECT:
        return Quotation.INDIRECT
    quoted = any(quote.level == 0 and quote.holds(start) for quote in quotes)
    if not quoted:
        return Quotation.INDIRECT
    return relation.quotation
