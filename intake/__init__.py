"""Bytes to documents: text pages, HTML, feeds, JSON lines and CSV."""
