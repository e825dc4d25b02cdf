"""Every action of the keymap, by its keys, on the real reader and a real corpus."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hand import Hand, make_article, make_corpus, make_suggestion, reading, save_story

from annotator.keymap import ACTIONS
from annotator.model import BlockKind, Layer, Span, Voice
from annotator.project import open_project
from annotator.store.corpus import open_corpus
from annotator.text.plurals import counted
from annotator.tui.screens.arrange import ArrangeScreen
from annotator.tui.screens.chooser import ChooserScreen
from annotator.tui.screens.detectors import DetectorsScreen
from annotator.tui.screens.facts import FactsScreen
from annotator.tui.screens.form import FormScreen
from annotator.tui.screens.guideline import GuidelineScreen
from annotator.tui.screens.help import HelpScreen
from annotator.tui.screens.prompt import PromptScreen
from annotator.tui.screens.reader import ReaderScreen
from annotator.tui.screens.statistics import StatisticsScreen
from annotator.tui.screens.stories import StoriesScreen
from annotator.tui.screens.whole import WholeScreen
from annotator.tui.shell import AnnotatorApp

COVERED: set[str] = set()


def covers(*actions: str) -> Callable[[Any], Any]:
    """Note that a test does these actions; it fails when it leaves one of them out."""
    COVERED.update(actions)

    def watched(test: Any) -> Any:
        @functools.wraps(test)
        async def watch(*arguments: Any, **named: Any) -> None:
            done: set[str] = set()
            with pytest.MonkeyPatch.context() as patch:
                for screen in (
                    ReaderScreen,
                    StoriesScreen,
                    FactsScreen,
                    ArrangeScreen,
                    AnnotatorApp,
                ):
                    patch.setattr(screen, "action_do", _noting(screen.action_do, done))
                await test(*arguments, **named)
            assert {*actions} - done == set()

        return watch

    return watched


def _noting(do: Callable[[Any, str], None], done: set[str]) -> Callable[[Any, str], None]:
    def noting(screen: Any, action: str) -> None:
        done.add(action)
        do(screen, action)

    return noting


def test_every_action_has_a_test() -> None:
    import test_arrange  # noqa: F401  what these cover
    import test_fact_screen  # noqa: F401

    assert {action.id for action in ACTIONS} - COVERED == set()


@covers("word_right", "word_left", "word_next", "word_previous", "line_down", "line_up")
async def test_words_and_lines(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        assert hand.word == "Harbour"
        await hand.press("right", "l", "w")
        assert hand.word == "brutal"
        await hand.press("left", "h", "b")
        assert hand.word == "Harbour"
        await hand.press("down", "j")
        assert hand.word == "The"
        await hand.press("up", "k")
        assert hand.word == "Harbour"


@covers("sentence_next", "sentence_previous", "paragraph_next", "paragraph_previous")
async def test_sentences_and_paragraphs(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("right_parenthesis", "right_parenthesis", "right_parenthesis")
        assert hand.word == "Dockers"
        await hand.press("left_parenthesis")
        assert hand.word == "The"
        await hand.press("right_curly_bracket")
        assert hand.word == "A"
        await hand.press("left_curly_bracket")
        assert hand.word == "The"


@covers("top", "bottom", "page_down", "page_up")
async def test_ends_and_pages(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(120, 18)) as hand:
        await hand.press("G")
        assert hand.word == "hurt"
        await hand.press("g")
        assert hand.word == "Harbour"
        await hand.press("pagedown")
        assert hand.here.line > 3
        await hand.press("pageup")
        assert hand.word == "Harbour"


@covers("other_article", "previous_article")
async def test_tab_goes_round_three_articles_and_keeps_the_other_pane(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), story="story-2") as hand:
        spread = hand.session.spread
        seen = []
        for _ in range(4):
            seen.append((spread.columns[spread.column], tuple(spread.columns)))
            await hand.press("tab")
        assert [active for active, _ in seen] == [0, 1, 2, 0]
        assert seen[2][1] == (0, 2)
        await hand.press("shift+tab")
        assert spread.columns[spread.column] == 0


@covers("counterpart")
async def test_counterparts_are_tinted_and_jumped_to(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Dockers")
        there = hand.session.spread.there
        assert there is not None
        assert [there.article.quote(there.article.sentences[n]) for n in there.tinted] == [
            "A walkout is possible."
        ]
        await hand.press("equals_sign")
        assert hand.word == "A"
        assert hand.here is there
        hand.go_to("Traffic")
        await hand.press("equals_sign")
        assert "no counterpart" in hand.seen()


@covers("tie")
async def test_two_sentences_are_tied_and_untied(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Nobody")
        there = hand.session.spread.there
        assert there is not None
        there.move_to(there.article.text.index("Traffic"))
        await hand.press("plus")
        await hand.saved()
        await hand.press("equals_sign")
        assert hand.word == "Traffic"
        await hand.press("equals_sign", "plus")
        await hand.saved()
        await hand.press("equals_sign")
        assert hand.word == "Nobody"


async def compared(hand: Hand) -> None:
    """Wait until the likeliest counterparts were found."""
    while "comparing" in hand.seen():
        await hand.pilot.pause(0.02)
    await hand.pilot.pause()


@covers("relink")
async def test_the_likeliest_counterparts_are_offered_and_a_wrong_one_unlinked(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Two ships")
        await hand.press("minus")
        await compared(hand)
        assert isinstance(hand.screen, ChooserScreen)
        offered = [row for row in hand.seen().splitlines() if "0." in row]
        assert len(offered) == 3
        await hand.press("2")
        assert "counterparts now" in hand.seen()
        await hand.press("equals_sign")
        assert hand.here.article.outlet == "Port Herald"
        chosen = hand.here.article.sentences[hand.here.sentence or 0]
        assert hand.here.article.quote(chosen)[:9] in offered[1]
        await hand.press("minus")
        await compared(hand)
        assert "= “Two ships" in hand.seen()
        await hand.press("x")
        assert "no longer counterparts" in hand.seen()
        await hand.press("equals_sign")
        assert "no counterpart" in hand.seen()
        await hand.press("u")
        await hand.saved()
        assert "undone: no longer counterparts" in hand.seen()
        await hand.press("equals_sign")
        assert hand.word == "Two"
        await hand.press("u")
        await hand.saved()
        assert "undone: counterparts now: “Two ships turned back.”" in hand.seen()
        assert hand.session.spread.partners(hand.here, hand.here.sentence) == []


@covers("follow")
async def test_the_other_article_scrolls_along_unless_told_not_to(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        assert hand.reader.scroll_lock.on
        await hand.press("F")
        assert not hand.reader.scroll_lock.on


@covers(
    "next_suggestion", "previous_suggestion", "accept", "next_annotation", "previous_annotation"
)
async def test_suggestions_are_reached_and_accepted(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "n", "y")
        assert hand.labels() == [("loaded", "regime")]
        assert "accepted" in hand.seen()
        await hand.press("n")
        assert hand.word == "reportedly"
        await hand.press("N", "N", "y")
        assert hand.labels() == [("loaded", "brutal"), ("loaded", "regime")]
        await hand.press("m")
        assert hand.word == "regime"
        await hand.press("M")
        assert hand.word == "brutal"
        await hand.saved()
        assert "saved" in hand.seen()


@covers("reject")
async def test_a_suggestion_is_rejected_and_an_annotation_removed(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "x")
        assert list(hand.here.decisions.values()) == ["rejected"]
        assert hand.here.current is None
        await hand.press("n", "y", "x")
        assert hand.labels() == []
        assert hand.here.current is not None
        assert hand.here.current.suggested


@covers("cycle")
async def test_enter_goes_through_the_stack(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("so-called")
        assert "1/2 Enter  “so-called”" in hand.seen()
        await hand.press("enter", "y")
        assert hand.labels() == [("loaded", "so-called ban")]


@covers("stronger", "weaker", "detectors")
async def test_weak_suggestions_and_detectors_can_be_hidden(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press(*["greater_than_sign"] * 5)
        assert len(hand.here.suggested) == 5
        await hand.press(*["less_than_sign"] * 5)
        assert len(hand.here.suggested) == 7
        await hand.press("d")
        assert isinstance(hand.screen, DetectorsScreen)
        await hand.press("down", "space", "enter")
        assert {
            hand.here.suggestions[m.id].detector for m in hand.here.suggested.over(0, 9999)
        } == {
            "hedge",
            "sentiment",
        }


@covers("guideline")
async def test_the_guideline_of_a_label(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "H")
        assert isinstance(hand.screen, GuidelineScreen)
        assert "carries a judgement" in hand.seen()
        await hand.press("down")
        assert "less than certain" in hand.seen()
        await hand.press("escape")
        assert isinstance(hand.screen, ReaderScreen)


@covers("select", "select_sentence", "drop_selection")
async def test_selecting_and_labelling(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("closed the")
        await hand.press("v", "l", "l", "2")
        assert hand.labels() == [("hedge", "closed the harbour")]
        await hand.press("s")
        assert hand.here.selection is not None
        await hand.press("escape")
        assert hand.here.selection is None
        hand.go_to("Nobody")
        await hand.press("i")
        assert ("intensifier", "Nobody") in hand.labels()


async def test_a_label_key_on_a_suggestion_accepts_it_or_changes_it(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "1")
        assert list(hand.here.decisions.values()) == ["accepted"]
        await hand.press("n", "2")
        assert sorted(hand.here.decisions.values()) == ["accepted", "edited"]
        await hand.press("1")
        assert hand.labels() == [("loaded", "brutal"), ("loaded", "regime")]
        await hand.press("1")
        assert "labelled Loaded language already" in hand.seen()


@covers("labels")
async def test_all_labels_to_choose_from(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "0")
        assert isinstance(hand.screen, ChooserScreen)
        assert "Label “brutal”" in hand.seen()
        await hand.press("down", "enter")
        assert hand.labels() == [("hedge", "brutal")]
        await hand.press("l", "0", "e")
        assert ("hedge", "crackdown") in hand.labels()


@covers("edge_word_on", "edge_word_back", "edge_char_on", "edge_char_back", "other_edge")
async def test_edges_by_word_and_by_character(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("harbour on")
        await hand.press("1", "W")
        assert hand.labels() == [("loaded", "harbour on")]
        await hand.press("full_stop", "full_stop")
        assert hand.labels() == [("loaded", "harbour on M")]
        await hand.press("comma", "comma", "B", "O", "B")
        assert hand.labels() == [("loaded", "the harbour")]
        await hand.press("W", "full_stop")
        assert hand.labels() == [("loaded", "arbour")]


@covers("split", "join")
async def test_splitting_and_joining(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("closed the")
        await hand.press("v", "l", "l", "1", "D")
        assert hand.labels() == [("loaded", "closed the"), ("loaded", "harbour")]
        two = hand.labels()
        hand.go_to("closed the")
        await hand.press("J")
        assert hand.labels() == [("loaded", "closed the harbour")]
        await hand.press("u")  # one key made it, one takes it back
        assert hand.labels() == two
        assert "undone: join Loaded language into “closed the harbour”" in hand.seen()
        await hand.press("u")
        assert hand.labels() == [("loaded", "closed the harbour")]
        assert "undone: split Loaded language into “closed the” and “harbour”" in hand.seen()
        await hand.press("U")
        assert hand.labels() == two
        assert "redone: split Loaded language into “closed the” and “harbour”" in hand.seen()
        await hand.press("U")
        assert hand.labels() == [("loaded", "closed the harbour")]
        assert "redone: join Loaded language into “closed the harbour”" in hand.seen()
        await hand.press("u", "u", "u")
        assert hand.labels() == []


@covers("attributes")
async def test_attributes_in_a_form_that_remembers(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y", "t")
        assert isinstance(hand.screen, FormScreen)
        await hand.press("down", "p", "down", "down", *"dockers", "enter")
        await hand.saved()
        held = next(iter(hand.here.annotations.values()))
        assert held.attributes["polarity"] == "positive"
        assert held.attributes["target"] == "dockers"
        assert "positive" in hand.seen()


async def test_a_required_attribute_is_asked_for_at_once(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("r")
        assert isinstance(hand.screen, FormScreen)
        await hand.press("enter")
        assert "still to choose" in hand.seen()
        await hand.press("v", "enter")
        held = next(iter(hand.here.annotations.values()))
        assert held.attributes["property"] == "victim"


@covers("note")
async def test_a_note(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "c")
        assert "no annotation under the cursor: accept first" in hand.seen()
        await hand.press("y", "c")
        assert isinstance(hand.screen, PromptScreen)
        await hand.press(*"why", "space", *"so", "enter")
        assert next(iter(hand.here.annotations.values())).note == "why so"
        assert "why so" in hand.seen()
        await hand.press("c", *"x", "escape")
        assert next(iter(hand.here.annotations.values())).note == "why so"


@covers("link", "other_end")
async def test_a_link_across_articles_is_numbered_on_both_sides(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("L")
        assert "no annotation under the cursor" in hand.seen()
        hand.go_to("regime")
        await hand.press("y", "tab")
        hand.go_to("ministry")
        await hand.press("1", "L")
        assert isinstance(hand.screen, ChooserScreen)
        await hand.press("1")
        assert sorted(hand.here.linked.values()) == [1, 1]
        assert "with “regime” (The Quay)" in hand.seen()
        await hand.press("asterisk")
        assert hand.word == "regime"
        assert "with “ministry” (Port Herald)" in hand.seen()
        await hand.press("L", "x")
        assert list(hand.here.linked) == []
        await hand.press("asterisk")
        assert "no link here" in hand.seen()


@covers("article_labels", "sentence_labels", "story_labels")
async def test_labels_of_larger_things(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("A")
        assert isinstance(hand.screen, WholeScreen)
        await hand.press("1", "a", "enter")
        assert hand.session.standing(Layer.ARTICLE)["genre"].attributes == {"value": "analysis"}
        assert "analysis" in hand.seen()
        await hand.press("x")
        assert hand.session.standing(Layer.ARTICLE) == {}
        await hand.press("escape", "j", "j", "S", "enter", "enter")
        assert list(hand.session.standing(Layer.SENTENCE)) == ["informational"]
        await hand.press("escape", "E", "1", "right", "enter")
        assert list(hand.session.standing(Layer.STORY)) == ["relative-stance"]
        await hand.press("escape")
        await hand.saved()


async def test_labels_of_larger_things_are_seen_in_the_bars(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        labels = hand.session.scheme.layer(Layer.ARTICLE)
        assert f"A 0/{len(labels)}*" in hand.seen()
        await hand.press("A", "1", "a", "enter", "2", "e", "enter", "escape")
        assert f"A 2/{len(labels)} " in hand.seen()
        assert "  analysis" in hand.seen()
        await hand.press("E", "1", "right", "enter", "escape")
        title = hand.reader._title.render_lines(hand.reader._title.size.region)[0].text
        assert f"E 1/{len(hand.session.scheme.layer(Layer.STORY))}" in title
        values = hand.session.standing(Layer.STORY)["relative-stance"].attributes.values()
        assert str(next(iter(values))) in title
        assert "3 labelled" in title


@covers("undo", "redo")
async def test_undo_without_limit_says_what_and_goes_there(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        await hand.press("n", "y", "n", "y")
        await hand.saved()
    async with reading(path) as hand:
        await hand.press("G", "u")
        await hand.saved()
        assert hand.labels() == [("loaded", "brutal")]
        assert hand.word == "regime"
        assert "undone" in hand.seen()
        await hand.press("u")
        await hand.saved()
        assert hand.labels() == []
        await hand.press("U", "U")
        await hand.saved()
        assert len(hand.labels()) == 2
        await hand.press("U")
        await hand.saved()
        assert "nothing" in hand.seen()


@covers("save_again")
async def test_all_is_saved_already(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("X")
        assert "everything is saved" in hand.seen()


@covers("search", "filter")
async def test_search_in_the_story_and_in_the_list(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("slash", *"monday", "enter")
        assert hand.word == "Monday"
        assert "hit 1 of 2" in hand.seen()
        first = hand.here
        await hand.press("n")
        assert hand.here is not first
        await hand.press("n", "N")
        assert hand.here is not first
        await hand.press("escape")
        assert "hit" not in hand.seen()
        await hand.press("q", "slash", *"wait", "enter")
        assert "Ships wait outside" in hand.seen()
        assert "Harbour closed" not in hand.seen()
        await hand.press("escape")
        assert "Harbour closed" in hand.seen()


@covers("hints")
async def test_letters_over_words_lead_there(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("f")
        pane = hand.reader._columns[0].pane
        target = hand.here.article.text.index("spokesman")
        code = pane.hints[target]
        await hand.press(*code)
        assert hand.word == "spokesman"
        await hand.press("f", "escape", "l")
        assert hand.word == "denied"


@covers("copy")
async def test_copying_asks_the_terminal(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("Nobody")
        await hand.press("Y")
        assert hand.app.clipboard == "Nobody was hurt."


@covers("clutter", "classify_block")
async def test_clutter_is_shown_and_a_block_made_something_else(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        assert "⋯ 1 block hidden" in hand.seen()
        await hand.press("Z", "g")
        assert hand.word == "Home"
        await hand.press("K")
        assert isinstance(hand.screen, ChooserScreen)
        await hand.press("b")
        assert hand.here.block is not None
        assert hand.here.block.kind is not BlockKind.CLUTTER
        await hand.press("Z")
        assert "Home | Politics" in hand.seen()
        await hand.press("u")
        await hand.saved()
        assert "Home | Politics" not in hand.seen()


@covers("describe")
async def test_what_was_read_wrongly_of_an_article_is_put_right(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        before = hand.here.article
        await hand.press("ctrl+e")
        assert isinstance(hand.screen, FormScreen)
        await hand.press("up", *["backspace"] * 30, *"Gull", "enter")
        await hand.saved()
        assert (hand.here.article.outlet, hand.here.article.title) == ("Gull", before.title)
        assert "Gull" in hand.seen()
        await hand.press("u")
        await hand.saved()
        assert hand.here.article.outlet == before.outlet


async def test_what_is_unknown_of_an_article_can_be_typed_at_once(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        before = hand.here.article
        assert before.byline is None
        await hand.press("ctrl+e", *"Ada Quill", "down", "down", *"https://quay.test/1", "enter")
        await hand.saved()
        facts = (hand.here.article.title, hand.here.article.outlet, hand.here.article.byline)
        assert facts == (before.title, before.outlet, "Ada Quill")
        await hand.press("ctrl+e", *" II", "enter")
        await hand.saved()
        assert hand.here.article.title == f"{before.title} II"


async def test_a_day_that_is_none_keeps_the_form_and_what_was_typed(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("ctrl+e", "up", *["backspace"] * 30, *"Gull", "down", "down")
        await hand.press(*["backspace"] * 30, *"xx", "enter")
        assert isinstance(hand.screen, FormScreen)
        assert "date: 'xx' is no day" in hand.seen()
        assert "YYYY-MM-DD" in hand.seen()
        await hand.press(*["backspace"] * 5, *"2024-07-26", "enter")
        await hand.saved()
        assert (hand.here.article.outlet, hand.here.article.date) == ("Gull", "2024-07-26")


async def test_keeping_the_form_as_it_was_is_no_edit(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y", "t", "enter")
        await hand.saved()
        assert "nothing changed" in hand.seen()
        (made,) = hand.here.annotations.values()
        assert made.origin == "accepted"


async def test_the_help_goes_to_its_end_and_back(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        await hand.press("question_mark")
        top = hand.seen()
        for last, first in (("G", "g"), ("end", "home")):
            await hand.press(last)
            assert "Shift+drag" in hand.seen()
            assert "more rows below" not in hand.seen()
            await hand.press(first)
            assert hand.seen() == top


async def test_hidden_blocks_say_why_and_a_click_on_a_fold_shows_them(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        pane = hand.reader._columns[0].pane
        rows = [strip.text for strip in pane.render_lines(pane.size.region)]
        fold = max(n for n, row in enumerate(rows) if "block hidden" in row)
        await hand.pilot.click(pane, offset=(8, fold))
        await hand.pilot.pause()
        assert hand.word == "Read"
        assert "hidden as clutter: menu" in hand.seen()


async def test_a_selection_labelled_away_from_the_cursor_can_be_linked_to(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        here = hand.here
        start = here.article.text.index("Dockers")
        here.select_span(Span(start, start + 7))
        await hand.press("2", "tab")
        hand.go_to("walkout")
        await hand.press("1", "L")
        assert isinstance(hand.screen, ChooserScreen)


@covers("theme")
async def test_light_and_dark(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        before = hand.app.theme
        await hand.press("P")
        assert hand.app.theme != before
        await hand.press("P")
        assert hand.app.theme == before


@covers("reload")
async def test_what_another_reader_did_is_seen_on_reload(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        article = hand.here.article
        start = article.text.index("Nobody")
        with open_project(path, write=True) as other:
            other.desk("ann").label(article.id, start, start + 6, "hedge").saved.result()
        await hand.press("n", "y")
        await hand.saved()
        await hand.press("R")
        assert hand.labels() == [("hedge", "Nobody"), ("loaded", "brutal")]


@covers("next_story", "previous_story", "next_needing")
async def test_from_story_to_story(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("right_square_bracket")
        assert hand.session.spread.story.id == "story-2"
        await hand.press("right_square_bracket")
        assert "last story" in hand.seen()
        await hand.press("left_square_bracket")
        assert hand.session.spread.story.id == "story-1"
        await hand.press("T")
        assert hand.session.spread.story.id == "story-2"


@covers("queue")
async def test_what_teaches_most_goes_first_when_asked_for(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), story="story-2") as hand:
        await hand.press("Q")
        while "counting" in hand.seen():
            await hand.pilot.pause(0.02)
        assert "what teaches most goes first" in hand.seen()
        await hand.press("T")
        assert hand.session.spread.story.id == "story-1"
        await hand.press("T")
        assert "nothing more to learn from" in hand.seen()
        await hand.press("q", "Q")
        assert "usual order" in hand.seen()
        await hand.press("Q")
        while "counting" in hand.seen():
            await hand.pilot.pause(0.02)
        assert "what teaches most first" in hand.seen()
        rows = hand.seen().splitlines()
        assert "Harbour" in next(row for row in rows if "Harbour" in row or "Ships wait" in row)


async def test_with_nothing_to_learn_from_it_says_so(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        for suggestion in hand.here.suggestions:
            hand.session.do(hand.session.desk.reject(suggestion))
        await hand.saved()
        await hand.press("Q")
        while "counting" in hand.seen():
            await hand.pilot.pause(0.02)
        assert "nothing to learn from: no suggestion waits for you" in hand.seen()


@covers("done")
async def test_done_needs_what_the_scheme_requires(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("space")
        assert "still to set with A: Genre" in hand.seen()
        await hand.press("A", "1", "a", "enter", "2", "e", "enter", "escape", "space")
        await hand.saved()
        assert [document.done for document in hand.session.spread.documents] == [True, False]
        assert hand.session.spread.column == 1


async def test_done_says_how_many_suggestions_are_open(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        undecided = len(hand.here.suggested)
        assert undecided > 1
        await hand.press("n", "y")
        await hand.press("A", "1", "a", "enter", "2", "e", "enter", "escape", "space")
        await hand.saved()
        said = f"done, with {counted(undecided - 1, 'suggestions')} still open; on to the next"
        assert f"{said} article" in hand.seen()
        assert hand.session.spread.documents[0].done


async def test_on_80_columns_a_message_is_not_cut(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        hand.go_to("brutal")
        await hand.press("2")
        assert "suggested" not in hand.seen()
        assert "yours, changed (0." in hand.seen()
        await hand.press("D")
        assert "put the cursor on a word inside the annotation, after its first" in hand.seen()


@covers("open", "sort", "back")
async def test_the_list_of_stories(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), story=None) as hand:
        assert isinstance(hand.screen, StoriesScreen)
        assert "Harbour closed" in hand.seen()
        await hand.press("s")
        assert "by title" in hand.seen()
        await hand.press("G", "enter")
        assert hand.session.spread.story.id == "story-2"
        await hand.press("q")
        assert isinstance(hand.screen, StoriesScreen)
        await hand.press("q")
    assert hand.app.return_code == 0


async def test_the_reader_opens_where_it_was_left(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        await hand.press("tab", "j", "l", "q")
        await hand.pilot.pause(0.1)
    async with reading(path, story=None) as hand:
        assert hand.here.article.outlet == "Port Herald"
        assert hand.word == "port"


@covers("search_corpus")
async def test_search_in_the_corpus_goes_to_what_was_found(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y", "ctrl+f", *"ministry", "enter")
        assert "1 found" in hand.seen()
        await hand.press("enter")
        assert hand.word == "ministry"
        assert hand.here.article.outlet == "Port Herald"
        await hand.press("C", *"by", "colon", *"ann", "enter")
        assert "Loaded language by ann" in hand.seen()
        await hand.press("escape", "q", "ctrl+f", *"is", "colon", *"open", "space", *"may", "enter")
        await hand.press("enter")
        assert hand.word == "may"


@covers("statistics", "help", "palette")
async def test_other_screens(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "y", "I")
        assert isinstance(hand.screen, StatisticsScreen)
        assert "Labels in The Quay" in hand.seen()
        assert "Loaded language" in hand.seen()
        assert "ann, labels per day" in hand.seen()
        await hand.press("escape", "question_mark")
        assert isinstance(hand.screen, HelpScreen)
        assert "accept the suggestion" in hand.seen()
        await hand.press("escape", "colon")
        await hand.press(*"undo")
        await hand.pilot.pause(0.3)
        await hand.press("enter")
        await hand.pilot.pause(0.3)
        assert "undone: accept Loaded language “brutal”" in hand.seen()


@covers("quit", "suspend")
async def test_quitting_at_once_remembers_the_place(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    async with reading(path) as hand:
        await hand.press("ctrl+z")
        await hand.press("j", "c", "ctrl+q")
    async with reading(path, story=None) as hand:
        assert hand.word == "By"


async def test_every_story_opens_where_it_was_left(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "n")
        assert hand.word == "regime"
        await hand.press("right_square_bracket", "tab", "l")
        word = hand.word
        await hand.press("left_square_bracket")
        assert hand.word == "regime"
        await hand.press("right_square_bracket")
        assert (hand.word, hand.session.spread.column) == (word, 1)
        await hand.press("left_square_bracket", "q", "G", "enter")
        assert (hand.word, hand.session.spread.column) == (word, 1)


async def test_undo_in_another_story_goes_there(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "n", "1", "n", "right_square_bracket", "u")
        await hand.saved()
        assert hand.session.spread.story.id == "story-1"
        assert hand.word == "regime"
        assert "in the story Harbour closed" in hand.seen()
        await hand.press("right_square_bracket", "U")
        await hand.saved()
        assert hand.labels() == [("loaded", "regime")]


async def test_the_keys_fit_their_columns_and_say_that_there_is_more(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(120, 30)) as hand:
        await hand.press("question_mark")
        for row in hand.seen().splitlines():
            assert row[59:60] in (" ", ""), row
        assert "more rows below" in hand.seen()
        await hand.press(*["pagedown"] * 9)
        assert "more rows below" not in hand.seen()
        assert "told by this side only" in hand.seen()
        await hand.press("escape")


async def test_the_corpus_search_finds_every_place_by_the_beginnings_of_words(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("C", *"ship", "enter")
        assert "7 found" in hand.seen()
        hits = [row for row in hand.seen().splitlines() if "Ships" in row or "ships" in row]
        assert any("The Quay" in row and "Two ships turned back." in row for row in hits)
        await hand.press("escape", "C", *"share", "enter")
        assert "0 found" in hand.seen()


async def test_labels_are_found_in_the_palette_by_their_names(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        await hand.press("n", "colon", *"loaded")
        await hand.pilot.pause(0.3)
        await hand.press("enter")
        await hand.pilot.pause(0.3)
        assert hand.labels() == [("loaded", "brutal")]


async def test_reported_speech_names_its_source(tmp_path: Path) -> None:
    article = make_article([(BlockKind.BODY, "The ban is brutal, the union said.")])
    voiced = make_suggestion(article, "brutal", "loaded", voice=Voice("outlet", "the union"))
    path = make_corpus(tmp_path)
    with open_corpus(path, write=True) as corpus:
        corpus.writer().submit(lambda t: save_story(t, 3, [article], [voiced], [])).result()
    async with reading(path, story="story-3") as hand:
        await hand.press("n")
        assert "outlet, reporting the union" in hand.seen()


async def test_on_a_very_wide_screen_three_articles_stand_side_by_side(tmp_path: Path) -> None:
    path = make_corpus(tmp_path)
    with open_project(path) as project:
        first, second = (page.article for page in project.view("story-1").pages)
        third = project.view("story-2").pages[0].article
        desk = project.desk("ann")
        desk.stories.move([third.id], "story-1").saved.result()
        desk.align((first.id, 2), (third.id, 1)).saved.result()
    async with reading(path, size=(200, 40)) as hand:
        spread = hand.session.spread
        assert [column.display for column in hand.reader._columns] == [True] * 3
        assert "Three ships wait" in hand.seen()
        hand.go_to(first.quote(first.sentences[2]))
        tinted = [d.tinted for d in spread.documents]
        assert [len(sentences) for sentences in tinted] == [0, 0, 1]
        await hand.press("tab")
        assert hand.here.article.id == second.id
        await hand.press("tab", "tab")
        assert hand.here.article.id == first.id
        assert spread.there is spread.documents[2]
        await hand.pilot.resize_terminal(160, 40)
        await hand.pilot.pause(0.1)
        assert [column.display for column in hand.reader._columns] == [True, True, False]
        assert spread.columns == [0, 2]
        await hand.pilot.resize_terminal(80, 24)
        await hand.pilot.pause(0.1)
        assert [column.display for column in hand.reader._columns] == [True, False, False]
        await hand.pilot.resize_terminal(240, 40)
        await hand.pilot.pause(0.1)
        assert [column.display for column in hand.reader._columns] == [True] * 3
        await hand.press("right_square_bracket")
        assert "Ships 1" in hand.seen()
