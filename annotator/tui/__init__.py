"""The reader: a Textual app over `project`. Only `app` and what it opens import Textual."""
