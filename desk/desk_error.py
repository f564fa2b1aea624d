"""What can go wrong at the desk."""


class DeskError(Exception):
    """The desk could not do what was asked; the message says why and what to do."""
