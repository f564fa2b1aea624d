"""Rows of other people's databases of casualties, as documents in which the database speaks."""
