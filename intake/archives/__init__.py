"""WARC files, as web archives and news crawls publish them, and as responses are kept here."""
