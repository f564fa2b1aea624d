"""In how many documents words stand, kept in the warehouse and bounded in size."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.columns import NUMBER, TEXT, table
from warehouse.linking.text_words import Frequencies

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EVERY = ""
"""The word that stands in every document."""
MOST_WORDS = 1_000_000
"""From so many words on those are forgotten that stand in one document only."""
READ = "select word, documents from word_frequencies where word in (select unnest(?))"
ADD = """
insert into word_frequencies
select word, documents from incoming_words
on conflict (word) do update set documents = word_frequencies.documents + excluded.documents
"""
FORGET = "delete from word_frequencies where documents = 1 and word <> ''"


def count_words(connection: "DuckDBPyConnection", texts: Iterable[Iterable[str]]) -> None:
    """Count the words of documents that were not counted before."""
    counts: Counter[str] = Counter()
    for words in texts:
        counts.update({*words, EVERY})
    rows = [{"word": word, "documents": count} for word, count in counts.items()]
    connection.register("incoming_words", table(rows, {"word": TEXT, "documents": NUMBER}))
    connection.execute(ADD)
    connection.unregister("incoming_words")
    size = first_row(connection, "select count(*) from word_frequencies")
    if size and size[0] > MOST_WORDS:
        connection.execute(FORGET)


def read_frequencies(connection: "DuckDBPyConnection", words: Iterable[str]) -> Frequencies:
    """In how many documents some words stand."""
    counts: Mapping[str, int] = dict(connection.execute(READ, [sorted({*words, EVERY})]).fetchall())
    return Frequencies(counts.get(EVERY, 0), counts)
