"""Attribution cues with their stance; the source stands in the reason."""

from collections.abc import Iterator

from annotator.detect import lexicon, sources
from annotator.detect.hit import Detector, Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer


class Attribution:
    """Marks the cue of each attribution that has a source or a content."""

    name = "attribution"
    layer = Layer.SPAN
    labels = ("attribution",)

    def __init__(self) -> None:
        self.version = lexicon.load("attribution").version

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a cue; kind is the stance: neutral, doubting or endorsing."""
        for found in sources.find(doc):
            if found.source is None and found.content is None:
                continue
            entry = found.entry
            yield Hit(
                doc.starts[found.first],
                doc.ends[found.last],
                "attribution",
                entry.kind,
                entry.id,
                f"{entry.reason} Source: {_describe(found)}.",
                entry.strength,
            )


def _describe(found: sources.Attribution) -> str:
    if found.source is None:
        return "none"
    return f"“{found.source}” ({'named' if found.named else 'unnamed'})"


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Attribution()
