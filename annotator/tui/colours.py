"""Colours of a theme, as styles: text, marks, cursor; every text colour readable on its ground.

Contrast is that of WCAG 2.2, success criterion 1.4.3 (AA: 4.5 to 1). With the terminal's own 16
colours, or with none, the attributes (bold, underline, reverse) tell the same things apart.
"""

from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

AA = 4.5

INK = Theme(
    name="ink",
    primary="#8fb3d9",
    secondary="#9aa7b8",
    accent="#d7ba7d",
    warning="#e0af68",
    error="#f08a8a",
    success="#9ccc9c",
    foreground="#d4d6da",
    background="#15171b",
    surface="#1b1e23",
    panel="#23272e",
    dark=True,
)
PAPER = Theme(
    name="paper",
    primary="#2f5f8f",
    secondary="#5a6675",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a8322d",
    success="#2f6f3a",
    foreground="#26282c",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e8e5db",
    dark=False,
)

_HUES = {
    "red": "#e5484d",
    "orange": "#e8853a",
    "yellow": "#d9b93b",
    "green": "#58a55c",
    "teal": "#35a5a0",
    "blue": "#4a8be8",
    "purple": "#a274dc",
    "pink": "#e07bb0",
    "grey": "#9098a3",
}
_ANSI = {
    "red": "red",
    "orange": "yellow",
    "yellow": "bright_yellow",
    "green": "green",
    "teal": "cyan",
    "blue": "blue",
    "purple": "magenta",
    "pink": "bright_magenta",
    "grey": "bright_black",
}


class Look(NamedTuple):
    """The styles of one theme; `plain` when colours are the terminal's own or there are none."""

    plain: bool
    text: Style
    muted: Style
    bar: Style
    bar_muted: Style
    panel: Style
    panel_muted: Style
    accent: Style
    title: Style
    cursor: Style
    shadow: Style
    selection: Style
    tint: Style
    hit: Style
    hint: Style
    good: Style
    bad: Style
    chosen: Style
    grounds: tuple[Color, ...]
    """What text in a label's colour may stand on; the first is that of the text itself."""
    dark: bool

    def ink(self, colour: str) -> Style:
        """The style of text in a label's colour: suggestions, marks, keys."""
        if self.plain:
            return Style(color=_ANSI.get(colour))
        return Style(color=readable(_hue(colour), self.grounds, self.dark).rich_color)

    def fill(self, colour: str) -> Style:
        """The style of text on a ground of a label's colour: annotations."""
        if self.plain:
            return Style(color=_ANSI.get(colour), bold=True)
        ground = self.grounds[0].blend(_hue(colour), 0.42 if self.dark else 0.34)
        text = Color.parse("#ffffff") if self.dark else Color.parse("#101010")
        while contrast(text, ground) < AA + 0.3:
            ground = ground.blend(self.grounds[0], 0.1)
        return Style(color=text.rich_color, bgcolor=ground.rich_color, bold=True)


_looks: dict[str, Look] = {}


def look(theme: Theme) -> Look:
    """The look of `theme`."""
    if theme.name not in _looks:
        _looks[theme.name] = _plain() if theme.ansi else _coloured(theme)
    return _looks[theme.name]


def contrast(a: Color, b: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=256)
def readable(colour: Color, grounds: tuple[Color, ...], dark: bool, ratio: float = AA) -> Color:
    """`colour`, made lighter or darker until it stands out from all `grounds` by `ratio`."""
    goal = Color.parse("#ffffff" if dark else "#000000")
    for step in range(21):
        shade = colour.blend(goal, step / 20)
        if all(contrast(shade, ground) >= ratio for ground in grounds):
            return shade
    return goal


def _coloured(theme: Theme) -> Look:
    named = theme.to_color_system().generate()
    dark = theme.dark
    ground, surface, panel = (Color.parse(named[n]) for n in ("background", "surface", "panel"))
    primary = Color.parse(named["primary"])
    tint = ground.blend(primary, 0.16)
    grounds = (ground, tint, surface, panel)
    text = readable(Color.parse(named["foreground"]), grounds, dark, 7)
    muted = readable(text.blend(ground, 0.42), grounds, dark)
    accent = readable(primary, grounds, dark)
    chosen = ground.blend(primary, 0.30)
    hit = ground.blend(Color.parse(_HUES["yellow"]), 0.45)

    def style(colour: Color, on: Color) -> Style:
        return Style(color=colour.rich_color, bgcolor=on.rich_color)

    return Look(
        plain=False,
        text=style(text, ground),
        muted=style(muted, ground),
        bar=style(text, panel),
        bar_muted=style(muted, panel),
        panel=style(text, surface),
        panel_muted=style(muted, surface),
        accent=Style(color=accent.rich_color),
        title=Style(bold=True),
        cursor=Style(
            color=readable(ground, (accent,), not dark).rich_color, bgcolor=accent.rich_color
        ),
        shadow=Style(bgcolor=panel.rich_color),
        selection=style(readable(text, (chosen,), dark), chosen),
        tint=Style(bgcolor=tint.rich_color),
        hit=style(readable(text, (hit,), dark), hit),
        hint=Style(color=accent.rich_color, bold=True, underline=True),
        good=Style(color=readable(Color.parse(named["success"]), grounds, dark).rich_color),
        bad=Style(color=readable(Color.parse(named["error"]), grounds, dark).rich_color, bold=True),
        chosen=style(readable(text, (chosen,), dark), chosen),
        grounds=grounds,
        dark=dark,
    )


def _plain() -> Look:
    none = Style()
    return Look(
        plain=True,
        text=none,
        muted=Style(dim=True),
        bar=Style(bold=True),
        bar_muted=none,
        panel=none,
        panel_muted=none,
        accent=Style(bold=True),
        title=Style(bold=True),
        cursor=Style(reverse=True),
        shadow=none,
        selection=Style(reverse=True, dim=True),
        tint=Style(italic=True),
        hit=Style(italic=True, bold=True, underline=True),
        hint=Style(bold=True, reverse=True),
        good=none,
        bad=Style(bold=True),
        chosen=Style(reverse=True),
        grounds=(Color.parse("black"),),
        dark=True,
    )


def _hue(colour: str) -> Color:
    return Color.parse(_HUES.get(colour, colour))


def _luminance(colour: Color) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.rgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
