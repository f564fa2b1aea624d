"""The place where a harm happened."""
