"""What is wrong with how the pipeline was asked for; each message says what to do."""


class UsageError(ValueError):
    """The command cannot be carried out as it was given."""


class SettingsError(UsageError):
    """A setting is unknown or wrong, or the settings' file cannot be read."""
