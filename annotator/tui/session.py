"""A person at work on one open story: the keys' verbs, without a screen.

The reader and the plain mode both drive this. A verb changes the desk and the documents at once;
`heard` is called, on the writer's thread, when its saving ended.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from annotator.desk import Act, Desk, Undone
from annotator.errors import AnnotatorError, UsageError
from annotator.history import RULINGS
from annotator.model import Annotation, BlockKind, Layer, Place, Span
from annotator.scheme import Label
from annotator.text.safe import one_line
from annotator.tui.document import Document
from annotator.tui.marks import Mark, of_annotation
from annotator.tui.spread import Spread


class Session:
    """The desk with a story on it. Verbs raise AnnotatorError when they make no sense.

    `pending` counts what is on its way to the disk; `trouble` is why something did not get there.
    """

    def __init__(self, desk: Desk, story: str, heard: Callable[[Future[Any]], object]) -> None:
        self.desk = desk
        self.scheme = desk.scheme
        self.labels: dict[str, Label] = {f"{k.layer}.{k.id}": k for k in desk.scheme.labels}
        self._order = {k.id: n for n, k in enumerate(desk.scheme.layer(Layer.SPAN))}
        self.pending = 0
        self.trouble: AnnotatorError | None = None
        self.saved = 0
        self.last_values: dict[str, dict[str, Any]] = {}
        self._heard = heard
        self._ends: dict[str, str] = {}
        self._overtaken: set[str] = set()
        self.open(story)

    def open(self, story: str) -> None:
        """Put a story on the desk, as it stands on the disk; UsageError when nothing is in it."""
        opened = self.desk.open_story(story)
        if not opened.pages:
            raise UsageError("this story has no articles any more")
        self.spread = Spread(opened, self.desk.annotator.id)
        for document in self.spread.documents:
            document.order = self._order

    def reload(self) -> None:
        """Read the story anew, and stay where the cursor is."""
        before = self.spread
        self.open(before.story.id)
        self.spread.resume(before)

    @property
    def here(self) -> Document:
        """The document with the cursor."""
        return self.spread.here

    def place(self) -> Place:
        """Where the cursor is."""
        return Place(self.spread.story.id, self.here.article.id, self.here.position)

    def labelled(self) -> int:
        """How many labels of this annotator stand on the story, its articles and in them."""
        return len(self.spread.labels) + sum(len(d.annotations) for d in self.spread.documents)

    # span verbs -------------------------------------------------------------------------------

    def label(self, label_id: str) -> Annotation:
        """Label the selection, else the mark under the cursor, else the word."""
        document = self.here
        selection, current = document.selection, document.current
        if selection is None and current is not None and current.layer is Layer.SPAN:
            act = self._label_mark(current, label_id)
        else:
            act = self.desk.label(document.article.id, *document.target(), label_id)
        document.select(None)
        return self._made(act)

    def _label_mark(self, mark: Mark, label_id: str) -> Act:
        if mark.suggested:
            return self.desk.accept(mark.id, None if label_id == mark.label else label_id)
        if mark.label == label_id:
            raise UsageError(f"this is labelled {self.name(mark.layer, label_id)} already")
        return self.desk.relabel(mark.id, label_id)

    def accept(self) -> Annotation:
        """Accept the suggestion under the cursor."""
        for mark in self._ordered_stack():
            if mark.suggested:
                return self._made(self.desk.accept(mark.id))
        raise UsageError("no suggestion under the cursor")

    def reject(self) -> str:
        """Reject the suggestion under the cursor, or remove the annotation; says which."""
        current = self.here.current
        if current is None:
            raise UsageError("nothing to reject or remove under the cursor")
        desk = self.desk
        verb, act = ("rejected", desk.reject) if current.suggested else ("removed", desk.remove)
        quote = one_line(self.here.article.quote(Span(current.start, current.end)), 40)
        self.do(act(current.id))
        return f"{verb} {self.name(current.layer, current.label)} “{quote}”"

    def _ordered_stack(self) -> list[Mark]:
        return sorted(self.here.stack(), key=lambda mark: mark != self.here.current)

    def annotation(self) -> Annotation:
        """The annotation under the cursor that keys act on."""
        current = self.here.current
        if current is None or current.suggested:
            raise UsageError(f"no annotation under the cursor{': accept first' if current else ''}")
        return self.here.annotations[current.id]

    def name(self, layer: Layer, label_id: str) -> str:
        """What a label is called."""
        label = self.labels.get(f"{layer}.{label_id}")
        return label.name if label else label_id

    def quote(self, annotation: str) -> str:
        """The words under an annotation of the story, as one safe line."""
        held = (d.annotations.get(annotation) for d in self.spread.documents)
        return next((one_line(a.quote or "", 40) for a in held if a is not None), "")

    def note(self, annotation: str, text: str) -> None:
        """Set the note of an annotation."""
        self.do(self.desk.note(annotation, text))

    def set_values(self, annotation: Annotation, values: Mapping[str, Any]) -> None:
        """Set the attributes of an annotation; they are offered again on the next of its label."""
        self.do(self.desk.attributes(annotation.id, values))
        self.last_values[f"{annotation.layer}.{annotation.label}"] = dict(values)

    # edges ------------------------------------------------------------------------------------

    def move_edge(self, step: int, by_word: bool, end: bool) -> None:
        """Move the end (or start) of the selection, else the annotation, by word or character."""
        document = self.here
        annotation = None if document.selection else self.annotation()
        span = document.selection or _span_of(annotation)
        edge = span.end if end else span.start
        to = document.word_edge(edge, step, end) if by_word else edge + step
        if to is None:
            raise UsageError("no word further on")
        moved = Span(span.start, to) if end else Span(to, span.end)
        if not 0 <= moved.start < moved.end <= len(document.article.text):
            raise UsageError("a span holds at least one character")
        if annotation is None:
            document.select_span(moved)
            return
        self.do(self.desk.move(annotation.id, *moved))
        if not moved.start <= document.position < moved.end:  # keys act on what the cursor is on
            document.move_to(min(max(document.position, moved.start), moved.end - 1))

    def split(self) -> None:
        """Split the annotation under the cursor in two, before the word under the cursor."""
        annotation, document = self.annotation(), self.here
        span, cut = _span_of(annotation), self.here.cursor.start
        before = document.word_edge(cut, -1, end=True)
        if annotation.layer is not Layer.SPAN or before is None or not span.start < cut < span.end:
            raise UsageError("put the cursor on a word inside the annotation, after its first")
        article, label = document.article.id, annotation.label
        with self.desk.as_one():
            self.do(self.desk.move(annotation.id, span.start, before))
            self.do(self.desk.label(article, cut, span.end, label, annotation.attributes))

    def join(self) -> None:
        """Join the annotation under the cursor with the next one of its label."""
        annotation, document = self.annotation(), self.here
        span = _span_of(annotation)
        after = of_annotation(annotation)
        while after is not None:
            after = document.annotated.after(after)
            if after and (after.label, after.layer) == (annotation.label, annotation.layer):
                with self.desk.as_one():
                    self.do(self.desk.remove(after.id))
                    self.do(self.desk.move(annotation.id, span.start, max(span.end, after.end)))
                return
        name = self.name(annotation.layer, annotation.label)
        raise UsageError(f"no {name} further on to join with")

    # links, larger labels, rulings ------------------------------------------------------------

    def link_ends(self) -> tuple[str, str]:
        """The annotation under the cursor and the last one made or visited in another article."""
        here = self.annotation()
        other = self._end_for(here)
        if other is None:
            raise UsageError("make or visit a label in the other article first, then link")
        return here.id, other

    def has_link_end(self) -> bool:
        """Whether there is something to link the annotation under the cursor with."""
        return self._end_for(self.annotation()) is not None

    def _end_for(self, here: Annotation) -> str | None:
        for article, annotation in reversed(self._ends.items()):
            other = self.spread.document(article)
            if article != here.article and other is not None and annotation in other.annotations:
                return annotation
        return None

    def far_end(self, link: Annotation, end: str) -> Annotation | None:
        """The annotation that a link joins with the one that is its end `end`."""
        other = link.target if link.source == end else link.source
        held = (d.annotations.get(other or "") for d in self.spread.documents)
        return next((a for a in held if a is not None), None)

    def to_far_end(self) -> None:
        """Go to what the annotation under the cursor is linked with."""
        here = self.annotation()
        links = self.spread.links_of(here.id)
        for link in links:
            far = self.far_end(link, here.id)
            mark = of_annotation(far) if far is not None else None
            if far is not None and mark is not None:
                self.spread.go_to(far.article or "", mark.start)
                self.here.focus(mark)
                return
        raise UsageError("its other end is in another story" if links else "no link here")

    def remember_end(self) -> None:
        """Keep the annotation under the cursor as the far end of a link to come."""
        current = self.here.current
        if current is not None and not current.suggested and current.layer is Layer.SPAN:
            self._remember(self.here.article.id, current.id)

    def _remember(self, article: str, annotation: str) -> None:
        self._ends.pop(article, None)
        self._ends[article] = annotation

    def label_whole(self, label: Label, values: Mapping[str, Any]) -> None:
        """Label the sentence, article or story that the cursor is in."""
        article, sentence = self.here.article.id, self.here.sentence
        if label.layer is Layer.ARTICLE:
            act = self.desk.label_article(article, label.id, values)
        elif label.layer is Layer.STORY:
            act = self.desk.label_story(self.spread.story.id, label.id, values)
        elif sentence is None:
            raise UsageError("no sentence under the cursor")
        else:
            act = self.desk.label_sentence(article, sentence, label.id, values)
        self._made(act)
        self.last_values[f"{label.layer}.{label.id}"] = dict(values)

    def standing(self, layer: Layer) -> dict[str, Annotation]:
        """What stands, by label id, on the sentence, article or story that the cursor is in."""
        if layer is Layer.STORY:
            return {a.label: a for a in self.spread.labels.values()}
        found = [a for a in self.here.annotations.values() if a.layer is layer]
        if layer is Layer.SENTENCE:
            sentence = self.here.sentence
            start = None if sentence is None else self.here.article.sentences[sentence].start
            found = [a for a in found if a.start == start]
        return {a.label: a for a in found}

    def tie(self) -> str:
        """Rule that the sentences under the two cursors are counterparts, or that they are not."""
        there = self.spread.there
        if there is None or self.here.sentence is None or there.sentence is None:
            raise UsageError("put the cursor of each article on a sentence")
        return self.turn_counterpart(self.here.sentence, (there.article.id, there.sentence))

    def counterparts(self, sentence: int) -> dict[tuple[str, int], float | None]:
        """What a sentence of this article may be linked with in the other one, as (article id,
        index), each with how likely it is: the three likeliest, and what it is linked with.
        """
        there = self.spread.there
        if there is None:
            raise UsageError("there is no other article in this story")
        other = there.article.id
        found = self.desk.candidates(self.here.article.id, sentence, other)
        likely: dict[tuple[str, int], float | None] = {pair.b: pair.score for pair in found}
        linked = self.spread.partners(self.here, sentence)
        return likely | {place: likely.get(place) for place in linked if place[0] == other}

    def turn_counterpart(self, sentence: int, other: tuple[str, int]) -> str:
        """Rule that a sentence of this article and one of another (its id, the index) are
        counterparts, or that they are not if they were; says which.
        """
        own = (self.here.article.id, sentence)
        tied = other in self.spread.partners(self.here, sentence)
        self.do(self.desk.unalign(own, other) if tied else self.desk.align(own, other))
        self.spread.rule(own, other, tied=not tied)
        return "no longer counterparts" if tied else "counterparts now"

    def classify(self, kind: BlockKind) -> None:
        """Give the block under the cursor another kind; clutter is hidden, the rest shown."""
        block = self.here.block
        if block is None:
            raise UsageError("no block under the cursor")
        shown = kind is not BlockKind.CLUTTER
        self.do(self.desk.block(self.here.article.id, block.start, kind, shown))
        self.spread.set_block(block.start, kind, shown)

    def missing(self) -> dict[Layer, list[str]]:
        """Names of the required labels that are not set on this article, by layer; on the last
        article of the story those of the story too.
        """
        last = all(d.done for d in self.spread.documents if d is not self.here)
        found: dict[Layer, list[str]] = {}
        for layer in (Layer.ARTICLE, Layer.STORY) if last else (Layer.ARTICLE,):
            standing = self.standing(layer)
            wanted = (k for k in self.scheme.layer(layer) if k.required)
            found[layer] = [k.name for k in wanted if k.id not in standing]
        return {layer: names for layer, names in found.items() if names}

    def describe(self, facts: Mapping[str, str | None]) -> None:
        """Put facts of the article under the cursor right."""
        self.do(self.desk.describe(self.here.article.id, facts))
        self.reload()

    def done(self) -> bool:
        """Mark the article done, or not done; returns which."""
        document = self.here
        done = not document.done
        self.do(self.desk.done(self.spread.story.id, document.article.id, done))
        document.done = done
        return done

    # undo and saving --------------------------------------------------------------------------

    def undo(self, redo: bool = False) -> None:
        """Ask for the last verb to be taken back (or put back); `heard` gets the answer."""
        self.wait_for(self.desk.redo() if redo else self.desk.undo())

    def turned(self, undone: Undone) -> str:
        """Take in what an undo or redo did, and go there, to another story too; in words."""
        target, text = undone.target, undone.text
        if undone.story is not None and undone.story != self.spread.story.id:
            self.desk.remember(self.place())
            self.open(undone.story)
            text += f", in the story {one_line(self.spread.story.title, 60)}"
        elif target.kind in RULINGS:
            self.reload()
        else:
            for standing in (undone.standing, *undone.others):
                self.spread.apply(standing)
                if self.pending:  # verbs done before this was heard began from what it took back
                    self._overtaken.add(standing.subject)
        annotation = undone.standing.annotation
        document = self.spread.document(target.article)
        suggested = document and document.suggestions.get(target.body.get("suggestion", ""))
        held = annotation or suggested
        start = held.start if held else target.body.get("start")
        if target.article is not None and start is not None:
            self.spread.go_to(target.article, start)
        return text

    def do(self, act: Act) -> None:
        """Take in what a verb of the desk did."""
        self.spread.apply(act.standing)
        self.wait_for(act.saved)

    def _made(self, act: Act) -> Annotation:
        self.do(act)
        made = act.standing.annotation
        assert made is not None
        if made.layer is Layer.SPAN and made.article is not None:
            self._remember(made.article, made.id)
        return made

    def wait_for(self, future: Future[Any]) -> None:
        """Count what is on its way to the disk, done here or on another screen."""
        self.pending += 1
        future.add_done_callback(self._heard)

    def told(self, error: AnnotatorError) -> str:
        """What happened, in a line: the corpus by its name alone, for the reason must be seen."""
        return one_line(error.message.replace(f"{self.desk.path.parent}/", ""))

    def settle(self, future: Future[Any]) -> None:
        """Count a future that ended; call it on the thread that draws."""
        self.pending -= 1
        error = future.exception()
        if error is None:
            self.saved += 1
            if not self.desk.unsaved:
                self.trouble = None
        elif isinstance(error, AnnotatorError):
            self.trouble = error
        else:
            raise error
        while self._overtaken and not self.pending and not self.desk.unsaved:
            self.spread.apply(self.desk.read_again(self._overtaken.pop()))

    def save_again(self) -> None:
        """Offer what could not be saved to the disk again."""
        self.trouble = None
        for future in self.desk.save_again():
            self.wait_for(future)


def _span_of(annotation: Annotation | None) -> Span:
    if annotation is None or annotation.start is None or annotation.end is None:
        raise UsageError("no span under the cursor")
    return Span(annotation.start, annotation.end)
