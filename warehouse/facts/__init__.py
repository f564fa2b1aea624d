"""Claims ready to be compared, and the discrepancies between them, kept up to date."""
