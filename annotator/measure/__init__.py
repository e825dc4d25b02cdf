"""Measuring: spans against gold, agreement between annotators, contrasts within a story."""
