"""A source resolved inside its document: to the fullest name, a role and a sort of speaker."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from extractors.attribution import grammar
from extractors.attribution.antecedents import (
    Mention,
    fits_pronoun,
    mentions_before,
    number_of,
    pronoun_of,
)
from extractors.attribution.directory import Directory, Naming, read_directory
from extractors.attribution.kinds import Role, find_roles, head_role, role_of
from extractors.attribution.names import (
    find_names,
    is_acronym,
    split_title,
    without_article,
    without_possessive,
)
from extractors.attribution.parties import government_named, kind_of_party
from extractors.parse import ParsedDocument
from schemas import Span, SpeakerKind

_DEFINITE = regex.compile(r"(?:the|this|that|these|those)\s", regex.IGNORECASE)
_NAME_AFTER = regex.compile(
    r",\s+(?P<name>\p{Lu}[^,;:()\"“”\n]{2,60}?)(?=,|\s\(|\s(?:said|says|told)\b)"
)
_COMPLEMENT = regex.compile(r"\s(?:of|for|at|in|from|with|on|near|to|by)\s", regex.IGNORECASE)
_COMMON = frozenset({"NOUN", "ADJ", "DET", "ADV", "VERB"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "some", "other", "several", "many", "one", "two", "both"}
)
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_ANY_OFFICE = frozenset({"official", "source", "man", "woman"})
_LONGEST_CHAIN = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, resolved.

    Attributes:
        source: The source words.
        name: The fullest name, or the description as written.
        kind: What sort of speaker it is.
        role: Role and affiliation as the document gives them.
    """

    source: Span
    name: str
    kind: SpeakerKind
    role: str | None = None


def resolve(parsed: ParsedDocument, source: Span) -> Speaker:
    """Resolve a source inside its document.

    Args:
        parsed: The document.
        source: The source words.

    Returns:
        The speaker; where a pronoun or a bare description has no antecedent, as written.
    """
    directory = read_directory(cased_text(parsed))
    speaker = _resolve(parsed, directory, source, _LONGEST_CHAIN)
    return replace(speaker, source=_nominal(parsed, source))


def cased_text(parsed: ParsedDocument) -> str:
    """The text as running text is cased: capitals of a wire undone."""
    letters = [character for character in parsed.text[:4000] if character.isalpha()]
    if sum(character.isupper() for character in letters) < 0.6 * len(letters):
        return parsed.folded
    cased = list(parsed.folded)
    for sentence in parsed.sentences:
        cased[sentence.start : sentence.end] = parsed.parser_text(sentence.index)
    return "".join(cased)


def _nominal(parsed: ParsedDocument, source: Span) -> Span:
    """The noun that a relative pronoun stands for; other words stay."""
    sentence = parsed.sentence_at(source.start)
    if source.text.lower() not in _RELATIVES or sentence is None:
        return source
    tree = parsed.tree(sentence.index)
    tokens = tree.char_span(source.start - sentence.start, source.end - sentence.start)
    noun = grammar.antecedent(tokens.root) if tokens is not None else None
    if noun is None:
        return source
    return Span.of(parsed.text, *grammar.offsets(tree, grammar.noun_phrase(noun), sentence.start))


def _resolve(parsed: ParsedDocument, directory: Directory, source: Span, depth: int) -> Speaker:
    source = _nominal(parsed, source)
    pronoun = pronoun_of(source.text)
    if depth and pronoun is not None:
        for mention in mentions_before(parsed, directory, source.start):
            if fits_pronoun(mention, pronoun, directory):
                return _resolve(parsed, directory, mention.span, depth - 1)
    if pronoun is not None:
        return Speaker(source, source.text.lower(), SpeakerKind.PERSON)
    title, name = split_title(_cased(parsed, source))
    if name and (title or _is_person(parsed, directory, source)):
        return _person(cased_text(parsed), directory, source, title, name)
    if (named := _name_after(parsed, directory, source)) is not None:
        return named
    if depth and (meant := _described(parsed, directory, source)) is not None:
        return _resolve(parsed, directory, meant, depth - 1)
    return _organisation_or_description(parsed, directory, source)


def _name_after(parsed: ParsedDocument, directory: Directory, source: Span) -> Speaker | None:
    """The name that specifies a role: "the front's spokesman, Idris Lal, said"."""
    role = head_role(source.text)
    text = cased_text(parsed)
    match = _NAME_AFTER.match(text, source.end)
    if role is None or role.number != "person" or match is None:
        return None
    title, name = split_title(match["name"])
    if not name or role_of(name) is not None:
        return None
    return _person(
        text, directory, source, f"{text[source.start : source.end]} {title}".strip(), name
    )


def _cased(parsed: ParsedDocument, source: Span) -> str:
    return without_possessive(cased_text(parsed)[source.start : source.end])


