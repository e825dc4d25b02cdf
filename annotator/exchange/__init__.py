"""Between the corpus file and the corpus formats: export as records, import as events."""

from annotator.exchange.inward import Imported, import_
from annotator.exchange.outward import Selection, export, splits

__all__ = ["Imported", "Selection", "export", "import_", "splits"]
