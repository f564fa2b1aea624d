"""Marks that a text has lost, put back for the parser; offsets are kept."""

from extractors.languages.patterns import pattern


def restore_comma(sentence: str) -> str:
    """Part two verbs of a headline: "Blast kills two injures three" counts three injured.

    Args:
        sentence: The sentence.

    Returns:
        Text of the same length, with a comma for the space where one is missing.
    """
    found = pattern("lost-comma").search(sentence)
    if found is None:
        return sentence
    place = found.start("comma")
    return f"{sentence[:place]},{sentence[place + 1 :]}"
