"""The document by itself: moves, selection, marks, and what its lines show."""

from dataclasses import replace
from itertools import pairwise

from hand import harbour, harbour_document, make_article, make_suggestion
from hypothesis import given
from hypothesis import strategies as st

from annotator.history import Decision, Standing
from annotator.model import Annotation, Arm, Block, BlockKind, Layer, Page, Span
from annotator.text.cells import width
from annotator.tui.document import Document
from annotator.tui.layout import Layout

SENTENCES = st.lists(
    st.sampled_from(
        ["One two.", "A 漢字 here.", "“Quoted”, he said!", "👨‍👩‍👧 and more?", "Wordless …"]
    ),
    min_size=1,
    max_size=12,
)


def made(label: str, quote: str, document: Document, id: str = "a1") -> Annotation:
    start = document.article.text.index(quote)
    return Annotation(
        id, Layer.SPAN, label, "me", "2026", "s", document.article.id, None, start,
        start + len(quote), quote,
    )  # fmt: skip


def word(document: Document) -> str:
    return document.article.quote(document.cursor)


def text_of(document: Document, number: int) -> str:
    line = document.layout.lines[number]
    return document.article.text[line.start : line.end]


def build(parts: list[str], cells: int) -> Document:
    article = make_article([(BlockKind.BODY, " ".join(parts)), (BlockKind.BODY, parts[0])])
    document = Document(Page(article, (), (), {}, Arm.ASSISTED, False), "me")
    document.set_width(cells)
    return document


@given(SENTENCES, st.integers(8, 60))
def test_lines_hold_every_shown_word_and_are_never_too_wide(parts: list[str], cells: int) -> None:
    document = build(parts, cells)
    lines = [line for line in document.layout.lines if line.kind and not line.hidden]
    held = [w for w in document.article.words if any(k.start <= w.start < k.end for k in lines)]
    assert held == list(document.article.words)
    assert all(width(document.article.text[k.start : k.end]) <= cells for k in lines)


@given(SENTENCES, st.integers(8, 60), st.lists(st.sampled_from("wbjk)({}gG"), max_size=40))
def test_the_cursor_is_always_on_a_word_and_moves_come_back(
    parts: list[str], cells: int, keys: list[str]
) -> None:
    document = build(parts, cells)
    for key in keys:
        match key:
            case "w" | "b":
                document.move_words(1 if key == "w" else -1)
            case "j" | "k":
                document.move_lines(1 if key == "j" else -1)
            case ")" | "(":
                document.move_sentences(1 if key == ")" else -1)
            case "}" | "{":
                document.move_paragraphs(1 if key == "}" else -1)
            case _:
                document.move_to_end(key == "G")
        assert document.cursor in document.article.words
        before = document.position
        document.move_words(1)
        if document.position != before:
            document.move_words(-1)
            assert document.position == before


@given(SENTENCES, st.integers(8, 60))
def test_going_down_visits_lines_in_order_and_up_comes_back(parts: list[str], cells: int) -> None:
    document = build(parts, cells)
    seen = [document.line]
    for _ in document.layout.lines:
        document.move_lines(1)
        seen.append(document.line)
    assert all(a <= b for a, b in pairwise(seen))
    for _ in document.layout.lines:
        document.move_lines(-1)
    assert document.line == seen[0]


def test_lines_keep_their_column() -> None:
    document = build(["alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu"], 24)
    document.move_words(2)
    column = document.column_of(document.position)
    document.move_lines(1)
    document.move_lines(1)
    document.move_lines(-2)
    assert document.column_of(document.position) == column


def test_sentences_and_paragraphs() -> None:
    document = harbour_document()
    document.move_sentences(1)
    document.move_sentences(1)
    assert word(document) == "The"
    document.move_sentences(1)
    assert word(document) == "Dockers"
    document.move_words(2)
    document.move_sentences(-1)
    assert word(document) == "Dockers"
    document.move_paragraphs(1)
    assert word(document) == "A"
    document.move_paragraphs(-1)
    assert word(document) == "The"


