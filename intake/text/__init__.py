"""Plain-text pages, as copied from a browser: which documents they hold, and what these are."""
