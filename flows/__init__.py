"""Prefect flows and the command line: orchestration only."""

from time import monotonic

from flows.environment import prepare_prefect

BEGAN = monotonic()
"""When this program began, about: the time that a run tells counts from here."""

# Prefect reads its environment once, when it is first imported.
prepare_prefect()
