"""Whose words a hit is: the outlet's own, or those of a quoted or reported source.

One rule for the hits of all detectors. Words in quotation marks are another's, except a word alone
in them (scare quotes: the outlet's distance); so are words in the content of an attribution.
"""

from bisect import bisect_right

from annotator.detect import sources
from annotator.detect.nlp import Doc
from annotator.model import Voice

_OUTLET = Voice()


def of(doc: Doc, start: int, end: int) -> Voice:
    """The voice of code points `[start, end)` of `doc`; a source is given when one is named."""
    quotes = doc.quotes
    at = bisect_right(quotes, start, key=lambda quote: quote.start) - 1
    if at >= 0 and end <= quotes[at].end + 1 and not quotes[at].scare:
        return Voice("quoted", sources.near(doc, start))
    return _OUTLET
