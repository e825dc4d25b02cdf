"""Whose words a hit is: the outlet's own, or those of a quoted source.

One rule for the hits of all detectors. Words in quotation marks are another's, except a word alone
in them (scare quotes: the outlet's distance, as in the BASIL guidelines of Fan et al. 2019). In
indirect speech the wording is still the outlet's; whose statement it renders is given as source.
A sentence is another's when it begins and ends in quotation marks.
"""

from annotator.detect import sources
from annotator.detect.nlp import Doc
from annotator.model import Voice


def of(doc: Doc, start: int, end: int) -> Voice:
    """The voice of code points `[start, end)` of `doc`; a source is given when one is found."""
    middle = (start + end) // 2
    places = (min(start + 1, middle), middle, max(end - 2, middle))
    if all(doc.quoted(place, place + 1) for place in places):
        return Voice("quoted", sources.near(doc, start))
    return Voice("outlet", sources.reported(doc, start))
