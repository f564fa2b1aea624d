"""What belongs to one language, and which language is being read."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from spacy.language import Language

Names = TypeVarTuple("Names")
R = TypeVar("R")


@dataclass(frozen=True, eq=False)
class LanguagePack:
    """Everything of one language.

    Attributes:
        code: ISO 639-1 code, as in `Document.language`.
        lexicons: Folder of its word lists, one YAML file each.
        load_parser: Loads its parser; the labels are those that `extractors.syntax` reads, and
            the component that names entities is called `ner`.
        inflect: Lists the forms of a word, the base first; told whether the word is a verb.
        is_complete: Whether a lexicon that the folder lacks is an error; otherwise it is empty,
            and what it would tell is not read.
        borrows: Lexicons that it takes from English: names of groups and places, and what is
            known of them.
    """

    code: str
    lexicons: Path
    load_parser: "Callable[[], Language]"
    inflect: Callable[[str, bool], tuple[str, ...]]
    is_complete: bool = True
    borrows: frozenset[str] = frozenset()


_ACTIVE: ContextVar[LanguagePack] = ContextVar("language")


def active_pack() -> LanguagePack:
    """The pack of the language that is being read; English outside of `use_language`."""
    pack = _ACTIVE.get(None)
    if pack is None:
        from extractors.languages.en import PACK  # noqa: PLC0415 - it imports this module

        _ACTIVE.set(PACK)
        return PACK
    return pack


@contextmanager
def use_language(pack: LanguagePack) -> Iterator[None]:
    """Read a language: inside, its lexicons and its parser are used."""
    token = _ACTIVE.set(pack)
    try:
        yield
    finally:
        _ACTIVE.reset(token)


def per_language(function: Callable[[*Names], R]) -> Callable[[*Names], R]:
    """Keep what a function makes of the lexicons, for each language apart.

    It is for what lexicons hold, asked with names of sets and kinds; never for texts.
    """
    kept: defaultdict[LanguagePack, dict[tuple[*Names], R]] = defaultdict(dict)

    @wraps(function)
    def of_language(*args: *Names) -> R:
        pack = _ACTIVE.get(None) or active_pack()
        own = kept[pack]
        try:
            return own[args]
        except KeyError:
            return own.setdefault(args, function(*args))

    of_language.cache_clear = kept.clear  # type: ignore[attr-defined]
    return of_language
