"""People who work on copies of one corpus, apart from each other, and what their copies hold."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import filled
from filled import BRUTAL, ONE, REGIME, REPORTEDLY, STORY, TWO

from annotator import history
from annotator.history import Event, Kind
from annotator.model import Annotation, Json, Layer
from annotator.store.corpus import open_corpus
from annotator.store.fold import TABLES
from annotator.store.merge import Merged, merge
from annotator.store.writer import Transaction

SUGGESTIONS = (REGIME, REPORTEDLY, BRUTAL)
QUOTES = ("harbour", "closed", "🚢")
OWN = ("note", "remove", "relabel", "attributes", "move")
"""Deeds on an annotation of one's own."""

DEEDS = (
    *("label", "accept", "edit", "reject", "sentence", "link", "align", "unalign"),
    *("block", "done", "story", "describe", "undo", "redo", *OWN),
)

Work: TypeAlias = list[tuple[str, str, int]]
"""Who does what, and with which of three things."""


def perform(t: Transaction, work: Work) -> None:
    """Do what a person in front of the reader could do; what cannot be done is left."""
    for name, deed, choice in work:
        who = t.add_annotator(name).id
        if deed == "undo":
            filled.undo(t, who)
        elif deed == "redo":
            filled.redo(t, who)
        elif event := _made(t, who, deed, choice):
            t.append(event)


def _made(t: Transaction, who: str, deed: str, choice: int) -> Event | None:
    suggestion = SUGGESTIONS[choice]
    mine = t.annotations(annotator=who)
    if deed in OWN:
        return _changed(mine[choice % len(mine)], who, deed, choice) if mine else None
    match deed:
        case "label":
            return filled.label(who, quote=QUOTES[choice])
        case "accept":
            return filled.accept(who, suggestion)
        case "edit":
            made = filled.accept(who, suggestion)
            made.body.update(label="portrayal", origin="edited")
            return made
        case "reject":
            return filled.reject(who, suggestion)
        case "sentence":
            place = dict(zip(("start", "end"), ONE.sentences[1], strict=True))
            quote = ONE.text[slice(*ONE.sentences[1])]
            label = f"claim-{choice}"
            body = {"layer": "sentence", "label": label, "quote": quote, **place}
            subject = history.place_subject(who, Layer.SENTENCE, f"{ONE.id}:1", label)
            return filled.event(who, subject, Kind.LABEL, body, ONE.id)
        case "link":
            return _link(who, mine)
    return _ruled(who, deed, choice)


def _changed(held: Annotation, who: str, deed: str, choice: int) -> Event:
    body: Json = {}
    match deed:
        case "note":
            body = {"note": f"note {choice}"}
        case "relabel":
            body = {"label": ("loaded", "hedge", "portrayal")[choice], "attributes": {}}
        case "attributes":
            body = {"attributes": {"n": choice}}
        case "move":
            if held.layer is not Layer.SPAN:
                return _changed(held, who, "note", choice)
            text = TWO.text if held.article == TWO.id else ONE.text
            body = {"start": choice, "end": choice + 4, "quote": text[choice : choice + 4]}
    return filled.event(who, held.id, Kind(deed), body, held.article)


def _link(who: str, mine: list[Annotation]) -> Event | None:
    ends = [held for held in mine if held.layer is Layer.SPAN]
    if len(ends) < 2:
        return None
    body = {"layer": "link", "label": "same-referent", "story": STORY.id}
    body |= {"source": ends[0].id, "target": ends[-1].id}
    place = f"{ends[0].id}\x1f{ends[-1].id}"
    subject = history.place_subject(who, Layer.LINK, place, "same-referent")
    return filled.event(who, subject, Kind.LABEL, body)


def _ruled(who: str, deed: str, choice: int) -> Event:
    body: Json
    match deed:
        case "block":
            body = {"start": 0, "kind": "clutter", "shown": bool(choice)}
            return filled.event(who, "block", Kind.BLOCK, body, ONE.id)
        case "done":
            body = {"story": STORY.id, "articles": [ONE.id][:choice]}
            return filled.event(who, history.done_subject(who, STORY.id), Kind.DONE, body)
        case "story":
            body = {"articles": [ONE.id, TWO.id][:choice], "title": f"Title {choice}"}
            return filled.event(who, (STORY.id, "new")[choice % 2], Kind.STORY, body)
        case "describe":
            body = {("outlet", "byline", "title")[choice]: who}
            return filled.event(who, ONE.id, Kind.DESCRIBE, body, ONE.id)
    ends = (ONE.id, choice % 2), (TWO.id, 1)
    body = {"a": list(ends[0]), "b": list(ends[1])}
    return filled.event(who, history.counterpart_subject(who, *ends), Kind(deed), body, ONE.id)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything a merge unites, in an order of its own."""
    tables = ("event", "annotator", "suggestion", "scheme", "story_article", "arm", *TABLES)
    with closing(sqlite3.connect(path)) as raw:
        held = {
            table: sorted(raw.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in tables
        }
        held["story"] = sorted(raw.execute("SELECT id, title FROM story").fetchall())
    return held


def bring(target: Path, *others: Path, dry_run: bool = False) -> list[Merged]:
    """Merge others into the corpus at `target`."""
    with open_corpus(target, write=True) as corpus:
        return merge(corpus, others, dry_run=dry_run)
