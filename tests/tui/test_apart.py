"""What takes long is asked apart: keys and the end of the program do not wait for it."""

from pathlib import Path

import pytest
from hand import make_corpus, reading
from terminal import at_work, labels

from annotator import finding, tally
from annotator.errors import StoreError
from annotator.tui.screens.reader import ReaderScreen

STUCK = """
import threading
from annotator import facttable, finding, tally
from annotator.cli import main
stuck = lambda *_: threading.Event().wait()
finding.search = tally.tally = facttable.fact_table = stuck
main()
"""


@pytest.mark.parametrize("keys", ["Cx\r", "I", "V"], ids=["search", "statistics", "facts"])
def test_an_answer_that_never_comes_keeps_nobody(tmp_path: Path, keys: str) -> None:
    path = make_corpus(tmp_path)
    with at_work(path, code=STUCK) as terminal:
        terminal.press(keys)
        terminal.press("\x1b")
        terminal.press("ny")
        terminal.wait_for("1 labelled")
        terminal.press(keys)
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.is_restored()
    assert labels(path) == ["brutal"]


async def test_what_went_wrong_is_told_where_the_answer_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("the disk \x1b[2J went away")

    monkeypatch.setattr(finding, "search", fail)
    monkeypatch.setattr(tally, "tally", fail)
    async with reading(make_corpus(tmp_path)) as hand:
        for keys in (("C", "x", "enter"), ("I",)):
            await hand.press(*keys)
            assert "the disk ␛[2J went away" in hand.seen()
            await hand.press("escape")
            assert isinstance(hand.screen, ReaderScreen)
