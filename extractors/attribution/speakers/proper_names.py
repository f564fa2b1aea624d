"""Names as written: where they stand, what is title in them, what two forms share."""

from collections.abc import Iterator, Sequence

import regex

from extractors.attribution.speakers.speaker_roles import RoleMatch, find_roles
from extractors.document.text import time_limit
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.victims.group_lexicon import demonyms, national_adjectives

_ABBREVIATED = regex.compile(r"\s\(\p{Lu}[\p{Lu}.-]{1,9}\)$")
_POSSESSIVE = regex.compile(r"['’]s?$")
_OWNS = regex.compile(r"(?:(?<=['’]s)|['’])\s\p{Lu}")
_OWNER = regex.compile(r"(?:['’]s|s['’])\s(?:[\p{L}-]+\s)*$")


def find_names(text: str) -> Iterator["regex.Match[str]"]:
    """Find the stretches of capitalised words, with their particles."""
    yield from pattern("proper-name").finditer(text, timeout=time_limit(text))


def find_long_names(text: str) -> Iterator["regex.Match[str]"]:
    """Find names that link their words, as organisations do: "Front for the Defence of Maraa"."""
    yield from pattern("linked-name").finditer(text, timeout=time_limit(text))


def find_placed_names(text: str) -> Iterator["regex.Match[str]"]:
    """Find names that link their words, a place among them: "Mission of Observers in Maraa"."""
    yield from pattern("placed-name").finditer(text, timeout=time_limit(text))


def without_article(phrase: str) -> str:
    """Leave out a leading article."""
    return (
        pattern("leading-article").sub("", phrase, count=1)
        if pattern("leading-article").match(phrase)
        else phrase
    )


def without_possessive(phrase: str) -> str:
    """Leave out a trailing possessive."""
    return _POSSESSIVE.sub("", phrase.strip())


def without_abbreviation(phrase: str) -> str:
    """Leave out an abbreviation in brackets at the end."""
    return _ABBREVIATED.sub("", phrase)


def split_title(phrase: str) -> tuple[str, str]:
    """Part a phrase into the titles and roles before a name and the name.

    "Police captain Idris Lal" gives ("Police captain", "Idris Lal"); where nothing that is
    written as a name follows the last role, the second part is empty. What describes a name may
    follow it: "Idris Lal of the Karvat police".
    """
    phrase = without_possessive(phrase)
    told = [match for match in find_roles(phrase) if match.role.number in {"person", "people"}]
    # "the People's Army", "the Workers' Party": whose the body is, not what somebody is
    roles = [match for match in told if not _OWNS.match(phrase, match.end)]
    named = _described(phrase) or _behind_body(phrase, roles)
    if named is not None:
        return named
    if roles and (_is_complement(phrase, roles[-1]) or _is_owned_office(phrase, roles[-1])):
        return "", ""
    limit = pattern("inner-prepositional-phrase").search(phrase)
    if len(roles) > 1 and _is_office_alone(phrase, *roles[-2:]):
        return "", ""
    roles = [match for match in roles if match.end < (limit.start() if limit else len(phrase))]
    if not roles and (owned := pattern("owned-name").fullmatch(phrase)):
        return owned["owner"], without_honours(owned["name"])
    if not roles:
        return "", without_honours(phrase) if pattern("proper-name").fullmatch(phrase) else ""
    match = pattern("name-phrase").fullmatch(phrase[roles[-1].end :].strip(" .,"))
    return phrase[: roles[-1].end], without_honours(match["name"]) if match else ""


def _is_owned_office(phrase: str, role: RoleMatch) -> bool:
    """Whether a phrase tells whose office somebody has, and no name: "Omland's Prime Minister"."""
    return role.end == len(phrase) and _OWNER.search(phrase[: role.start]) is not None


def _is_office_alone(phrase: str, title: RoleMatch, office: RoleMatch) -> bool:
    """Whether a phrase ends with the office that a title belongs to: "General Chief of Staff"."""
    is_beside = phrase[title.end : office.start] == " " and office.end == len(phrase)
    return is_beside and title.role.title and " " in office.text


