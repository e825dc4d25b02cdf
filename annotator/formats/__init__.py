"""The corpus as other software reads and writes it: one file per format."""
