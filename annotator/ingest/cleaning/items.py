"""A line on its way to becoming a block."""

from dataclasses import dataclass

from annotator.ingest.cleaning.clutter import Clutter
from annotator.ingest.cleaning.lines import Line
from annotator.model import Block, BlockKind


@dataclass(slots=True)
class Item:
    """A line and what has been decided about it so far.

    `marked` is the kind that the source gives it, `ends_body` why it is clutter should it stand
    below the last paragraph, `listed` says that it is one point of a list.
    """

    line: Line
    kind: BlockKind | None = None
    reason: str = ""
    marked: BlockKind | None = None
    opens_list: bool = False
    ends_body: str = ""
    listed: bool = False

    @property
    def free(self) -> bool:
        """Whether nothing has been decided yet."""
        return self.kind is None

    @property
    def hidden(self) -> bool:
        """Whether the line was found to be clutter."""
        return self.kind is BlockKind.CLUTTER

    @property
    def label_like(self) -> bool:
        """Whether the line is short and no sentence: a heading, a caption or a link."""
        return not self.line.terminal and self.line.words < 25

    def take(self, clutter: Clutter) -> None:
        """Decide by the line's wording; what is furniture only at the end waits for its place."""
        if clutter.only_at_end:
            self.ends_body = clutter.reason
        else:
            self.hide(clutter.reason)
            self.opens_list = clutter.opens_list

    def hide(self, reason: str) -> None:
        """Decide that the line is clutter."""
        self.kind, self.reason = BlockKind.CLUTTER, reason

    def block(self) -> Block:
        """The block that the decision amounts to; what is undecided is body."""
        kind = self.kind or BlockKind.BODY
        return Block(self.line.start, self.line.end, kind, not self.reason, self.reason)
