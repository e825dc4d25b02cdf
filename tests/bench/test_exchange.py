"""Out of the corpus file and back: nothing a human decided is lost or changed on the way."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import project
from annotator.desk import Desk
from annotator.errors import InputError, UsageError
from annotator.exchange import Selection, export
from annotator.formats import jsonl, registry
from annotator.formats.record import Export, Options, Report
from annotator.intake import Sources
from annotator.model import Annotation, BlockKind, Layer, OpenStory
from annotator.project import Project

FIRST = """Mayor opens the new bridge in Tolm

The regime of Mayor Ada Renn reportedly opened the new bridge over the Tolm on Monday.
It may cost 12 million crowns, officials said. Critics denied that it is needed.
"""
SECOND = """New Tolm bridge opens after three years

Mayor Ada Renn opened the new bridge over the Tolm on Monday, the city said.
It cost 12 million crowns. The totalitarian 😀 clique “suggests” that it might be safe.
"""


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one story of two short articles."""
    folder = tmp_path_factory.mktemp("pair")
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (folder / name).write_text(text, "utf-8")
    path = folder / "pair.db"
    project.new(path, "framing")
    with project.open_project(path) as opened:
        added = opened.add(Sources([folder / "a.txt", folder / "b.txt"], story="Bridge"))
        assert [item.status for item in added] == ["added", "added"]
    return path


def exported(path: Path, out: Path, names: frozenset[str] = frozenset()) -> bytes:
    """The bytes of a native export."""
    with project.open_project(path, write=False) as opened:
        opened.export("jsonl", out, Options(), Selection(names))
    return out.read_bytes()


