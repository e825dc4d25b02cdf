"""Quotation marks of all houses: what stands in them, and what is only an apostrophe."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.detect import nlp, quotes, voice
from annotator.highlighting import Highlighter
from annotator.text.sentences import sentences

LONG = "It was late. It was a sham, and all of us knew it from the first day of it to the very last"


def voice_of(text: str, word: str) -> tuple[str, str | None]:
    doc = nlp.read(text, sentences(text))
    found = voice.of(doc, text.index(word), text.index(word) + len(word))
    return found.who, found.source


@pytest.mark.parametrize(
    "text",
    [
        "«It was a sham», said Rey.",
        "« It was a sham », said Rey.",
        "»It was a sham«, said Rey.",
        "„It was a sham“, said Rey. It was over.",
        "„It was a sham”, said Rey.",
        "‚It was a sham‘, said Rey.",
        "›It was a sham‹, said Rey.",
        "‹It was a sham›, said Rey.",
        "”It was a sham”, said Rey.",
        '"It was a sham," said Rey.',
        "'It was a sham,' said Rey.",
        "''It was a sham,'' said Rey.",
        "``It was a sham,'' said Rey.",
        "`It was a sham,' said Rey.",
        f"‘{LONG},’ said Rey.",
        f"'{LONG},' said Rey.",
        "‘It wasn’t a sham,’ said Rey.",
        "‘The workers’ rights were a sham,’ said Rey.",
        "'The workers' rights were a sham,' said Rey.",
        "‘He spoke of a “complete and utter sham” then,’ said Rey.",
        "‘He told me “never mind” and it was a sham,’ said Rey.",
        "“He told me ‘never mind’ and it was a sham,” said Rey.",
        "“In the ’60s, in the 'hood, it was a sham,” said Rey.",
        "Rey said: “It was late.\n\n“It was a sham.\n\n“It is over.”",
        "Rey said: ‘It was late.\n\n‘It was a sham.\n\n‘It is over.’",
        'Rey said: "It was late.\n\n"It was a sham.\n\n"It is over."',
        "Vote ‘a sham’ says Rey",
    ],
)
def test_what_stands_in_quotation_marks_is_the_sources(text: str) -> None:
    assert voice_of(text, "sham") == ("quoted", "Rey")


@pytest.mark.parametrize(
    "text",
    [
        "„It was late“, said Rey. It was a sham.",
        "»It was late«, said Rey. It was a sham.",
        "‚It was late‘, said Rey. It was a sham.",
        "‘He told me “never mind” and left,’ said Rey. It was a sham.",
        "Rey said: “It was late.\n\n“It is over.”\n\nIt was a sham.",
        "‘It was late,’ said Rey. It was a sham and the boys’ fault.",
        "The boys’ vote was a sham. ‘It was late,’ said Rey.",
        "The workers’ rights were a sham and the owners’ too.",
        "The workers' rights were a sham and the owners' too.",
        "Rock 'n' roll was a sham in the '60s, and so was the owners' club.",
        "The 6'2\" guard and the 5' 11\" one were a sham.",
        'A 14" screen and a sham of a 12" one.',
        "The U.S.'s vote was a sham, in the owners' view.",
        "“It was late,” said Rey, who called it a sham.",
        "“It was late”—a sham—“and over,” said Rey.",
        '"It was late"--a sham--"and over," said Rey.',
        "He said it was late.” The rest was a sham.",
        "“It was late, said Rey.\n\nThe council met. It was a sham.",
        "Mayor calls vote 'sham'",
        "The firm's 'clean' vote was a sham, its 'owners' said.",
    ],
)
def test_what_stands_outside_of_them_is_the_outlets(text: str) -> None:
    assert voice_of(text, "sham")[0] == "outlet"


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’"), ("»", "«")])
def test_a_quote_goes_on_over_the_lines_of_a_wrapped_paragraph(opening: str, closing: str) -> None:
    text = f"Rey said: {opening}It was late\nand a sham\nin the end.{closing}\nIt was bad."
    assert voice_of(text, "sham")[0] == "quoted"
    assert voice_of(text, "bad")[0] == "outlet"


@pytest.mark.parametrize("marks", ["“%s”", "‘%s’", "'%s'", '"%s"', "„%s“", "«%s»", "»%s«"])
def test_the_hits_of_all_detectors_have_the_voice_of_the_quotation(marks: str) -> None:
    said = "We totally failed to stop the scum, who may come back, he claimed to me."
    names = ["loaded", "hedge", "attribution", "intensifier", "presupposition"]
    quoted = Highlighter(names).find(f"{marks % said} That was all.")
    assert {found.label for found in quoted} == set(names)
    assert {found.voice.who for found in quoted} == {"quoted"}


def test_one_in_the_other_either_way_has_a_depth() -> None:
    for text in ("“He said ‘never mind the boys’ and left.”", "‘He said “never mind” and left.’"):
        assert [quote.depth for quote in quotes.find(text)] == [0, 1]


@given(st.text(alphabet=st.sampled_from("as1 \n.,-“”‘’'\"«»„‚›‹`"), max_size=80))
@example("«`„1\n“")
@settings(max_examples=300, deadline=None)
def test_quotes_lie_in_the_text_one_beside_or_in_the_other(text: str) -> None:
    found = quotes.find(text)
    assert all(0 <= quote.start <= quote.end <= len(text) for quote in found)
    outer = [quote for quote in found if quote.depth == 0]
    assert all(first.end <= second.start for first, second in pairwise(outer))
    for quote in found:
        inside = [o for o in outer if o.start <= quote.start and quote.end <= o.end]
        assert len(inside) == 1 or quote.start == quote.end
