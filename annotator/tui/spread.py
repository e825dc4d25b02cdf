"""A story spread open: its documents, the two that are side by side, and what joins them."""

from collections import defaultdict
from collections.abc import Iterator

from annotator.history import Standing
from annotator.model import Annotation, BlockKind, Layer, OpenStory
from annotator.tui.document import Document

_TELLING = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.QUOTE})


class Spread:
    """The documents of a story; `left` and `right` are shown, the cursor is in one of them."""

    def __init__(self, opened: OpenStory, annotator: str) -> None:
        self.story = opened.story
        self.documents = [Document(page, annotator) for page in opened.pages]
        self.labels: dict[str, Annotation] = {label.id: label for label in opened.labels}
        self._links: dict[str, Annotation] = {link.id: link for link in opened.links}
        self.columns = [0, 1] if len(self.documents) > 1 else [0]
        self.column = 0
        self._partners: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for pair in opened.counterparts:
            self._partners[pair.a].append(pair.b)
            self._partners[pair.b].append(pair.a)
        if self._partners:
            for document in self.documents:
                document.alone = frozenset(self._alone(document))
        self._number_links()
        self.sync()

    @property
    def here(self) -> Document:
        """The document with the cursor."""
        return self.documents[self.columns[self.column]]

    @property
    def there(self) -> Document | None:
        """The document in the other column, if there is one."""
        if len(self.columns) < 2:
            return None
        return self.documents[self.columns[1 - self.column]]

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
        """The counterparts, as (article id, sentence index), of a sentence of `document`."""
        if sentence is None:
            return []
        return self._partners.get((document.article.id, sentence), [])

    def sync(self) -> None:
        """Tint the counterparts of the sentence under the cursor in the other columns."""
        partners = self.partners(self.here, self.here.sentence)
        for document in self.documents:
            own = document is self.here
            document.tint([] if own else [n for a, n in partners if a == document.article.id])

    def jump(self) -> bool:
        """Go to the counterpart, in the other column if it has one; False when there is none."""
        partners = self.partners(self.here, self.here.sentence)
        there = self.there.article.id if self.there else None
        partners = sorted(partners, key=lambda partner: partner[0] != there)
        if not partners:
            return False
        article, sentence = partners[0]
        target = self.document(article)
        if target is None:
            return False
        return self.go_to(article, target.word_from(target.article.sentences[sentence].start))

    def _alone(self, document: Document) -> Iterator[int]:
        for block in document.blocks:
            if not block.shown or block.kind not in _TELLING:
                continue
            for index, sentence in enumerate(document.article.sentences):
                inside = block.start <= sentence.start < block.end
                if inside and (document.article.id, index) not in self._partners:
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
