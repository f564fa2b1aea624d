"""Checks of what is in the warehouse: expectations as data, their outcome kept per run."""

from warehouse.quality.model import CheckResult, Severity
from warehouse.quality.run import check_quality, failed
from warehouse.quality.store import failing_rows

__all__ = ["CheckResult", "Severity", "check_quality", "failed", "failing_rows"]
