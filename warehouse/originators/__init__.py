"""Who first reported: agencies by their names, near-identical texts by their words."""
