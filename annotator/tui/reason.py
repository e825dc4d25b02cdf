"""Why the thing under the cursor is marked, in words: what the info line shows and plain mode says.

A piece is (role, text). Roles: text, muted, strong, accent, good, bad, and ink:, key: or fill: with
the colour of a label; "@TARGET" at the end makes the piece one to click.
"""

from itertools import groupby

from annotator.model import Annotation, Layer, Origin, Suggestion, Voice
from annotator.scheme import Label
from annotator.text.cells import cut, cut_to, width
from annotator.text.runs import runs
from annotator.text.safe import one_line
from annotator.text.wrap import wrap
from annotator.tui.marks import Mark
from annotator.tui.session import Session

Said = list[tuple[str, str]]
Row = tuple[Said, Said]
"""What stands at the left and at the right of one row."""


ROWS = 3
"""How many lines an explanation has at most."""
LEAST = 16
"""Cells that a piece keeps when it must be cut."""
LONGEST = 400
"""Characters of a note or a value that there is ever room for."""
ASIDE = 18
"""Cells of what stands beside what must be told: place in the stack, bar of the strength."""


def explain(session: Session, cells: int) -> list[Said]:
    """Up to three lines about the mark under the cursor, or about the place when there is none."""
    document = session.here
    current, stack = document.current, document.stack()
    if current is None:
        return _fitted([_place(session)], 1, cells)
    values: Said = []
    if current.suggested:
        suggestion = document.suggestions[current.id]
        said, more = _suggested(session, suggestion, cells), _evidence(suggestion, cells)
    else:
        annotation = document.annotations[current.id]
        source = document.suggestions.get(annotation.suggestion or "")
        said, values = _made(session, annotation, source), _values(session, annotation)
        more = _evidence(source, cells) if source else []
    if len(stack) > 1:
        said.insert(0, ("muted", f"{stack.index(current) + 1}/{len(stack)} Enter  "))
        more.append(_others(session, stack, current))
    if not more:
        return [*_fitted([said], 1, cells), *_fitted([values], ROWS - 1, cells)]
    # what she said has a line of its own: the reason begins one too
    lines = [line for part in (said, values) if part for line in _fitted([part], 1, cells)]
    return [*lines, *_fitted(more, ROWS - len(lines), cells)]


def _fitted(parts: list[Said], rows: int, cells: int) -> list[Said]:
    """The parts on at most `rows` lines: one on each, or all in a run, the longest piece cut."""
    lines = [line for part in parts for line in _broken(part, cells)]
    if len(lines) <= rows:
        return lines
    said = [piece for part in parts for piece in (*part, ("muted", "  "))][:-1]
    lines = _broken(said, cells)
    while len(lines) > rows:
        at = max(range(len(said)), key=lambda n: width(said[n][1]))
        role, text = said[at]
        over = max(1, sum(width(piece) for _, piece in said) - rows * cells)
        if width(text) <= LEAST:
            return [*lines[: rows - 1], _ended(lines[rows - 1], cells)]
        said[at] = (role, cut(text, max(LEAST, width(text) - over)))
        lines = _broken(said, cells)
    return lines


def _ended(line: Said, cells: int) -> Said:
    """`line` with an ellipsis for what went on below it."""
    *before, (role, text) = line
    room = cells - sum(width(piece) for _, piece in before)
    return [*before, (role, f"{cut_to(text.rstrip(), room - 1)}…")]


def _broken(said: Said, cells: int) -> list[Said]:
    """`said` on as many lines of at most `cells` as it needs."""
    text = "".join(part for _, part in said)
    if width(text) <= cells:
        return [said]
    roles = [role for role, part in said for _ in part]
    return [
        [(role, text[start:end]) for start, end, (role,) in runs(*line, _spans(roles))]
        for line in wrap(text, 0, len(text), max(20, cells))
    ]


def _spans(roles: list[str]) -> list[tuple[int, int, str]]:
    found, start = [], 0
    for role, members in groupby(roles):
        end = start + len(list(members))
        found.append((start, end, role))
        start = end
    return found


def _suggested(session: Session, suggestion: Suggestion, cells: int) -> Said:
    label = session.labels.get(f"{suggestion.layer}.{suggestion.label}")
    said = _head(suggestion.quote, suggestion.layer, label, suggestion.label)
    said.append(("muted", " · suggested · "))
    strength, voice = f"{suggestion.strength:.2f}", f" · {whose(suggestion.voice)}"
    if sum(width(text) for _, text in said) + width(strength + voice) + ASIDE <= cells:
        strength = f"{_bar(suggestion.strength)} {strength}"
    return [*said, ("muted", strength), ("muted", voice)]


