"""Stories: which articles tell the same event, and which of their sentences the same fact."""
