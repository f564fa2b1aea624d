"""What can be typed in a question: tables, views, their columns, and the words of SQL."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit.completion import Completer, Completion

from flows.open_for_reading import open_for_reading

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

RELATIONS = """
select relations.name, relations.comment, list(columns.column_name order by columns.column_index)
from (
    select table_name as name, comment from duckdb_tables() where schema_name = 'main'
    union all
    select view_name, comment from duckdb_views() where not internal
) as relations
inner join duckdb_columns() as columns on columns.table_name = relations.name
group by all
order by relations.name
"""
MACROS = """
select function_name, any_value(comment), any_value(parameters)
from duckdb_functions()
where not internal and function_type = 'table_macro'
group by function_name
order by function_name
"""
KEYWORDS = "select keyword_name from duckdb_keywords() where keyword_category <> 'unreserved'"
COMMON = (
    *("count", "sum", "min", "max", "avg", "median", "coalesce", "contains", "lower", "unnest"),
    *("by", "over", "partition", "filter", "exclude", "summarize", "describe", "show", "nulls"),
)
WANTS_RELATION = re.compile(r"\b(?:from|join|describe|summarize|table)\s+\w*$", re.IGNORECASE)
QUALIFIED = re.compile(r"(\w+)\.(\w*)$")
WORD = re.compile(r"\w*$")
NAMED = re.compile(
    r"\b(?:from|join)\s+(\w+)(?:\s*\([^)]*\))?(?:\s+(?:as\s+)?(\w+))?", re.IGNORECASE
)


@dataclass(frozen=True)
class Queryable:
    """A table, view or macro that can be asked.

    Attributes:
        name: Its name.
        question: What it answers.
        columns: Its columns; a macro's parameters.
        is_macro: Whether it takes parameters.
    """

    name: str
    question: str
    columns: tuple[str, ...]
    is_macro: bool = False


@dataclass(frozen=True)
class SqlWords:
    """All that a question can be made of."""

    relations: Mapping[str, Queryable]
    keywords: tuple[str, ...]


def read_words(database: Path) -> SqlWords:
    """Read from a warehouse what can be typed."""
    with open_for_reading(database) as connection:
        tables = connection.execute(RELATIONS).fetchall()
        macros = connection.execute(MACROS).fetchall()
        keywords = [row[0] for row in connection.execute(KEYWORDS).fetchall()]
    found = [Queryable(name, question_of(text), tuple(columns)) for name, text, columns in tables]
    found += [
        Queryable(name, question_of(text), tuple(given), True) for name, text, given in macros
    ]
    return SqlWords(
        {relation.name: relation for relation in found}, tuple(sorted({*keywords, *COMMON}))
    )


def question_of(comment: str | None) -> str:
    """The question that a relation answers, without its grain and what it reads."""
    return (comment or "").partition(" Grain: ")[0]


class SqlCompleter(Completer):
    """Completes names where they can stand: relations after `from`, else columns and keywords."""

    def __init__(self, words: SqlWords) -> None:
        self.words = words

    def get_completions(
        self, document: "Document", complete_event: "CompleteEvent"
    ) -> Iterator[Completion]:
        """What can follow the text before the cursor."""
        before = document.text_before_cursor
        if before.lstrip().startswith("."):
            return
        qualified = QUALIFIED.search(before)
        if qualified:
            columns = self.columns_of(document.text, qualified[1])
            yield from matching(qualified[2], dict.fromkeys(columns, "column"))
            return
        word = WORD.search(before)
        typed = word[0] if word else ""
        if WANTS_RELATION.search(before):
            questions = {name: it.question for name, it in self.words.relations.items()}
            yield from matching(typed, questions)
        elif typed:
            yield from matching(typed, self.everything(document.text))

    def columns_of(self, text: str, name: str) -> tuple[str, ...]:
        """The columns of a relation, by its name or its alias in the question."""
        aliases = {alias: relation for relation, alias in NAMED.findall(text) if alias}
        relation = self.words.relations.get(aliases.get(name, name))
        return relation.columns if relation else ()

    def everything(self, text: str) -> dict[str, str]:
        """Columns of the relations that the question names, then keywords, then other names."""
        known = self.words.relations
        named = [known[name] for name, _ in NAMED.findall(text) if name in known]
        columns = {column: it.name for it in named for column in it.columns}
        others = {column: it.name for it in known.values() for column in it.columns}
        return {
            **columns,
            **{word: "" for word in self.words.keywords if word not in columns},
            **{name: it.question for name, it in known.items()},
            **({} if named else others),
        }


def matching(typed: str, words: Mapping[str, str]) -> Iterator[Completion]:
    """The words that begin as typed."""
    for word, meaning in words.items():
        if word.lower().startswith(typed.lower()) and word != typed:
            yield Completion(word, start_position=-len(typed), display_meta=meaning)
