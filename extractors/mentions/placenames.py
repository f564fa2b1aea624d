"""Names of places in a stretch of text."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import regex

from extractors.groups.lexicon import demonyms, registry
from extractors.mentions.gazetteer import Level, best_known, country_of, find_named
from extractors.mentions.kinds import COUNTRY, PROVINCE, TOWN, PlaceWord, kinds, words
from extractors.mentions.names import name_key
from extractors.mentions.own_places import own_places
from extractors.mentions.words import alternatives, month_names
from extractors.text import REGEX_TIMEOUT

LARGE_TOWN = 250_000
"""People in a town whose bare name, without a preposition, is taken for the town."""
TOWN_OF_NOTE = 20_000
"""The same after a preposition that people's names follow too: "from", "of"."""
_RANKS = {Level.COUNTRY: COUNTRY, Level.PROVINCE: PROVINCE, Level.PLACE: TOWN}
_REACH = 60


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place that a text names.

    Attributes:
        start: Offset of the first character of the name with its kind.
        end: Offset after the last one.
        name: The name without its kind.
        rank: What it lies in has a higher rank.
        kind: The sort of place as written ("camp"); null where the text leaves it out.
        is_kind_first: Whether the kind stands before the name.
        is_landmark: Whether it only tells what the place is near to.
        is_sure: Whether it stands where places stand, rather than bare.
        within: The name around it, with what that lies in.
    """

    start: int
    end: int
    name: str
    rank: int
    kind: str | None = None
    is_kind_first: bool = False
    is_landmark: bool = False
    is_sure: bool = True
    within: "PlaceName | None" = None

    @property
    def full_name(self) -> str:
        """The name with its kind, where that belongs to it: "Camp Karvat", "Dorel province"."""
        name = self.name.title() if self.name.isupper() and self.rank < COUNTRY else self.name
        is_title = self.kind is not None and self.kind[0].isupper()
        if self.kind is None or self.rank == COUNTRY or (self.rank == TOWN and not is_title):
            return name
        return f"{self.kind} {name}" if self.is_kind_first else f"{name} {self.kind}"

    @property
    def around(self) -> tuple["PlaceName", ...]:
        """The places around it, from the nearest to the farthest."""
        return (self.within, *self.within.around) if self.within else ()


@cache
def _name_pattern() -> regex.Pattern[str]:
    calendar = rf"(?:{alternatives('weekday')}|{month_names()})\b"
    word = r"[\p{L}\p{M}]"
    plain = rf"(?!(?i:{calendar}))\p{{Lu}}{word}*+(?:['.-](?!s\b){word}++)*+"
    token = rf"(?:(?:St|Ft|Mt)\.\s)?{plain}"
    article = r"(?:(?:al|el|as|ash|ad|ar|an|at|az|ul|ol|e)-|')?"
    particle = r"(?:wa|bin|ibn|de|del|la|las|los|da|do|dos|das|du|des|le|van|ye|e|y|i|al|el)\s"
    more = rf"\s(?:{particle}){{0,2}}{article}{token}"
    of = rf"(?:(?<=Republic|Gulf|Strait|Bay|Horn|Kingdom)\sof\s(?:the\s)?{plain})?"
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){article}{token}(?:{more}){{0,4}}{of}")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a name.

    Attributes:
        sort: The sort of place, as written.
        start: Where that begins.
        is_of: Whether "of" follows it.
        is_bearing: Whether it places something by a landmark.
        where: The preposition or verb of place.
        is_close: Whether nothing stands between that and the name.
    """

    sort: str | None = None
    start: int = 0
    is_of: bool = False
    is_bearing: bool = False
    where: str | None = None
    is_close: bool = False


def _lead(folded: str, low: int, start: int) -> Lead | None:
    before = folded[max(low, start - _REACH) : start]
    if not before.endswith(" "):
        return None
    spelled = before.split()
    if spelled and spelled[-1].casefold() == "the":
        spelled.pop()
    plain = [word.casefold() for word in spelled[-5:]]
    if not plain:
        return None
    if " ".join(plain[-2:]) in words("bearing"):
        return Lead(is_bearing=True, is_close=True)
    of = len(plain) > 1 and plain[-1] in {"of", "called", "named"}
    sort = _ending(plain[:-1], kinds("of")) if of else _ending(plain, kinds("before"))
    if sort:
        at = before.casefold().rindex(sort)
        return Lead(before[at : at + len(sort)], start - len(before) + at, of)
    for back, word in enumerate(reversed(plain[-4:])):
        if word in words("where"):
            return Lead(where=word, is_close=back == 0)
        if not spelled[-1 - back][0].islower():
            break
    return None


def _ending(plain: list[str], spelled: dict[str, PlaceWord]) -> str | None:
    """The longest of some phrases that ends a list of words."""
    tails = (" ".join(plain[-count:]) for count in (3, 2, 1) if count <= len(plain))
    return next((tail for tail in tails if tail in spelled), None)


