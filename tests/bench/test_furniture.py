"""What an outlet's pages have in common, and what people said of its lines, is known to `add`."""

from itertools import pairwise
from pathlib import Path

from annotator import project
from annotator.furniture import Furniture
from annotator.intake import Added, Sources
from annotator.model import BlockKind
from annotator.project import Project
from annotator.store.corpus import open_corpus

MOTTO = "The harbour town has read its morning paper here since the old quay was built."
TEXTS = [
    ("Council votes on the tram", "The council voted on Monday to extend the tram to the hills."),
    ("Bakers win a prize", "Three bakers from the old town won the national prize for rye bread."),
    ("Storm empties the beach", "A storm with hail drove bathers from the northern beach at noon."),
    ("School gets a new roof", "Workers began to lay the new roof of the primary school in May."),
    ("Chess club turns fifty", "The chess club, founded in a cellar, marks fifty years of play."),
]


def page(number: int, extra: str = MOTTO) -> str:
    title, body = TEXTS[number]
    words = [f"{word}{number}" for word in ("tram", "crane", "baker", "mayor", "ferry", "tower")]
    more = " ".join(f"The {a} and the {b} were seen near the {a}." for a, b in pairwise(words * 2))
    return f"{title}\n\n{body}\n\n{extra}\n\n{more}\n"


def add(
    opened: Project, folder: Path, *numbers: int, outlet: str = "Quay", extra: str = MOTTO
) -> Added:
    """Add pages of an outlet; what became of the last."""
    paths = []
    for number in numbers:
        paths.append(folder / f"{outlet}-{number}.txt")
        paths[-1].write_text(page(number, extra), "utf-8")
    return opened.add(Sources(paths, outlet=outlet))[-1]


def shown(item: Added, opened: Project, line: str) -> bool:
    """Whether a line of an added article is shown."""
    assert item.article is not None
    view = opened.find(item.article.id)
    article = view.pages[0].article
    start = article.text.index(line)
    return next(b.shown for b in article.blocks if b.start <= start < b.end)


def test_lines_that_recur_are_hidden_in_the_next_article(empty: Path, tmp_path: Path) -> None:
    with project.open_project(empty) as opened:
        assert shown(add(opened, tmp_path, 0, 1, 2), opened, MOTTO)
        later = add(opened, tmp_path, 3)
        assert not shown(later, opened, MOTTO)
        assert shown(later, opened, TEXTS[3][1])
        assert shown(add(opened, tmp_path, 4, outlet="Gull"), opened, MOTTO)


def test_what_a_person_hides_once_is_hidden_from_then_on(empty: Path, tmp_path: Path) -> None:
    with project.open_project(empty) as opened:
        first = add(opened, tmp_path, 0)
        assert first.article is not None
        text = opened.find(first.article.id).pages[0].article.text
        desk = opened.desk("ada")
        desk.block(first.article.id, text.index(MOTTO), BlockKind.CLUTTER, False).saved.result()
        assert not shown(add(opened, tmp_path, 1), opened, MOTTO)
        desk.undo().result()
        assert shown(add(opened, tmp_path, 2), opened, MOTTO)


def test_what_a_person_shows_is_never_taken_for_furniture(empty: Path, tmp_path: Path) -> None:
    with project.open_project(empty) as opened:
        last = add(opened, tmp_path, 0, 1, 2)
        assert last.article is not None
        text = opened.find(last.article.id).pages[0].article.text
        desk = opened.desk("ada")
        desk.block(last.article.id, text.index(MOTTO), BlockKind.BODY, True).saved.result()
        assert shown(add(opened, tmp_path, 3), opened, MOTTO)


def test_versions_of_one_article_do_not_make_its_text_furniture(
    empty: Path, tmp_path: Path
) -> None:
    body = " ".join(f"Paragraph about the tram and its {n} stops." for n in range(12))
    with project.open_project(empty) as opened:
        for number in range(4):
            path = tmp_path / f"v{number}.txt"
            path.write_text(f"Tram grows\n\n{TEXTS[0][1]}\n\n{body}\n\nEdit {number}.\n", "utf-8")
            (item,) = opened.add(Sources([path], outlet="Quay"))
        assert item.status == "version"
        assert shown(item, opened, TEXTS[0][1])


def test_an_outlet_nobody_knows_has_no_furniture(empty: Path, tmp_path: Path) -> None:
    with project.open_project(empty) as opened:
        add(opened, tmp_path, 0, 1, 2)
    with open_corpus(empty, write=False) as corpus:
        known = Furniture(corpus)
        assert list(known) == ["Quay"]
        assert len(known) == 1
        assert known["Quay"]
        assert known["Gull"] == frozenset()
