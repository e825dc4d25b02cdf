"""The reader: a Textual app over `project`. Begin at `app.run`; screens/ and widgets/ are what is seen."""
