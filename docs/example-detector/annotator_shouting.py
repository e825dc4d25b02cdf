"""Words in capitals where their sentence is not: the example of docs/detect.md."""

from collections.abc import Iterator

from annotator.detect import Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer


class Shouting:
    """Proposes words of four and more capital letters outside sentences that are all capitals."""

    name = "shouting"
    version = "1"
    layer = Layer.SPAN
    labels = ("loaded",)

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a word."""
        for span, (first, stop) in zip(doc.spans, doc.sentences, strict=True):
            if doc.text[span.start : span.end].isupper():
                continue
            for index in range(first, stop):
                start, end = doc.starts[index], doc.ends[index]
                if end - start >= 4 and doc.text[start:end].isupper():
                    yield Hit(
                        start,
                        end,
                        "loaded",
                        "word choice",
                        "rule.capitals",
                        "Set in capitals, which shouts.",
                        0.6,
                    )
