"""Attribution cues with their stance; the source stands in the reason."""

import re
from collections.abc import Iterator

from annotator.detect import lexicon, sources
from annotator.detect.hit import Detector, Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer

_SOURCE = re.compile(r" Source: (?:“.*” \((named|unnamed)\)|(none))\.$", re.DOTALL)


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
            entry = found.entry
            if found.source is None and not _introduces(doc, found):
                continue
            yield Hit(
                doc.starts[found.first],
                doc.ends[found.last],
                "attribution",
                entry.kind,
                entry.id,
                f"{entry.reason} Source: {_describe(found)}.",
                entry.strength,
            )


def _introduces(doc: Doc, found: sources.Attribution) -> bool:
    """Whether a cue without a source hands on a statement, and not a thing: "revealed a stage"."""
    following = doc.words[found.last + 1 : found.last + 2]
    said = not lexicon.classes()["that"].isdisjoint(following)
    return found.content is not None and (said or found.entry.kind == "neutral")


def source(reason: str) -> str | None:
    """What the reason of an attribution says of its source: "named", "unnamed" or "none".

    None for a pronoun, which may stand for either.
    """
    told = _SOURCE.search(reason)
    return told and (told[1] or told[2])


def _describe(found: sources.Attribution) -> str:
    if found.source is None:
        return "none"
    if found.source.lower() in lexicon.classes()["subject"]:
        return f"“{found.source}” (a pronoun)"
    return f"“{found.source}” ({'named' if found.named else 'unnamed'})"


def build() -> Detector:
    """The detector with its shipped lexicon."""
    return Attribution()
