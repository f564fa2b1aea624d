"""Numbers of people: what a text counts, and what it counts that is not people."""
