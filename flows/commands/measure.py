"""`tollcheck evaluate` and `tollcheck benchmark`: quality and speed beside baselines."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.app import USAGE, command
from flows.terminal import say


class Figures(StrEnum):
    """How figures are printed; they are no rows, so there is no CSV."""

    TABLE = "table"
    JSON = "json"


Form = Annotated[Figures, typer.Option("--format", help="For people, or for programs.")]
Errors = Annotated[
    Path | None,
    typer.Option(
        help="Write the errors with their sentences into this .jsonl file, or into this "
        "folder to be read; - shows them."
    ),
]


class GoldChoice(StrEnum):
    """The default sets of gold."""

    SEEDS = "seeds"
    NEWS = "news"
    SENTENCES = "sentences"
    ISAF = "isaf"
    POLNEAR = "polnear"
    INCIDENTS = "incidents"
    SYRIA = "syria"


@command("evaluate", example="tollcheck evaluate tests/gold/bounds.yml --no-baselines")
def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            help="Claims as JSON lines, or coded sentences as YAML; without, the default sets."
        ),
    ] = None,
    texts: Annotated[
        list[Path] | None, typer.Option(help="A file or folder with the documents of GOLD.")
    ] = None,
    sets: Annotated[
        list[GoldChoice] | None, typer.Option("--set", help="Measure on this default set only.")
    ] = None,
    baselines: Annotated[bool, typer.Option(help="Measure the baselines too.")] = True,
    claims: Annotated[
        list[Path] | None,
        typer.Option(help="Claims of incidents or syria that were extracted before."),
    ] = None,
    errors: Errors = None,
    form: Form = Figures.TABLE,
) -> None:
    """Measure claims, events and discrepancies on gold, beside baselines."""
    from evaluation.command import evaluate as measure  # noqa: PLC0415 -- brings spaCy
    from evaluation.json_lines import GoldError  # noqa: PLC0415 -- see above

    try:
        measure(
            gold,
            texts or (),
            sets=[each.value for each in sets] if sets else None,
            claims=claims or (),
            baselines=baselines,
            output=form.value,
            errors=errors,
        )
    except GoldError as error:
        say(f"tollcheck: {error}")
        raise typer.Exit(USAGE) from error


@command("benchmark", example="tollcheck benchmark --rounds 1 --limit 5")
def benchmark(
    rounds: Annotated[int, typer.Option(min=1, help="How often everything is measured.")] = 3,
    limit: Annotated[int, typer.Option(min=1, help="Most texts of a kind.")] = 100,
    results: Annotated[
        Path | None, typer.Option(help="Keep the figures in a dated file of this folder.")
    ] = None,
    form: Form = Figures.TABLE,
) -> None:
    """Measure the extractor's speed, beside the floor and peers."""
    from evaluation.benchmark import benchmark as measure  # noqa: PLC0415 -- brings spaCy

    measure(rounds=rounds, limit=limit, output=form.value, results=results)
