"""The corpus file: one SQLite database that holds articles, scheme, suggestions and the record."""
