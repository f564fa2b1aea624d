"""What a document tells of a speaker besides the name: body, aliases, country."""