def _following_kind(folded: str, high: int, end: int) -> tuple[str, int] | None:
    """A sort of place right after a name, and where it ends."""
    after = _FOLLOWING.match(folded, end, min(high, end + _REACH))
    if after is None:
        return None
    for count in (3, 2, 1):
        if not after[count]:
            continue
        text = folded[after.start(1) : after.end(count)]
        if (found := _kind(text)) is not None:
            return found, after.end(count)
    return None


def _kind(text: str) -> str | None:
    """The sort of place that words name, in the singular."""
    plain = text.casefold()
    return next((word for word in (plain, plain.removesuffix("s")) if word in kinds("after")), None)


_FOLLOWING = regex.compile(r"\s([\p{L}-]+)(?:\s([\p{L}-]+))?(?:\s([\p{L}-]+))?")
_GAP = regex.compile(
    r"(?i)(?:\s(?:area|region|district))?(?:,\s|\s\(|,?\s(?:in|of|inside|within)\s)"
    r"(?:the\s)?(?:[\p{L}-]+\s){0,3}?(?:(?:province|state|city|town|district|region|governorate)\sof\s)?"
)
_OWNER = regex.compile(r"'s?\s(?:[\p{Ll}-]+\s){0,2}$")


def find_place_names(folded: str, start: int, end: int) -> list[PlaceName]:
    """Find the places that a stretch of text names.

    Args:
        folded: The folded text.
        start: Where to begin.
        end: Where to stop.

    Returns:
        The places in order, those that lie in one another joined into one.
    """
    found = []
    for match in _name_pattern().finditer(folded, start, end, timeout=REGEX_TIMEOUT):
        place = _read(folded, start, end, *_trimmed(match))
        if place is not None:
            found.append(place)
    return _nested(found, folded)