def test_hidden_blocks_are_folded_skipped_and_shown_on_demand() -> None:
    document = harbour_document()
    assert word(document) == "Harbour"
    assert [line.hidden for line in document.layout.lines if line.hidden] == [1, 1]
    document.move_to_end(last=False)
    document.show_clutter(True)
    document.move_to_end(last=False)
    assert word(document) == "Home"
    assert not [line for line in document.layout.lines if line.hidden]
    document.show_clutter(False)
    assert word(document) == "Harbour"


def test_a_block_given_another_kind_is_laid_out_as_such() -> None:
    document = harbour_document()
    block = document.blocks[0]
    document.set_block(block.start, BlockKind.BODY, True)
    document.move_to_end(last=False)
    assert word(document) == "Home"
    assert document.block is not None
    assert document.block.kind is BlockKind.BODY


def test_selecting_by_word_and_by_sentence() -> None:
    document = harbour_document()
    document.move_to(document.article.text.index("closed the"))
    document.select(document.cursor.start)
    document.move_words(2)
    assert document.article.quote(document.target()) == "closed the harbour"
    document.move_words(-3)
    assert document.article.quote(document.target()) == "reportedly closed"
    document.select(None)
    document.select_sentence()
    assert document.article.quote(document.target()).startswith("The regime")
    document.select_sentence()
    assert document.article.quote(document.target()).endswith("the union said.")


def test_suggestions_in_order_of_place_none_left_out() -> None:
    document = harbour_document()
    seen = []
    while document.step_mark(document.suggested, 1):
        assert document.current is not None
        seen.append(document.article.text[document.current.start : document.current.end])
    assert seen == [
        "brutal", "regime", "reportedly", "may", "Two ships turned back.", "so-called",
        "so-called ban",
    ]  # fmt: skip
    assert document.step_mark(document.suggested, -1)
    assert document.current is not None
    assert document.current.label == "hedge"


def test_a_stack_of_marks_can_be_cycled() -> None:
    document = harbour_document()
    document.move_to(document.article.text.index("so-called"))
    stack = document.stack()
    assert [mark.label for mark in stack] == ["hedge", "loaded"]
    assert document.current == stack[0]
    document.cycle()
    assert document.current == stack[1]
    document.cycle()
    assert document.current == stack[0]


def test_weak_suggestions_and_those_of_muted_detectors_are_hidden() -> None:
    document = harbour_document()
    document.filter(0.5, frozenset({"loaded"}))
    assert [m.label for m in document.suggested.over(0, 10_000)] == ["hedge", "hedge"]
    document.filter(0.0, frozenset())
    assert len(document.suggested) == 7


def test_a_standing_appears_and_goes_with_its_decision() -> None:
    document = harbour_document()
    suggestion = next(s for s in document.suggestions.values() if s.quote == "regime")
    annotation = replace(made("loaded", "regime", document), suggestion=suggestion.id)
    decision = Decision("me", suggestion.id, "accepted", "")
    document.apply(Standing("a1", annotation, decision))
    assert len(document.annotated) == 1
    assert suggestion.id in document.decisions
    assert len(document.suggested) == 6
    document.apply(Standing("a1"))
    assert len(document.annotated) == 0
    assert len(document.suggested) == 7


def test_each_character_of_a_line_is_in_one_run_and_changes_name_the_lines() -> None:
    document = harbour_document()
    document.set_width(40)
    document.take_changes()
    document.apply(Standing("a1", made("loaded", "brutal", document)))
    changed = document.take_changes()
    assert changed is not None
    assert ["brutal" in text_of(document, n) for n in changed] == [True]
    for line in document.layout.lines:
        if line.kind and not line.hidden:
            runs = document.runs(line, active=True)
            covered = [p for run in runs for p in range(run.start, run.end)]
            assert covered == list(range(line.start, line.end))
    flags = {
        flag for line in document.layout.lines for run in document.runs(line, True)
        for flag in run.values
    }  # fmt: skip
    assert ("mark", "loaded") in flags
    assert ("suggestion", "hedge") in flags


def test_a_nested_mark_is_drawn_over_the_one_around_it() -> None:
    document = harbour_document()
    document.apply(Standing("a1", made("hedge", "so-called", document, "a1")))
    document.apply(Standing("a2", made("loaded", "so-called ban", document, "a2")))
    line = document.layout.lines[document.layout.line_at(document.article.text.index("so-called"))]
    run = next(r for r in document.runs(line, False) if ("mark", "hedge") in r.values)
    assert [flag for flag in run.values if flag[0] == "mark"] == [
        ("mark", "loaded"),
        ("mark", "hedge"),
    ]


