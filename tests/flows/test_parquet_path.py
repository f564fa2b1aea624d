"""The views of the warehouse read partitioned Parquet as they read the file."""

import duckdb

from flows.runs import start_run
from flows.staging import load_staged, stage_batch
from intake import read_pages
from warehouse import open_warehouse
from warehouse.sqlfiles import published

TABLES = """
select schema_name || '.' || table_name from duckdb_tables()
where database_name = current_database()
"""
PARTED = {"main.pages", "main.documents", "main.claims"}
COMPARED = ("discrepancies", "positions", "current_claims", "document_tallies", "source_chains")


def export(connection, folder):
    """Write each table as Parquet, the large ones by month."""
    names = [name for (name,) in connection.execute(TABLES).fetchall()]
    for name in names:
        month = ", strftime(learned, '%Y-%m') as month" if name in PARTED else ""
        parted = ", partition_by (month)" if month else ""
        target = folder / name if month else folder / f"{name}.parquet"
        query = f"copy (select *{month} from {name}) to "
        connection.execute(f"{query} '{target}' (format parquet{parted})")
    return names


def attach(connection, folder, names):
    """Define a view over the files of each table, and those of the warehouse on top."""
    connection.execute("create schema internal")
    for name in names:
        where = f"{folder}/{name}/**/*.parquet" if name in PARTED else f"{folder}/{name}.parquet"
        files = f"read_parquet('{where}', hive_partitioning = false)"
        connection.execute(f"create view {name} as select * from {files}")
    for item in published():
        connection.execute(item.sql)


def counts(connection):
    return {
        name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in COMPARED
    }


def test_the_views_read_parquet(tmp_path):
    text = tmp_path / "report.txt"
    text.write_text(
        "VERADO, March 3, 2021 (Lantern) -- Police said nine people were killed in the flood. "
        "The mayor said twelve people were killed in the flood.\n"
    )
    database, folder = tmp_path / "test.duckdb", tmp_path / "parquet"
    folder.mkdir()
    made = stage_batch(list(read_pages([str(text)])), str(tmp_path / "made"), "test")
    load_staged(database, start_run("run", ()), [made])
    with open_warehouse(database, read_only=True) as connection:
        names = export(connection, folder)
        expected = counts(connection)
    assert expected["discrepancies"] > 0
    assert expected["current_claims"] == 2
    with duckdb.connect() as connection:
        attach(connection, folder, names)
        assert counts(connection) == expected
