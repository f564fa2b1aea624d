"""Great Expectations: suites from the catalogue, validated against frames.

Its SQL datasource cannot validate a DuckDB file, so that frames are handed to it: the tables'
columns, and in the suite `relations` the rows that checks in SQL have found to offend.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.quality.catalogue import KEYS, ColumnCheck, filled_in, suites
from warehouse.quality.check_result import SAMPLE, Outcome
from warehouse.quality.lazily import imported_lazily
from warehouse.quality.sql_checks import Finding, findings_frame

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations import ExpectationSuite
    from great_expectations.data_context.data_context.abstract_data_context import (
        AbstractDataContext,
    )

RELATIONS = "relations"
SITE: Any = {
    "class_name": "SiteBuilder",
    "show_how_to_buttons": False,
    "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
}


class Validator:
    """Validates frames, and keeps what it found for Data Docs."""

    def __init__(self, run_id: str, docs_folder: Path | None) -> None:
        self._run_id = run_id
        self._context = quiet_context()
        self._source = self._context.data_sources.add_pandas("warehouse")
        if docs_folder:
            store = {
                "class_name": "TupleFilesystemStoreBackend",
                "base_directory": str(docs_folder),
            }
            self._context.add_data_docs_site("quality", SITE | {"store_backend": store})

    def columns(
        self, name: str, frame: "pd.DataFrame", groups: Collection[str]
    ) -> dict[str, Outcome]:
        """Validate the columns of a frame.

        Args:
            name: The suite.
            frame: Its rows.
            groups: The known groups of victims; empty where they are not known.
        """
        from great_expectations import ExpectationSuite  # noqa: PLC0415 -- takes five seconds

        asked = [check for check in suites()[name] if groups or not check.needs_groups]
        suite = ExpectationSuite(name, expectations=[configured(each, groups) for each in asked])
        found = self._validate(suite, compact(frame, KEYS[name]), KEYS[name])
        return {each: outcome(result, KEYS[name]) for each, result in found.items()}

    def relations(self, findings: Sequence[Finding]) -> dict[str, Outcome]:
        """Validate that the checks in SQL found nothing."""
        from great_expectations import ExpectationSuite  # noqa: PLC0415 -- takes five seconds

        suite = ExpectationSuite(RELATIONS, expectations=[none_found(each) for each in findings])
        found = self._validate(suite, findings_frame(findings), None)
        return {
            finding.check.name: Outcome(
                passed=bool(found[finding.check.name].success),
                checked=finding.checked,
                failed=finding.failed,
                failing_ids=finding.ids,
            )
            for finding in findings
        }

    def build_docs(self) -> None:
        """Write the pages on what was validated."""
        self._context.build_data_docs(site_names=["quality"])

    def _validate(
        self, suite: "ExpectationSuite", frame: "pd.DataFrame", key: str | None
    ) -> dict[str, Any]:
        """Run a suite, and file its results under the expectations' names."""
        from great_expectations import Checkpoint, ValidationDefinition  # noqa: PLC0415 -- slow
        from great_expectations.core.run_identifier import RunIdentifier  # noqa: PLC0415 -- slow

        asset = self._source.add_dataframe_asset(suite.name)
        definition = ValidationDefinition(
            name=suite.name,
            data=asset.add_batch_definition_whole_dataframe("all"),
            suite=self._context.suites.add(suite),
        )
        checkpoint = Checkpoint(
            name=suite.name,
            validation_definitions=[self._context.validation_definitions.add(definition)],
            result_format={
                "result_format": "COMPLETE",
                **({"unexpected_index_column_names": [key]} if key else {}),
            },
        )
        done = self._context.checkpoints.add(checkpoint).run(
            batch_parameters={"dataframe": frame}, run_id=RunIdentifier(run_name=self._run_id)
        )
        for place, validation in done.run_results.items():
            # Its pages look for the name where older releases kept it, and else call it "None".
            meta: Any = validation.meta
            meta["batch_kwargs"] = {"data_asset_name": suite.name}
            self._context.validation_results_store.set(place, validation)
        results: list[Any] = [
            result for validation in done.run_results.values() for result in validation.results
        ]
        return {result.expectation_config.meta["name"]: result for result in results}


def compact(frame: "pd.DataFrame", key: str) -> "pd.DataFrame":
    """The frame with its words as categories: they check in half the time."""
    texts = [name for name in frame.select_dtypes(["object", "str"]).columns if name != key]
    return frame.astype(dict.fromkeys(texts, "category"))


def quiet_context() -> "AbstractDataContext":
    """A context that keeps nothing on disk, tells nobody, and draws no bars."""
    os.environ["GX_ANALYTICS_ENABLED"] = "False"
    # It imports them for expectations and pages that are not asked for here: half of its time.
    with imported_lazily("scipy.stats", "altair"):
        import great_expectations  # noqa: PLC0415 -- takes seconds
    from great_expectations.data_context.types.base import (  # noqa: PLC0415 -- see above
        ProgressBarsConfig,
    )

    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def configured(check: ColumnCheck, groups: Collection[str]) -> Any:
    """An expectation on a column, as Great Expectations wants it."""
    return expectation(
        check.type, check.name, check.expects, check.severity, filled_in(check.arguments, groups)
    )


def none_found(finding: Finding) -> Any:
    """The expectation that a check in SQL found nothing."""
    check = finding.check
    kind = "expect_column_values_to_be_null"
    return expectation(kind, check.name, check.expects, check.severity, {"column": check.name})


def expectation(
    kind: str, name: str, expects: str, severity: str, arguments: Mapping[str, Any]
) -> Any:
    """Make an expectation that carries our name for it and our sentence."""
    from great_expectations.expectations.expectation_configuration import (  # noqa: PLC0415 -- slow
        ExpectationConfiguration,
    )
    from great_expectations.expectations.metadata_types import (  # noqa: PLC0415 -- slow
        FailureSeverity,
    )

    weight = FailureSeverity.CRITICAL if severity == "error" else FailureSeverity.WARNING
    return ExpectationConfiguration(
        type=kind,
        kwargs=dict(arguments),
        meta={"name": name},
        description=expects,
        severity=weight,
    ).to_domain_obj()


def outcome(result: Any, key: str) -> Outcome:
    """What a result of Great Expectations says.

    Raises:
        RuntimeError: The expectation could not be checked, as of a column that is not there.
    """
    said = result.result
    if "element_count" not in said:
        raise RuntimeError(f"{result.expectation_config.meta['name']}: {result.exception_info}")
    return Outcome(
        passed=bool(result.success),
        checked=int(said["element_count"]),
        failed=int(said.get("unexpected_count", 0)),
        failing_ids=tuple(names(said, key)),
    )


def names(said: Mapping[str, Any], key: str) -> Iterator[str]:
    """The names of failing rows, as many as are kept."""
    for row in (said.get("unexpected_index_list") or [])[:SAMPLE]:
        yield str(row[key])