def _is_complement(phrase: str, title: RoleMatch) -> bool:
    """Whether a titled name only tells whose somebody is: "opponents of President Lal".

    The bearer of an office may be named behind what the office is of: "the head of police Colonel
    Lal" is the colonel, "a spokesman for President Lal" is not the president.
    """
    match = pattern("titled-complement").fullmatch(phrase[: title.start])
    if match is None or any(_is_proper(word) for word in match["adjectives"].split()):
        return False
    heads = find_roles(match["head"])
    is_office = bool(heads) and heads[-1].number == "person"
    return not (is_office and match["preposition"] == "of")


def _is_proper(word: str) -> bool:
    return word[0].isupper() and word not in national_adjectives()


def _described(phrase: str) -> tuple[str, str] | None:
    """A name and what describes it: a role, or the body that somebody is of."""
    titles = [each for each in find_roles(phrase) if each.start == 0 and each.role.title]
    first = titles[0].end + 1 if titles else 0
    match = pattern("described-name").fullmatch(phrase[first:])
    if match is None or find_roles(match["name"]) or _opens_country(match["name"]):
        return None
    if without_possessive(match["name"]) != match["name"]:
        return None  # "Dorel's deputy governor" names no governor
    roles = find_roles(match["told"])
    if not roles:
        return None
    is_body = match["told"].split(maxsplit=1)[0] in speech_words("of-body")
    rest = match["told"][roles[0].end :].strip()
    is_role = roles[0].number == "person" and not pattern("name-phrase").fullmatch(rest)
    fits = roles[0].number == "group" if is_body else is_role
    return (without_link(match["told"]), match["name"]) if fits else None


@per_language
def country_names() -> frozenset[str]:
    """The names of all countries."""
    return frozenset(name for entry in demonyms().values() for name in entry.names)


def _opens_country(name: str) -> bool:
    """Whether a name begins a country's: "Democratic Republic | of Congo's government"."""
    return any(country.startswith(f"{name} ") for country in country_names())


def _behind_body(phrase: str, roles: Sequence[RoleMatch]) -> tuple[str, str] | None:
    """An office with its body, and who holds it: "press secretary of the Defence Ministry Ana Lal".

    The body's abbreviation in brackets, or a word for a body, ends its name.
    """
    if not roles or pattern("office-is-of").match(phrase, roles[0].end) is None:
        return None
    bodies = [each.end for each in find_roles(phrase) if each.number == "group"]
    shorts = [each.end() for each in pattern("short-name-in-brackets").finditer(phrase)]
    for end in (*bodies, *shorts):
        name = phrase[end:].strip()
        is_name = pattern("proper-name").fullmatch(name) and " " in name
        if is_name and not find_roles(name):
            return phrase[:end], without_honours(name)
    return None


def without_honours(name: str) -> str:
    """Leave out letters after a name: "Ana Holt QC"."""
    return pattern("post-nominal-letters").sub("", name)


def surname_key(name: str) -> str:
    """What "Idris al-Lal", "al-Lal" and "Lal" share."""
    words = without_possessive(name).split()
    return (
        pattern("arabic-article").sub("", words[-1].casefold().replace("’", "'")) if words else ""
    )


def same_person(short: str, full: str) -> bool:
    """Whether a name can be a shorter form of another."""
    if surname_key(short) != surname_key(full):
        # "Vega" for "Oscar Vega Ruiz": of two surnames the first counts
        words = full.casefold().split()
        return len(words) > 2 and short.casefold() in words[1:-1]
    given, longer = short.casefold().split()[:-1], full.casefold().split()[:-1]
    return all(any(_alike(word, other) for other in longer) for word in given)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word.rstrip(".")) == 1 and other.startswith(word.rstrip(".")))


def is_acronym(name: str) -> bool:
    """Whether a name is an abbreviation: "FMB", "U.N."."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def without_link(words: str) -> str:
    """A body without what ties a name to it: "of the Miners' Union" is "Miners' Union"."""
    link = pattern("links-body-to-name").match(words)
    return words[link.end() :] if link else words


def bare_name(words: str) -> str:
    """A name without its article, possessive and abbreviation: "the army's" is "army"."""
    return without_article(without_abbreviation(without_possessive(words.strip(" .,"))))
