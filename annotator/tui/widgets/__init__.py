"""Widgets, one file each; all of them draw their own rows."""
