"""Inputs to pages: what was given, opened, bounded, decoded."""
