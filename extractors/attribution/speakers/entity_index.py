"""The names of a document, with what the document says of their bearers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from extractors.attribution.cues.cue_lexicon import speech_pattern
from extractors.attribution.speakers.proper_names import (
    find_long_names,
    find_names,
    find_placed_names,
    is_acronym,
    same_person,
    split_title,
    surname_key,
    without_article,
    without_link,
)
from extractors.attribution.speakers.speaker_roles import (
    SpeakerRole,
    find_roles,
    head_number,
    head_role,
    role_of,
)
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern

_NAMED_BEFORE = regex.compile(r"(?<=\p{Lu}[\p{L}'’-]*),\s*$")
_LOOK_BACK = 90


@dataclass(frozen=True)
class NameMention:
    """One place where a document names somebody; what it says there is read when asked for.

    Attributes:
        name: The name without titles.
        start: Offset of the name.
        text: The document, cased as running text.
        phrase: Where the name stands with the titles before it.
        given_title: The titles that are written as part of the name.
    """

    name: str
    start: int
    text: str
    phrase: tuple[int, int]
    given_title: str

    @cached_property
    def title(self) -> str | None:
        """What stands right before it ("Col.")."""
        return _described_before(self.text, self.phrase[0], self.given_title)

    @cached_property
    def description(self) -> str | None:
        """Role and affiliation as given there ("spokesman for the Farmers' Front")."""
        is_place = pattern("preposition-of-place").search(
            self.text, max(0, self.start - 10), self.start
        )
        after = None if is_place else described_after(self.text, self.phrase[1])
        across = _described_across_comma(self.text, *self.phrase) if not after else None
        return max(filter(None, (self.title, after, across)), key=len, default=None)

    def adds_to(self, name: str) -> bool:
        """Whether a body runs on into a full name: "Watch for Human Rights | Ana Lal"."""
        is_longer = " " in name and self.name.endswith(f" {name}")
        before = self.text[max(0, self.start - 5) : self.start]
        return is_longer and pattern("links-name-at-end").search(before) is not None

    @cached_property
    def role(self) -> SpeakerRole | None:
        """What the description tells of."""
        return role_of(self.description) if self.description else None


@dataclass(frozen=True, eq=False)
class EntityIndex:
    """The names of a document, each sort found when first asked for.

    Attributes:
        text: The document, cased as running text.
    """

    text: str

    @cached_property
    def mentions(self) -> tuple[NameMention, ...]:
        """All names in order."""
        return tuple(_mentions(self.text))

    @cached_property
    def definitions(self) -> tuple[tuple[str, str], ...]:
        """Abbreviations with the names that the document gives for them."""
        return tuple(_definitions(self.text))

    def people_called(self, name: str) -> list[NameMention]:
        """Where somebody of this name, or a fuller form of it, is named."""
        keys = (surname_key(name), name.casefold())
        places = {place for key in keys for place in self._places.get(key, ())}
        called = (self.mentions[place] for place in sorted(places))
        return [mention for mention in called if same_person(name, mention.name)]

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where in the mentions stands a name that may be shortened to a word."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, mention in enumerate(self.mentions):
            for key in {surname_key(mention.name), *mention.name.casefold().split()[1:-1]}:
                places[key].append(place)
        return places

    def full_name(self, name: str, offset: int) -> str:
        """The fullest form of a person's name; of two bearers the one named last is meant."""
        called = self.people_called(name)
        forms = [each for each in called if len(each.name) >= len(name) and not each.adds_to(name)]
        full = {mention.name for mention in forms if " " in mention.name}
        if not full:
            return name
        # "Karvat Police Ana Lal": a heading runs what somebody is of into the name
        plain = {each for each in full if not _runs_on(each)}
        forms = [mention for mention in forms if not plain or mention.name not in full - plain]
        full = plain or full
        before = [mention for mention in forms if mention.start <= offset and " " in mention.name]
        anchor = before[-1].name if before else next(n.name for n in forms if " " in n.name)
        return max((form for form in full if same_person(anchor, form)), key=_fullness)

    def descriptions_of(self, name: str) -> list[NameMention]:
        """What the document says of the bearer of a name, the fullest description first."""
        told = [mention for mention in self.people_called(name) if mention.description]
        return sorted(told, key=lambda mention: -len(mention.description or ""))

    def full_organisation(self, name: str) -> str:
        """The name that the document gives for an abbreviation, or the name itself."""
        plain = without_article(name)
        for short, full in self.definitions:
            if short.replace(".", "") == plain.replace(".", ""):
                return full
        return name


def _runs_on(name: str) -> bool:
    """Whether a body's name stands inside what looks like one name."""
    return any(role.number == "group" and role.end < len(name) for role in find_roles(name))