def _is_person(parsed: ParsedDocument, directory: Directory, source: Span) -> bool:
    sentence = parsed.sentence_at(source.start)
    if sentence is None or _DEFINITE.match(source.text):
        return False
    tree = parsed.tree(sentence.index)
    return number_of(source, tree, sentence.start, directory) == "person"


def _person(text: str, directory: Directory, source: Span, title: str, name: str) -> Speaker:
    full = directory.full_name(name, source.start)
    told = [naming for naming in directory.descriptions_of(full) if naming.description]
    descriptions = [naming.description or "" for naming in told]
    role = descriptions[0] if descriptions else title or None
    kind = _kind(text, directory, [title, *descriptions]) or SpeakerKind.PERSON
    return Speaker(source, full, kind, role)


def _kind(text: str, directory: Directory, descriptions: list[str]) -> SpeakerKind | None:
    """The sort of speaker that the most telling description gives."""
    roles = [role for each in descriptions if each and (role := role_of(each)) is not None]
    telling = [role for role in roles if role.weight > 1]
    if telling:
        return max(telling, key=lambda role: role.weight).kind
    for description in descriptions:
        if (party := kind_of_party(text, description)) is not None:
            return party
        for match in find_names(description):
            if (kind := _kind_of_organisation(directory, match.group())) is not None:
                return kind
    return roles[0].kind if roles else None


def _kind_of_organisation(directory: Directory, name: str) -> SpeakerKind | None:
    """The sort of an organisation, by its name or by what the document says of it."""
    full = directory.full_organisation(name)
    for each in (name, full):
        role = role_of(each)
        if role is not None and role.weight > 1:
            return role.kind
    for naming in [*directory.descriptions_of(name), *directory.descriptions_of(full)]:
        if naming.role and naming.role.number == "group" and naming.role.weight > 1:
            return naming.role.kind
    return None


def _described(parsed: ParsedDocument, directory: Directory, source: Span) -> Span | None:
    """Whom a bare description stands for: "the official", "the group", "opposition spokesman"."""
    text = source.text
    role = head_role(text)
    if role is None or role.number == "people" or _COMPLEMENT.search(text):
        return None
    head = text.split()[-1]
    if not _DEFINITE.match(text) or not (head.islower() or source.text.isupper()):
        return None
    head = head.lower()
    for mention in mentions_before(parsed, directory, source.start):
        if mention.span.text.lower() != text.lower() and _fits(mention, head, role, directory):
            return mention.span
    return None


def _fits(mention: Mention, head: str, role: Role, directory: Directory) -> bool:
    if mention.number != role.number:
        return False
    words = " ".join([mention.span.text, *_told(directory, mention.span)]).lower()
    if regex.search(rf"\b{regex.escape(head)}\b", words):
        return True
    if any(match.role == role and _abbreviates(match.text, head) for match in find_roles(words)):
        return True
    if head in _ANY_OFFICE:
        return mention.speaks and any(
            match.role.kind is not SpeakerKind.WITNESS for match in find_roles(words)
        )
    other = head_role(mention.span.text)
    return role.kind is SpeakerKind.ARMED_GROUP and (other is None or other.kind is role.kind)


def _abbreviates(short: str, word: str) -> bool:
    """Whether letters are an abbreviation of a word: "Lt." of "lieutenant"."""
    letters = iter(word)
    short = short.rstrip(".").lower()
    return short[:1] == word[:1] and all(letter in letters for letter in short)


def _told(directory: Directory, span: Span) -> Iterator[str]:
    _, name = split_title(span.text)
    namings: list[Naming] = directory.descriptions_of(name) if name else []
    for naming in namings:
        yield from filter(None, (naming.title, naming.description))


def _organisation_or_description(
    parsed: ParsedDocument, directory: Directory, source: Span
) -> Speaker:
    text = _cased(parsed, source)
    if (government := government_named(text)) is not None:
        return Speaker(source, government, SpeakerKind.GOVERNMENT)
    plain = without_article(text)
    kind = (
        _kind(cased_text(parsed), directory, [text])
        or _kind_of_organisation(directory, plain)
        or SpeakerKind.OFFICIAL
    )
    if is_acronym(plain):
        return Speaker(source, directory.full_organisation(plain), kind)
    return Speaker(source, _as_written(parsed, source, text), kind)


def _as_written(parsed: ParsedDocument, source: Span, cased: str) -> str:
    """A description with its first word in lower case, unless the word is a name."""
    sentence = parsed.sentence_at(source.start)
    first, _, rest = cased.partition(" ")
    if sentence is None or first[:1].islower() or is_acronym(first):
        return cased
    tree = parsed.tree(sentence.index)
    tokens = tree.char_span(
        source.start - sentence.start, source.end - sentence.start, alignment_mode="expand"
    )
    common = tokens is not None and tokens[0].pos_ in _COMMON and not tokens[0].ent_type_
    if common or first.lower() in _DETERMINERS:
        return f"{first.lower()} {rest}".strip()
    return cased
