"""A source resolved inside its document: to the fullest name, a role and a sort of speaker."""

from dataclasses import dataclass, replace

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.aliases import find_aliases
from extractors.attribution.speakers.anonymity import is_anonymous
from extractors.attribution.speakers.bodies import find_body
from extractors.attribution.speakers.body_keys import find_body_key
from extractors.attribution.speakers.body_sorts import is_named_body
from extractors.attribution.speakers.countries import find_country
from extractors.attribution.speakers.descriptions import find_described
from extractors.attribution.speakers.is_named import is_named
from extractors.attribution.speakers.kinds import apposition, kind_of, told_of
from extractors.attribution.speakers.office_holders import find_office, is_office
from extractors.attribution.speakers.papers import find_maker
from extractors.attribution.speakers.parties import government_named
from extractors.attribution.speakers.proper_names import (
    is_acronym,
    split_title,
    without_abbreviation,
    without_article,
    without_possessive,
)
from extractors.attribution.speakers.relative_clauses import meant_by_relative
from extractors.attribution.speakers.running_case import as_written, in_running_case
from extractors.attribution.speakers.speaker_mentions import (
    fits_pronoun,
    mentions_before,
    number_of,
    pronoun_of,
)
from extractors.attribution.speakers.speaker_roles import head_match, head_number, role_of
from extractors.document.analysis import DocumentAnalysis
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.syntax.noun_phrases import noun_phrase, offsets
from extractors.victims.group_lexicon import national_adjectives
from schemas import Span, SpeakerKind

_LONGEST_CHAIN = 6
_OF_A_BODY = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.ORGANISATION})
"""Kinds of speakers of whom only the body behind them tells who they are."""


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """A source, resolved.

    Attributes:
        source: The source words.
        name: The fullest name, or the description as written.
        kind: What sort of speaker it is.
        role: Role and affiliation as the document gives them.
        is_named: Whether a name, rather than a description, tells who it is.
        body: The body for which it speaks, or which it is.
        aliases: Other names that the document gives that body.
        country: ISO 3166-1 alpha-2 code of the country to which a state's body belongs.
        body_key: What all names of the body come to, where its words tell.
    """

    source: Span
    name: str
    kind: SpeakerKind
    role: str | None = None
    is_named: bool = False
    body: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    body_key: str | None = None


def resolve(analysis: AttributionAnalysis, source: Span) -> ResolvedSpeaker:
    """Resolve a source inside its document.

    Args:
        analysis: The document.
        source: The source words.

    Returns:
        The speaker; where a pronoun or a bare description has no antecedent, as written.
    """
    place = (source.start, source.end)
    if place not in analysis.speakers:
        nominal = _nominal(analysis.parsed, source)
        speaker = _resolve(analysis, nominal, _LONGEST_CHAIN)
        analysis.speakers[place] = replace(_identified(analysis, speaker), source=nominal)
    return analysis.speakers[place]


def _identified(analysis: AttributionAnalysis, speaker: ResolvedSpeaker) -> ResolvedSpeaker:
    """Add to a resolved speaker what identifies it across documents."""
    meant = speaker.source
    if (voice := pattern("voice-of-body").match(without_article(speaker.name))) is not None:
        speaker = _behind_voice(analysis, speaker, without_article(speaker.name)[voice.end() :])
    own = [speaker.name, analysis.words(meant), speaker.role or ""]
    told = [each for each in (*own, *told_of(analysis, meant)) if each]
    is_own = is_anonymous(analysis.text, meant, speaker.kind, is_named=is_named(speaker.name))
    body = None if is_own else find_body(analysis, told, meant.start)
    known = (
        find_body_key(analysis.groups, body, meant.text, speaker.kind)
        if body
        else find_office(told)
    )
    country = find_country(speaker.kind, [*told, body or ""], analysis.text)
    return replace(
        speaker,
        is_named=is_named(speaker.name) and not is_office(speaker.name),
        body=body,
        aliases=find_aliases(analysis.text, analysis.entities, body or speaker.name),
        country=(known and known.country) or country,
        body_key=known.key if known else None,
    )


