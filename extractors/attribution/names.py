"""Names as written: where they stand, what is title in them, what two forms share."""

from collections.abc import Iterator

import regex

from extractors.attribution.kinds import find_roles
from extractors.text import REGEX_TIMEOUT

_PARTICLE = r"(?:al|el|ul|ud|as|ash|at|az|bin|ibn|abu|de|da|dos|del|de\sla|van|von|der|le|la|ben|y)"
_WORD = (
    rf"(?:{_PARTICLE}[-\s])?\p{{Lu}}[\p{{L}}\p{{M}}'’]*"
    r"(?:-\p{L}[\p{L}\p{M}'’]*)*(?:(?<=\b\p{Lu})\.|(?<=\b(?:Gen|Col|Lt|Maj|Capt|Sgt|Brig|Dr|Mr|Mrs|Ms))\.)?"
)
_NAME = regex.compile(rf"\b{_WORD}(?:[ \n]{_WORD}){{0,6}}")
_LINKED_NAME = regex.compile(
    rf"\b{_WORD}(?:[ \n](?:(?:of|for|and|on|the|e)[ \n]){{0,2}}{_WORD}){{0,8}}"
)
_NAME_PHRASE = regex.compile(
    rf"(?P<name>{_WORD}(?:[ \n]{_WORD}){{0,6}})(?:\s(?:of|from|in|at|with|for)\s.*)?"
)
_HONOURS = regex.compile(
    r",?\s(?:QC|KC|MP|MEP|SC|JP|MD|PhD|OBE|CBE|MBE|Esq|Jr|Sr|SJ|OFM|MLA|MNA|MPA)\.?$"
)
_POSSESSIVE = regex.compile(r"['’]s?$")
_ARTICLE = regex.compile(r"(?:the|a|an)\s+", regex.IGNORECASE)
_PREFIX = regex.compile(r"^(?:al|el|ul|as|ash|at|az)-")


def find_names(text: str) -> Iterator["regex.Match[str]"]:
    """Find the stretches of capitalised words, with their particles."""
    yield from _NAME.finditer(text, timeout=REGEX_TIMEOUT)


def find_long_names(text: str) -> Iterator["regex.Match[str]"]:
    """Find names that link their words, as organisations do: "Front for the Defence of Maraa"."""
    yield from _LINKED_NAME.finditer(text, timeout=REGEX_TIMEOUT)


def without_article(phrase: str) -> str:
    """Leave out a leading article."""
    return _ARTICLE.sub("", phrase, count=1) if _ARTICLE.match(phrase) else phrase


def without_possessive(phrase: str) -> str:
    """Leave out a trailing possessive."""
    return _POSSESSIVE.sub("", phrase.strip())


def split_title(phrase: str) -> tuple[str, str]:
    """Part a phrase into the titles and roles before a name and the name.

    "Police captain Idris Lal" gives ("Police captain", "Idris Lal"); where nothing that is
    written as a name follows the last role, the second part is empty.
    """
    phrase = without_possessive(phrase)
    roles = [match for match in find_roles(phrase) if match.role.number in {"person", "people"}]
    roles = [match for match in roles if match.end < len(phrase)]
    if not roles:
        return "", without_honours(phrase) if _NAME.fullmatch(phrase) else ""
    match = _NAME_PHRASE.fullmatch(phrase[roles[-1].end :].strip(" .,"))
    return phrase[: roles[-1].end], without_honours(match["name"]) if match else ""


def without_honours(name: str) -> str:
    """Leave out letters after a name: "Ana Holt QC"."""
    return _HONOURS.sub("", name)


def surname_key(name: str) -> str:
    """What "Idris al-Lal", "al-Lal" and "Lal" share."""
    words = without_possessive(name).split()
    return _PREFIX.sub("", words[-1].casefold().replace("’", "'")) if words else ""


def same_person(short: str, full: str) -> bool:
    """Whether a name can be a shorter form of another."""
    if surname_key(short) != surname_key(full):
        return False
    given, longer = short.casefold().split()[:-1], full.casefold().split()[:-1]
    return all(any(_alike(word, other) for other in longer) for word in given)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word.rstrip(".")) == 1 and other.startswith(word.rstrip(".")))


def is_acronym(name: str) -> bool:
    """Whether a name is an abbreviation: "FMB", "U.N."."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()
