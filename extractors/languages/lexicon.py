"""Words as data: the one reader of the files under `<language>/lexicons/`."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import ConfigDict, Field, ValidationError

from extractors.languages.pack import LanguagePack, active_pack
from schemas.base import Contract
from schemas.yaml_text import parse_yaml_documents

SHIPPED = Path(__file__).parent
OWN_LEXICONS = "TOLLCHECK_LEXICONS"
"""Environment variable naming a folder whose `<language>/<name>.yml` files add to the shipped."""


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file and the entry."""


class LexiconEntry(Contract):
    """One entry of a lexicon; a lexicon with more to tell subclasses it.

    Attributes:
        id: Its name, unique in its lexicon.
        words: The words or phrases that it stands for, in lower case unless case matters.
        pattern: A regular expression instead of words, where words cannot say it.
        example: A sentence that the entry must fire on.
        provenance: Where the entry comes from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str = Field(min_length=1)
    words: tuple[str, ...] = ()
    pattern: str | None = None
    example: str = Field(min_length=1)
    provenance: str = Field(min_length=1)

    def keys(self) -> Iterator[str]:
        """What no other entry of the lexicon may claim; override to tell homonyms apart."""
        yield from (word.casefold() for word in self.words)
        if self.pattern:
            yield f"/{self.pattern}/"


EntryT = TypeVar("EntryT", bound=LexiconEntry)


def load_lexicon(
    name: str, model: type[EntryT], pack: LanguagePack | None = None
) -> tuple[EntryT, ...]:
    """Read a lexicon, with the entries that a user's own file adds.

    A file holds one or more YAML documents, each with `entries` and optional `defaults` that
    hold for all of its entries. An entry of the user's file replaces the shipped one with its id.

    Args:
        name: File name without its ending ("cues").
        model: What an entry looks like.
        pack: The language; null for the one that is being read.

    Returns:
        The entries, frozen, in the order of the file.

    Raises:
        LexiconError: A file is missing or malformed, or two entries claim the same words.
    """
    return cast(
        "tuple[EntryT, ...]",
        _load(name, model, pack or active_pack(), os.environ.get(OWN_LEXICONS)),
    )


@cache
def _load(
    name: str, model: type[LexiconEntry], pack: LanguagePack, own: str | None
) -> tuple[LexiconEntry, ...]:
    entries: dict[str, LexiconEntry] = {}
    for path in _files(name, pack, own):
        entries |= _read(path, model)
    _refuse_collisions(name, entries.values())
    return tuple(entries.values())


def _files(name: str, pack: LanguagePack, own: str | None) -> Iterator[Path]:
    folder = SHIPPED / "en" / "lexicons" if name in pack.borrows else pack.lexicons
    shipped = folder / f"{name}.yml"
    if shipped.is_file():
        yield shipped
    elif pack.is_complete:
        raise LexiconError(f"there is no lexicon {name!r} for language {pack.code!r}: {shipped}")
    if own and (path := Path(own) / pack.code / f"{name}.yml").is_file():
        yield path


def _read(path: Path, model: type[LexiconEntry]) -> dict[str, LexiconEntry]:
    seen: dict[str, LexiconEntry] = {}
    for fields in _raw_entries(path):
        try:
            entry = model.model_validate(fields)
        except ValidationError as error:
            raise LexiconError(f"{path}: entry {fields.get('id')!r}: {error}") from error
        if entry.id in seen:
            raise LexiconError(f"{path}: two entries are called {entry.id!r}")
        seen[entry.id] = entry
    return seen


def _raw_entries(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        sections = list(parse_yaml_documents(path.read_text("utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path} is not readable YAML: {error}") from error
    for section in sections:
        if not isinstance(section, dict) or not isinstance(section.get("entries"), list):
            raise LexiconError(f"{path}: each document in it needs a list called `entries`")
        defaults = section.get("defaults") or {}
        for fields in section["entries"]:
            if not isinstance(fields, dict):
                raise LexiconError(
                    f"{path}: {fields!r} is no entry: write `id`, `words`, `example`"
                )
            yield {**defaults, **fields}


def _refuse_collisions(name: str, entries: Iterable[LexiconEntry]) -> None:
    owners: dict[str, str] = {}
    for entry in entries:
        for key in entry.keys():  # noqa: SIM118 - a method of ours, not a mapping's
            if key in owners:
                raise LexiconError(
                    f"lexicon {name!r}: {owners[key]!r} and {entry.id!r} both claim {key!r}"
                )
            owners[key] = entry.id
