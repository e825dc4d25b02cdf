"""Between the corpus file and the corpus formats: export as records, import as events."""

from annotator.exchange.inward import Imported, RefusedImport, import_
from annotator.exchange.outward import Moved, Selection, chosen, export, splits

__all__ = [
    "Imported",
    "Moved",
    "RefusedImport",
    "Selection",
    "chosen",
    "export",
    "import_",
    "splits",
]
