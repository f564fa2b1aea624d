"""Write docs/questions.md: each question with its answer on the seed pages; `make questions`."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import intake
from docs.cases import write_cases
from extractors import extract_batch
from schemas import Batch, Page, Rejection, Run
from schemas.base import Contract
from schemas.yaml_text import parse_yaml
from warehouse import Answer, load_batch, run_sql

HERE = Path(__file__).parent
PAGE = HERE / "questions.md"
LEARNED = datetime(2020, 1, 1, tzinfo=UTC)
"""When the pages are taken to be loaded, so that the answers are the same every day."""
INTRODUCTION = """# Questions and answers

Each question has a view, or a table macro where it needs an argument. The answers are those on \
five news pages (14 documents) about raids on two camps in Iraq; `make questions` asks anew, and a \
test holds the page current. What the extractor misreads shows here too. \
[Tables and views](tables.md) says what every column holds, [Classes](classes.md) what the classes
of rows mean, [Asking in SQL](sql.md) how to ask.
"""


class Question(Contract):
    """A question as `questions.yml` has it.

    Attributes:
        question: The question in words.
        view: The view or macro that answers it.
        reads: How the answer is read.
        sql: The question in SQL.
    """

    question: str
    view: str
    reads: str
    sql: str


def questions() -> tuple[Question, ...]:
    """All questions, in the order of the page."""
    entries = parse_yaml((HERE / "questions.yml").read_text("utf-8"))
    return tuple(Question.model_validate(entry) for entry in entries)


def write_page(shared: Path) -> str:
    """The page, with the answers that the seed pages give.

    Args:
        shared: The folder that holds `seeds`.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "questions.duckdb"
        load_seeds(shared / "seeds", database)
        sections = [section(each, run_sql(database, each.sql)) for each in questions()]
    return "\n".join([INTRODUCTION, *sections, write_cases()])


def load_seeds(seeds: Path, database: Path) -> None:
    """Read the pages, and load what they say.

    Raises:
        FileNotFoundError: The folder has no pages.
    """
    pages = [page for page in intake.read_pages([str(seeds)]) if isinstance(page, Page)]
    if not pages:
        message = f"no seed pages at {seeds}; set TOLLCHECK_SHARED to the folder that holds seeds"
        raise FileNotFoundError(message)
    found = [intake.extract_documents(page) for page in pages]
    documents = [document for told, _ in found for document in told]
    rejections: list[Rejection] = [rejection for _, refused in found for rejection in refused]
    batch = Batch(pages, documents, extract_batch(documents), rejections)
    run = Run(run_id="questions", extractor="current", started=LEARNED)
    load_batch(database, run, batch, learned=LEARNED)


def section(question: Question, answer: Answer) -> str:
    """A question with its answer."""
    table = "\n".join(rows(answer)) if answer.rows else "*None.*"
    return (
        f"## {question.question}\n\n`{question.view}`. {question.reads}\n\n"
        f"```sql\n{question.sql}\n```\n\n{table}\n"
    )


def rows(answer: Answer) -> Iterator[str]:
    """An answer as a table; numbers stand to the right."""
    numbers = [
        all(isinstance(row[at], int | float) or row[at] is None for row in answer.rows)
        for at in range(len(answer.columns))
    ]
    yield f"| {' | '.join(answer.columns)} |"
    yield f"|{'|'.join('--:' if is_number else '---' for is_number in numbers)}|"
    for row in answer.rows:
        yield f"| {' | '.join('' if cell is None else shown(cell) for cell in row)} |"


def shown(cell: object) -> str:
    """A cell as Markdown takes it."""
    return " ".join(str(cell).split()).replace("|", "\\|")


if __name__ == "__main__":
    folder = os.environ.get("TOLLCHECK_SHARED", HERE.parent.parent / "shared")
    PAGE.write_text(write_page(Path(folder)), "utf-8")
