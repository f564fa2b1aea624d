"""The command `tollcheck`, and how its subcommands are declared."""

import glob
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from flows.terminal import Format

Function = TypeVar("Function", bound=Callable[..., None])

DONE, REJECTED, USAGE = 0, 1, 2

app = typer.Typer(
    name="tollcheck",
    help="Every casualty figure in the news, who said it, and where the figures disagree.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # importing its Markdown would take longer than all the rest of help
)


def show_version(asked: bool) -> None:
    """Show the version and end, where somebody asked for it."""
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 -- here only

        typer.echo(f"tollcheck {version('tollcheck')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Every casualty figure in the news, who said it, and where the figures disagree."""


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="A file, folder, glob, URL, or - for standard input."),
]
Database = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="The warehouse.", show_default="tollcheck.duckdb"),
]
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar="FOLDER", help="The report.", show_default="report"),
]
Form = Annotated[Format, typer.Option("--format", help="A table for people, or for programs.")]


def command(name: str, *, example: str) -> Callable[[Function], Function]:
    """Declare a subcommand with an example that its help shows."""
    return app.command(name, epilog=f"Example: {example}")


def refuse_missing(inputs: Sequence[str]) -> None:
    """Refuse inputs of which none exists: that is a slip of the pen, and no run should start."""
    paths = [Path(given) for given in inputs]
    if inputs and not any(
        given == "-" or "://" in given or glob.has_magic(given) or path.exists()
        for given, path in zip(inputs, paths, strict=True)
    ):
        names = ", ".join(inputs)
        raise typer.BadParameter(f"There is no such file or folder: {names}; check the path.")


def database_file(given: Path | None) -> Path:
    """The warehouse file: as given, or else from the settings."""
    if given is not None:
        return given
    from flows.settings import Settings  # noqa: PLC0415 -- an explicit file needs no settings

    return Settings.given().database
