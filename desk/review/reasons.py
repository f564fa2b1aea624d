"""Why a claim is none, as reviewers say."""

REASONS = (
    "not people",
    "nobody was harmed",
    "feared or hypothetical",
    "not a count",
    "told twice",
    "garbled text",
    "other",
)
