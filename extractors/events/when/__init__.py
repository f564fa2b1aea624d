"""The days on which a harm happened."""