def test_gutter_and_signs() -> None:
    document = harbour_document()
    document.alone = frozenset({n for n, _ in enumerate(document.article.sentences)})
    body = next(line for line in document.layout.lines if line.kind is BlockKind.BODY)
    assert document.sign(body) == "!"
    at = document.sentence_at(body.start)
    assert at is not None
    document.tint([at])
    assert document.sign(body) == "="
    assert [m.label for m in document.gutter(body)] == ["loaded", "hedge", "hedge"]


def test_an_article_without_words_is_no_trouble() -> None:
    article = make_article([(BlockKind.BODY, "… — !")])
    document = Document(Page(article, (), (), {}, Arm.ASSISTED, False), "me")
    for step in (1, -1):
        document.move_words(step)
        document.move_lines(step)
        document.move_sentences(step)
        document.move_paragraphs(step)
    assert document.target() == Span(0, 0)
    assert document.stack() == []


def test_an_empty_or_hidden_article_is_no_trouble() -> None:
    article, _ = harbour()
    hidden = tuple(replace(b, shown=False) for b in article.blocks)
    document = Document(Page(replace(article, blocks=hidden), (), (), {}, Arm.BLIND, False), "me")
    document.move_lines(1)
    assert document.is_blind
    assert Layout(replace(article, text="", blocks=()), (), 10, False).lines == []
    assert [b for b in document.blocks if isinstance(b, Block)] != []


def test_hits_are_flagged() -> None:
    document = harbour_document()
    start = document.article.text.index("harbour on")
    document.hits = [Span(start, start + 7)]
    line = document.layout.lines[document.layout.line_at(start)]
    assert any(("hit", "") in run.values for run in document.runs(line, active=False))


def test_word_edges() -> None:
    document = harbour_document()
    regime = document.article.text.index("regime")
    assert (
        document.word_edge(regime + 6, 1, end=True) == document.article.text.index("ly closed") + 2
    )
    assert document.word_edge(regime, -1, end=False) == document.article.text.index("The regime")
    assert make_suggestion(document.article, "ban", "loaded").quote == "ban"


def test_the_first_next_stays_on_a_suggestion_that_the_article_opens_with() -> None:
    article = make_article([(BlockKind.TITLE, "Regime falls"), (BlockKind.BODY, "A regime fell.")])
    found = (
        make_suggestion(article, "Regime", "loaded"),
        make_suggestion(article, "regime", "loaded"),
    )
    document = Document(Page(article, found, (), {}, Arm.ASSISTED, False), "me")
    words = []
    for _ in range(2):
        assert document.step_mark(document.suggested, 1)
        words.append(article.quote(document.cursor))
    assert words == ["Regime", "regime"]
    document.move_to(0)
    assert document.step_mark(document.suggested, 1)
    assert article.quote(document.cursor) == "regime"


def test_of_marks_on_the_same_words_the_one_on_top_is_the_one_told_first() -> None:
    article = make_article([(BlockKind.BODY, "He claimed it.")])
    for labels in (("loaded", "attribution"), ("attribution", "loaded")):
        found = tuple(make_suggestion(article, "claimed", label) for label in labels)
        document = Document(Page(article, found, (), {}, Arm.ASSISTED, False), "me")
        document.order = {"loaded": 0, "attribution": 1}
        document.move_to(3)
        assert [mark.label for mark in document.stack()] == ["loaded", "attribution"]
        drawn = next(
            run for run in document.runs(document.layout.lines[0], False) if run.start == 3
        )
        assert [label for flag, label in drawn.values if flag == "suggestion"][-1] == "loaded"


def test_a_sentence_that_opens_with_a_quotation_mark_is_reached_at_its_first_word() -> None:
    article = make_article([(BlockKind.BODY, "It rained. “Never again”, he said.")])
    document = Document(Page(article, (), (), {}, Arm.ASSISTED, False), "me")
    sentence = article.sentences[1]
    assert article.text[sentence.start] == "“"
    document.move_to(document.word_from(sentence.start))
    assert article.quote(document.cursor) == "Never"
