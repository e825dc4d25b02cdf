"""One article as it is being read: its marks, which of them is current, what each line shows."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from annotator.history import Standing, suggestion_subject
from annotator.model import Annotation, Arm, Layer, Page, Span, Suggestion
from annotator.text.runs import Run, runs
from annotator.tui.caret import Caret
from annotator.tui.layout import Line, is_shown
from annotator.tui.marks import Mark, Marks, of_annotation, of_suggestion

Flag = tuple[str, str]
"""What lies on a run: ("mark"|"suggestion", label id), or ("cursor"|"selection"|..., "")."""


class Document(Caret):
    """A page with its cursor and selection; every method is quick on an article of any length."""

    def __init__(self, page: Page, annotator: str) -> None:
        super().__init__(page.article)
        self.arm, self.done = page.arm, page.done
        self.suggestions: dict[str, Suggestion] = {s.id: s for s in page.suggestions}
        self.annotations: dict[str, Annotation] = {a.id: a for a in page.annotations}
        self.decisions: dict[str, str] = dict(page.decisions)
        self._subjects = {suggestion_subject(annotator, s): s for s in self.decisions}
        self.weakest = 0.0
        self.muted: frozenset[str] = frozenset()
        self.alone: frozenset[int] = frozenset()
        self.tinted: frozenset[int] = frozenset()
        self.linked: Mapping[str, int] = {}
        self.order: Mapping[str, int] = {}
        """Of marks on the same words, the one whose label has the lower number goes first."""
        self.hits: list[Span] = []
        self._focus = ""
        self._marked = 0
        self._remark()
        self._fresh = True

    @property
    def version(self) -> tuple[int, int]:
        """Another one whenever marks or layout changed."""
        return (self._marked, id(self.layout))

    def move_to(self, position: int, keep_goal: bool = False) -> None:
        """Put the cursor on the shown word that holds `position`, or the nearest before it."""
        self._fresh = False
        super().move_to(position, keep_goal)

    # marks ------------------------------------------------------------------------------------

    def _remark(self) -> None:
        made = [of_annotation(annotation) for annotation in self.annotations.values()]
        opened = [of_suggestion(s) for s in self.suggestions.values() if self._is_open(s)]
        self._marked += 1
        self.annotated = Marks(mark for mark in made if mark is not None)
        self.suggested = Marks(opened)

    def _is_open(self, suggestion: Suggestion) -> bool:
        return (
            suggestion.id not in self.decisions
            and suggestion.strength >= self.weakest
            and suggestion.detector not in self.muted
        )

    def filter(self, weakest: float, muted: frozenset[str]) -> None:
        """Hide open suggestions weaker than `weakest` and those of the `muted` detectors."""
        self.weakest, self.muted = weakest, muted
        self._remark()
        self.touch_all()

    def stack(self) -> list[Mark]:
        """The marks under the cursor: annotations, then suggestions; first what is drawn on top."""
        cursor = self.cursor
        found = self.annotated.over(*cursor) + self.suggested.over(*cursor)
        return sorted(
            found, key=lambda m: (m.suggested, m.layer is not Layer.SPAN, self._precedence(m))
        )

    def _precedence(self, mark: Mark) -> tuple[int, int, str]:
        """The shorter goes first, so that what is nested stays visible; then as in `order`."""
        return mark.end - mark.start, self.order.get(mark.label, len(self.order)), mark.label

    @property
    def current(self) -> Mark | None:
        """The mark of the stack that keys act on."""
        stack = self.stack()
        return next((m for m in stack if m.id == self._focus), stack[0] if stack else None)

    def cycle(self) -> None:
        """Make the next mark of the stack the current one."""
        stack, current = self.stack(), self.current
        if current is not None:
            self.focus(stack[(stack.index(current) + 1) % len(stack)])

    def focus(self, mark: Mark) -> None:
        """Go to `mark` and make it the current one."""
        if not mark.start <= self.position < mark.end:
            self.move_to(mark.start)
        self._focus, self._fresh = mark.id, False
        self.touch(Span(mark.start, mark.end))

    def step_mark(self, marks: Marks, step: int) -> bool:
        """Go to the next or previous of `marks`; False when there is none.

        From where the article was opened, the next one is the one that lies there.
        """
        current = self.current
        own = current is not None and current.suggested == (marks is self.suggested)
        if own and current is not None and self._fresh and step > 0:
            self.focus(current)
            return True
        key = current if own and current is not None else (self.cursor.start,)
        mark = marks.after(key) if step > 0 else marks.before(key)
        while mark is not None and not self.is_in_sight(mark.start):
            mark = marks.after(mark) if step > 0 else marks.before(mark)
        if mark is None:
            return False
        self.focus(mark)
        return True

    def is_in_sight(self, position: int) -> bool:
        """Whether the block that holds `position` is shown."""
        return any(b.start <= position < b.end and is_shown(b, self.clutter) for b in self.blocks)

    def concerns(self, standing: Standing) -> bool:
        """Whether `standing` is about this article."""
        if standing.annotation is not None:
            return standing.annotation.article == self.article.id
        decided = standing.decision is not None and standing.decision.suggestion in self.suggestions
        return decided or standing.subject in self.annotations or standing.subject in self._subjects

    def apply(self, standing: Standing) -> None:
        """Take in what now stands for one subject."""
        old = self.annotations.pop(standing.subject, None)
        reopened = self._subjects.pop(standing.subject, None)
        if reopened is not None:
            self._decide(reopened, None)
        if old is not None and (mark := of_annotation(old)):
            self.annotated.discard(mark)
            self._touch_mark(mark)
        new = standing.annotation
        if new is not None:
            self.annotations[new.id] = new
            if mark := of_annotation(new):
                self.annotated.add(mark)
                self._touch_mark(mark)
                self._focus = mark.id
        if standing.decision is not None:
            self._subjects[standing.subject] = standing.decision.suggestion
            self._decide(standing.decision.suggestion, standing.decision.verdict)

    def _decide(self, suggestion_id: str, verdict: str | None) -> None:
        suggestion = self.suggestions.get(suggestion_id)
        if verdict is None:
            self.decisions.pop(suggestion_id, None)
        else:
            self.decisions[suggestion_id] = verdict
        if suggestion is None:
            return
        mark = of_suggestion(suggestion)
        self.suggested.discard(mark)
        if self._is_open(suggestion):
            self.suggested.add(mark)
        self._touch_mark(mark)

    def _touch_mark(self, mark: Mark) -> None:
        self._marked += 1
        self.touch(Span(mark.start, mark.end))

    # what a line shows ------------------------------------------------------------------------

    def tint(self, sentences: Iterable[int]) -> None:
        """Tint these sentences (indices) as counterparts, and no others."""
        wanted = frozenset(sentences)
        for index in wanted ^ self.tinted:
            self.touch(self.article.sentences[index])
        self.tinted = wanted

    def runs(self, line: Line, active: bool) -> list[Run[Flag]]:
        """The runs of a text line, each with the flags on it; `active` draws cursor, selection."""
        span = Span(line.start, line.end)
        flags: list[tuple[int, int, Flag]] = [
            (*self.article.sentences[index], ("tint", "")) for index in self.tinted
        ]
        cursor = self.cursor
        if not active and cursor.start < cursor.end:
            flags.append((*cursor, ("shadow", "")))
        for name, marks in (("suggestion", self.suggested), ("mark", self.annotated)):
            for mark in sorted(marks.over(*span), key=self._precedence, reverse=True):
                if mark.layer is Layer.SPAN:
                    flags.append((mark.start, mark.end, (name, mark.label)))
        flags += [(*hit, ("hit", "")) for hit in self._hits_over(span)]
        selection = self.selection
        if active and selection is not None:
            flags.append((*selection, ("selection", "")))
        if active and cursor.start < cursor.end:
            flags.append((*cursor, ("cursor", "")))
        return runs(line.start, line.end, flags)

    def _hits_over(self, span: Span) -> list[Span]:
        first = max(0, bisect_left(self.hits, (span.start,)) - 1)
        last = bisect_left(self.hits, (span.end,))
        return [hit for hit in self.hits[first:last] if hit.end > span.start]

    def sign(self, line: Line) -> str:
        """The gutter's sign: "=" counterpart, "!" told by this side only, or blank."""
        at = self.signed(line)
        return " " if at is None else "=" if at in self.tinted else "!"

    def signed(self, line: Line) -> int | None:
        """The index of the sentence that the gutter's sign on `line` is about."""
        first = bisect_left(self.article.sentences, (line.start,))
        last = bisect_left(self.article.sentences, (line.end,))
        signed = [n for n in range(first, last) if n in self.tinted or n in self.alone]
        return min(signed, key=lambda n: n not in self.tinted, default=None)

    def gutter(self, line: Line) -> list[Mark]:
        """The marks that begin on `line`: annotations, then suggestions."""
        found = self.annotated.over(line.start, line.end) + self.suggested.over(
            line.start, line.end
        )
        return [mark for mark in found if mark.start >= line.start]

    @property
    def is_blind(self) -> bool:
        """Whether this annotator reads the article without suggestions."""
        return self.arm is Arm.BLIND
