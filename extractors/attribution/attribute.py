"""The speakers of a figure."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Force, Polarity
from extractors.attribution.cues.hedging import find_hedge
from extractors.attribution.denials import find_later_denials, find_pronominal_denials
from extractors.attribution.find_relations import find_relations
from extractors.attribution.quotes.marks import Quote
from extractors.attribution.relation import Relation
from extractors.attribution.speakers.resolve import Speaker, resolve
from extractors.document.datelines import find_agencies
from extractors.languages.context_words import words_of
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
    relations = find_relations(analysis, _context(analysis, start, quotes))
    holding = sorted(
        (relation for relation in relations if relation.covers(start, end)),
        key=lambda relation: relation.size,
    )
    speakers = _stating(analysis, holding, start, end)
    chosen = list(_innermost(speakers))
    chosen += _denying(analysis, chosen, start, end)
    if not chosen:
        hedge = _hedge(analysis, start, end, None, holding)
        return (Attribution(hedge=hedge, is_withdrawn=_is_withdrawn(holding)),)
    return tuple(
        _attribution(
            analysis,
            relation,
            speakers,
            _hedge(analysis, start, end, relation, holding),
            _quotation(start, relation, quotes),
            is_withdrawn=_is_withdrawn(holding),
        )
        for relation in chosen
    )


def _stating(
    analysis: AttributionAnalysis, holding: Sequence[Relation], start: int, end: int
) -> list[Relation]:
    """Those of the relations around a figure whose sources state it.

    What a document says of itself ("We counted nine dead") it tells in its own voice.
    """
    speakers = [
        relation
        for relation in holding
        if relation.source is not None
        and relation.source.text.casefold() not in speech_words("own-voice")
        and relation.force is Force.STATES
        and not _withholds(analysis, relation, start, end)
    ]
    return [each for each in speakers if not _is_of_another(each)] or speakers


def _denying(
    analysis: AttributionAnalysis, chosen: Sequence[Relation], start: int, end: int
) -> list[Relation]:
    """Those who deny, elsewhere in the text, what the chosen speakers assert."""
    sentence = analysis.parsed.sentence_at(start)
    if not chosen or sentence is None or chosen[0].polarity is not Polarity.ASSERTS:
        return []
    denials = (
        *find_pronominal_denials(analysis, sentence, start, end),
        *find_later_denials(analysis, sentence, analysis.text[start:end]),
    )
    return [*_other_deniers(chosen, denials)]


def _is_of_another(relation: Relation) -> bool:
    """Whether a source is the speaker's own, who states what it says: "our staff say that …"."""
    words = relation.source.text.casefold().split() if relation.source else []
    return not words_of("first-person").isdisjoint(words)


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


def _other_deniers(chosen: Sequence[Relation], denials: Iterable[Relation]) -> Iterator[Relation]:
    """Who denies, a sentence later, what others said: nobody denies what the article tells."""
    known = {relation.source.text.lower() for relation in chosen if relation.source}
    for denial in denials:
        if denial.source is not None and denial.source.text.lower() not in known:
            yield denial
            return


def _is_withdrawn(holding: Sequence[Relation]) -> bool:
    """Whether somebody takes back what holds the figure: "retracted his statement that …"."""
    return any(relation.polarity is Polarity.WITHDRAWS for relation in holding)


def _context(analysis: AttributionAnalysis, start: int, quotes: Sequence[Quote]) -> list[int]:
    """The sentences whose cues can govern a figure: its own, and those around its quotation."""
    parsed = analysis.parsed
    here = parsed.sentence_at(start)
    if here is None:
        return []
    wanted = {here.index}
    quote = next((each for each in quotes if each.level == 0 and each.holds(start)), None)
    if quote is not None:
        first = parsed.sentence_at(quote.start) or here
        last = parsed.sentence_at(_last_part(quote, quotes).end - 1) or here
        paragraph = first.paragraph - (2 if quote.continues else 1)
        wanted |= {
            sentence.index
            for sentence in parsed.sentences[max(0, first.index - 12) : last.index + 3]
            if paragraph <= sentence.paragraph <= last.paragraph + 1
        }
    elif (
        here.index
        and analysis.parsed.text[analysis.parsed.sentences[here.index - 1].end - 1] == ":"
    ):
        wanted.add(here.index - 1)
    return sorted(wanted)


def _last_part(quote: Quote, quotes: Sequence[Quote]) -> Quote:
    """The last paragraph of a quotation that goes on over several."""
    for later in quotes:
        if later.level == 0 and later.start >= quote.end:
            if quote.closed or not later.continues:
                break
            quote = later
    return quote


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
    """Whether one denies what the other says, and does not only tell of the denial."""
    if first.polarity is not Polarity.DENIES:
        return other.polarity is Polarity.DENIES
    told = first.cue is not None and other.covers(first.cue.start, first.cue.end)
    return other.polarity is Polarity.ASSERTS and not told


def _hedge(
    analysis: AttributionAnalysis,
    start: int,
    end: int,
    relation: Relation | None,
    holding: Sequence[Relation],
) -> str | None:
    """The doubt that the cue casts, or a word of doubt beside the figure."""
    if relation is not None and relation.hedge:
        return relation.hedge.lower()
    if relation is not None and relation.source is not None:
        words = regex.split(r"\W+", relation.source.text.lower())
        if (
            doubted := next((word for word in words if word in speech_words("doubted")), None)
        ) is not None:
            return doubted
    sentence = analysis.parsed.sentence_at(start)
    if sentence is None:
        return None
    left, right, offset = sentence.start, sentence.end, sentence.start
    if relation is not None:
        holding_it = (span for span in relation.content if span.start <= start < span.end)
        span = next(holding_it, sentence)
        left, right = max(left, span.start), min(right, span.end)
    found = find_hedge(
        analysis.parsed.tree(sentence.index),
        start - offset,
        end - offset,
        left - offset,
        right - offset,
    )
    if found is None and relation is None:
        unnamed = (each for each in holding if each.source is None)
        cast = (each.hedge for each in unnamed if each.hedge and each.force is Force.STATES)
        found = next(cast, None)
    return found.lower() if found else None


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
        cue=relation.cue,
        stance=Stance.DENIES if relation.polarity is Polarity.DENIES else Stance.ASSERTS,
        is_withdrawn=is_withdrawn,
        hedge=hedge,
        hops=tuple(_hops(analysis, relation, speakers, speaker)),
        quotation=quotation,
    )


def _hops(
    analysis: AttributionAnalysis,
    relation: Relation,
    speakers: Sequence[Relation],
    speaker: Speaker,
) -> Iterator[str]:
    """Who passes the words on, the outlet's end first: outer speakers, then "AFP quoted him"."""
    seen = {speaker.name, *_agencies(analysis)}
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


def _agencies(analysis: AttributionAnalysis) -> list[str]:
    """The agencies of a dateline, the document's own origin: "(AFN) --"."""
    return find_agencies(analysis.parsed.text)


def _quotation(start: int, relation: Relation, quotes: Sequence[Quote]) -> Quotation:
    """Whether a figure stands in its speaker's own words."""
    if relation.quotation is Quotation.INDIRECT:
        return Quotation.INDIRECT
    quoted = any(quote.level == 0 and quote.holds(start) for quote in quotes)
    if not quoted:
        return Quotation.INDIRECT
    return relation.quotation
