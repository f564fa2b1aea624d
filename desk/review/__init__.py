"""The review app: a place to accept, correct and reject claims."""
