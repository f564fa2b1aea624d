"""Measures what the warehouse builds from claims: events, tolls, discrepancies, and their cost."""
