"""The reader, a Textual app over `project`: begin at `app.run`; screens/ and widgets/ are seen."""
