"""Loose texts: their sentences are those that the same page would have when added."""

from pathlib import Path

from annotator import ingest
from annotator.highlighting import Highlighter

WRAPPED = (
    "The council voted on Monday to close the old bridge, the mayor said.\n"
    "It was a horrible, disgusting and shameful crime, the worst evil of\n"
    "all, and the hateful killers must suffer terribly for it, he said to\n"
    "applause. It will reopen in June at the earliest, according to the\n"
    "works office. Nobody else was hurt on Monday or on the days after.\n"
)


def toned(text: str, *, page: bool) -> list[str]:
    """The sentences of strong tone."""
    return [found.quote for found in Highlighter(["sentiment"]).find(text, page=page)]


def test_a_wrapped_page_has_the_sentences_it_would_have_in_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRAPPED)
    (draft,) = ingest.read([tmp_path / "a.txt"])
    assert isinstance(draft, ingest.Draft)
    article = ingest.article(draft)
    (found,) = toned(WRAPPED, page=True)
    assert found in [article.quote(span) for span in article.sentences]
    assert found.startswith("It was a horrible")
    assert found.endswith("applause.")


def test_elsewhere_a_line_break_ends_a_sentence() -> None:
    assert all("\n" not in quote for quote in toned(WRAPPED, page=False))
