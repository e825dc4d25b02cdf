"""Actions as data: the desk's verbs from JSON objects, one object in, one answer out."""

import difflib
from collections.abc import Callable
from typing import Any

from annotator.describing import FACTS
from annotator.desk import Act, Desk, Undone
from annotator.errors import UsageError
from annotator.model import BlockKind, Json


def perform(desk: Desk, action: object) -> Json:
    """Do one action and wait until it is on the disk: {"ok": true, "event", "annotation"}.

    Raises UsageError for an action that makes no sense and StoreError when it cannot be saved.
    """
    if not isinstance(action, dict) or not isinstance(action.get("do"), str):
        raise UsageError('an action is an object with a "do"', f"Known: {', '.join(_VERBS)}.")
    verb = _VERBS.get(action["do"])
    if verb is None:
        close = difflib.get_close_matches(action["do"], _VERBS, n=1)
        raise UsageError(
            f"unknown action {action['do']!r}" + (f"; did you mean {close[0]!r}?" if close else ""),
            f"Known: {', '.join(_VERBS)}.",
        )
    return verb(desk, _Fields(action))


FIELDS = {
    "label": "article, start, end, label, [attributes]",
    "accept": "suggestion, [label]",
    "reject": "suggestion",
    "remove": "annotation",
    "note": "annotation, note",
    "attributes": "annotation, attributes",
    "relabel": "annotation, label",
    "move": "annotation, start, end",
    "sentence": "article, sentence or start, label, [attributes]",
    "article": "article, label, [attributes]",
    "story": "story, label, [attributes]",
    "link": "from, to, label",
    "align": "a, b: each [article, sentence]",
    "unalign": "a, b: each [article, sentence]",
    "block": "article, start, kind, [shown]",
    "describe": f"article, some of {', '.join(FACTS)}",
    "done": "story, [article], [done]",
    "join": "stories",
    "split": "articles, [title]",
    "put": "article, story",
    "rename": "story, title",
    "undo": "",
    "redo": "",
}
"""What each action takes beside "do"; what is in brackets may be left out."""


class _Fields:
    """The fields of one action, checked as they are taken."""

    def __init__(self, action: Json) -> None:
        self._action = action

    def __contains__(self, name: str) -> bool:
        return name in self._action

    def text(self, name: str) -> str:
        return str(self._take(name, str, "text"))

    def number(self, name: str) -> int:
        return int(self._take(name, int, "a whole number"))

    def flag(self, name: str, default: bool) -> bool:
        return bool(self._take(name, bool, "true or false")) if name in self._action else default

    def texts(self, name: str) -> list[str]:
        values: list[str] = self._take(name, list, "a list of ids")
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(f"{name!r} must be a list of ids, not {values!r}")
        return values

    def facts(self) -> dict[str, str | None]:
        """The facts of an article that are named, null where they are unknown."""
        named = [name for name in FACTS if name in self._action]
        return {n: None if self._action[n] is None else self.text(n) for n in named}

    def table(self, name: str) -> Json:
        return {} if self._action.get(name) is None else dict(self._take(name, dict, "an object"))

    def sentence(self, name: str) -> tuple[str, int]:
        """A sentence as [article, index]."""
        pair = self._take(name, list, "[article, sentence]")
        match pair:
            case [str(article), int(index)]:
                return article, index
        raise self._wrong(f"{name!r} must be [article, sentence], not {pair!r}")

    def _take(self, name: str, kind: type, words: str) -> Any:
        if name not in self._action:
            raise self._wrong(f"{self._action['do']!r} needs {name!r}")
        value = self._action[name]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._wrong(f"{name!r} must be {words}, not {value!r}")
        return value

    def _wrong(self, problem: str) -> UsageError:
        verb = self._action["do"]
        return UsageError(problem, f"{verb} takes: {FIELDS[verb]}.")


def _label(desk: Desk, f: _Fields) -> Json:
    place = f.text("article"), f.number("start"), f.number("end")
    return _saved(desk.label(*place, f.text("label"), f.table("attributes")))


def _accept(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.accept(f.text("suggestion"), f.text("label") if "label" in f else None))


def _reject(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.reject(f.text("suggestion")))


def _remove(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.remove(f.text("annotation")))


def _note(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.note(f.text("annotation"), f.text("note")))


def _attributes(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.attributes(f.text("annotation"), f.table("attributes")))


def _relabel(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.relabel(f.text("annotation"), f.text("label")))


def _move(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.move(f.text("annotation"), f.number("start"), f.number("end")))


def _sentence(desk: Desk, f: _Fields) -> Json:
    article = f.text("article")
    sentence = (
        f.number("sentence") if "sentence" in f else desk.sentence(article, f.number("start"))
    )
    return _saved(desk.label_sentence(article, sentence, f.text("label"), f.table("attributes")))


def _article(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.label_article(f.text("article"), f.text("label"), f.table("attributes")))


def _story(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.label_story(f.text("story"), f.text("label"), f.table("attributes")))


def _link(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.link(f.text("from"), f.text("to"), f.text("label")))


def _align(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.align(f.sentence("a"), f.sentence("b")))


def _unalign(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.unalign(f.sentence("a"), f.sentence("b")))


def _block(desk: Desk, f: _Fields) -> Json:
    kind = f.text("kind")
    if kind not in list(BlockKind):
        raise UsageError(f"{kind!r} is not a kind of block", f"Known: {', '.join(BlockKind)}.")
    place = f.text("article"), f.number("start")
    return _saved(desk.block(*place, BlockKind(kind), f.flag("shown", kind != BlockKind.CLUTTER)))


def _describe(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.describe(f.text("article"), f.facts()))


def _done(desk: Desk, f: _Fields) -> Json:
    article = f.text("article") if "article" in f else None
    return _saved(desk.done(f.text("story"), article, f.flag("done", True)))


def _join(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.stories.join(f.texts("stories")))


def _split(desk: Desk, f: _Fields) -> Json:
    title = f.text("title") if "title" in f else None
    return _saved(desk.stories.split(f.texts("articles"), title))


def _put(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.stories.put(f.text("article"), f.text("story")))


def _rename(desk: Desk, f: _Fields) -> Json:
    return _saved(desk.stories.rename(f.text("story"), f.text("title")))


def _undo(desk: Desk, f: _Fields) -> Json:
    return _turned(desk.undo().result(), "nothing to undo")


def _redo(desk: Desk, f: _Fields) -> Json:
    return _turned(desk.redo().result(), "nothing to redo")


def _saved(act: Act) -> Json:
    event = act.saved.result()
    annotation = act.standing.annotation
    return {"ok": True, "event": event.id, "annotation": annotation.id if annotation else None}


def _turned(undone: Undone | None, nothing: str) -> Json:
    if undone is None:
        raise UsageError(nothing, "Only your own actions are undone, the last one first.")
    annotation = undone.standing.annotation
    return {
        "ok": True,
        "event": undone.event.id,
        "annotation": annotation.id if annotation else None,
        "text": undone.text,
    }


_VERBS: dict[str, Callable[[Desk, _Fields], Json]] = {
    "label": _label,
    "accept": _accept,
    "reject": _reject,
    "remove": _remove,
    "note": _note,
    "attributes": _attributes,
    "relabel": _relabel,
    "move": _move,
    "sentence": _sentence,
    "article": _article,
    "story": _story,
    "link": _link,
    "align": _align,
    "unalign": _unalign,
    "block": _block,
    "describe": _describe,
    "done": _done,
    "join": _join,
    "split": _split,
    "put": _put,
    "rename": _rename,
    "undo": _undo,
    "redo": _redo,
}
