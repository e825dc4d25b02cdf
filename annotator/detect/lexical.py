"""The plain lexicon detector: a lexicon, a scan, a hit for each match."""

from collections.abc import Iterator

from annotator.detect import lexicon, scan
from annotator.detect.hit import Hit
from annotator.detect.nlp import Doc
from annotator.detect.scan import Match
from annotator.model import Layer


class Lexical:
    """Proposes every entry of the lexicon called `name` that is found in its context."""

    layer = Layer.SPAN

    def __init__(self, name: str) -> None:
        shipped = lexicon.load(name)
        self.name = name
        self.version = shipped.version
        self.labels = (shipped.label,)

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a match; entries of strength 0 only block others."""
        return (self.hit(doc, m) for m in scan.find(doc, self.name) if m.entry.strength)

    def hit(self, doc: Doc, match: Match) -> Hit:
        """The hit that says what the matched entry says."""
        entry = match.entry
        start, end = doc.starts[match.first], doc.ends[match.last]
        return Hit(start, end, self.labels[0], entry.kind, entry.id, entry.reason, entry.strength)
