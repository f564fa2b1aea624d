"""The DuckDB warehouse: migrations, loads, views, quality checks and exports."""
