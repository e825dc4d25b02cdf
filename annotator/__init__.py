"""Annotate media bias and framing in the articles of one event, side by side."""

__version__ = "0.1.0"
