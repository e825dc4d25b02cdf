"""Every label colour can be read on every theme that is shipped (WCAG 2.2, AA)."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from annotator.catalogue import load_scheme
from annotator.model import BlockKind, Layer
from annotator.scheme import PALETTE, Label
from annotator.tui.colours import AA, INK, PAPER, contrast, look
from annotator.tui.settings import THEMES
from annotator.tui.widgets.pane import Pane

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


FLAGS = ("tint", "shadow", "suggestion", "mark", "hit", "selection", "cursor")
"""What may lie on a word, in the order in which it is drawn."""


def drawn(theme: Theme, labels: Mapping[str, Label]) -> Iterator[tuple[object, Style]]:
    """Every style that a word of an article can have in a theme, and what it is made of."""
    pane = Pane(0, labels)
    pane._look = look(theme)
    for kind in (*BlockKind, None):
        for count in range(len(FLAGS) + 1):
            for chosen in combinations(FLAGS, count):
                for label in labels.values():
                    flags = tuple((flag, label.id) for flag in chosen)
                    yield (kind, flags), pane._look.text + pane._style(kind, flags)


def labels_of(name: str) -> dict[str, Label]:
    return {f"span.{k.id}": k for k in load_scheme(name).layer(Layer.SPAN)}


@pytest.mark.parametrize("theme", [t for t in SHIPPED.values() if not t.ansi], ids=lambda t: t.name)
def test_every_pair_of_colours_that_a_word_can_have_can_be_read(theme: Theme) -> None:
    pairs = {
        (colour(style), colour(style, ground=True)): what
        for what, style in drawn(theme, labels_of("framing"))
    }
    poor = [what for pair, what in pairs.items() if contrast(*pair) < AA]
    assert poor == []


def without_red_and_green(seen: Color) -> Color:
    """A colour as deuteranopes see it (Viénot, Brettel and Mollon 1999, Color Res. Appl. 24)."""
    red, green, blue = ((part / 255) ** 2.2 for part in seen.rgb)
    matrix = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))
    mixed = (r * red + g * green + b * blue for r, g, b in matrix)
    return Color(*(round(255 * min(1, max(0, part)) ** (1 / 2.2)) for part in mixed))


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda t: t.name)
def test_a_mark_is_seen_without_red_and_green(theme: Theme) -> None:
    styles = look(theme)
    page = without_red_and_green(colour(styles.text, ground=True))
    for name in PALETTE:
        fill = styles.fill(name)
        ground = without_red_and_green(colour(fill, ground=True))
        assert contrast(ground, page) > 1.2, name
        assert contrast(without_red_and_green(colour(fill)), ground) >= AA, name
        assert contrast(without_red_and_green(colour(styles.ink(name))), page) >= AA - 0.5, name


@pytest.mark.parametrize("name", ["framing", "loaded-hedge"])
def test_the_letters_beside_the_text_tell_labels_apart_in_one_colour(name: str) -> None:
    letters = [label.mark.casefold() for label in labels_of(name).values()]
    assert len(set(letters)) == len(letters)
