"""What is wrong with how the pipeline was asked for; each message says what to do."""

import re

PLAINER = (
    (re.compile(r"^Invalid value: "), ""),
    (re.compile(r"^Invalid value for '(.+?)': "), r"\1: "),
    (re.compile(r"Value error, "), ""),
    (re.compile(r"Input should be a valid integer, .*"), "it should be a whole number"),
    (re.compile(r"Input should"), "it should"),
)
"""How the words of the libraries that read command lines and settings are put."""


def in_plain_words(message: str) -> str:
    """A message of those libraries for somebody who does not know them."""
    for pattern, plainer in PLAINER:
        message = pattern.sub(plainer, message)
    return message


class UsageError(ValueError):
    """The command cannot be carried out as it was given."""


class SettingsError(UsageError):
    """A setting is unknown or wrong, or the settings' file cannot be read."""
