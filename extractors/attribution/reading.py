"""What a document tells of its speakers: its text cased, its names, their sorts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractors.attribution.directory import Directory, read_directory
from extractors.attribution.kinds import role_of
from extractors.attribution.layout import layout_of
from extractors.attribution.names import find_names, split_title, without_possessive
from extractors.attribution.parties import kind_of_party, names_party
from extractors.document.analysis import ParsedDocument
from extractors.document.text import REGEX_TIMEOUT, TITLES
from schemas import Span, SpeakerKind

_NAME_AFTER = regex.compile(
    r",\s+(?:the\s+)?(?P<name>\p{Lu}[^,;:()\"“”\n]{2,60}?)(?:\s\([\p{Lu}.-]{2,8}\))?"
    rf"(?=,|\s\(|(?<!\b(?:{TITLES}))\.(?:\s|$)"
    r"|\s(?:said|says|told)\b)"
)


_INDEFINITE = regex.compile(r"an?\s(?P<rest>.+)", regex.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Reading:
    """A document read for its speakers.

    Attributes:
        parsed: The document.
        text: Its text as running text is cased: the capitals of a wire undone.
        directory: Its names.
    """

    parsed: ParsedDocument
    text: str
    directory: Directory

    def words(self, span: Span) -> str:
        """What stands at a span, cased."""
        return self.text[span.start : span.end]

    def apposition(self, span: Span) -> str | None:
        """The name that specifies some words: "a spokesman, Maj. Kim Dale,"."""
        match = _NAME_AFTER.match(self.text, span.end, timeout=REGEX_TIMEOUT)
        return match["name"] if match else self._named_later(span)

    def _named_later(self, span: Span) -> str | None:
        """The name that follows "a relief worker" later: "The relief worker, Ana Lal, …"."""
        described = _INDEFINITE.match(self.words(span))
        if described is None:
            return None
        again = self.text.find(f"he {described['rest']}, ", span.end)
        match = None
        if again >= 0:
            end = again + len("he ") + len(described["rest"])
            match = _NAME_AFTER.match(self.text, end, timeout=REGEX_TIMEOUT)
        return match["name"] if match else None

    def told_of(self, span: Span) -> list[str]:
        """The titles and descriptions that the document gives to the bearer of a name."""
        _, name = split_title(self.words(span))
        if not name and (after := self.apposition(span)) is not None:
            _, name = split_title(after)
        namings = self.directory.descriptions_of(name) if name else []
        return [each for naming in namings for each in (naming.title, naming.description) if each]

    def kind_of(self, descriptions: Iterable[str]) -> SpeakerKind | None:
        """The sort of speaker that the most telling of some descriptions gives."""
        described = [each for each in descriptions if each]
        roles = [role for each in described if (role := role_of(each)) is not None]
        telling = [role for role in roles if role.weight > 1]
        if telling:
            return max(telling, key=lambda role: role.weight).kind
        for each in described:
            if (party := kind_of_party(self.text, each)) is not None:
                return party
            for match in find_names(each):
                if (
                    kind := self._kind_of_organisation(without_possessive(match.group()))
                ) is not None:
                    return kind
        return roles[0].kind if roles else None

    def is_party(self, phrase: str) -> bool:
        """Whether a phrase is the name of a group."""
        return names_party(self.text, phrase)

    def _kind_of_organisation(self, name: str) -> SpeakerKind | None:
        """The sort of an organisation, by its full name or by what the document says of it."""
        full = self.directory.full_organisation(name)
        role = role_of(full)
        if role is not None and role.weight > 1:
            return role.kind
        for naming in [
            *self.directory.descriptions_of(name),
            *self.directory.descriptions_of(full),
        ]:
            if naming.role and naming.role.number == "group" and naming.role.weight > 1:
                return naming.role.kind
        return None


@lru_cache(maxsize=8)
def read(parsed: ParsedDocument) -> Reading:
    """Read a document for its speakers, once."""
    text = layout_of(parsed).text
    return Reading(parsed, text, read_directory(text))
