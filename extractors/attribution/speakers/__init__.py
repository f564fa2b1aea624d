"""Who a source is: names, roles, pronouns and descriptions resolved inside a document."""
