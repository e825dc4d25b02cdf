"""From files of any kind to articles: `read` gives drafts, `article` makes one final."""

from annotator.ingest.draft import Draft, Refused, article
from annotator.ingest.reading import read
from annotator.ingest.recurring import furniture

__all__ = ["Draft", "Refused", "article", "furniture", "read"]