def whose(voice: Voice) -> str:
    """Whose words something is, with the source that is quoted or reported."""
    source = one_line(voice.source or "", 30)
    if voice.who == "quoted":
        return f"words of {source}" if source else "quoted words"
    return f"outlet, reporting {source}" if source else "outlet's own words"


def _made(session: Session, annotation: Annotation, source: Suggestion | None) -> Said:
    label = session.labels.get(f"{annotation.layer}.{annotation.label}")
    origin = {
        Origin.UNAIDED: "yours",
        Origin.ACCEPTED: "yours, accepted",
        Origin.EDITED: "yours, changed",
    }
    said = _head(annotation.quote or "", annotation.layer, label, annotation.label)
    said += [("muted", " · "), ("good", origin[annotation.origin])]
    if source is not None:
        said.append(("muted", f" ({source.strength:.2f}, {whose(source.voice)})"))
    for link in session.spread.links_of(annotation.id):
        name = session.name(Layer.LINK, link.label)
        said += [("muted", " · "), ("text", name), ("muted", " with ")]
        said.append(("text", far_end(session, link, annotation.id)))
    return said


def far_end(session: Session, link: Annotation, end: str) -> str:
    """The other end of a link, with its outlet."""
    far = session.far_end(link, end)
    document = session.spread.document(far.article) if far is not None else None
    if far is None or document is None:
        return "a span of another story, or gone"
    outlet = one_line(document.article.outlet or document.article.title, 24)
    return f"“{one_line(far.quote or '', 30)}” ({outlet})"


def _head(quote: str, layer: Layer, label: Label | None, label_id: str) -> Said:
    colour = label.colour if label else "grey"
    mark = label.mark if label else "?"
    name = label.name if label else label_id
    what = f"“{one_line(quote, 40)}”" if layer is Layer.SPAN else "this sentence"
    return [("strong", what), ("muted", "  "), (f"ink:{colour}", f"{mark} {name}")]


def _evidence(suggestion: Suggestion, cells: int) -> list[Said]:
    """The reason and what it was found by, on one line if both fit."""
    reason = ("text", one_line(suggestion.reason))
    by = ("muted", f"({suggestion.detector} {one_line(suggestion.entry)})")
    if width(reason[1]) + 2 + width(by[1]) <= cells:
        return [[reason, ("muted", "  "), by]]
    return [[reason], [by]]


def _values(session: Session, annotation: Annotation) -> Said:
    label = session.labels.get(f"{annotation.layer}.{annotation.label}")
    names = {a.id: a.name for a in label.attributes} if label else {}
    said: Said = []
    for key, value in annotation.attributes.items():
        if value in ("", None):
            continue
        shown = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
        name, value = f"{names.get(key, key)}: ", one_line(str(shown), LONGEST)
        said += [("muted", name), ("text", value), ("muted", "   ")]
    if annotation.note:
        return [*said, ("muted", "note: "), ("text", one_line(annotation.note, LONGEST))]
    return said[:-1]


def _others(session: Session, stack: list[Mark], current: Mark) -> Said:
    said: Said = [("muted", "also here: ")]
    for mark in stack:
        if mark != current:
            label = session.labels.get(f"{mark.layer}.{mark.label}")
            sign = "?" if mark.suggested else ""
            name = label.name if label else mark.label
            said.append((f"ink:{label.colour if label else 'grey'}", f"{name}{sign}  "))
    return said


def _place(session: Session) -> Said:
    document = session.here
    selection = document.selection
    if selection is not None:
        quote = one_line(document.article.quote(selection), 60)
        return [
            ("strong", f"“{quote}”"),
            ("muted", "  selected: a label key labels it, Esc drops it"),
        ]
    block = document.block
    if block is not None and not block.shown:
        why = f": {one_line(block.reason)}" if block.reason else ""
        return [("muted", f"hidden as {block.kind}{why}")]
    if document.sentence is not None and document.sentence in document.alone:
        return [("muted", "! told by this side only")]
    return []


def _bar(strength: float) -> str:
    filled = round(strength * 5)
    return "▪" * filled + "▫" * (5 - filled)
