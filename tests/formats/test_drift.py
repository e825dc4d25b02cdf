"""Labels of text-free exports found again in copies that other people scraped."""

import html
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from corpora import FREE, article, header, span

from annotator import project
from annotator.files import packaged
from annotator.formats import jsonl, jsonl_reader
from annotator.formats.record import ArticleRecord, Export, Labelled
from annotator.formats.rehydrate import rehydrate_file
from annotator.model import Article
from annotator.text.canonical import canonicalise

TEASERS = (
    "Read more about this story here.",
    "Advertisement",
    "By continuing you accept our cookies and the terms of use.",
)
Drift = Callable[[str, random.Random], str]


def white(text: str, chance: random.Random) -> str:
    """Other white space everywhere."""
    kinds = (" ", "  ", "\n", " \u00a0", "\n\n", "\t")
    return re.sub(r"\s+", lambda _: chance.choice(kinds), text)


def straight(text: str, _: random.Random) -> str:
    """Typewriter quotes and dashes, soft hyphens in long words."""
    plain = text.translate(str.maketrans("’‘“”„–‑", '\'\'"""--')).replace("—", " - ")
    return re.sub(r"(\w{5})(\w{5})", "\\1\u00ad\\2", plain)


def curly(text: str, _: random.Random) -> str:
    """Printer's quotes, dashes and ligatures."""
    made = re.sub(r'"([^"\n]*)"', r"“\1”", text).replace("'", "’").replace("-", "‑")
    return made.replace("fi", "ﬁ").replace("fl", "ﬂ")


def edits(text: str, chance: random.Random) -> str:
    """One word in fifty left out, added or replaced."""
    parts = re.split(r"(\s+)", text)
    for n in range(0, len(parts), 2):
        roll = chance.random()
        if roll < 0.02:
            parts[n] = "" if roll < 0.007 else f"{parts[n]} indeed" if roll < 0.014 else "altered"
    return "".join(parts)


def paragraphs(text: str, chance: random.Random) -> str:
    """Teasers between paragraphs."""
    made: list[str] = []
    for paragraph in text.split("\n\n"):
        made += [paragraph, chance.choice(TEASERS)] if chance.random() < 0.3 else [paragraph]
    return "\n\n".join(made)


def beheaded(text: str, _: random.Random) -> str:
    """Without the first tenth."""
    return text[len(text) // 10 :]


def everything(text: str, chance: random.Random) -> str:
    """All of it at once."""
    for drift in (edits, paragraphs, white, straight):
        text = drift(text, chance)
    return text


def samples() -> list[Article]:
    found = []
    for path in sorted(packaged("seeds").rglob("*.txt")):
        text = canonicalise(path.read_bytes().decode("utf-8")).text
        if len(text) > 1500:
            found.append(article(text))
    return found


def squashed(text: str | None) -> str:
    """Letters and digits alone."""
    plain = (text or "").replace("ﬁ", "fi").replace("ﬂ", "fl")
    return re.sub(r"[\W_]+", "", plain.casefold())


def labels(owner: Article, chance: random.Random) -> list[tuple[Labelled, str]]:
    """Labels of one to four words, each with the words around it too."""
    made = {}
    for _ in range(150):
        first = chance.randrange(len(owner.words) - 4)
        last = first + chance.randrange(4)
        item = span(owner, owner.words[first].start, owner.words[last].end)
        begin = owner.words[max(0, first - 3)].start
        end = owner.words[min(last + 3, len(owner.words) - 1)].end
        made[item.annotation.id] = (item, owner.text[begin:end])
    return list(made.values())


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("drift", [white, straight, curly, edits, paragraphs, beheaded, everything])
def test_labels_are_found_again_in_drifted_copies(tmp_path: Path, drift: Drift, seed: int) -> None:
    """At least 99 in 100 labels whose words the copy still has, and none on other words."""
    chance = random.Random(seed)
    owners = samples()
    assert len(owners) > 3
    records, copies, quotes, standing = [], {}, {}, set()
    for owner in owners:
        copy = canonicalise(drift(owner.text, chance)).text
        copies[owner.id] = copy
        own = labels(owner, chance)
        records.append(ArticleRecord(owner, None, tuple(item for item, _ in own)))
        for item, around in own:
            quotes[item.annotation.id] = squashed(item.annotation.quote)
            if squashed(around) in squashed(copy):
                standing.add(item.annotation.id)
    jsonl.FORMAT.write(Export(header(), tuple(records)), tmp_path / "free", FREE)
    rehydrate_file(tmp_path / "free", copies, tmp_path / "back")
    back = jsonl_reader.read(tmp_path / "back")
    assert not back.problems
    found = {k.annotation.id: k.annotation.quote for r in back.articles for k in r.annotations}
    wrong = [key for key, quote in found.items() if squashed(quote) != quotes[key]]
    assert len(wrong) <= 0.002 * len(quotes)
    assert len(standing - found.keys()) <= 0.01 * len(standing)
    assert len(standing) > 0.5 * len(quotes)


def test_labels_are_found_again_in_web_pages(tmp_path: Path) -> None:
    chance, pages, records = random.Random(0), tmp_path / "pages", []
    quotes: dict[str, str] = {}
    pages.mkdir()
    for number, owner in enumerate(samples()):
        shown = "\n".join(f"<p>{html.escape(line)}</p>" for line in owner.text.split("\n") if line)
        menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        page = f"<html><head><title>{html.escape(owner.title)}</title></head>"
        (pages / f"{number}.html").write_text(f"{page}<body>{menu}{shown}</body></html>", "utf-8")
        own = [item for item, _ in labels(owner, chance)]
        quotes |= {item.annotation.id: squashed(item.annotation.quote) for item in own}
        records.append(ArticleRecord(owner, None, tuple(own)))
    jsonl.FORMAT.write(Export(header(), tuple(records)), tmp_path / "free", FREE)
    counts = project.rehydrate(tmp_path / "free", pages, tmp_path / "back").counts()
    assert counts["lost"] <= 0.01 * sum(counts.values())
    back = jsonl_reader.read(tmp_path / "back")
    for record in back.articles:
        for item in record.annotations:
            assert squashed(item.annotation.quote) == quotes[item.annotation.id]
