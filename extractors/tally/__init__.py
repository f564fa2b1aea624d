"""How the figures of one document hang together: parts, repeats, sums, scope, confidence."""
