"""What the labels of the scheme mean, one at a time."""

from textual.widget import Widget

from annotator.scheme import Label, Scheme
from annotator.tui.flow import flow
from annotator.tui.reason import Row
from annotator.tui.screens.dialog import Dialog, blank
from annotator.tui.widgets.rows import Rows


class GuidelineScreen(Dialog[None]):
    """The guideline of a label; the arrows go through all labels of the scheme."""

    BINDINGS = [
        ("up,left,k,h", "move(-1)", "previous"),
        ("down,right,j,l", "move(1)", "next"),
        ("enter,q,H", "leave", "leave"),
    ]

    def __init__(self, scheme: Scheme, chosen: str) -> None:
        super().__init__(f"Guideline: {scheme.name}")
        self._labels = scheme.labels
        keys = [f"{label.layer}.{label.id}" for label in scheme.labels]
        self._at = keys.index(chosen) if chosen in keys else 0
        self._text = Rows("panel", id="detail")
        self._keys = (("↑ ↓", "other labels", "next"), ("Esc", "leave", "leave"))

    def inside(self) -> list[Widget]:
        """The guideline."""
        return [self._text]

    def fill(self) -> None:
        """Show the label."""
        self._text.show(describe(self._labels[self._at], self.cells))
        self._text.refresh(layout=True)

    def action_next(self) -> None:
        """Go to the next label."""
        self.action_move(1)

    def action_move(self, step: int) -> None:
        """Go to the next or previous label."""
        self._at = (self._at + step) % len(self._labels)
        self.fill()


def describe(label: Label, cells: int) -> list[Row]:
    """A label's name, guideline, example and attributes, in rows."""
    rows: list[Row] = [
        blank(),
        (
            [(f"ink:{label.colour}", f"{label.mark}  "), ("strong", label.name)],
            [("muted", f"{label.layer} label")],
        ),
        blank(),
        *flow("text", label.guideline, cells),
        blank(),
        *flow("muted", f"Example: {label.example}", cells),
    ]
    if label.attributes:
        rows.append(blank())
    for attribute in label.attributes:
        values = ", ".join(attribute.choices)
        if attribute.type == "scale":
            values = f"{attribute.low} to {attribute.high}"
        need = " (required)" if attribute.required else ""
        rows += flow(
            "muted", f"{attribute.name}{need}: {values or attribute.type}", cells, indent=2
        )
    return rows