def _behind_voice(
    analysis: AttributionAnalysis, speaker: ResolvedSpeaker, behind: str
) -> ResolvedSpeaker:
    """The body whose press office speaks; a field of work is none: "centre for mine safety"."""
    role = head_match(behind)
    is_body = behind[:1].isupper() or (role is not None and role.number == "group")
    kind = kind_of(analysis, [behind]) or speaker.kind
    return replace(speaker, name=behind, kind=kind) if is_body else speaker


def _nominal(parsed: DocumentAnalysis, source: Span) -> Span:
    """The noun that a relative pronoun stands for; other words stay."""
    sentence = parsed.sentence_at(source.start)
    if source.text.lower() not in speech_words("relative") or sentence is None:
        return source
    tree = parsed.tree(sentence.index)
    tokens = tree.char_span(source.start - sentence.start, source.end - sentence.start)
    noun = meant_by_relative(tokens.root) if tokens is not None else None
    if noun is None:
        return source
    return Span.of(parsed.text, *offsets(tree, noun_phrase(noun), sentence.start))


def _resolve(analysis: AttributionAnalysis, source: Span, depth: int) -> ResolvedSpeaker:
    source = _nominal(analysis.parsed, source)
    pronoun = pronoun_of(source.text)
    if pronoun is not None:
        unknown = ResolvedSpeaker(source, source.text.lower(), SpeakerKind.PERSON)
        return _antecedent(analysis, source, pronoun, depth) or unknown
    if (owned := _owned(analysis, source, depth)) is not None:
        return owned
    if depth and (maker := find_maker(analysis, source)) is not None:
        return _resolve(analysis, maker, depth - 1)
    title, name = split_title(in_running_case(analysis, source))
    if (
        name
        and not _is_organisation(analysis, name)
        and (title or (not _is_state(analysis, name) and _is_person(analysis, source)))
    ):
        return _person(analysis, source, title, name)
    if (named := _name_after(analysis, source)) is not None:
        return named
    if depth and (meant := find_described(analysis, source)) is not None:
        return _as_described(_resolve(analysis, meant, depth - 1), analysis.words(source))
    return _organisation_or_description(analysis, source)


def _as_described(speaker: ResolvedSpeaker, described: str) -> ResolvedSpeaker:
    """A name of which no word tells its kind has that of its description: "the newspaper"."""
    role = head_match(described)
    is_media = role is not None and role.role.kind is SpeakerKind.MEDIA
    is_open = speaker.kind in {SpeakerKind.PERSON, SpeakerKind.ORGANISATION}
    return replace(speaker, kind=SpeakerKind.MEDIA) if is_media and is_open else speaker


def _antecedent(
    analysis: AttributionAnalysis, source: Span, pronoun: str, depth: int
) -> ResolvedSpeaker | None:
    """Whom a pronoun stands for."""
    for mention in mentions_before(analysis, source.start) if depth else ():
        if fits_pronoun(analysis, mention, pronoun):
            return _resolve(analysis, mention.span, depth - 1)
    return None


def _owned(analysis: AttributionAnalysis, source: Span, depth: int) -> ResolvedSpeaker | None:
    """Somebody's officials or office: "its officials", "her office".

    What somebody counted speaks for its maker: "his figures"; a name speaks: "its head, Ana Lal,".
    """
    first, _, rest = source.text.partition(" ")
    pronoun = pronoun_of(first)
    if pronoun is None or not rest:
        return None
    plain = _organisation_or_description(analysis, source)
    owner = _antecedent(analysis, source, pronoun, depth)
    if owner is None or plain.kind not in _OF_A_BODY | {owner.kind}:
        return None
    if head_number(rest) == "document":
        return replace(owner, source=source)
    if (named := _name_after(analysis, source)) is not None:
        return replace(named, role=f"{rest} of {owner.name}", kind=owner.kind)
    return replace(plain, name=f"{rest} of {owner.name}", kind=owner.kind)


