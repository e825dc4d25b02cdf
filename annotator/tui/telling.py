"""How an outlet tells a fact, in roles: a cell of the fact table, in short and in full."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.text.safe import one_line
from annotator.tui.flow import flow
from annotator.tui.reason import Row, Said, whose

if TYPE_CHECKING:
    from annotator.facttable import Telling


def short(cell: "Sequence[Telling]", colours: Mapping[str, str]) -> Said:
    """Where in the article, whose words, and the sentence with its marked words in `colours`.

    A source that the sentence names itself is left out.
    """
    said: Said = [] if cell else [("muted", "·")]
    for told in cell:
        said.append(("muted", f"{told.place:>2}  "))
        source = told.voice.source or ("quoted" if told.voice.who == "quoted" else "")
        if source and source.casefold() not in told.text.casefold():
            said.append(("muted", f"{one_line(source, 16)}: "))
        said += [*_marked(told, colours), ("text", "  ")]
    return said


def full(outlet: str, cell: "Sequence[Telling]", cells: int) -> Iterator[Row]:
    """The same in words, each sentence whole, in rows of at most `cells`."""
    if not cell:
        yield [("strong", outlet), ("muted", "  no counterpart found")], []
    for told in cell:
        yield [("strong", outlet), ("muted", f"  {' · '.join(_about(told))}")], []
        yield from flow("text", told.text, cells)


def _about(told: "Telling") -> Iterator[str]:
    yield f"sentence {told.place} of {told.of}"
    yield whose(told.voice)
    for label, words in told.words.items():
        if words:
            yield f"{label}: {one_line(', '.join(words), 40)}"


def _marked(told: "Telling", colours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    text, found = told.text, []
    for label, words in told.words.items():
        for word in (" ".join(word.split()) for word in words):
            if match := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                found.append((match.start(), match.end(), label))
    end = 0
    for start, stop, label in sorted(found):
        if start >= end:
            yield "text", text[end:start]
            yield f"key:{colours.get(label, 'grey')}", text[start:stop]
            end = stop
    yield "text", text[end:]
