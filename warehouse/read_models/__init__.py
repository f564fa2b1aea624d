"""Read models: one query a question that the desk and the exports ask, and the rows of each."""
