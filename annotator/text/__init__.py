"""Text: decoding, units, boundaries, and what is safe to show. Standard library only."""
