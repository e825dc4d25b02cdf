"""Annotations made elsewhere taken in as suggestions, for people here to accept or reject."""

from annotator.formats.record import IMPORTED, Labelled
from annotator.model import Layer, Suggestion, derived_id

_VERSION = "1"
_PLACED = (Layer.SPAN, Layer.SENTENCE)


def suggestion(labelled: Labelled, name: str) -> Suggestion | None:
    """The proposal of the detector `import:NAME`; None for what lies on no place of a text."""
    held = labelled.annotation
    if held.layer not in _PLACED or held.article is None or held.start is None or held.end is None:
        return None
    detector = f"import:{name}"
    return Suggestion(
        id=derived_id(held.article, detector, held.start, held.end, held.label),
        article=held.article,
        layer=held.layer,
        start=held.start,
        end=held.end,
        quote=held.quote or "",
        label=held.label,
        kind=IMPORTED,
        detector=detector,
        version=_VERSION,
        entry="",
        reason=f"{name} marked it elsewhere" + (f": {held.note}" if held.note else "."),
        strength=1.0,
    )
