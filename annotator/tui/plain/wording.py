"""From typed words to places and labels: quoted words in a sentence, a label's key or name."""

import re
from collections.abc import Sequence

from annotator.model import Span
from annotator.scheme import Label
from annotator.text.safe import visible

_TYPED = str.maketrans("‘’‚‛“”„‟«»‐‑–—", '\'\'\'\'""""""----')
"""What a keyboard has in place of typographic signs; one sign for one."""
_QUOTED = re.compile(r"(.*?)\s*[\"“”„«](.+)[\"“”»]")


def places(text: str, span: Span, words: str) -> list[Span]:
    """Where `words` stand in `text[span]`, as they are shown and typed, in either case of letters.

    Whole words are meant; only when there are none, parts of words are found too.
    """
    shown = _as_typed(text[span.start : span.end])
    typed = r"\s+".join(re.escape(word) for word in _as_typed(words).split())
    for pattern in (rf"(?<!\w){typed}(?!\w)", typed):
        found = [
            Span(span.start + match.start(), span.start + match.end())
            for match in re.finditer(pattern, shown, re.IGNORECASE)
            if typed
        ]
        if found:
            return found
    return []


def around(text: str, span: Span, place: Span) -> str:
    """`place` with up to three words of the sentence `span` on each side."""
    before = text[span.start : place.start].split(" ")[-4:]
    after = text[place.end : span.end].split(" ")[:4]
    return f"{' '.join(before)}{text[place.start : place.end]}{' '.join(after)}".strip()


def labelled(labels: Sequence[Label], line: str) -> tuple[Label, str] | None:
    """The label that a line begins with, by number, key, id or name, and the words after it."""
    names: dict[str, Label] = {}
    for number, label in enumerate(labels, 1):
        for name in (str(number), label.key, label.id, label.name.lower()):
            names.setdefault(name, label)
    quoted = _QUOTED.fullmatch(line)
    head, words = (quoted[1], quoted[2]) if quoted else (line, "")
    if found := _called(names, head):
        return found, words
    for length in range(line.count(" "), 0, -1):
        parts = line.split(" ")
        if found := _called(names, " ".join(parts[:length])):
            return found, " ".join(parts[length:])
    return None


def _called(names: dict[str, Label], head: str) -> Label | None:
    return names.get(head) or (names.get(head.lower()) if len(head) > 1 else None)


def _as_typed(text: str) -> str:
    blank = "".join(" " if sign.isspace() else sign for sign in text)
    return visible(blank).translate(_TYPED)