def _is_organisation(analysis: AttributionAnalysis, name: str) -> bool:
    """Whether a name says that its bearer is no person: "the official Ruda News Agency"."""
    if analysis.entities.full_organisation(name) != name:
        return True
    role = head_match(name)
    return role is not None and role.number == "group" and role.role.weight > 2


def _is_state(analysis: AttributionAnalysis, name: str) -> bool:
    """Whether a name is a state's and no bearer's of the document: "Chad" beside "Chad Lal"."""
    return government_named(name) is not None and analysis.entities.full_name(name, 0) == name


def _is_person(analysis: AttributionAnalysis, source: Span) -> bool:
    sentence = analysis.parsed.sentence_at(source.start)
    if sentence is None or pattern("article").match(source.text):
        return False
    tree = analysis.parsed.tree(sentence.index)
    return number_of(source, tree, sentence.start, analysis.entities) == "person"


def _person(analysis: AttributionAnalysis, source: Span, title: str, name: str) -> ResolvedSpeaker:
    full = analysis.entities.full_name(name, source.start)
    told = [mention.description for mention in analysis.entities.descriptions_of(full)]
    descriptions = [each for each in told if each]
    is_body = is_named_body(analysis, full)
    unknown = SpeakerKind.ORGANISATION if is_body else SpeakerKind.PERSON
    kind = kind_of(analysis, [title, *descriptions]) or unknown
    return ResolvedSpeaker(source, full, kind, descriptions[0] if descriptions else title or None)


def _name_after(analysis: AttributionAnalysis, source: Span) -> ResolvedSpeaker | None:
    """The name that specifies a role: "the front's spokesman, Idris Lal, said"."""
    described = analysis.words(source)
    role = head_match(described)
    after = apposition(analysis, source)
    if after is None:
        return None
    title, name = split_title(after)
    is_group = role_of(after) is not None and not title
    if role is not None and role.number == "group":
        kind = kind_of(analysis, [after, described]) or role.role.kind
        # a group without mention of it: "the rebels", "the opposition group"
        is_generic = described.rsplit(maxsplit=1)[-1].islower() and len(described.split()) <= 3
        return ResolvedSpeaker(source, after, kind) if is_generic else None
    is_some = pattern("one-or-some-of").match(described)
    if not name or is_group or not (is_some or (role is not None and role.number == "person")):
        return None
    told = "" if is_some else without_article(described)
    return _person(analysis, source, f"{told} {title}".strip(), name)


def _organisation_or_description(analysis: AttributionAnalysis, source: Span) -> ResolvedSpeaker:
    text = without_abbreviation(without_possessive(analysis.words(source)))
    plain = without_article(text)
    # "Omlandic claims" are the government's, "a Lurian" is anybody
    is_one = text.partition(" ")[0].lower() in words_of("indefinite-article")
    is_state = plain in national_adjectives() and not is_one
    whose = f"the {plain} government" if is_state else text
    if (government := government_named(whose)) is not None:
        return ResolvedSpeaker(source, government, SpeakerKind.GOVERNMENT)
    is_name = split_title(in_running_case(analysis, source))[1] and not is_acronym(plain)
    named = is_name and not pattern("article").match(text)
    unknown = SpeakerKind.PERSON if named else _unknown_kind(analysis, source)
    kind = kind_of(analysis, [text]) or unknown
    if is_acronym(plain):
        return ResolvedSpeaker(source, analysis.entities.full_organisation(plain), kind)
    return ResolvedSpeaker(source, as_written(analysis.parsed, source, text), kind)


def _unknown_kind(analysis: AttributionAnalysis, source: Span) -> SpeakerKind:
    """The kind of a source of which no word tells it: a body, or somebody."""
    sentence = analysis.parsed.sentence_at(source.start)
    if sentence is None:
        return SpeakerKind.OFFICIAL
    tree = analysis.parsed.tree(sentence.index)
    number = number_of(source, tree, sentence.start, analysis.entities)
    return SpeakerKind.ORGANISATION if number == "group" else SpeakerKind.OFFICIAL
