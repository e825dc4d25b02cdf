"""Passives without an agent, which leave out who acted; needs a parse, and to be asked for by name.

Half of them are how news is written, so that they would drown the other suggestions.
"""

from collections.abc import Iterator

from annotator.detect.hit import Detector, Hit
from annotator.detect.nlp import Doc
from annotator.model import Layer


class Passive:
    """Marks auxiliary and participle of a passive whose verb has no "by" phrase."""

    name = "passive"
    version = "2"
    layer = Layer.SPAN
    labels = ("presupposition",)

    def detect(self, doc: Doc) -> Iterator[Hit]:
        """One hit a passive without agent."""
        grammar = doc.grammar
        if grammar is None:
            return
        by = {head for head, dep in zip(grammar.head, grammar.dep, strict=True) if dep == "agent"}
        for index, dep in enumerate(grammar.dep):
            verb = grammar.head[index]
            if dep == "auxpass" and verb not in by and index < verb:
                yield Hit(
                    doc.starts[index],
                    doc.ends[verb],
                    "presupposition",
                    "agentless passive",
                    "passive.agentless",
                    "Says what was done and takes for granted who did it.",
                    0.5,
                )


def build() -> Detector:
    """The detector."""
    return Passive()
