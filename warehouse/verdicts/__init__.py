"""What reviewers decide: appended, never changed, and found again after a new extraction."""
