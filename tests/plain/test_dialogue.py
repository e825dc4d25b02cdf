"""`annotator --plain`: scripts of typed lines in, sentences and events out."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from shell import Shell

from annotator.errors import DiskFull
from annotator.history import Event, Kind
from annotator.keymap import ACTIONS
from annotator.model import Arm
from annotator.store import backup
from annotator.store.corpus import open_corpus
from annotator.store.writer import Transaction, Writer
from annotator.tui.plain import dialogue
from annotator.tui.plain.verbs import VERBS, WORDS

LEFT = """March over the river is banned

The regime banned the march over the Tarn on Monday.

"We will walk," Mina Oru said. The crowd reportedly grew by the hour.
"""
RIGHT = """Police stop a march over the river

Police banned the march over the Tarn on Monday.

The thugs \x1b[31mthrew\u202e stones\x07 at the bridge.
"""

Talk = Callable[..., list[str]]


@pytest.fixture
def march(run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one story of two short articles."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name, text in (("left", LEFT), ("right", RIGHT)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    corpus = tmp_path / "march.db"
    assert run("new", corpus).code == 0
    added = run("add", corpus, tmp_path / "left.txt", tmp_path / "right.txt", "--story", "March")
    assert added.code == 0, added.err
    return corpus


@pytest.fixture
def talk(run: Shell, march: Path) -> Talk:
    """Types lines and answers what was said after the greeting."""

    def type_lines(*lines: str) -> list[str]:
        done = run(march, "--plain", "--as", "ada", stdin="".join(f"{line}\n" for line in lines))
        assert (done.code, done.err) == (0, "")
        said = done.out.splitlines()
        return said[said.index("Question mark lists the commands.") + 1 :]

    return type_lines


def events(corpus: Path) -> list[Event]:
    """The record."""
    with open_corpus(corpus, write=False) as held:
        return list(held.all_events())


def last(corpus: Path) -> Event:
    """The last event of the record."""
    return events(corpus)[-1]


def test_a_dialogue_begins_with_where_one_is_and_ends_with_the_input(
    run: Shell, march: Path
) -> None:
    done = run(march, "--plain", "--as", "ada")
    assert done.code == 0
    assert done.out.startswith("march.db, you are ada.\nStory 1 of 1: March. 2 articles: A ")
    assert "Sentence 1 of 4: March over the river is banned\n" in done.out
    assert done.out.endswith("Goodbye.\n")
    assert events(march) == []


def test_the_next_suggestion_is_read_with_its_sentence_and_reason(talk: Talk) -> None:
    said = talk("n")
    assert "Sentence 2 of 4: The regime banned the march over the Tarn on Monday." in said
    told = next(line for line in said if line.startswith("suggested:"))
    assert told.startswith("suggested: loaded language, “regime”, strength 0.")
    assert "the outlet's own words: " in told
    assert told.endswith(".")


def test_a_suggestion_is_accepted_and_then_saved(talk: Talk, march: Path) -> None:
    said = talk("n", "y")
    assert said.index("accepted loaded language: “regime”") < said.index("saved")
    event = last(march)
    assert event.kind is Kind.ACCEPT
    assert event.body["quote"] == "regime"
    assert event.body["suggestion"]


def test_a_suggestion_is_rejected_and_a_label_removed(talk: Talk, march: Path) -> None:
    assert "rejected loaded language: “regime”" in talk("n", "x")
    assert last(march).kind is Kind.REJECT
    assert "removed hedge: “march”" in talk("s", 'e "march"', "x")
    assert last(march).kind is Kind.REMOVE


def test_what_was_not_said_cannot_be_decided(talk: Talk, march: Path) -> None:
    said = talk("y", "x", "c", "t", ")", "y", "n", ")", "y")
    assert sum("was said last" in line for line in said) == 6
    assert events(march) == []


@pytest.mark.parametrize(
    "line",
    [
        'o "the Tarn"',
        '1 "The Tarn"',
        "loaded language the tarn",
        "loaded “the  Tarn”",
        "O the Tarn",
    ],
)
def test_words_are_labelled_by_key_number_or_name(talk: Talk, march: Path, line: str) -> None:
    said = talk(")", line)
    if line.startswith("O "):
        assert "“O the Tarn” is no command. Question mark lists the commands." in said
        return
    assert "labelled loaded language: “the Tarn”" in said
    event = last(march)
    assert (event.kind, event.body["label"]) == (Kind.LABEL, "loaded")
    assert LEFT[event.body["start"] : event.body["end"]] == "the Tarn"
    assert "suggestion" not in event.body


def test_a_label_without_words_goes_on_what_was_said_or_asks(talk: Talk, march: Path) -> None:
    talk("n", "e")
    event = last(march)
    assert (event.kind, event.body["label"], event.body["origin"]) == (
        Kind.ACCEPT,
        "hedge",
        "edited",
    )
    said = talk("G", "e", "the crowd")
    assert "Which words are hedge?" in said
    assert last(march).body["quote"] == "The crowd"


def test_words_that_are_there_twice_are_asked_about(talk: Talk, march: Path) -> None:
    said = talk(")", 'o "the"', "nine", "4", "?", "3")
    asked = next(line for line in said if line.startswith("“the” is there 3 times."))
    assert "1 “The regime banned the”" in asked
    assert "3 “the march over the Tarn on Monday.”" in asked
    short = "A number from 1 to 3; question mark says them again, cancel leaves."
    assert (said.count(short), said.count(asked)) == (2, 2)
    assert last(march).body["start"] == LEFT.index("the Tarn")


def test_words_that_are_not_in_the_sentence_are_refused(talk: Talk, march: Path) -> None:
    assert "“thugs” is not in this sentence. s reads it again." in talk(")", "o thugs")
    assert events(march) == []


def test_attributes_are_asked_with_numbered_choices(talk: Talk, march: Path) -> None:
    said = talk("n", "y", "t", "metaph", "1", "9", "2", "the ministry")
    asked = [line for line in said if "?" in line]
    assert asked[0].startswith("Kind? 1 labelling, 2 word choice, 3 ")
    assert asked[0].endswith(". Now: labelling. Enter keeps it.")
    event = last(march)
    assert event.kind is Kind.ATTRIBUTES
    assert event.body["attributes"] == {
        "kind": "metaphor",
        "polarity": "negative",
        "voice": "quoted source",
        "target": "the ministry",
    }


def test_required_attributes_are_asked_at_once_and_the_label_is_saved_before(
    talk: Talk, march: Path
) -> None:
    said = talk(")", 'r "regime"', "", "cancel")
    assert said.index("saved") < next(n for n, line in enumerate(said) if line[:9] == "Property?")
    assert "Left as it was." in said
    assert [event.kind for event in events(march)] == [Kind.LABEL]


def test_a_note_is_written_and_cleared(talk: Talk, march: Path) -> None:
    talk("n", "y", "c", "why not “government”?")
    assert last(march).body["note"] == "why not “government”?"
    said = talk("m", "c", "", "c", "-")
    assert any(
        line.startswith("labelled: loaded language, “regime”, accepted by you") for line in said
    )
    assert "The note stays as it was." in said
    assert last(march).body["note"] == ""


def test_labels_of_the_article_are_questions(talk: Talk, march: Path) -> None:
    said = talk("A", "Genre", "2", "", "space")
    assert any(
        line.startswith("Labels of the article: 1 Genre (needed, not set), ") for line in said
    )
    assert "set: Genre; genre: analysis" in said
    event = last(march)
    assert (event.body["layer"], event.body["attributes"]) == ("article", {"value": "analysis"})
    assert any(line.startswith("still to set: Primary frame. A sets labels") for line in said)
    talk("A", "1", "take", "")
    assert last(march).kind is Kind.REMOVE


def test_labels_of_the_sentence_and_the_story(talk: Talk, march: Path) -> None:
    talk(")", "S", "1", "Oru", "", "", "")
    event = last(march)
    assert (event.body["layer"], event.body["label"]) == ("sentence", "informational")
    assert event.body["attributes"]["target"] == "Oru"
    assert event.body["quote"] == "The regime banned the march over the Tarn on Monday."
    talk("E", "2", "1", "who banned it", "")
    event = last(march)
    assert (event.body["layer"], event.body["attributes"]["what"]) == ("story", "who banned it")


def test_the_other_article_and_the_counterpart(talk: Talk) -> None:
    said = talk(")", "=", "tab", "\t")
    heard = [line[:13] for line in said if line.startswith(("Article", "Sentence"))]
    assert heard[:2] == ["Sentence 2 of", "Article B of "]
    assert heard[3:] == ["Article A of ", "Sentence 2 of", "Article B of ", heard[2]]


def test_two_labels_are_linked(talk: Talk, march: Path) -> None:
    talk(")", "o regime", "=", "o Police", "L", "2")
    event = last(march)
    assert event.body["layer"] == "link"
    assert event.body["label"] == "same-fact"


def test_undo_and_redo_say_what_they_did_and_survive_the_end(talk: Talk, march: Path) -> None:
    talk("n", "y")
    said = talk("u", "U", "u", "u")
    assert said.count("undone: accept Loaded language “regime”") == 2
    assert "redone: accept Loaded language “regime”" in said
    assert "There is nothing to undo or redo." in said
    assert said.count("saved") == 3
    kinds = [event.kind for event in events(march)]
    assert kinds == [Kind.ACCEPT, Kind.UNDO, Kind.REDO, Kind.UNDO]


def test_moving_reads_and_says_where_the_ends_are(talk: Talk) -> None:
    said = talk("(", "G", ")", "(", "s", "g", "next sentence")
    heard = [line for line in said if line.startswith(("Sentence", "Th", "That"))]
    assert heard[0] == "This is the first sentence."
    assert heard[2].startswith("Sentence 4 of 4: The crowd")
    assert heard[3] == "That was the last sentence."
    assert heard[5] == heard[6] == 'Sentence 3 of 4: "We will walk," Mina Oru said.'
    assert heard[7].startswith("Sentence 1")
    assert heard[8].startswith("Sentence 2")


def test_read_goes_on_to_the_end(talk: Talk) -> None:
    numbers = [line[:13] for line in talk(")", "read") if line.startswith("Sentence")]
    assert numbers == ["Sentence 2 of", "Sentence 2 of", "Sentence 3 of", "Sentence 4 of"]


def test_search_goes_from_place_to_place(talk: Talk) -> None:
    said = talk("/tarn", "/", "/", "/nowhere here")
    assert [line for line in said if "hit" in line] == [
        "“tarn”, hit 1 of 2",
        "“tarn”, hit 2 of 2",
        "“tarn”, hit 1 of 2",
    ]
    assert "“nowhere here” is nowhere in this story." in said


def test_a_place_is_remembered(talk: Talk, run: Shell, march: Path) -> None:
    talk("tab", "G")
    out = run(march, "--plain", "--as", "ada").out
    assert "Article B of 2" in out
    assert "Sentence 3 of 3" in out


def test_stories_are_listed_and_walked(run: Shell, corpus: Path) -> None:
    said = run(corpus, "--plain", stdin="[\n]\nstories\n3\n]\n").out.splitlines()
    assert "this is the first story." in said
    assert [line[:12] for line in said if line.startswith("Story ")] == [
        "Story 1 of 3",
        "Story 2 of 3",
        "Story 3 of 3",
    ]
    assert any(line.startswith("that was the last story") for line in said)


def test_done_is_recorded(talk: Talk, march: Path) -> None:
    for number in ("1", "2"):
        talk("A", number, "1", "")
    assert any(line.startswith("This article is done, with ") for line in talk("done"))
    assert last(march).kind is Kind.DONE
    assert "This article is not done any more." in talk("space")


def test_hostile_text_is_shown_and_can_be_labelled(talk: Talk, march: Path) -> None:
    said = talk("tab", "G", "o threw", "c", "a\x1b]52;c;eA==\x07b")
    text = "\n".join(said)
    assert not [
        sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf") and sign != "\n"
    ]
    assert "The thugs ␛[31mthrew" in text
    assert last(march).body["note"] == "a␛]52;c;eA==␇b"


def test_output_is_lines_of_words_alone(run: Shell, corpus: Path) -> None:
    done = run(corpus, "--plain", stdin="?\nn\ny\nH\nread\nA\n\nZ\n", terminal=True)
    assert "\x1b" not in done.out
    assert "\r" not in done.out
    assert not [sign for sign in done.out if "─" <= sign <= "▟"]


def test_bytes_that_are_no_text_are_not_taken(run: Shell, march: Path) -> None:
    done = run(march, "--plain", stdin=b"\xff\xfe\nq\n")
    assert done.code == 0
    assert "that line: not valid utf-8: byte 0xff at position 0" in done.err


def test_help_names_every_command_and_every_command_is_an_action(talk: Talk) -> None:
    said = talk("?")
    assert set(VERBS) <= {action.id for action in ACTIONS}
    for action in ACTIONS:
        if action.id in VERBS:
            assert any(action.id.replace("_", " ") in line for line in said), action.id
    assert all(any(line.startswith(f"{word}:") for line in said) for word in WORDS)
    assert "capital N or previous suggestion: previous suggestion" in said


def test_what_the_reader_does_is_done_here_or_the_page_says_why_not() -> None:
    page = (Path(__file__).parents[2] / "docs" / "plain.md").read_text("utf-8")
    section = page.partition("## What only the screen has")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([a-z_]+)`", section))
    assert named == {action.id for action in ACTIONS} - set(VERBS)


def test_a_link_is_followed_and_taken_away(talk: Talk, march: Path) -> None:
    said = talk(")", "o regime", "=", "o Police", "L", "2", "*", "*", "L", "remove")
    heard = [line[:12] for line in said if line.startswith("Article ")]
    assert heard[-2:] == ["Article A of", "Article B of"]
    assert "no longer linked" in said
    assert last(march).kind is Kind.REMOVE
    assert "no link here." in talk("g", "m", "*")


def test_a_counterpart_is_chosen_among_the_likeliest(talk: Talk, march: Path) -> None:
    said = talk("G", "-", "1")
    asked = next(line for line in said if line.startswith("Counterpart of this sentence: 1 "))
    assert "link with “" in asked
    assert "counterparts now" in said
    assert last(march).kind is Kind.ALIGN
    assert "no longer counterparts" in talk("G", "-", "unlink")


def test_a_label_is_split_joined_and_chosen_from_all(talk: Talk, march: Path) -> None:
    said = talk(
        "G", "0", "hedge", "the crowd", "move", "The crowd reportedly", "split", "reportedly"
    )
    assert "labelled hedge: “The crowd”" in said
    assert "split, the first part is “The crowd”" in said
    assert "joined: “The crowd reportedly”" in talk("g", "m", "join")
    assert last(march).body["quote"] == "The crowd reportedly"


def test_facts_of_an_article_are_put_right(talk: Talk, march: Path) -> None:
    said = talk("describe", "", "The Tarn Post", "", "2026-05-05", "")
    assert any("The Tarn Post, 2026-05-05, headline: March over" in line for line in said)
    assert last(march).body == {**last(march).body, "outlet": "The Tarn Post", "date": "2026-05-05"}


def test_the_corpus_is_searched_and_counted(talk: Talk) -> None:
    said = talk("C", "thugs", "1", "statistics")
    assert any(line.startswith("1 found. 1 ") for line in said)
    assert any(line.startswith("Sentence 3 of 3: The thugs") for line in said)
    assert any(line.startswith("Corpus: 2 articles") for line in said)
    assert "there is no such place." in talk("C", "nowhere")


def test_who_tells_which_fact_and_what_teaches_most(talk: Talk) -> None:
    said = talk("facts", "queue", "")
    assert any(line.startswith("1: ") and "banned the march" in line for line in said)
    assert any(line.endswith(" alone.") for line in said)
    assert any(line.startswith("Sentences whose decisions teach most. 1 ") for line in said)


def test_detectors_are_switched(talk: Talk) -> None:
    said = talk("detectors", "loaded", "")
    asked = [line for line in said if line.startswith("Detectors: ")]
    assert "loaded (on)" in asked[0]
    assert "loaded (off)" in asked[1]


def test_a_daily_backup_is_made_or_said_to_be_missing(
    talk: Talk, march: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk("n", "y")
    talk("q")
    assert len(backup.automatics(march)) == 1

    def full(path: Path) -> None:
        raise DiskFull("no room left on the disk")

    monkeypatch.setattr(backup, "daily", full)
    assert "No daily backup: no room left on the disk." in talk("q")


def test_keys_of_the_config_file_are_used(talk: Talk, tmp_path: Path, march: Path) -> None:
    folder = tmp_path / "config" / "annotator"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[keys]\naccept = ["z"]\n', "utf-8")
    said = talk("n", "y", "z")
    assert "“y” is no command. Question mark lists the commands." in said
    assert "accepted loaded language: “regime”" in said


def test_a_blind_article_says_nothing_of_suggestions(talk: Talk, march: Path) -> None:
    talk("q")
    with open_corpus(march, write=True) as held:
        person = held.annotators()[0].id
        for article in held.article_ids():
            blind = partial(Transaction.set_arm, annotator=person, article=article, arm=Arm.BLIND)
            held.writer().submit(blind).result()
    said = talk("n", "y", "s", "tab")
    assert "you read this article without suggestions." in said
    assert "suggested" not in "\n".join(said)
    assert "open suggestion" not in "\n".join(said)


def test_saved_is_said_only_when_it_is_on_the_disk(
    march: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    submit = Writer.submit

    def noted(writer: Writer, job: Any) -> Future[Any]:
        future: Future[Any] = submit(writer, job)
        future.add_done_callback(lambda _: heard.append("on the disk"))
        return future

    lines = iter(["n", "y"])

    def hear() -> str | None:
        heard.append("asked")
        return next(lines, None)

    monkeypatch.setattr(Writer, "submit", noted)
    dialogue.run(march, "ada", None, hear, heard.append)
    at = heard.index("accepted loaded language: “regime”")
    assert heard[at : at + 4] == [heard[at], "on the disk", "saved", "asked"]


def test_what_cannot_be_saved_is_said_kept_and_offered_again(
    run: Shell, march: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit, broken = Writer.submit, [1, 2]

    def full(writer: Writer, job: Any) -> Future[Any]:
        if "save" not in job.__qualname__ or not broken:
            return submit(writer, job)
        broken.pop()
        failed: Future[Any] = Future()
        failed.set_exception(DiskFull("no room left on the disk", "Free some space."))
        return failed

    monkeypatch.setattr(Writer, "submit", full)
    done = run(march, "--plain", "--as", "ada", stdin="n\ny\nX\nX\n")
    told = "Not saved: no room left on the disk. Free some space. capital X tries again."
    assert done.code == 0
    assert done.out.splitlines().count(told) == 2
    assert done.out.splitlines().count("saved") == 1
    assert len(events(march)) == 1
    broken.append(1)
    lost = run(march, "--plain", "--as", "ada", stdin="n\ny\n")
    assert lost.code == DiskFull.exit_code
    assert "1 change could not be saved." in lost.out


def test_a_corpus_without_stories_is_refused(run: Shell, tmp_path: Path) -> None:
    run("new", tmp_path / "empty.db")
    done = run(tmp_path / "empty.db", "--plain")
    assert (done.code, done.out) == (2, "")
    assert "no story yet" in done.err


def test_a_story_can_be_named(run: Shell, corpus: Path) -> None:
    story = run.json("stories", corpus)[1]["id"]
    assert "Story 2 of 3" in run(corpus, "--plain", "--story", story[:8]).out


def test_a_story_that_is_not_assigned_can_be_read(run: Shell, corpus: Path) -> None:
    stories = [story["id"] for story in run.json("stories", corpus)]
    run(corpus, "--plain", "--as", "ada")
    with open_corpus(corpus, write=True) as held:
        person = held.annotators()[0].id
        articles = held.story(stories[1]).articles
        held.writer().submit(lambda t: t.assign(person, stories[1], articles)).result()
    done = run(corpus, "--plain", "--as", "ada", "--story", stories[0], stdin="]\n]\n")
    told = [line for line in done.out.splitlines() if "tory" in line and ": " in line]
    assert told[0].startswith("A story outside your list: ")
    assert told[1].startswith("Story 1 of 1: ")
    assert "that was the last story." in done.out


def test_it_runs_in_a_dumb_terminal_and_loads_no_screen(march: Path) -> None:
    code = (
        "import sys; from annotator.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print([m for m in ('textual', 'rich', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(march), "--plain", "--as", "ada"],
        input="n\ny\nq\n",
        capture_output=True,
        text=True,
        env={**os.environ, "TERM": "dumb", "NO_COLOR": "1"},
    )
    assert done.returncode == 0
    assert "saved\n" in done.stdout
    assert done.stdout.endswith("Goodbye.\n[]\n")
