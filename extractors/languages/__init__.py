"""What is specific to one language: its lexicons."""
