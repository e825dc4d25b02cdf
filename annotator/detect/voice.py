"""Whose words a hit is: the outlet's own, or those of a quoted or reported source.

One rule for the hits of all detectors. Words in quotation marks are another's, except a word alone
in them (scare quotes: the outlet's distance); so are words in the content of an attribution.
"""

from annotator.detect import sources
from annotator.detect.nlp import Doc
from annotator.model import Voice

_OUTLET = Voice()


def of(doc: Doc, start: int, end: int) -> Voice:
    """The voice of code points `[start, end)` of `doc`; a source is given when one is named."""
    if doc.quoted(start, end):
        return Voice("quoted", sources.near(doc, start))
    return _OUTLET
