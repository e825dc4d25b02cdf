"""Cleaning hides, it never deletes: every line of a page gets a kind and whether it is shown."""
