"""Documents to claims: pure functions over text, with the words kept as data."""
