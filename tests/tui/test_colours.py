"""Every label colour can be read on every theme that is shipped (WCAG 2.2, AA)."""

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from annotator.scheme import PALETTE
from annotator.tui.colours import AA, INK, PAPER, contrast, look
from annotator.tui.settings import THEMES

SHIPPED = {**BUILTIN_THEMES, INK.name: INK, PAPER.name: PAPER}


def colour(style: Style, ground: bool = False) -> Color:
    found = style.bgcolor if ground else style.color
    assert found is not None
    return Color.from_rich_color(found)


def test_the_config_file_knows_exactly_the_themes_there_are() -> None:
    assert set(THEMES) == set(SHIPPED)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [t for t in SHIPPED.values() if not t.ansi], ids=lambda t: t.name)
def test_text_and_label_colours_can_be_read(theme: Theme) -> None:
    styles = look(theme)
    poor = []
    for name in (*PALETTE, "#00ff00", "#1a1a1a", "#fefefe"):
        ink, fill = styles.ink(name), styles.fill(name)
        poor += [name for ground in styles.grounds if contrast(colour(ink), ground) < AA]
        if contrast(colour(fill), colour(fill, ground=True)) < AA:
            poor.append(f"{name} filled")
    for kind in ("text", "muted", "bar", "bar_muted", "panel", "panel_muted", "selection", "cursor",
                 "hit", "chosen"):  # fmt: skip
        style = getattr(styles, kind)
        if contrast(colour(style), colour(style, ground=True)) < AA:
            poor.append(kind)
    for kind in ("accent", "good", "bad", "hint"):
        style = getattr(styles, kind)
        poor += [kind for ground in styles.grounds if contrast(colour(style), ground) < AA]
    assert poor == []


@pytest.mark.parametrize("theme", SHIPPED.values(), ids=lambda t: t.name)
def test_nothing_is_told_by_hue_alone(theme: Theme) -> None:
    styles = look(theme)
    ways = {
        "text": _attributes(styles.text),
        "suggestion": _attributes(styles.ink("red") + Style(underline=True)),
        "annotation": _attributes(styles.fill("red")),
    }
    assert len(set(ways.values())) == 3


def _attributes(style: Style) -> tuple[bool, ...]:
    return (bool(style.bold), bool(style.underline), bool(style.reverse))
