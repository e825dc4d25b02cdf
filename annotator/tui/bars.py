"""What the reader's bars say, in roles: title, article heads, peek, labels, hints; no screen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from annotator.keymap import ACTIONS, shown
from annotator.model import Annotation, Layer
from annotator.scheme import Label
from annotator.text.cells import cut, width
from annotator.text.safe import one_line
from annotator.tui.document import Document
from annotator.tui.reason import Row, Said
from annotator.tui.session import Session

NUMBERED = 9
"""So many labels have a digit as their key."""
EMPTY: Row = ([], [])


def title(session: Session, place: tuple[int, int] | None, read_only: bool, cells: int) -> Row:
    """The story's title; its articles if not all are in sight, its place in the list, who
    annotates, how much, and whether it is saved.
    """
    right = _tabs(session, cells) if len(session.spread.documents) > 2 else []
    if place is not None:
        right.append(("muted", f"story {place[0]}/{place[1]}   "))
    right.append(("muted", f"{one_line(session.desk.annotator.name, 20)}   "))
    right.append(("text", f"{session.labelled()} labelled   "))
    right.append(_saving(session, read_only))
    wanted, set_ = session.scheme.layer(Layer.STORY), session.spread.labels.values()
    right[-2:-2] = _whole("E", wanted, {a.label for a in set_}, "@story_labels")
    left: Said = [("strong", one_line(session.spread.story.title))]
    return [*left, *_chips(set_)], right


def _tabs(session: Session, cells: int) -> Said:
    """The articles by number, the one with the cursor strong; with outlets where they fit."""
    spread, said = session.spread, []
    room = cells // 3 // len(spread.documents) - 4
    for index, document in enumerate(spread.documents):
        outlet = one_line(document.article.outlet or chr(ord("A") + index), 24)
        name = f" {cut(outlet, room)}" if room >= 8 else ""
        role = "strong" if document is spread.here else "muted"
        role = "text" if role == "muted" and index in spread.columns else role
        said.append((f"{role}@article:{index}", f"{index + 1}{name}  "))
    return [*said, ("muted", " ")]


def _whole(key: str, wanted: Sequence[Label], have: set[str], target: str) -> Said:
    """How many of the labels of something whole are set; "*" when required ones are not."""
    if not wanted:
        return []
    missing = any(label.required and label.id not in have for label in wanted)
    role = "bad" if missing else "good" if have else "muted"
    count = sum(label.id in have for label in wanted)
    return [(f"{role}{target}", f"{key} {count}/{len(wanted)}{'*' if missing else ''}   ")]


def _chips(annotations: Iterable[Annotation]) -> Said:
    """The values of labels that stand on something whole."""
    return [
        ("good", f"  {one_line(', '.join(str(v) for v in values) or held.label, 30)}")
        for held in annotations
        for values in [[v for v in held.attributes.values() if v not in ("", None)]]
    ]


def _saving(session: Session, read_only: bool) -> tuple[str, str]:
    if read_only:
        return "bad", "read only"
    if session.trouble is not None or session.desk.unsaved:
        return "bad", "not saved"
    if session.pending:
        return "muted", "saving"
    return "good", "saved"


def head(document: Document, active: bool, wanted: Sequence[Label]) -> Row:
    """An article's outlet, day and author, its labels, and how far the cursor is in it.

    `wanted` are the labels that the scheme has for articles.
    """
    article = document.article
    left: Said = [("accent" if active else "muted", "▌" if active else " ")]
    outlet = one_line(article.outlet or "unknown outlet", 40)
    left.append(("strong" if active else "text", outlet))
    if article.date:
        left.append(("muted", f"  {_day(article.date)}"))
    if article.byline:
        left.append(("muted", f"  {one_line(article.byline, 40)}"))
    whole = [held for held in document.annotations.values() if held.layer is Layer.ARTICLE]
    left += _chips(whole)
    target = "@article_labels" if active else ""
    right = _whole("A", wanted, {held.label for held in whole}, target)
    if document.is_blind:
        right.append(("muted", "blind  "))
    elif document.weakest:
        right.append(("muted", f"≥ {document.weakest:.1f}  "))
    if document.suggestions and not document.is_blind:
        right.append(("muted", f"{len(document.suggested)} open  "))
    if document.done:
        right.append(("good", "done  "))
    right.append(("muted", f"{document.progress():4.0%}"))
    return left, right


def _day(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return one_line(iso, 20)
    return f"{day.day} {day:%b %Y}"


def peek(session: Session, cells: int, narrow: int) -> Row:
    """The counterpart, in the other article, of the sentence under the cursor; where there is room,
    that from `narrow` columns on both articles are in sight.
    """
    told = _counterpart(session)
    hint = f"side by side from {narrow} columns"
    fits = sum(width(text) for _, text in told) + width(hint) + 4 <= cells
    return told, [("muted", hint)] if told and fits else []


def _counterpart(session: Session) -> Said:
    found = session.spread.counterpart()
    if found is not None:
        article = found[0].article
        outlet = one_line(article.outlet or "the other", 20)
        told = one_line(article.quote(found[1]))
        return [("accent", "= "), ("muted", f"{outlet}: "), ("text", told)]
    other = session.spread.there
    if other is None:
        return []
    return [("muted", f"no counterpart in {one_line(other.article.outlet or 'the other', 30)}")]


def labels(session: Session, keys: Mapping[str, str], cells: int) -> Row:
    """The span labels that have a number, with their keys, in their colours.

    What does not fit stands closer together, then the longest names are cut; the key that shows
    all labels is named where there are more.
    """
    held = session.scheme.layer(Layer.SPAN)
    numbered, more = held[:NUMBERED], EMPTY[1]
    if len(held) > NUMBERED:
        key, words = shown(keys["labels"]), f" all {len(held)}"
        more = [("strong@labels", key), ("muted@labels", words)]
    room = cells - 2 - sum(width(text) for _, text in more) - 2 * bool(more)
    names = [len(label.id) for label in numbered]
    longest, gap = max(names, default=0), 2
    while _total(names, longest, gap) > room and longest > 3:
        longest, gap = (longest, 1) if gap > 1 else (longest - 1, 1)
    said: Said = []
    for number, label in enumerate(numbered, 1):
        name = label.id if len(label.id) <= longest else label.id[: longest - 1] + "."
        pieces = [("strong", f"{number} "), *_keyed(name, label.key, label.colour)]
        said += [(f"{role}@label:{label.id}", text) for role, text in pieces]
        said.append(("text", " " * gap))
    return said[:-1], more


def _total(names: Sequence[int], longest: int, gap: int) -> int:
    return sum(min(name, longest) + 2 + gap for name in names) - gap


def _keyed(name: str, key: str, colour: str) -> Said:
    before, letter, after = name.partition(key) if key else (name, "", "")
    said = [(f"ink:{colour}", before), (f"key:{colour}", letter), (f"ink:{colour}", after)]
    return [piece for piece in said if piece[1]]


def hints(message: str, keys: Mapping[str, str], cells: int, where: str = "reader") -> Row:
    """The last message, else the keys with a footer word, as many as fit.

    Keys and palette are named always, but for a message that needs their room.
    """
    right: Said = []
    for name, word in (("help", "keys"), ("palette", "all")):
        right += [(f"strong@{name}", shown(keys[name])), (f"muted@{name}", f" {word}  ")]
    right[-1] = (right[-1][0], right[-1][1].rstrip())
    used = sum(width(text) for _, text in right) + 4
    if message:
        return [("text", message)], right if used + width(message) <= cells else []
    said: Said = []
    for action in sorted(ACTIONS, key=lambda action: len(action.where)):  # its own first
        if action.hint and action.id != "help" and where in action.where:
            key = shown(keys[action.id])
            used += width(key) + len(action.hint) + 4
            if used > cells:
                break
            said += [(f"strong@{action.id}", key), (f"muted@{action.id}", f" {action.hint}   ")]
    return said, right


def trouble(why: str, keys: Mapping[str, str]) -> Row:
    """Why something is not saved, and the key that offers it again."""
    again = shown(keys["save_again"])
    return [("bad", "not saved: "), ("text", why)], [
        ("strong@save_again", again),
        ("muted@save_again", " try again"),
    ]
