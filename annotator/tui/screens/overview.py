"""Screens that show a story as a whole and answer the place in it to go to."""

from typing import TYPE_CHECKING, ClassVar, cast

from annotator.model import Place
from annotator.tui.screens.once import Once

if TYPE_CHECKING:
    from annotator.tui.shell import AnnotatorApp


class Overview(Once[Place | None], inherit_bindings=False):
    """What such screens have in common: the actions that every one of them knows."""

    WHERE: ClassVar[str]

    @property
    def annotator_app(self) -> "AnnotatorApp":
        """The app, by its own type."""
        return cast("AnnotatorApp", self.app)

    def _theme(self) -> None:
        self.annotator_app.turn_theme()

    def _help(self) -> None:
        self.annotator_app.open_help(self.WHERE)

    def _palette(self) -> None:
        self.app.action_command_palette()

    def _back(self) -> None:
        self.dismiss(None)
