"""Text without accents, by which spellings are compared."""

import unicodedata


def without_accents(text: str) -> str:
    """Letters without the marks on them: "José" is "Jose"."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
