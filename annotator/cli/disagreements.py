"""Where annotators differ, as `annotator agreement --disagreements` lists it."""

from collections.abc import Sequence

from annotator.cli import output
from annotator.disagreement import Disagreement, Said
from annotator.model import Json
from annotator.text.safe import one_line

_PLACE = 40
_TOLD = 300


def table(found: Sequence[Disagreement]) -> None:
    """A line for each place on stdout, with all that was said of it."""
    output.table(
        ("layer", "in", "place", "said"),
        [
            (
                item.layer,
                one_line(item.outlet or item.title, _PLACE),
                one_line(item.quote or "", _PLACE),
                "; ".join(f"{name}: {_told(item, own)}" for name, own in item.said.items()),
            )
            for item in found
        ],
        widest=_TOLD,
    )


def to_csv(found: Sequence[Disagreement]) -> str:
    """Rows are places; a column for each annotator, "–" where she gave no label, "" where unread.

    Cells that a spreadsheet might run as a formula begin with an apostrophe.
    """
    names = sorted({name for item in found for name in item.said})
    head = ("layer", "story", "article", "outlet", "title", "start", "end", "quote")
    made: list[tuple[object, ...]] = [(*head, *names)]
    for item in found:
        place = (item.layer, item.story, item.article, item.outlet, item.title)
        where = (item.start, item.end, item.quote)
        told = [_told(item, item.said[name]) if name in item.said else "" for name in names]
        made.append((*place, *where, *told))
    return output.spreadsheet(made)


def to_json(found: Sequence[Disagreement]) -> list[Json]:
    """A list of places; `said` has a list for each annotator who read there."""
    return [
        {
            "layer": str(item.layer),
            "story": item.story,
            "article": item.article,
            "title": item.title,
            "outlet": item.outlet,
            "start": item.start,
            "end": item.end,
            "quote": item.quote,
            "said": {name: [_said(one) for one in own] for name, own in item.said.items()},
        }
        for item in found
    ]


def _said(one: Said) -> Json:
    parts = {"start": one.start, "end": one.end, "quote": one.quote, "answer": one.answer}
    return {"label": one.label} | {k: value for k, value in parts.items() if value is not None}


def _told(item: Disagreement, own: Sequence[Said]) -> str:
    """The labels one gave, with what she marked where that is not the whole place."""
    labels = [
        one.label
        + (f" “{one.quote}”" if one.quote not in (None, item.quote) else "")
        + (f" {one.answer}" if one.answer is not None else "")
        for one in own
    ]
    return ", ".join(labels) or "–"
