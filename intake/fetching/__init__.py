"""Pages from the web: politely, within bounds, kept as received."""
