"""`python -m evaluation`: measure quality, fit confidence, measure speed."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from evaluation.claim_jobs import SETS
from evaluation.json_lines import GoldError

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.command()
def evaluate(
    gold: Annotated[Path | None, typer.Argument(help="Gold file; else the default sets.")] = None,
    texts: Annotated[list[Path] | None, typer.Option(help="Documents of the gold file.")] = None,
    sets: Annotated[list[str] | None, typer.Option(help=f"Of {', '.join(SETS)}.")] = None,
    baselines: Annotated[bool, typer.Option(help="Measure the baselines too.")] = True,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    errors: Annotated[
        Path | None, typer.Option(help="File or folder for the errors; - prints.")
    ] = None,
    results: Annotated[Path | None, typer.Option(help="Folder for the dated figures.")] = None,
) -> None:
    """Measure the extractor on gold, beside the baselines."""
    from evaluation.command import evaluate as run  # noqa: PLC0415 - loads a language model

    if unknown := sorted({*(sets or ())} - {*SETS}):
        raise typer.BadParameter(f"no set is called {unknown[0]!r}; there are {', '.join(SETS)}.")
    run(
        gold,
        texts or (),
        sets=tuple(name for name in SETS if name in sets) if sets else None,
        baselines=baselines,
        output="json" if json else "table",
        errors=errors,
        results=results,
    )


@app.command()
def calibrate(
    write: Annotated[bool, typer.Option(help="Store the weights for the extractor.")] = False,
) -> None:
    """Fit the weights of confidence to the development sets."""
    from evaluation.calibration import calibrate as run  # noqa: PLC0415 - loads a language model

    run(write=write)


@app.command("compare-claims")
def compare_claims(
    before: Annotated[Path, typer.Argument(help="Claims as JSON lines, of the extractor before.")],
    after: Annotated[Path, typer.Argument(help="Claims as JSON lines, of the extractor after.")],
    most: Annotated[int, typer.Option(min=0, help="Differences to print.")] = 40,
) -> None:
    """Tell which claims of two extractions differ; end with 1 if any does."""
    from evaluation.compare_claims import compare_claims as compare  # noqa: PLC0415 - as above

    differences = compare(before, after)
    for difference in differences[:most]:
        print(difference)
    print(f"{len(differences)} differences between {before} and {after}")
    raise typer.Exit(1 if differences else 0)


@app.command("fit-linking")
def fit_linking(
    claims: Annotated[
        list[Path] | None, typer.Option(help="Claims that were extracted before.")
    ] = None,
    threshold: Annotated[
        float | None, typer.Option(help="Mean probability from which on mentions are linked.")
    ] = None,
    write: Annotated[bool, typer.Option(help="Store the weights for the warehouse.")] = False,
) -> None:
    """Fit the weights of the linking to the coded streams."""
    from evaluation.events.fit_linking import fit_linking as run  # noqa: PLC0415 - reads streams

    run(claims or (), threshold=threshold, write=write)


@app.command("arrival-order")
def arrival_order(
    sets: Annotated[list[str] | None, typer.Option(help="incidents, syria; else both.")] = None,
    claims: Annotated[
        list[Path] | None, typer.Option(help="Claims that were extracted before.")
    ] = None,
    documents: Annotated[int, typer.Option(min=2, help="Documents of each stream.")] = 200,
    write: Annotated[bool, typer.Option(help="Keep the figures.")] = False,
) -> None:
    """Measure how far the links depend on the order in which documents arrive."""
    from rich.console import Console  # noqa: PLC0415 - only here

    from evaluation.events.arrival_order import (  # noqa: PLC0415 - brings DuckDB
        STREAMS,
        measure_orders,
        print_orders,
        write_orders,
    )

    found = measure_orders(sets or STREAMS, claims or (), documents)
    print_orders(found, Console())
    if write:
        write_orders(found)


@app.command()
def benchmark(
    rounds: Annotated[int, typer.Option(min=1, help="How often everything is measured.")] = 3,
    limit: Annotated[int, typer.Option(min=1, help="Most texts of a kind.")] = 100,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure the extractor's speed beside the floor and beside peers."""
    from evaluation.benchmark import benchmark as run  # noqa: PLC0415 - loads a language model

    run(rounds=rounds, limit=limit, output="json" if json else "table")


@app.command()
def flow(
    largest: Annotated[int, typer.Option(help="Documents of the largest run.")] = 100_000,
) -> None:
    """Measure what whole runs cost, from ten documents up."""
    from rich.console import Console  # noqa: PLC0415 - only here

    from evaluation.flow_cost import SIZES, measure_flow, print_flow  # noqa: PLC0415 - needs texts

    print_flow(measure_flow([size for size in SIZES if size <= largest]), Console())


@app.command("warehouse-scale")
def warehouse_scale(
    largest: Annotated[int, typer.Option(help="Claims to load at most.")] = 1_000_000,
    times: Annotated[
        int, typer.Option(min=1, help="How often these then stand in a still larger warehouse.")
    ] = 1,
) -> None:
    """Measure what a warehouse costs as it grows, and each view and export of it."""
    from rich.console import Console  # noqa: PLC0415 -- only here

    from evaluation.events.scale_report import print_stages  # noqa: PLC0415 -- it needs a warehouse
    from evaluation.events.warehouse_scale import SIZES, measure_warehouse  # noqa: PLC0415 -- it needs a warehouse

    sizes = [size for size in SIZES if size <= largest]
    print_stages(measure_warehouse(sizes, times=times), Console())


@app.command("desk-keys")
def desk_keys(
    database: Annotated[
        Path | None, typer.Option(help="The warehouse; else one is made of invented reports.")
    ] = None,
) -> None:
    """Measure a review of a hundred claims by keys: how many, and how long one waits."""
    from rich import print_json  # noqa: PLC0415 - only here

    from evaluation.desk_keys import measure_review  # noqa: PLC0415 - needs a browser

    print_json(data=asdict(measure_review(database)))


@app.command("report-scale")
def report_scale(
    database: Annotated[
        Path | None, typer.Option(help="The warehouse; else one is made of invented reports.")
    ] = None,
) -> None:
    """Measure what the report costs over thousands of events, and how soon its pages open."""
    from rich import print_json  # noqa: PLC0415 - only here

    from evaluation.report_scale import measure_report  # noqa: PLC0415 - needs a browser

    print_json(data=asdict(measure_report(database)))


if __name__ == "__main__":
    try:
        app()
    except GoldError as error:
        raise SystemExit(f"error: {error}") from error
