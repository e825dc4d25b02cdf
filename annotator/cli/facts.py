"""The fact table of a story as text, CSV and JSON, for `annotator show --facts`."""

from collections.abc import Iterator
from itertools import chain, zip_longest

import click

from annotator.cli import output
from annotator.facttable import MARKED, FactRow, FactTable, Telling
from annotator.model import Json
from annotator.text import cells, safe
from annotator.text.wrap import wrap

_BETWEEN = " │ "
_NARROWEST = 24


def lines(table: FactTable, width: int) -> Iterator[str]:
    """Each fact as a line of its own, and below it what every outlet says, side by side.

    Where `width` allows no column of 24 cells, the outlets stand in turn.
    """
    yield click.style(safe.one_line(table.story.title), bold=True)
    count = len(table.columns)
    column = (width - len(_BETWEEN) * (count - 1)) // max(1, count)
    for number, row in enumerate(table.rows, start=1):
        yield ""
        told = f"fact {number}, told by {row.tellers} of {count}"
        yield click.style(told + (f", {row.score:.2f}" if row.tellers > 1 else ""), bold=True)
        if column < _NARROWEST:
            yield from _in_turn(table, row, width)
        else:
            yield from _side_by_side(table, row, column)


def to_csv(table: FactTable) -> str:
    """Rows are facts; an outlet has a column for its sentences, their places, voices and words.

    Cells that a spreadsheet might run as a formula begin with an apostrophe.
    """
    parts = ("", " sentence", " voice", *(f" {label}" for label in MARKED))
    head = ["fact", "told by", "score"]
    head += [column + part for column in table.columns for part in parts]
    made = (
        [number, row.tellers, f"{row.score:.3f}", *chain.from_iterable(map(_csv_cells, row.cells))]
        for number, row in enumerate(table.rows, start=1)
    )
    return output.spreadsheet([head, *made])


def to_json(table: FactTable) -> Json:
    """The table as an object; `told` has a list for each article, in order."""
    return {
        "story": table.story.id,
        "title": table.story.title,
        "articles": [
            {"id": article.id, "outlet": article.outlet, "column": column, "title": article.title}
            for article, column in zip(table.articles, table.columns, strict=True)
        ],
        "facts": [
            {
                "score": round(row.score, 3),
                "tellers": row.tellers,
                "told": [[_telling(telling) for telling in cell] for cell in row.cells],
            }
            for row in table.rows
        ],
    }


def _telling(held: Telling) -> Json:
    return {
        "sentence": held.sentence,
        "text": held.text,
        "place": held.place,
        "of": held.of,
        "voice": {"who": held.voice.who, "source": held.voice.source},
        **held.words,
    }


def _csv_cells(tellings: tuple[Telling, ...]) -> list[str]:
    words = ("; ".join(word for held in tellings for word in held.words[label]) for label in MARKED)
    return [
        " ".join(held.text for held in tellings),
        "; ".join(f"{held.place} of {held.of}" for held in tellings),
        "; ".join(dict.fromkeys(_voiced(held) for held in tellings)),
        *words,
    ]


def _side_by_side(table: FactTable, row: FactRow, column: int) -> Iterator[str]:
    stacks = [
        [click.style(cells.cut(safe.one_line(name), column), bold=True), *_stack(cell, column)]
        for name, cell in zip(table.columns, row.cells, strict=True)
    ]
    for beside in zip_longest(*stacks, fillvalue=""):
        padded = [cell + " " * (column - cells.width(click.unstyle(cell))) for cell in beside]
        yield _BETWEEN.join(padded).rstrip()


def _in_turn(table: FactTable, row: FactRow, width: int) -> Iterator[str]:
    for name, cell in zip(table.columns, row.cells, strict=True):
        if cell:
            yield click.style(cells.cut(safe.one_line(name), width), bold=True)
            yield from _stack(cell, width)


def _stack(tellings: tuple[Telling, ...], width: int) -> Iterator[str]:
    """The sentences of one outlet, each with a faint line on where and how it is said."""
    for held in tellings:
        text = safe.one_line(held.text)
        yield from (text[line.start : line.end] for line in wrap(text, 0, len(text), width))
        about = safe.one_line("; ".join(_about(held)))
        for line in wrap(about, 0, len(about), width):
            yield click.style(about[line.start : line.end], dim=True)
    if not tellings:
        yield click.style("-", dim=True)


def _about(held: Telling) -> Iterator[str]:
    yield f"{held.place} of {held.of}"
    yield _voiced(held)
    for label, words in held.words.items():
        if words:
            yield f"{label}: {', '.join(words)}"


def _voiced(held: Telling) -> str:
    """Whose words, and after whom: "outlet", "outlet, after the army", "quoted: the army"."""
    source = held.voice.source
    if held.voice.who == "quoted":
        return f"quoted: {source}" if source else "quoted"
    return f"outlet, after {source}" if source else "outlet"
