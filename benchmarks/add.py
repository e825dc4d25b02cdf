"""Words per second of `annotator add`, whole, against bare spaCy tokenisation of the same text.

Both run in one process over the same articles: the sample stories, made many by changing years and
numbers in each copy. Prints the ratio; 1 would mean that reading, cleaning, highlighting, pairing
and storing cost nothing beyond tokenising.
"""

import sys
import tempfile
import time
from pathlib import Path

from annotator import project
from annotator.files import packaged
from annotator.project import Sources


def main(copies: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = list(_articles(folder / "articles", copies))
        tokenised = _tokenise(texts)
        added, words = _add(folder)
    print(f"{len(texts)} articles, {words} words")
    print(f"bare spaCy tokenisation  {words / tokenised:12,.0f} words/s")
    print(f"annotator add            {words / added:12,.0f} words/s")
    print(f"ratio                    {tokenised / added:12.2f}")


def _articles(folder: Path, copies: int) -> list[str]:
    folder.mkdir()
    texts = []
    for sample in sorted(packaged("seeds").rglob("*.txt")):
        text = sample.read_text(encoding="utf-8")
        for number in range(copies):
            made = text.replace("2026", str(1930 + number)).replace("12", str(number))
            (folder / f"{sample.stem}-{number}.txt").write_text(made, encoding="utf-8")
            texts.append(made)
    return texts


def _tokenise(texts: list[str]) -> float:
    import spacy

    pipeline = spacy.blank("en")
    pipeline("Warm up.")
    start = time.perf_counter()
    for text in texts:
        pipeline(text)
    return time.perf_counter() - start


def _add(folder: Path) -> tuple[float, int]:
    corpus = folder / "bench.db"
    project.new(corpus, "framing")
    start = time.perf_counter()
    with project.open_project(corpus) as opened:
        added = opened.add(Sources([folder / "articles"]))
    return time.perf_counter() - start, sum(i.article.words for i in added if i.article)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
