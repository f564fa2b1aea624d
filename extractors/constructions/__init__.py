"""From words of harm to the people who suffered it."""
