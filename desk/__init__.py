"""What fact-checkers see and do: the report and the review app."""