def test_a_colleague_saves_during_an_export(
    pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written by then is dropped, and the corpus copied: that is what is written."""
    path = Path(shutil.copy(pair, tmp_path / "corpus.db"))
    saved: list[Path] = []

    def slowly(export: Export, out: Path, options: Options) -> Report:
        with project.open_project(path) as colleague:
            Play(colleague, "ben").do(0, len(saved), "")
        saved.append(Path(shutil.copy(path, tmp_path / f"{len(saved)}.db")))
        return jsonl.FORMAT.write(export, out, options)

    slow = replace(jsonl.FORMAT, write=slowly)
    monkeypatch.setattr(registry, "load", lambda name: slow)
    meanwhile = exported(path, tmp_path / "meanwhile.jsonl")
    monkeypatch.undo()
    first, second = (exported(copy, tmp_path / "later.jsonl") for copy in saved)
    assert meanwhile == first
    assert meanwhile != second


def restored(export: Path, into: Path) -> Path:
    """A new corpus with what an export holds."""
    project.new(into, "framing")
    with project.open_project(into) as opened:
        opened.import_("jsonl", export, None)
    return into


class Play:
    """An annotator who does whatever the numbers say, as far as it makes sense."""

    def __init__(self, opened: Project, name: str) -> None:
        self.desk: Desk = opened.desk(name)
        self.story = opened.stories()[0].story.id

    def view(self) -> OpenStory:
        return self.desk.open_story(self.story)

    def own(self, n: int, layer: Layer | None = None) -> Annotation:
        held = [a for page in self.view().pages for a in page.annotations]
        found = [a for a in held if layer is None or a.layer is layer]
        if not found:
            raise UsageError("nothing yet")
        return found[n % len(found)]

    def do(self, verb: int, n: int, text: str) -> None:
        desk, view = self.desk, self.view()
        page = view.pages[n % 2]
        article, suggestions = page.article, page.suggestions
        start, end = article.words[n % len(article.words)]
        sides = (
            (view.pages[0].article.id, n % 3),
            (view.pages[1].article.id, n % 2),
        )
        block = article.blocks[n % len(article.blocks)]
        verbs: list[Callable[[], object]] = [
            lambda: desk.label(article.id, start, end, "loaded", {"target": text}),
            lambda: desk.accept(suggestions[n % len(suggestions)].id),
            lambda: desk.accept(suggestions[n % len(suggestions)].id, "portrayal"),
            lambda: desk.reject(suggestions[n % len(suggestions)].id),
            lambda: desk.note(self.own(n).id, text),
            lambda: desk.move(self.own(n, Layer.SPAN).id, start, end),
            lambda: desk.relabel(self.own(n, Layer.SPAN).id, "hedge"),
            lambda: desk.attributes(self.own(n, Layer.SPAN).id, {}),
            lambda: desk.remove(self.own(n).id),
            lambda: desk.label_sentence(article.id, n % 3, "informational", {"target": text}),
            lambda: desk.label_article(article.id, "genre", {"value": "opinion"}),
            lambda: desk.label_story(self.story, "relative-stance", {"value": "even"}),
            lambda: desk.link(
                self.own(n, Layer.SPAN).id, self.own(n + 1, Layer.SPAN).id, "same-fact"
            ),
            lambda: desk.align(*sides),
            lambda: desk.unalign(*sides),
            lambda: desk.block(article.id, block.start, BlockKind.CAPTION, n % 3 > 0),
            lambda: desk.done(self.story, article.id, n % 3 > 0),
            lambda: desk.undo().result(),
            lambda: desk.undo().result(),
            lambda: desk.redo().result(),
        ]
        with contextlib.suppress(UsageError):
            verbs[verb % len(verbs)]()


DEEDS = st.tuples(
    st.booleans(),
    st.integers(0, 19),
    st.integers(0, 40),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)


@settings(max_examples=8, deadline=None)
@given(deeds=st.lists(DEEDS, min_size=10, max_size=30))
def test_whatever_was_done_comes_back_to_the_same_bytes(
    pair: Path, deeds: list[tuple[bool, int, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = Path(shutil.copyfile(pair, folder / "c.db"))
        with project.open_project(corpus) as opened:
            ada, bob = Play(opened, "ada"), Play(opened, 'bob; née "=B"')
            for first, verb, n, text in deeds:
                (ada if first else bob).do(verb, n, text)
        before = exported(corpus, folder / "1.jsonl")
        again = restored(folder / "1.jsonl", folder / "d.db")
        assert exported(again, folder / "2.jsonl") == before
        assert all(check.ok for check in project.examine(again))
        with project.open_project(again) as opened:
            known = opened.import_("jsonl", folder / "1.jsonl", None)
            assert (known.articles, known.annotations) == (0, 0)
        assert exported(again, folder / "3.jsonl") == before
        with project.open_project(corpus) as opened:
            assert opened.import_("jsonl", folder / "1.jsonl", None).annotations == 0


def test_who_is_not_asked_for_leaves_no_trace(pair: Path, tmp_path: Path) -> None:
    corpus = Path(shutil.copyfile(pair, tmp_path / "c.db"))
    with project.open_project(corpus) as opened:
        for name in ("ada", "bob"):
            play = Play(opened, name)
            for verb in (0, 3, 4, 9, 10, 11, 13, 16):
                play.do(verb, 1, name)
    text = exported(corpus, tmp_path / "ada.jsonl", frozenset({"ada"})).decode("utf-8")
    assert '"ada"' in text
    assert "bob" not in text


def test_an_import_is_whole_or_absent(pair: Path, tmp_path: Path) -> None:
    corpus = Path(shutil.copyfile(pair, tmp_path / "c.db"))
    with project.open_project(corpus) as opened:
        Play(opened, "ada").do(0, 3, "x")
    export = tmp_path / "1.jsonl"
    exported(corpus, export)
    lines = export.read_text("utf-8").splitlines(keepends=True)
    export.write_text("".join([*lines, "{broken\n"]), "utf-8")
    into = tmp_path / "d.db"
    project.new(into, "framing")
    before = into.read_bytes()
    with (
        project.open_project(into) as opened,
        pytest.raises(InputError, match=rf"1\.jsonl:{len(lines) + 1}.*nothing was imported"),
    ):
        opened.import_("jsonl", export, None)
    assert into.read_bytes() == before


def test_agreement_goes_out_where_two_annotators_do(opened: Project, tmp_path: Path) -> None:
    story = opened.stories()[0].story.id
    for name in ("ada", "ben"):
        desk = opened.desk(name)
        page = desk.open_story(story).pages[0]
        desk.label(page.article.id, 0, 4, "loaded")
        desk.done(story).saved.result()
    chosen = ((), ("ada",))
    found = [export(opened._corpus, Selection(frozenset(names))).agreement for names in chosen]
    both, alone = (list(rows) for rows in found)
    assert ("span", "loaded", "alpha", 1) in {
        (row.layer, row.label, row.coefficient, row.figure.value) for row in both
    }
    assert alone == []
    hidden = export(opened._corpus, Selection(anonymise=True)).agreement
    assert {p.name for row in hidden for p in row.annotators} == {"annotator-1", "annotator-2"}
