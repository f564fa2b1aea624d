"""Headlines, without the labels that copying from a browser glues to them."""

from functools import cache

import regex

from intake.text.site_words import alternatives, load_words, search


def trim_title(text: str) -> str:
    """Take off labels: "Top NewsFerry sinks off Cebu Exclusive" is "Ferry sinks off Cebu".

    A label before the headline is known by the missing space; one after it by its capital in a
    headline that is otherwise written like a sentence.
    """
    prefix, suffix = _patterns()
    if match := search(prefix, text):
        text = text[match.end() :]
    if match := search(suffix, text):
        text = text[: match.start()]
    return text.strip()


@cache
def _patterns() -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    words = load_words()
    labels = alternatives(words.title_prefixes)
    prefix = regex.compile(rf"^(?i:{labels})(?=\p{{Lu}}\p{{L}}*[\s,’'-])(?<=\p{{Ll}})")
    suffix = regex.compile(
        rf"(?<=\s\p{{Ll}}[\p{{L}}’'-]*)\s+(?:{alternatives(words.title_suffixes)})$"
    )
    return prefix, suffix
