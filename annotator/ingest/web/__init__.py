"""Pages of the web: visible text, what the markup says about it, and metadata. No network."""
