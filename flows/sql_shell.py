"""A place to ask in SQL, question after question."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings

from flows.sql_words import Queryable, SqlCompleter, SqlWords, read_words
from flows.terminal import Format, say, write_rows
from warehouse import WarehouseError, run_sql

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent

PROMPT, MORE = "tollcheck> ", "      ...> "
MOST_SHOWN = 200
HELP = """A question ends with ; and can have several lines. Tab completes; up and down leaf through
what was asked before, Ctrl-R searches it. The warehouse can be read, never changed.

.tables [WORD]     what can be asked, with the question that each answers
.schema NAME       the columns of a table or view
.format FORMAT     table, json or csv
.limit NUMBER      how many rows are shown at most
.help              this text
.quit              or Ctrl-D"""


@dataclass
class Shell:
    """Where the asking stands.

    Attributes:
        database: The warehouse, opened for each question and closed again: a run may load.
        words: What can be typed.
        form: How rows are written.
        limit: How many rows are shown at most.
    """

    database: Path
    words: SqlWords
    form: Format = Format.TABLE
    limit: int = MOST_SHOWN


def ask_on_terminal(database: Path, form: Format) -> None:
    """Answer questions until the person has had enough.

    Args:
        database: The warehouse.
        form: How rows are written, until the person says otherwise.
    """
    shell = Shell(database, read_words(database), form)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(history_file())),
        completer=SqlCompleter(shell.words),
        complete_while_typing=False,
        multiline=Condition(lambda: not is_whole(get_app().current_buffer.text)),
        prompt_continuation=MORE,
        key_bindings=keys(),
    )
    say(f"{database}, for reading. .help tells what can be done here, .tables what can be asked.")
    while True:
        try:
            text = session.prompt(PROMPT).strip()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if text in {".quit", ".exit"}:
            return
        answer(shell, text)


def history_file() -> Path:
    """Where questions are kept."""
    import platformdirs  # noqa: PLC0415 -- only a person at a terminal has a history

    folder = platformdirs.user_state_path("tollcheck")
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "sql-history"


def is_whole(text: str) -> bool:
    """Whether Enter should answer rather than begin a new line."""
    text = text.strip()
    return not text or text.startswith(".") or text.endswith(";")


def keys() -> KeyBindings:
    """Tab completes what there is only one way to complete, else shows the choices."""
    bindings = KeyBindings()

    @bindings.add("tab")
    def complete(event: "KeyPressEvent") -> None:
        buffer = event.current_buffer
        if buffer.complete_state:
            buffer.complete_next()
        else:
            buffer.start_completion(insert_common_part=True)

    return bindings


def answer(shell: Shell, text: str) -> None:
    """Do what was typed; what goes wrong is said, and nothing ends."""
    name, _, argument = text.partition(" ")
    try:
        if name in COMMANDS:
            COMMANDS[name](shell, argument.strip())
        elif text.startswith("."):
            say(f"There is no {name}; .help lists what there is.")
        elif text.strip("; \n"):
            show_rows(shell, text)
    except WarehouseError as error:
        say(str(error))
    except KeyboardInterrupt:
        say("Interrupted.")


def show_rows(shell: Shell, query: str) -> None:
    """Answer a question."""
    found = run_sql(shell.database, query, limit=shell.limit)
    write_rows(found.columns, found.rows, shell.form)
    if found.is_cut:
        say(f"The first {shell.limit:,} rows; .limit shows more.")
    elif shell.form is Format.TABLE:
        say(f"{len(found.rows):,} row{'' if len(found.rows) == 1 else 's'}")


def show_help(_: Shell, __: str) -> None:
    """Say what can be done."""
    say(HELP)


def show_tables(shell: Shell, word: str) -> None:
    """List what can be asked."""
    rows = [
        (called(each), each.question)
        for each in shell.words.relations.values()
        if word.lower() in f"{each.name} {each.question}".lower()
    ]
    write_rows(("name", "question"), rows, shell.form)


def called(relation: Queryable) -> str:
    """How a relation is written in a question."""
    return f"{relation.name}({', '.join(relation.columns)})" if relation.is_macro else relation.name


def show_schema(shell: Shell, name: str) -> None:
    """List the columns of a table or view."""
    relation = shell.words.relations.get(name.rstrip(";").lower())
    if relation is None:
        say(f"There is no table or view {name!r}; .tables lists them.")
        return
    say(f"{called(relation)}: {relation.question}")
    if not relation.is_macro:
        query = f'describe "{relation.name}"'
        rows = [row[:2] for row in run_sql(shell.database, query).rows]
        write_rows(("column", "type"), rows, shell.form)


def set_format(shell: Shell, name: str) -> None:
    """Choose how rows are written."""
    if name in set(Format):
        shell.form = Format(name)
    else:
        say(f"A format is one of {', '.join(Format)}.")


def set_limit(shell: Shell, number: str) -> None:
    """Choose how many rows are shown."""
    if number.isdecimal() and 0 < int(number) <= 1_000_000:
        shell.limit = int(number)
    else:
        say("A limit is a number from 1 to 1000000.")


COMMANDS: dict[str, Callable[[Shell, str], None]] = {
    ".help": show_help,
    ".tables": show_tables,
    ".schema": show_schema,
    ".format": set_format,
    ".limit": set_limit,
}
