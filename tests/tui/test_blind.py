"""Reading blind: what must not be seen is nowhere on the screen."""

from functools import partial
from pathlib import Path

from hand import make_corpus, reading
from shell import Shell

from annotator.model import Arm
from annotator.project import open_project
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
        assert "no suggestion is shown: you read this article blind" in seen
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


async def test_no_screen_of_a_blind_reader_knows_of_suggestions_or_of_others(
    tmp_path: Path,
) -> None:
    path = make_corpus(tmp_path)
    make_blind(path, mask=False)
    with open_project(path) as project:
        ben = project.desk("ben")
        page = ben.open_story("story-1").pages[0]
        ben.accept(page.suggestions[0].id).saved.result()
    async with reading(path) as hand:
        seen = []
        for keys in (
            ("n",), ("m",), ("enter",), ("greater_than_sign",), ("y",), ("x",), ("d",),
            ("f",), ("escape",), ("slash", *"brutal"), ("enter",), ("escape",),
            ("C", *"label", "colon", *"loaded", "enter"), ("escape",),
            ("C", *"by", "colon", *"ben", "enter"), ("escape",),
            ("C", *"is", "colon", *"open", "enter"), ("escape",),
            ("C", *"brutal", "enter"), ("escape",), ("V",), ("escape",), ("Q",), ("I",),
            ("escape",), ("colon",), ("escape",), ("T",), ("q",), ("Q",),
        ):  # fmt: skip
            await hand.press(*keys)
            await hand.pilot.pause(0.2)
            seen.append(hand.seen())
        text = "\n".join(seen)
        for leak in (
            "in the lexicon", "0.90", "·· ", "language suggested", "7 open", "7 suggestions",
            " by ben", "ben, labels", "suggestions  ", "teaches most goes first",
        ):  # fmt: skip
            assert leak not in text, leak
        assert "brutal" in text  # which is in the text itself


def test_no_command_tells_a_blind_reader(tmp_path: Path, run: Shell) -> None:
    path = make_corpus(tmp_path)
    make_blind(path, mask=False)
    with open_project(path) as project:
        ben = project.desk("ben")
        page = ben.open_story("story-1").pages[0]
        ben.accept(page.suggestions[0].id).saved.result()
    told = run.json("show", path, "story-1", "--as", "ann")
    assert [a["suggestions"] + a["annotations"] for a in told["articles"]] == [[], []]
    assert "brutal" not in run("show", path, "story-1", "--as", "ann", "--facts").out.replace(
        "after brutal", ""
    )
    counts = run.json("stats", path, "--as", "ann")
    assert "suggestions" not in counts["corpus"]
    assert [person["name"] for person in counts["annotators"]] == ["ann"]
    assert run("stats", path, "--as", "ann").code == 0
    assert run.json("show", path, "story-1", "--as", "ben")["articles"][0]["suggestions"]
    assert len(run.json("stats", path, "--as", "ben")["annotators"]) == 2
    lines = "n\nd\nQ\nI\nV\nC\nlabel:loaded\nC\nis:open\n>\nq\n"
    said = run(path, "--plain", "--as", "ann", "--story", "story-1", stdin=lines).out
    for leak in ("in the lexicon", "suggested:", "open suggestion", "ben:", "7 suggestions open"):
        assert leak not in said, leak


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


def test_masked_outlets_are_letters_and_masked_bylines_are_not_found(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with open_project(path) as opened:
        me = opened.desk("ann").annotator.id
        ben = opened.desk("ben")
        article = opened.search(me, "quill")[0].article
        text = ben.article(article).text
        start = text.index("Quill")
        ben.label(article, start, start + 5, "loaded").saved.result()
        assert len(opened.search(me, "quill")) == 2
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: t.set_setting("mask", "yes")).result()
    with open_project(path) as opened:
        for question in ("quill", "ada", "by:ben", "outlet:quay harbour", "label:loaded"):
            assert opened.search(me, question) == [], question
        assert {f.outlet for f in opened.search(me, "harbour")} == {"Outlet A"}
        assert {f.outlet for f in opened.search(me, "port")} == {"Outlet B"}


async def test_no_screen_names_a_masked_outlet_or_author(tmp_path: Path, run: Shell) -> None:
    path = make_corpus(tmp_path)
    with open_project(path) as project:
        ann = project.desk("ann")
        page = ann.open_story("story-1").pages[0]
        ann.describe(page.article.id, {"byline": "Ada Quill", "url": "https://quay.test/1"})
        ann.accept(page.suggestions[0].id).saved.result()
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: t.set_setting("mask", "yes")).result()
    seen = []
    async with reading(path) as hand:
        for keys in (
            ("Z",), ("g",), ("slash", *"quill"), ("escape",), ("ctrl+e",), ("escape",), ("V",),
            ("escape",), ("I",), ("escape",), ("ampersand",), ("m",), ("escape",), ("escape",),
            ("right_parenthesis", "minus"), ("escape",), ("A",), ("escape",), ("colon",),
            ("escape",), ("C", *"the", "enter"), ("escape",), ("C", *"quill", "enter"), ("escape",),
            ("C", *"by", "colon", *"ann", "enter"), ("escape",), ("tab",), ("u",), ("u",), ("q",),
            ("slash", *"quay"), ("escape",), ("V",), ("q",), ("ampersand",), ("q",),
        ):  # fmt: skip
            await hand.press(*keys)
            seen.append(hand.seen())
        assert hand.app.title == "annotator"
    lines = "n\nZ\nread\ntab\nV\nI\nstories\n\nC\nquill\nC\nthe\n\n/quill\ndescribe\n\nu\nu\nq\n"
    seen.append(run(path, "--plain", "--as", "ann", "--story", "story-1", stdin=lines).out)
    text = "\n".join(seen)
    assert "Outlet A" in text
    assert "Outlet B" in text
    for name in ("The Quay", "Port Herald", "Ada", "quay.test"):
        assert name not in text, name
