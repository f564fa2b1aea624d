"""English: lexicons, inflection, parser."""

from pathlib import Path

from extractors.languages.en.inflection import inflect
from extractors.languages.en.parser import load_parser
from extractors.languages.pack import LanguagePack

PACK = LanguagePack(
    code="en",
    lexicons=Path(__file__).parent / "lexicons",
    load_parser=load_parser,
    inflect=inflect,
)
