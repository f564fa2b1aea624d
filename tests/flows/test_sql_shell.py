"""Asking in SQL at the terminal: lines, completion, history; no mistake ends it."""

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from flows import terminal
from flows.sql_shell import ask_on_terminal, history_file, is_whole
from flows.sql_words import SqlCompleter, read_words
from flows.terminal import Format
from tests.desk import world

END, INTERRUPT = "\x04", "\x03"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("shell") / "fires.duckdb"
    world.build(path)
    return path


@pytest.fixture
def ask(database, tmp_path, monkeypatch, capsys):
    """Types keys, and gives what was answered."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def typed(keys: str, form: Format = Format.CSV) -> str:
        terminal.console.cache_clear()
        terminal.messages.cache_clear()
        with create_pipe_input() as keyboard, create_app_session(keyboard, DummyOutput()):
            keyboard.send_text(keys + END)
            ask_on_terminal(database, form)
        told = capsys.readouterr()
        return told.out + told.err

    yield typed
    terminal.console.cache_clear()
    terminal.messages.cache_clear()


def test_a_question_runs_over_lines_until_its_semicolon(ask):
    told = ask("select figure, low\rfrom positions where low > 12\rorder by low, figure;\r")
    assert "figure,low\n14,14\n20,20\nat least 20,20\n31,31\n" in told


def test_what_was_asked_is_kept_for_the_next_time(ask):
    ask("select 6\r* 7;\r.tables\r")
    ask("select 8;\r")
    kept = list(FileHistory(str(history_file())).load_history_strings())
    assert kept == ["select 8;", ".tables", "select 6\n* 7;"]


def test_mistakes_are_told_and_the_next_question_is_answered(ask):
    told = ask(
        "selec 1;\rdelete from claims;\rselect * from read_csv('/etc/hostname');\r"
        f".nonsense\rselect 1 as abandoned{INTERRUPT}select 2 as kept;\r"
    )
    assert 'syntax error at or near "selec"' in told
    assert '"DELETE"' in told
    assert "hostname" in told
    assert "There is no .nonsense" in told
    assert "abandoned" not in told
    assert "kept\n2\n" in told


def test_dotted_commands_tell_what_can_be_asked(ask):
    assert 'discrepancies,"Where do the figures on one event disagree' in ask(".tables disagree\r")
    assert "policy,VARCHAR\n" in ask(".schema policies\r")
    assert "no table or view 'nothing'" in ask(".schema nothing\r")
    assert "Tab completes" in ask(".help\r")
    assert "never" not in ask(".quit\rselect 'never';\r")


def test_rows_are_limited_and_written_as_asked(ask):
    told = ask(".limit 2\r.format json\rselect range as n from range(5);\r")
    assert '{"n": 0}\n{"n": 1}\n' in told
    assert "The first 2 rows" in told
    assert '{"n": 2}' not in told
    told = ask(".limit all\r.format sheet\r")
    assert "A limit is a number" in told
    assert "A format is one of table, json, csv" in told


@pytest.mark.parametrize(
    ("before", "has", "has_not"),
    [
        ("select * from pos", "positions", "policy"),
        ("select d.cl| from discrepancies as d", "class", "claims"),
        ("select gap, ra| from discrepancies", "ratio", "range"),
        ("sel", "select", "selected"),
        ("select holder from positions where sta", "stance", "status"),
        ("select * from positions_as", "positions_as_of", "positions"),
    ],
)
def test_names_are_offered_where_they_can_stand(database, before, has, has_not):
    text, _, after = before.partition("|")
    document = Document(text + after, len(text))
    found = SqlCompleter(read_words(database)).get_completions(document, CompleteEvent())
    offered = [completion.text for completion in found]
    assert has in offered
    assert has_not not in offered


@pytest.mark.parametrize(
    ("text", "expected"),
    [("select 1", False), ("select 1; ", True), (".help", True), ("", True), ("a;\nb", False)],
)
def test_enter_answers_what_is_whole(text, expected):
    assert is_whole(text) is expected
