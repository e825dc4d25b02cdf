"""Two articles side by side: what one tells is beside what the other tells of it."""

from pathlib import Path

from hand import Hand, make_article, make_corpus, reading, save_story
from test_mouse import cell
from textual.events import MouseScrollDown

from annotator.model import Article, BlockKind, Counterpart
from annotator.store.corpus import open_corpus
from annotator.tui.widgets.pane import Pane

FACTS = 30


def long_corpus(folder: Path) -> Path:
    """Two articles that tell the same facts; the second begins with as many of its own."""
    own = "\n\n".join(f"Only here is told thing {n}." for n in range(FACTS))
    first = make_article(
        [(BlockKind.BODY, "\n\n".join(f"Here is fact {n}." for n in range(FACTS)))], "One"
    )
    second = make_article(
        [(BlockKind.BODY, own + "\n\n" + "\n\n".join(f"Fact {n} too." for n in range(FACTS)))],
        "Two",
    )
    pairs = [
        Counterpart((first.id, n), (second.id, FACTS + n), 0.9) for n in range(FACTS) if n % 3 == 0
    ]
    path = make_corpus(folder)
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 3, [first, second], [], pairs)).result()
    return path


def in_sight(pane: Pane, quote: str) -> bool:
    """Whether a quote is drawn on the rows of a pane."""
    return any(quote in strip.text for strip in pane.render_lines(pane.size.region))


async def paused(hand: Hand) -> None:
    """Wait until the keys have paused for long enough, and what waited for that is done."""
    lock = hand.reader.scroll_lock
    await hand.pilot.pause(0.2)
    while (timer := lock._timer) is not None and timer._task is not None:
        if timer._task.done():
            break
        await hand.pilot.pause(0.02)
    await hand.settle()


async def test_the_counterpart_of_the_sentence_with_the_cursor_comes_into_view(
    tmp_path: Path,
) -> None:
    async with reading(long_corpus(tmp_path), story="story-3", size=(120, 24)) as hand:
        left, right = (column.pane for column in hand.reader._columns[:2])
        hand.go_to("Here is fact 15")
        await paused(hand)
        assert in_sight(right, "Fact 15 too")
        assert right.top > left.top + FACTS
        hand.go_to("Here is fact 1.")  # told by this side only: its neighbour has a counterpart
        await paused(hand)
        assert in_sight(right, "Fact 0 too")
        await hand.press("F")
        hand.go_to("Here is fact 27")
        await paused(hand)
        assert not in_sight(right, "Fact 27 too")
        await hand.press("F")
        await paused(hand)
        assert in_sight(right, "Fact 27 too")


async def test_of_several_counterparts_the_likeliest_of_the_other_article_is_told(
    tmp_path: Path,
) -> None:
    texts = ("The pool closes.", "Pool shut. The pool closes on Monday.", "Pool: it closes.")
    own, other, third = (
        make_article([(BlockKind.BODY, text)], f"Paper {n}") for n, text in enumerate(texts)
    )
    pairs = [
        Counterpart((own.id, 0), (third.id, 0), 0.99),
        Counterpart((own.id, 0), (other.id, 0), 0.6),
        Counterpart((own.id, 0), (other.id, 1), 0.9),
    ]
    path = make_corpus(tmp_path)
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 3, [own, other, third], [], pairs)).result()
    async with reading(path, story="story-3", size=(80, 24)) as hand:
        assert "= Paper 1: The pool closes on Monday." in hand.seen()
        await hand.press("equals_sign")
        assert (hand.here.article.outlet, hand.here.sentence) == ("Paper 1", 1)


async def test_the_wheel_scrolls_the_other_article_along_by_what_is_told(tmp_path: Path) -> None:
    async with reading(long_corpus(tmp_path), story="story-3", size=(120, 24)) as hand:
        left, right = (column.pane for column in hand.reader._columns[:2])
        await paused(hand)
        for pane, other in ((left, right), (right, left)):
            for _ in range(8):
                pane.post_message(MouseScrollDown(pane, 1, 1, 0, 0, 0, False, False, False))
            await hand.settle()
            assert pane.document is not None
            sentence = pane.document.sentence_at(pane.middle)
            assert sentence is not None
            assert other.document is not None
            beside = hand.session.spread.beside(pane.document, sentence, other.document)
            if beside is not None:
                there = other.document.article
                assert in_sight(other, there.quote(there.sentences[beside]))
        assert right.top > 0


async def test_a_sentence_told_by_one_side_only_is_marked_where_it_begins(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        left, right = (column.pane for column in hand.reader._columns[:2])
        for pane, quote, sign in (
            (left, "Two ships", "!"),
            (right, "Traffic in", "!"),
            (right, "The port", "="),
            (right, "The ministry", "!"),
        ):
            hand.go_to("regime")
            _, row = cell(hand, pane, quote)
            assert pane.render_lines(pane.size.region)[row].text[0] == sign, quote


async def test_the_counterpart_is_tinted_in_the_other_pane_and_in_no_colour_italic(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Dockers")
        pane = hand.reader._columns[1].pane
        tint = pane.look.tint.bgcolor
        tinted = "".join(
            segment.text
            for strip in pane.render_lines(pane.size.region)
            for segment in strip
            if segment.style is not None and segment.style.bgcolor == tint
        )
        assert " ".join(tinted.split()) == "A walkout is possible."


async def test_at_eighty_columns_one_article_and_a_line_of_the_counterpart(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        hand.go_to("Dockers")
        assert "= Port Herald: A walkout is possible." in hand.seen()
        hand.go_to("Two ships")
        assert "no counterpart in Port Herald" in hand.seen()
        assert "The port paused work" not in hand.seen()
        await hand.press("tab")
        assert "The port paused work" in hand.seen()
        assert "Two ships" not in hand.seen()


async def test_a_narrow_terminal_is_told_from_which_width_on_there_are_two(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(100, 30)) as hand:
        hand.go_to("Two ships")
        assert "side by side from 110 columns" in hand.seen()
        await hand.pilot.resize_terminal(110, 30)
        await hand.pilot.pause(0.1)
        assert [column.display for column in hand.reader._columns] == [True, True]
        assert "side by side" not in hand.seen()


async def test_the_article_alone_in_its_story_has_no_other_side(tmp_path: Path) -> None:
    article: Article = make_article([(BlockKind.BODY, "It rained. It stopped.")], "Alone")
    path = make_corpus(tmp_path)
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 4, [article], [], [])).result()
    async with reading(path, story="story-4", size=(100, 30)) as hand:
        assert "side by side" not in hand.seen()
        pane = hand.reader._columns[0].pane
        assert pane.render_lines(pane.size.region)[0].text[0] == " "
        await hand.press("equals_sign")
        assert "no counterpart" in hand.seen()


async def test_what_a_block_tells_no_more_has_no_sign(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Nobody")
        title = hand.here.article.text.index("By Ada")
        starts = [sentence.start for sentence in hand.here.article.sentences]
        assert any(starts[index] > title for index in hand.here.alone)
        await hand.press("K", "2")
        assert hand.here.alone
        assert all(starts[index] < title for index in hand.here.alone)


async def test_an_article_of_an_unknown_outlet_says_so(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    told = [make_article([(BlockKind.BODY, f"Ship {n} sails.")]) for n in range(2)]
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 9, told, [], [])).result()
    async with reading(path, story="story-9") as hand:
        assert "unknown outlet" in hand.seen()
        assert "Outlet A" not in hand.seen()