def _fullness(name: str) -> tuple[int, int]:
    return len(name.split()), len(name)


def _mentions(text: str) -> Iterator[NameMention]:
    read: dict[str, tuple[str, str]] = {}  # a text repeats most of its names
    for match in find_names(text):
        written = match.group()
        if written not in read:
            read[written] = _without_titles(written)
        title, name = read[written]
        yield NameMention(name, match.end() - len(name), text, match.span(), title)


def _without_titles(written: str) -> tuple[str, str]:
    """The titles before a name, and the name alone."""
    title, name = split_title(written)
    name = name or written
    dated = pattern("date-before-source").match(name)
    # "On Saturday Ana Lal said": the day is no part of the name
    name = name[dated.end() :] if dated else name
    return title, _without_body(name)


def _without_body(name: str) -> str:
    """A name of two words and more without the body that it runs on from: "Police | Ana Lal"."""
    bodies = [role.end for role in find_roles(name) if role.number == "group"]
    rest = name[bodies[-1] :].strip() if bodies else ""
    return rest if " " in rest and not find_roles(rest) else name


def _described_before(text: str, start: int, title: str) -> str | None:
    """The roles that stand right before a name: "army spokesman Idris Lal"."""
    window = text[max(0, start - _LOOK_BACK) : start]
    breaks = list(pattern("name-context-boundary").finditer(window))
    phrase = window[breaks[-1].end() :] if breaks else window
    roles = find_roles(phrase)
    touching = bool(roles) and not phrase[roles[-1].end :].strip(" .")
    described = f"{phrase.strip()} {title}".strip() if touching else title
    return described or None


def _described_across_comma(text: str, start: int, end: int) -> str | None:
    """The role that a name specifies: "the front's spokesman, Idris Lal,"."""
    match = pattern("role-before-name").search(text, max(0, start - _LOOK_BACK), start)
    if match is None:
        return None
    if text[end : end + 1] != "," and _NAMED_BEFORE.search(
        text, match.start(), match.start("text")
    ):
        # "said Idris Lal, head of the Karvat police, the AFN reported": the role is his
        return None
    verbs = [
        *pattern("finite-clause-word").finditer(match["text"]),
        *speech_pattern().finditer(match["text"]),
    ]
    verbs.sort(key=lambda verb: verb.end())
    described = match["text"][verbs[-1].end() if verbs else 0 :].strip()
    if (opener := pattern("leading-preposition").match(described)) is not None:
        # "denied by Karvat's prosecutor, Ana Lal, who …"
        described = described[opener.end() :].strip()
    described = without_article(described)
    one = head_number(described) == "person" or pattern("one-of-start").match(described)
    return described if one else None


def described_after(text: str, end: int) -> str | None:
    """The apposition after a name: "Idris Lal, a spokesman for the front,"."""
    match = pattern("apposition-after-name").match(text, end)
    if match is None:
        return None
    described = without_article(match["text"].strip())
    sayings = (each for each in speech_pattern().finditer(described) if each.group().islower())
    if (saying := next(sayings, None)) is not None:
        # "Ana Lal, mayor of Karvat said": the comma that closes is left out
        described = described[: saying.start()].strip()
    if (clause := pattern("relative-pronoun").search(described)) is not None:
        described = described[: clause.start()].strip()
    is_clause = pattern("finite-clause-word").search(described) is not None
    if is_clause or pattern("leading-conjunction").match(described):
        return None
    if pattern("leading-preposition").match(described):
        described = without_link(described)
        is_body = described[:1].isupper() and head_number(described) == "group"
        return described if is_body else None
    return described if head_role(described) is not None else None


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    """Abbreviations in brackets after what they stand for.

    Initials can be of another language, but stand for several words: a town before "(ABC)" is where
    ABC wrote.
    """
    for match in pattern("abbreviation-of-name").finditer(text, timeout=REGEX_TIMEOUT):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()].rsplit("\n", 1)[-1]
        forms = (*find_long_names(before), *find_placed_names(before))
        names = [form.group() for form in forms if form.end() == len(before)]
        fitting = (_fitting(name, match["short"]) for name in names)
        foreign = (name for name in names if " " in name)
        full = next((name for name in (*fitting, *foreign) if name), None)
        if full is not None and not is_acronym(full):
            yield match["short"], without_article(full)


def _fitting(full: str, short: str) -> str | None:
    """Cut words before the one that an abbreviation starts with: "In Paris, Front of …"."""
    words = full.split()
    letters = [letter for letter in short if letter.isalpha()]
    for place, word in enumerate(words):
        rest = [part for part in words[place:] if part[:1].isupper()]
        if word[:1] == letters[0] and abs(len(rest) - len(letters)) <= 1:
            return " ".join(words[place:])
    return None
