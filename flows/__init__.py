"""Prefect flows and the command line: orchestration only."""

from flows.environment import prepare_prefect

# Prefect reads its environment once, when it is first imported.
prepare_prefect()