@lru_cache(maxsize=512)
def is_headline(text: str) -> bool:
    """Whether most words are capitalised, so that a capital tells no name."""
    long = [word for word in text[:400].split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _trimmed(match: regex.Match[str]) -> tuple[int, int]:
    """A name without the words that only open a sentence, and without adjectives of countries."""
    start, end = match.span()
    openers = words("opener")
    while True:
        first = match.string[start:end].split(" ", 1)
        is_adjective = first[0] in adjectives() and rank_of(match.string[start:end]) is None
        if len(first) == 2 and (first[0].casefold() in openers or is_adjective):
            start += len(first[0]) + 1
            continue
        return start, end


def _read(folded: str, low: int, high: int, start: int, end: int) -> PlaceName | None:
    text = folded[start:end]
    if text.casefold() in words("opener") or text in outsiders() or _kind(text):
        return None
    lead = _lead(folded, low, start)
    return (
        _with_kind_inside(text, start)
        or _with_kind_after(folded, high, text, start, end)
        or _with_kind_before(lead, text, end)
        or _by_position(lead, text, start, folded[low:high])
    )


def _with_kind_inside(text: str, start: int) -> PlaceName | None:
    """A name that holds its kind: "Camp Karvat", "Dorel Province Overnight"."""
    parts = text.split(" ")
    for count in range(1, len(parts)):
        head, tail = " ".join(parts[:count]), " ".join(parts[count:])
        if entry := kinds("before").get(head.casefold()):
            end = start + len(text)
            return _unless_outsider(
                PlaceName(start, end, tail, entry.rank, head, is_kind_first=True)
            )
        for kind in (" ".join(parts[count : count + 2]), parts[count]):
            if entry := kinds("after").get(kind.casefold()):
                end = start + len(head) + 1 + len(kind)
                place = PlaceName(start, end, head, entry.rank, kind)
                return _unless_outsider(place, shared=entry.shared)
    return None


def _with_kind_after(folded: str, high: int, text: str, start: int, end: int) -> PlaceName | None:
    found = _following_kind(folded, high, end)
    if found is None:
        return None
    kind, after = found
    entry = kinds("after")[kind]
    return _unless_outsider(PlaceName(start, after, text, entry.rank, kind), shared=entry.shared)


def _with_kind_before(lead: Lead | None, text: str, end: int) -> PlaceName | None:
    if lead is None or lead.sort is None:
        return None
    sort = lead.sort.casefold()
    entry = kinds("of").get(sort) or kinds("before")[sort]
    is_first = sort in kinds("before") and not lead.is_of
    place = PlaceName(lead.start, end, text, entry.rank, lead.sort, is_kind_first=is_first)
    return _unless_outsider(place, shared=entry.shared)


def _by_position(lead: Lead | None, text: str, start: int, sentence: str) -> PlaceName | None:
    """A name that only its place in the sentence, or the gazetteer, tells to be a place."""
    if text.casefold() in words("common"):
        return None
    known = text if rank_of(text) is not None else None
    if known is None and is_headline(sentence):
        known = _known_opening(text)
        lead = lead if known else None
    rank = rank_of(known) if known else None
    end = start + len(known or text)
    if known is None or rank is None:
        if lead is None or not lead.is_close:
            return None
        if not (lead.is_bearing or words("where")[lead.where or ""].sure):
            return None
        return _unless_outsider(PlaceName(start, end, text, TOWN, is_landmark=lead.is_bearing))
    if lead is None:
        is_large = rank > TOWN or population_of(known) >= LARGE_TOWN
        return PlaceName(start, end, known, rank, is_sure=False) if is_large else None
    is_sure = lead.where is None or words("where")[lead.where].sure
    if not is_sure and population_of(known) < TOWN_OF_NOTE and rank == TOWN:
        return None
    return PlaceName(start, end, known, rank, is_landmark=lead.is_bearing)


def _known_opening(text: str) -> str | None:
    """As many of the first words of a headline's name as are one: "Abidjan Confirmed"."""
    parts = text.split(" ")
    names = (" ".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return next((name for name in names if rank_of(name) is not None), None)


def _unless_outsider(place: PlaceName, *, shared: bool = False) -> PlaceName | None:
    """The place, unless its name is of other things; a shared sort needs a known name."""
    parts = place.name.split(" ")
    if place.name in outsiders() or not outsiders().isdisjoint({parts[0], parts[-1]}):
        return None
    is_code = place.name.isupper() and len(place.name) <= 5
    is_other = shared and not _is_known(place)
    return None if is_code or is_other else place


def _is_known(place: PlaceName) -> bool:
    """Whether the gazetteer has a place of that name that is as wide as its sort says."""
    wide = [entry.place.level is not Level.PLACE for entry in find_named(place.name)]
    return any(wide) if place.rank >= PROVINCE else bool(wide)


@cache
def outsiders() -> frozenset[str]:
    """Capitalised words and phrases that stand where places stand, and are none."""
    spelled = (word for entry in words("outsider").values() for word in entry.words)
    groups = (name for group in registry().values() for name in group.strong_aliases)
    return frozenset((*spelled, *groups, *adjectives()))


def _nested(places: list[PlaceName], folded: str) -> list[PlaceName]:
    """Join each place with the one around it that follows, or owns it."""
    joined: list[PlaceName] = []
    for place in reversed(places):
        inner = place
        if joined and _lies_in(place, joined[-1], folded):
            inner = replace(place, within=joined.pop())
        elif joined and _owns(place, joined[-1], folded):
            inner = _with_outermost(joined.pop(), place)
        joined.append(_doubted(inner, folded))
    return joined[::-1]


def _doubted(place: PlaceName, folded: str) -> PlaceName:
    """A country that owns something is its government: "Ghana's army"."""
    owns = folded.startswith("'s", place.end) and place.rank >= PROVINCE
    return replace(place, is_sure=False) if owns else place


def _lies_in(inner: PlaceName, outer: PlaceName, folded: str) -> bool:
    gap = _GAP.fullmatch(folded, inner.end, outer.start)
    if gap is None or inner.rank >= outer.rank:
        return False
    is_list = gap.group().startswith(",")
    return outer.rank >= PROVINCE or outer.kind is not None or not is_list


def _owns(owner: PlaceName, place: PlaceName, folded: str) -> bool:
    return owner.rank > place.rank and bool(_OWNER.fullmatch(folded, owner.end, place.start))


def _with_outermost(place: PlaceName, owner: PlaceName) -> PlaceName:
    if place.within is None:
        return replace(place, within=owner)
    return replace(place, within=_with_outermost(place.within, owner))


def rank_of(name: str) -> int | None:
    """The rank of the best-known place of a name; null where no gazetteer has it."""
    own = own_places().get(name_key(name))
    if own is not None:
        return _RANKS[own.level]
    best = best_known(find_named(name))
    return _RANKS[best.place.level] if best else None


def population_of(name: str) -> int:
    """How many people live in the best-known place of a name."""
    best = best_known(find_named(name))
    return best.population if best else 0


@cache
def adjectives() -> frozenset[str]:
    """Adjectives and nationals of countries and peoples, which name no place."""
    return frozenset(
        word
        for entry in demonyms().values()
        for word in (*entry.adjectives, *entry.nationals)
        if word not in entry.names
    )


def find_home(text: str) -> str | None:
    """The country whose police, ministers or towns a stretch of text speaks of."""
    for match in _home_pattern().finditer(text, timeout=REGEX_TIMEOUT):
        return country_of(_states()[match[1]])
    return None


@cache
def _home_pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"\b(\L<adjectives>)(?:\s\p{Ll}+)?\s\L<homes>\b",
        adjectives=sorted(_states()),
        homes=sorted(word for home in words("home") for word in (home, home.title())),
    )


@cache
def _states() -> dict[str, str]:
    """Adjectives of countries, with a name of the country."""
    return {
        word: entry.names[0]
        for entry in demonyms().values()
        if entry.state and entry.names
        for word in entry.adjectives
    }
