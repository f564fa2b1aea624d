"""The words that tie a source to what it said, and the rules that find them in a sentence."""
