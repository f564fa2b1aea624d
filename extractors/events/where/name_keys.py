"""Names of places, freed from how they happen to be spelled."""

import regex

from schemas.accents import without_accents

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | {"ə": "a", "ʿ": "", "ʾ": "", "'": "", "‘": "", "’": "", "`": "", "ʻ": "", "ʼ": "", "´": ""}
)
_INITIALS = regex.compile(r"(?<=\b\p{L})\.(?!\s\p{L}{2})")
_OTHER = regex.compile(r"[^\p{L}\p{N}]+")
_ARTICLE = regex.compile(r"^(?:the|al|an|ar|as|ash|at|az|ad) (?=\S)")
_INNER_ARTICLE = regex.compile(r"(?<=\S )(?:[ae]l|[ae][zrsdnt]|[ae]sh) (?=\S)")
_VOWELS = regex.compile(r"(?<=.)[aeiouyhw]+|\s")
_DOUBLED = regex.compile(r"(.)\1+")


def name_key(name: str) -> str:
    """A name without case, accents, punctuation and article: "Al-Qā’im" is "qaim"."""
    plain = (_INITIALS.sub("", name) if "." in name else name).casefold().translate(_LETTERS)
    if not plain.isascii():
        plain = without_accents(plain).translate(_LETTERS)
    if plain.isalnum():
        return plain
    return _ARTICLE.sub("", _OTHER.sub(" ", plain).strip())


def sound_key(name: str) -> str:
    """The consonants of a name, which transcriptions agree on: "Khowst" and "Khost" are "kst"."""
    bare = _VOWELS.sub("", _INNER_ARTICLE.sub("", name_key(name))).replace("q", "k")
    return _DOUBLED.sub(r"\1", bare)
