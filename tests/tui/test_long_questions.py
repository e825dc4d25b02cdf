"""Questions to the corpus that nobody means end at once, and in words."""

from pathlib import Path

import pytest
from hand import make_corpus, reading

from annotator.errors import UsageError
from annotator.finding import LONGEST
from annotator.room import open_room


@pytest.mark.parametrize("word", ["a ", "is:open x ", "xä", "* "])
def test_a_question_may_be_so_long_and_no_longer(tmp_path: Path, word: str) -> None:
    question = (word * LONGEST)[:LONGEST]
    with open_room(make_corpus(tmp_path), write=True) as room:
        reader = room.desk("ann").annotator.id
        assert len(room.search(reader, question)) < 200
        with pytest.raises(UsageError, match=f"more than {LONGEST}"):
            room.search(reader, question + "x")


@pytest.mark.parametrize("sign", ["\x00", "\ud800", "a\x00b"])
def test_what_no_text_holds_is_not_found(tmp_path: Path, sign: str) -> None:
    with open_room(make_corpus(tmp_path), write=True) as room:
        assert room.search(room.desk("ann").annotator.id, sign) == []


async def test_the_screen_says_that_the_question_is_too_long(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("ctrl+f")
        hand.screen.query_one("Entry").value = "a " * LONGEST  # type: ignore[attr-defined]
        await hand.press("enter")
        assert f"more than {LONGEST}" in hand.seen()
