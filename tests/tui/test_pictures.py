"""The screens as they look: a change here is to be looked at, then taken over or mended.

Take over with `pytest tests/tui/test_pictures.py --snapshot-update`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hand import make_corpus

from annotator.project import open_project
from annotator.tui.settings import Settings
from annotator.tui.shell import AnnotatorApp

Compare = Callable[..., bool]

WIDE, SMALL = (160, 40), (80, 24)
MARKED = ("n", "y", "n", "n", "y", "right_parenthesis", "v", "l", "l", "1", "escape", "h")


@pytest.mark.parametrize(
    ("story", "keys", "size", "theme"),
    [
        ("story-1", MARKED, WIDE, "ink"),
        ("story-1", MARKED, WIDE, "paper"),
        ("story-1", MARKED, SMALL, "ink"),
        ("story-1", MARKED, SMALL, "paper"),
        ("story-1", (*MARKED, "t"), WIDE, "ink"),
        ("story-1", ("A",), SMALL, "paper"),
        ("story-1", ("question_mark",), WIDE, "paper"),
        ("story-1", ("f",), SMALL, "ink"),
        ("story-1", ("slash", "m", "o", "n"), WIDE, "ink"),
        (None, (), WIDE, "ink"),
        (None, (), SMALL, "paper"),
    ],
    ids=[
        "reader-wide-dark",
        "reader-wide-light",
        "reader-small-dark",
        "reader-small-light",
        "attributes",
        "article-labels",
        "help",
        "hints",
        "search",
        "list-wide-dark",
        "list-small-light",
    ],
)
def test_screens_look_as_they_did(
    snap_compare: Compare,
    tmp_path: Path,
    story: str | None,
    keys: tuple[str, ...],
    size: tuple[int, int],
    theme: str,
) -> None:
    with open_project(make_corpus(tmp_path)) as project:
        app = AnnotatorApp(project, "ann", story, Settings(theme))
        assert snap_compare(app, press=[*keys, "wait:300"], terminal_size=size)
