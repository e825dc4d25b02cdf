"""Reading blind: what must not be seen is nowhere on the screen."""

from functools import partial
from pathlib import Path

from hand import make_corpus, reading

from annotator.model import Arm
from annotator.store.corpus import open_corpus
from annotator.store.transaction import Transaction


def _blind(annotator: str, article: str, transaction: Transaction) -> None:
    transaction.set_arm(annotator, article, Arm.BLIND)


def make_blind(path: Path, mask: bool) -> None:
    with open_corpus(path, write=True) as corpus:
        writer = corpus.writer()
        annotator = writer.submit(lambda t: t.add_annotator("ann")).result()
        for story in corpus.stories():
            for article in story.articles:
                writer.submit(partial(_blind, annotator.id, article)).result()
        if mask:
            writer.submit(lambda t: t.set_setting("mask", "yes")).result()


async def test_a_blind_arm_tells_of_no_suggestion(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    make_blind(path, mask=False)
    async with reading(path) as hand:
        await hand.press("n")
        seen = hand.seen()
        assert "no suggestion" in seen
        assert "blind" in seen
        assert " open" not in seen
        minimap = {sign for sign, _ in hand.reader._columns[0].minimap._seen}
        assert minimap <= {"│", " "}
        await hand.press("y")
        assert "no suggestion under the cursor" in hand.seen()
        await hand.press("d")
        assert "no detector suggested anything here" in hand.seen()
        await hand.press("ctrl+f", *"is", "colon", *"open", "enter")
        assert "0 found" in hand.seen()
        await hand.press("escape", "1")
        assert hand.labels() == [("loaded", "Harbour")]


async def test_masked_outlets_and_bylines_stay_masked(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    make_blind(path, mask=True)
    async with reading(path) as hand:
        seen = [hand.seen()]
        for keys in (("Z",), ("g",), ("slash", *"Quill"), ("escape",), ("E",), ("escape",), ("q",)):
            await hand.press(*keys)
            seen.append(hand.seen())
        text = "\n".join(seen)
        assert "Outlet A" in text
        for name in ("The Quay", "Port Herald", "By Ada"):
            assert name not in text
