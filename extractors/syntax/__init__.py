"""What the parse of a sentence says: the only place that reads the parser's labels."""
