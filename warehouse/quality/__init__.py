"""Checks of what is in the warehouse: expectations as data, their outcome kept per run."""

from warehouse.quality.check_result import CheckResult, Severity
from warehouse.quality.check_results import failing_rows
from warehouse.quality.run_checks import check_quality, failed

__all__ = ["CheckResult", "Severity", "check_quality", "failed", "failing_rows"]
