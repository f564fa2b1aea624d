"""Who holds a figure: one registry of names and bodies across documents."""
