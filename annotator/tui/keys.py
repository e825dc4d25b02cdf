"""The keymap as Textual's bindings."""

from textual.binding import Binding, BindingType

from annotator.keymap import ACTIONS, Action


def bindings(where: str) -> list[BindingType]:
    """The bindings of the actions that the screens called `where` know."""
    return [
        Binding(",".join(action.keys), f"do({action.id!r})", action.text, show=False, id=action.id)
        for action in actions(where)
    ]


def actions(where: str) -> list[Action]:
    """The actions that the screens called `where` know by themselves."""
    return [action for action in ACTIONS if where in action.where]
