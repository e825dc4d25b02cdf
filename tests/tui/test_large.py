"""A scheme of forty labels and a story of ten articles: all in reach, all readable."""

from pathlib import Path

from hand import make_article, reading, save_story

from annotator import project
from annotator.model import BlockKind
from annotator.store.corpus import open_corpus
from annotator.tui.screens.chooser import ChooserScreen


def large_corpus(folder: Path) -> Path:
    """Forty labels on spans, one of them with twelve attributes; ten articles in one story."""
    labels = [
        f'[[label]]\nid = "label-{n:02}"\nname = "Label number {n}"\nlayer = "span"\n'
        f'colour = "blue"\nmark = "{chr(64 + n) if n < 27 else chr(0x391 + n - 27)}"\n'
        f'guideline = "When {n}."\nexample = "{n}"\n'
        for n in range(1, 41)
    ]
    labels[0] += "".join(
        f'[[label.attribute]]\nid = "a{n}"\nname = "Attribute {n}"\ntype = "choice"\n'
        f'choices = ["one", "two", "three"]\n'
        for n in range(12)
    )
    scheme = folder / "large.toml"
    scheme.write_text(f'id = "large"\nname = "Large"\n{"".join(labels)}', "utf-8")
    path = folder / "corpus.db"
    project.new(path, str(scheme))
    articles = [
        make_article(
            [(BlockKind.TITLE, f"Title {n}"), (BlockKind.BODY, f"The words of article {n}.")],
            f"Outlet Number {n}",
        )
        for n in range(10)
    ]
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 1, articles, [], [])).result()
    return path


async def test_every_label_is_in_reach_and_named_once_asked_for(tmp_path: Path) -> None:
    async with reading(large_corpus(tmp_path), size=(80, 24)) as hand:
        assert "0 all 40" in hand.seen()
        await hand.press("0", *["down"] * 39)
        assert isinstance(hand.screen, ChooserScreen)
        assert "Label number 40" in hand.seen()
        assert "When 40." in hand.seen()
        await hand.press("enter")
        assert [label for label, _ in hand.labels()] == ["label-40"]
        await hand.press("l", "colon", *"label number 23")
        await hand.pilot.pause(0.5)
        await hand.press("enter")
        await hand.pilot.pause(0.5)
        assert "label-23" in [label for label, _ in hand.labels()]


async def test_the_header_names_ten_articles_and_tab_reaches_them(tmp_path: Path) -> None:
    async with reading(large_corpus(tmp_path), size=(120, 30)) as hand:
        title = hand.seen().split("\n", 1)[0]
        assert all(f"{n} " in title for n in range(1, 11))
        assert "saved" in title
        assert "Title 0" in title
        seen = set()
        for _ in range(10):
            seen.add(hand.here.article.title)
            await hand.press("tab")
        assert len(seen) == 10


async def test_a_form_of_many_attributes_scrolls_to_the_one_keys_go_to(tmp_path: Path) -> None:
    async with reading(large_corpus(tmp_path), size=(80, 14)) as hand:
        await hand.press("1", "t", *["down"] * 11, "right", "right", "enter")
        held = next(iter(hand.here.annotations.values()))
        assert held.attributes["a11"] == "two"
        await hand.press("t", *["down"] * 11)
        field = hand.screen.query("Field").last()
        assert field.region.bottom <= 14
        assert field.region.height == 1
