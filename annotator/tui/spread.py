"""A story spread open: its documents, those that are side by side, and what joins them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from annotator.history import Standing
from annotator.model import TELLING, Annotation, BlockKind, Layer, OpenStory, Span
from annotator.tui.document import Document

NEAR = 10
"""Sentences further away than this tell nothing of where one is in another article."""


class Spread:
    """The documents of a story; those in `columns` are shown, the cursor is in one of them."""

    def __init__(self, opened: OpenStory, annotator: str) -> None:
        self.story = opened.story
        self.documents = [Document(page, annotator) for page in opened.pages]
        self.labels: dict[str, Annotation] = {label.id: label for label in opened.labels}
        self._links: dict[str, Annotation] = {link.id: link for link in opened.links}
        self.columns = [0, 1] if len(self.documents) > 1 else [0]
        self._column, self._other = 0, 1
        self._partners: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for pair in sorted(opened.counterparts, key=lambda pair: -pair.score):
            self._partners[pair.a].append(pair.b)
            self._partners[pair.b].append(pair.a)
        self._find_alone()
        self._number_links()
        self.sync()

    @property
    def column(self) -> int:
        """The number, from 0, of the column with the cursor."""
        return self._column

    @column.setter
    def column(self, column: int) -> None:
        if column != self._column:
            self._column, self._other = column, self._column

    @property
    def here(self) -> Document:
        """The document with the cursor."""
        return self.documents[self.columns[self.column]]

    @property
    def there(self) -> Document | None:
        """The document in the other column, of three in the one that had the cursor last."""
        return self.documents[self.columns[self._other]] if len(self.columns) > 1 else None

    def show(self, count: int) -> None:
        """Put `count` documents side by side, or as many as there are."""
        count = min(count, len(self.documents))
        if count == len(self.columns):
            return
        here, kept = self.columns[self._column], (self._column, self._other)
        if count > len(self.columns):
            rest = [n for n in range(len(self.documents)) if n not in self.columns]
            self.columns = sorted([*self.columns, *rest[: count - len(self.columns)]])
        else:
            self.columns = [n for at, n in enumerate(self.columns) if at in kept][:count]
        self._column = self.columns.index(here)
        self._other = 1 if self._column == 0 else 0

    def resume(self, before: "Spread") -> None:
        """Show what the spread did that this one replaces, as far as it is still there."""
        held = {document.article.id: n for n, document in enumerate(self.documents)}
        kept = [held.get(before.documents[n].article.id) for n in before.columns]
        columns = [n for n in kept if n is not None]
        self.columns = columns or self.columns
        self._column, self._other = 0, 1
        self.show(len(before.columns))
        for document in before.documents:
            if (own := self.document(document.article.id)) is not None:
                if document.clutter:
                    own.show_clutter(True)
                own.filter(document.weakest, document.muted)
                own.move_to(document.position)
        if before.there is not None:
            self.go_to(before.there.article.id, before.there.position)
        self.go_to(before.here.article.id, before.here.position)

    def document(self, article: str | None) -> Document | None:
        """The document of an article by its id."""
        return next((d for d in self.documents if d.article.id == article), None)

    def turn(self, step: int) -> None:
        """Go to the next or previous article; the other column keeps its choice."""
        self.bring((self.columns[self.column] + step) % len(self.documents))

    def go_to(self, article: str, position: int) -> bool:
        """Put the cursor at a place of an article; False when the story has no such article."""
        for index, document in enumerate(self.documents):
            if document.article.id == article:
                document.move_to(position)
                self.bring(index)
                return True
        return False

    def bring(self, index: int) -> None:
        """Put the cursor into the article of this number, from 0; it is shown if it was not."""
        if index in self.columns:
            self.column = self.columns.index(index)
        else:
            self.columns[self.column] = index
        self.sync()

    # counterparts -----------------------------------------------------------------------------

    def partners(self, document: Document, sentence: int | None) -> list[tuple[str, int]]:
        """The counterparts, as (article id, sentence index), of a sentence of `document`: first
        what was ruled last, then the likeliest.
        """
        if sentence is None:
            return []
        return self._partners.get((document.article.id, sentence), [])

    def beside(self, document: Document, sentence: int, other: Document) -> int | None:
        """The sentence of `other` that is told where `sentence` of `document` is: its counterpart,
        or that of the nearest sentence that has one.
        """
        for away in range(NEAR):
            for near in (sentence - away, sentence + away):
                for article, index in self.partners(document, near):
                    if article == other.article.id:
                        return index
        return None

    def sync(self) -> None:
        """Tint the counterparts of the sentence under the cursor in the other columns."""
        partners = self.partners(self.here, self.here.sentence)
        for document in self.documents:
            own = document is self.here
            document.tint([] if own else [n for a, n in partners if a == document.article.id])

    def counterpart(self) -> tuple[Document, Span] | None:
        """Where the sentence under the cursor is told too, in the other column if it is there."""
        there = self.there.article.id if self.there else None
        partners = self.partners(self.here, self.here.sentence)
        for article, sentence in sorted(partners, key=lambda partner: partner[0] != there):
            document = self.document(article)
            if document is not None:
                return document, document.article.sentences[sentence]
        return None

    def jump(self) -> bool:
        """Go to the counterpart; False when there is none."""
        found = self.counterpart()
        if found is None:
            return False
        document, told = found
        return self.go_to(document.article.id, document.word_from(told.start))

    def rule(self, a: tuple[str, int], b: tuple[str, int], tied: bool) -> None:
        """Take in that two sentences, as (article id, index), are counterparts or are not."""
        for one, other in ((a, b), (b, a)):
            held = [partner for partner in self._partners.pop(one, []) if partner != other]
            if held or tied:
                self._partners[one] = [other, *held] if tied else held
        self._find_alone()
        for document in self.documents:
            document.touch_all()
        self.sync()

    def set_block(self, start: int, kind: BlockKind, shown: bool) -> None:
        """Give a block of the document with the cursor another kind, one that tells or does not."""
        self.here.set_block(start, kind, shown)
        self._find_alone()

    def _find_alone(self) -> None:
        for document in self.documents:
            alone = self._alone(document) if self._partners else ()
            document.alone = frozenset(alone)

    def _alone(self, document: Document) -> Iterator[int]:
        article = document.article
        for block in document.blocks:
            if block.shown and block.kind in TELLING:
                first = bisect_left(article.sentences, (block.start,))
                for index in range(first, bisect_left(article.sentences, (block.end,))):
                    if (article.id, index) not in self._partners:
                        yield index

    # links and labels of the whole ------------------------------------------------------------

    def apply(self, standing: Standing) -> None:
        """Take in what now stands for one subject, wherever in the story it is."""
        new = standing.annotation
        if new is not None and new.layer in (Layer.LINK, Layer.STORY):
            (self._links if new.layer is Layer.LINK else self.labels)[new.id] = new
        elif self._links.pop(standing.subject, None) or self.labels.pop(standing.subject, None):
            pass
        else:
            for document in self.documents:
                if document.concerns(standing):
                    document.apply(standing)
        self._number_links()

    def links_of(self, annotation: str) -> list[Annotation]:
        """The links that one of its ends is this annotation."""
        return [link for link in self._links.values() if annotation in (link.source, link.target)]

    def _number_links(self) -> None:
        numbers: dict[str, int] = {}
        for number, link in enumerate(sorted(self._links.values(), key=lambda k: k.created), 1):
            for end in (link.source, link.target):
                numbers.setdefault(str(end), number)
        for document in self.documents:
            if document.linked != numbers:
                document.linked = numbers
                document.touch_all()
