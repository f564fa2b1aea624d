"""Language packs: everything of one language in one folder, selected by `Document.language`."""

from collections.abc import Mapping

from extractors.languages.en import PACK as ENGLISH
from extractors.languages.pack import LanguagePack

PACKS: Mapping[str, LanguagePack] = {ENGLISH.code: ENGLISH}
"""The languages that can be read, by their codes."""
