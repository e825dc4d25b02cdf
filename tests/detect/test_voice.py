"""Whose words: quotations, their sources, and indirect speech."""

import pytest

from annotator.detect import nlp, quotes, voice
from annotator.text.sentences import sentences


def who(text: str, word: str) -> tuple[str, str | None]:
    doc = nlp.read(text, sentences(text))
    start = text.index(word)
    found = voice.of(doc, start, start + len(word))
    return found.who, found.source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It was a sham," Rey said.', ("quoted", "Rey")),
        ("“It was a sham,” said Minister Ana Rey in Oslo.", ("quoted", "Minister Ana Rey")),
        ("Rey said that it was a sham.", ("outlet", "Rey")),
        ("It was a sham, according to the union.", ("outlet", "the union")),
        ("It was a sham.", ("outlet", None)),
        ("They called it a “sham” for years.", ("outlet", None)),
        ("“It was bad. It was a sham. It was over.”", ("quoted", None)),
        ("She spoke of “a sham and a lie” again.", ("quoted", None)),
        ("‘It was a sham,’ said Rey.", ("quoted", "Rey")),
        ("It was a sham, said Rey, a former judge.", ("outlet", "Rey")),
        ("The vote, Rey said, was a sham.", ("outlet", "Rey")),
        ("“He told me ‘it was a sham’ and left,” Rey said.", ("quoted", "Rey")),
        ("“It was late,” said Rey. “It was a sham.”", ("quoted", "Rey")),
        ("“It was late,” said Rey. The council met. “It was a sham.”", ("quoted", None)),
        ("“It was late,” said Rey, adding: “It was a sham.”", ("quoted", "Rey")),
        ("Rey: ‘The vote was a sham from start to end’", ("quoted", "Rey")),
        ("It is late. Mayor Rey: “The vote was a sham.”", ("quoted", "Mayor Rey")),
        ("Watch: “The vote was a sham,” and more", ("quoted", None)),
        ("Rey said: “It was late.\n“It was a sham.\n“It is over.”", ("quoted", "Rey")),
    ],
)
def test_voice(text: str, expected: tuple[str, str | None]) -> None:
    assert who(text, "sham") == expected


def test_a_quote_goes_on_over_paragraphs_until_it_closes() -> None:
    text = "He said: “The first part.\n“The second part, a sham.\n“The end.”\nIt was a mess."
    assert who(text, "sham")[0] == "quoted"
    assert who(text, "end")[0] == "quoted"
    assert who(text, "mess")[0] == "outlet"


def test_quotes_in_single_marks_inside_others_are_nested() -> None:
    found = quotes.find("“He told me ‘never mind that’ and left,” she said.")
    assert [quote.depth for quote in found] == [0, 1]


def test_an_apostrophe_opens_nothing() -> None:
    assert quotes.find("The workers’ party won’t join the others’ list, it’s said.") == ()
