"""Bad input: every file that is not what it should be is one clear error or a stated outcome."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from shell import Outcome, Shell

from annotator.errors import (
    BusyCorpus,
    DamagedCorpus,
    InputError,
    NewerCorpus,
    NotACorpus,
    ReadOnlyCorpus,
    UsageError,
)

STORY = "Council keeps the pool open\n\nThe council said the pool may stay open until autumn.\n"


@pytest.fixture
def fresh(run: Shell) -> Path:
    """An empty corpus in the test's folder."""
    assert run("new", "c.db").code == 0
    return Path("c.db")


def assert_refused(run: Shell, corpus: Path, source: str, *words: str) -> None:
    """`add` refuses a source with these words, names it, and stores nothing."""
    before = corpus.read_bytes()
    done = run("add", corpus, source)
    assert (done.code, done.out) == (InputError.exit_code, "")
    assert f"refused: {source}" in done.err
    for word in words:
        assert word in done.err
    (item,) = run("add", corpus, source, "--json").json()["articles"]
    assert (item["status"], item["id"], item["story"]) == ("refused", None, None)
    assert source in item["error"]["message"]
    assert corpus.read_bytes() == before
    assert run.json("stats", corpus)["corpus"]["articles"] == 0


def taken(run: Shell, corpus: Path, name: str, raw: bytes) -> Any:
    """The page that `show` has of a file that `add` took."""
    Path(name).write_bytes(raw)
    (item,) = run.json("add", corpus, name)["articles"]
    assert item["status"] == "added"
    (page,) = run.json("show", corpus)["articles"]
    return {**page, "notes": item["notes"]}


def test_a_missing_file(run: Shell, fresh: Path) -> None:
    assert_refused(run, fresh, "nix.txt", "no such file", "Check the spelling")


def test_a_folder_without_articles(run: Shell, fresh: Path) -> None:
    Path("empty").mkdir()
    Path("empty", "notes.bin").write_bytes(b"x")
    assert_refused(run, fresh, "empty", "without articles", ".txt")


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf"], ids=["empty", "blank", "bom"])
def test_an_empty_file(run: Shell, fresh: Path, raw: bytes) -> None:
    Path("empty.txt").write_bytes(raw)
    assert_refused(run, fresh, "empty.txt", "empty")


@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 16, b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 500, b"\x7fELF" + b"\x00" * 300],
    ids=["all bytes", "picture", "program"],
)
def test_a_binary_file(run: Shell, fresh: Path, raw: bytes) -> None:
    Path("a.txt").write_bytes(raw)
    assert_refused(run, fresh, "a.txt")


def test_invalid_utf8_names_the_byte(run: Shell, fresh: Path) -> None:
    Path("a.txt").write_bytes(STORY.encode()[:30] + b"\xe9" + STORY.encode()[30:])
    assert_refused(run, fresh, "a.txt", "utf-8", "0xe9", "position 30")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_utf16_with_a_byte_order_mark_is_read(run: Shell, fresh: Path, encoding: str) -> None:
    bom = "\ufeff" if encoding.endswith("be") else ""
    page = taken(run, fresh, "a.txt", (bom + STORY).encode(encoding))
    assert page["text"] == STORY
    assert any("read as utf-" in note for note in page["notes"])


def test_cut_off_utf16_names_the_byte(run: Shell, fresh: Path) -> None:
    Path("a.txt").write_bytes(STORY.encode("utf-16")[:-1])
    assert_refused(run, fresh, "a.txt", "utf-16", "position")


def test_nul_and_lone_surrogates_are_replaced_and_counted(run: Shell, fresh: Path) -> None:
    raw = STORY.replace("may", "m\x00ay").encode("utf-16-le")
    half = "\ud800".encode("utf-16-le", "surrogatepass")
    page = taken(run, fresh, "nul.txt", STORY.replace("may", "may \x00").encode())
    assert page["text"] == STORY.replace("may", "may \ufffd")
    assert any("1 unstorable" in note for note in page["notes"])
    Path("half.txt").write_bytes(b"\xff\xfe" + raw + half)
    done = run("add", fresh, "half.txt")
    assert done.code == InputError.exit_code
    assert "half.txt: not valid utf-16" in done.err


def test_two_hundred_megabytes_are_refused_unread(run: Shell, fresh: Path) -> None:
    with Path("big.txt").open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert_refused(run, fresh, "big.txt", "209 MB", "limit of 52 MB", "Split")


def test_a_line_of_a_megabyte(run: Shell, fresh: Path) -> None:
    line = b"The council meets again and closes the harbour of the city early. " * 16_000
    page = taken(run, fresh, "long.txt", b"A very long line is read\n\n" + line[:1_000_000])
    assert len(page["text"]) > 900_000
    assert run("show", fresh, "--width", "80").code == 0


def test_sixteen_thousand_brackets(run: Shell, fresh: Path) -> None:
    text = "Brackets without end\n\n" + "[" * 16_000 + "\n\nThe regime reportedly may fall.\n"
    page = taken(run, fresh, "brackets.txt", text.encode())
    found = {s["quote"]: s["id"] for s in page["suggestions"]}
    assert {"regime", "reportedly", "may"} <= set(found)
    (answer,) = run.act(fresh, "ada", [{"do": "accept", "suggestion": found["regime"]}])
    assert answer["ok"] is True
    assert "[regime]" in run("show", fresh).out


@pytest.mark.parametrize("word", [b"x" * 300_000, b"A" * 300_000, b"A-" * 150_000])
def test_words_without_blanks(run: Shell, fresh: Path, word: bytes) -> None:
    page = taken(run, fresh, "a.txt", b"One word without end\n\n" + word + b" may end.\n")
    assert any(s["quote"] == "may" for s in page["suggestions"])


def test_one_bad_file_does_not_stop_the_rest(run: Shell, fresh: Path, seeds: Path) -> None:
    Path("bad.txt").write_bytes(b"caf\xe9")
    good = seeds / "harbour-strike" / "free-quay.txt"
    done = run("add", fresh, "bad.txt", good, "nix.txt", "--json")
    assert done.code == InputError.exit_code
    assert [item["status"] for item in done.json()["articles"]] == ["refused", "added", "refused"]
    assert len(run.json("stories", fresh)) == 1


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(run: Shell, fresh: Path) -> None:
    Path("secret.txt").write_text(STORY)
    Path("secret.txt").chmod(0)
    assert_refused(run, fresh, "secret.txt", "cannot be read")


@pytest.mark.parametrize("name", ["corpus.db", "link.txt"])
def test_the_corpus_itself_is_no_article(run: Shell, corpus: Path, name: str) -> None:
    corpus.with_name("link.txt").symlink_to(corpus)
    done = run("add", corpus, corpus.with_name(name))
    assert done.code == UsageError.exit_code
    assert "is the corpus itself" in done.err
    done = run("import", corpus, corpus.with_name(name), "--format", "jsonl", "--as", "ada")
    assert "is the corpus itself" in done.err
    assert run.json("doctor", corpus)["ok"]


def test_another_database_is_no_article(run: Shell, corpus: Path, sample: Path) -> None:
    done = run("add", corpus, sample)
    assert done.code != 0
    assert "another database, not a text" in done.err
    assert len(run.json("stories", corpus)) == 3


def test_a_file_name_that_is_no_text(run: Shell, fresh: Path) -> None:
    name = os.fsdecode(b"caf\xe9 \x1b[31m.txt")
    Path(name).write_text(STORY)
    done = run("add", fresh, name)
    assert done.code == 0
    assert "\x1b" not in done.out + done.err
    (item,) = run.json("add", fresh, name)["articles"]
    assert item["status"] == "duplicate"
    refused_name = run("add", fresh, os.fsdecode(b"nix\xff.txt"), "--json")
    assert refused_name.code == InputError.exit_code
    assert refused_name.json()["articles"][0]["status"] == "refused"


@pytest.mark.parametrize(
    "command",
    [
        ("add", "c.db", "a.txt", "--outlet", b"\xc3\xa9 caf\xe9"),
        ("story", "c.db", "rename", "s1", b"\xc3\xa9 caf\xe9"),
        ("describe", "c.db", "a1", "--title", b"\xc3\xa9 caf\xe9"),
        ("explain", b"\xc3\xa9 caf\xe9"),
        ("stats", "c.db", "--as", b"\xc3\xa9 caf\xe9"),
        ("agreement", "c.db", "--label", b"\xc3\xa9 caf\xe9"),
    ],
    ids=lambda command: command[0],
)
def test_words_of_the_command_line_that_are_no_text(
    run: Shell, fresh: Path, command: tuple[str | bytes, ...]
) -> None:
    before = fresh.read_bytes()
    Path("a.txt").write_text(STORY)
    done = run(*(os.fsdecode(word) for word in command))
    assert (done.code, done.out) == (UsageError.exit_code, "")
    assert "not valid utf-8: byte 0xe9 at position 6\n  Give it as UTF-8" in done.err
    assert fresh.read_bytes() == before


def test_what_is_piped_in_and_is_no_text_is_refused_alike(run: Shell, fresh: Path) -> None:
    raw = b"\xc3\xa9 caf\xe9"
    for words in (("highlight",), ("highlight", "--jsonl"), ("add", fresh, "-")):
        done = run(*words, stdin=raw)
        assert done.code == InputError.exit_code
        assert "not valid utf-8: byte 0xe9 at position 6\n  " in done.err
    (answer,) = run("annotate", fresh, "--as", "ada", stdin=raw).lines()
    assert answer["error"] == "standard input:1: not valid utf-8: byte 0xe9 at position 6"
    assert "UTF-8" in answer["hint"]


def test_a_corpus_whose_name_is_no_text(run: Shell) -> None:
    name = os.fsdecode(b"caf\xe9.db")
    Path("a.txt").write_text(STORY)
    assert run("new", name).code == 0
    assert run("add", name, "a.txt").code == 0
    assert len(run.json("stories", name)) == 1
    done = run("export", name, "--format", "jsonl")
    assert (done.code, done.out) == (0, "exports/caf\\udce9.jsonl\n")
    assert run("backup", name).code == 0
    assert run("merge", name, name).code == 0


def test_a_folder_that_cannot_be_made(run: Shell) -> None:
    done = run("demo", "--dir", "/proc/no/such")
    assert done.code != 0
    assert "/proc/no" in done.err
    assert "Traceback" not in done.err


# -- corpus files ---------------------------------------------------------------------------------

READING = [
    ("stories",),
    ("show",),
    ("stats",),
    ("export", "--format", "jsonl", "--out", "out.jsonl"),
]
WRITING = [
    ("add", "a.txt"),
    ("annotate", "--as", "ada"),
    ("import", "in.jsonl", "--format", "jsonl"),
]
ALL = READING + WRITING


def on(run: Shell, corpus: Path, command: tuple[str, ...]) -> Outcome:
    """The command on a corpus, with an article and an export at hand."""
    Path("a.txt").write_text(STORY)
    return run(command[0], corpus, *command[1:])


def assert_failed(done: Outcome, error: type[Exception], corpus: Path, *words: str) -> None:
    assert (done.code, done.out) == (getattr(error, "exit_code", None), "")
    assert str(corpus) in done.err
    assert done.err.startswith("annotator: ")
    assert "\n  " in done.err, "no word on what to do next"
    for word in words:
        assert word in done.err


@pytest.mark.parametrize("command", ALL, ids=lambda c: c[0])
def test_no_corpus_at_all(run: Shell, command: tuple[str, ...]) -> None:
    assert_failed(on(run, Path("nix.db"), command), NotACorpus, Path("nix.db"), "annotator new")
    assert not Path("nix.db").exists()
    assert not Path("out.jsonl").exists()


@pytest.mark.parametrize("command", ALL, ids=lambda c: c[0])
@pytest.mark.parametrize("raw", [b"", STORY.encode() * 50, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_no_sqlite(run: Shell, command: tuple[str, ...], raw: bytes) -> None:
    Path("c.db").write_bytes(raw)
    done = on(run, Path("c.db"), command)
    assert_failed(done, NotACorpus, Path("c.db"))
    assert Path("c.db").read_bytes() == raw


def test_a_folder_as_a_corpus(run: Shell) -> None:
    Path("c.db").mkdir()
    assert_failed(run("stories", "c.db"), NotACorpus, Path("c.db"), "not a file")


@pytest.mark.parametrize("command", ALL, ids=lambda c: c[0])
def test_a_database_of_another_program(run: Shell, command: tuple[str, ...]) -> None:
    with closing(sqlite3.connect("c.db")) as connection:
        connection.execute("CREATE TABLE event (id)")
        connection.commit()
    before = Path("c.db").read_bytes()
    assert_failed(
        on(run, Path("c.db"), command), NotACorpus, Path("c.db"), "not one of annotator's"
    )
    assert Path("c.db").read_bytes() == before


@pytest.mark.parametrize("command", WRITING, ids=lambda c: c[0])
def test_a_corpus_of_a_newer_version_is_not_written(
    run: Shell, corpus: Path, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(corpus)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = corpus.read_bytes()
    assert_failed(on(run, corpus, command), NewerCorpus, corpus, "newer", "99", "Upgrade")
    assert corpus.read_bytes() == before
    assert on(run, corpus, READING[-1]).code == 0, "it says that our version can still read it"


@pytest.mark.parametrize("command", ALL, ids=lambda c: c[0])
def test_a_corpus_of_a_version_far_ahead(
    run: Shell, corpus: Path, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(corpus)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("UPDATE setting SET value = '90' WHERE name = 'oldest_reader'")
        connection.commit()
    assert_failed(on(run, corpus, command), NewerCorpus, corpus, "newer", "99", "Upgrade")


@pytest.fixture
def sealed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A corpus whose file says that it may not be written, also to root."""
    corpus.chmod(0o444)
    asked = os.access

    def access(path: Any, mode: int, **more: Any) -> bool:
        closed = mode & os.W_OK and not os.stat(path).st_mode & stat.S_IWUSR
        return not closed and asked(path, mode, **more)

    monkeypatch.setattr(os, "access", access)
    yield corpus
    corpus.chmod(0o644)


@pytest.mark.parametrize("command", READING, ids=lambda c: c[0])
def test_a_read_only_corpus_is_read(run: Shell, sealed: Path, command: tuple[str, ...]) -> None:
    assert on(run, sealed, command).code == 0


@pytest.mark.parametrize("command", [WRITING[0], WRITING[2]], ids=lambda c: c[0])
def test_a_read_only_corpus_is_not_written(
    run: Shell, sample: Path, sealed: Path, command: tuple[str, ...]
) -> None:
    run("export", sample, "--format", "jsonl", "--out", "in.jsonl")
    before = sealed.read_bytes()
    assert_failed(on(run, sealed, command), ReadOnlyCorpus, sealed, "read-only", "permissions")
    assert sealed.read_bytes() == before


def test_actions_on_a_read_only_corpus_are_refused_one_by_one(run: Shell, sealed: Path) -> None:
    page = run.json("show", sealed)["articles"][0]
    action = f'{{"do": "accept", "suggestion": "{page["suggestions"][0]["id"]}"}}\n'
    done = run("annotate", sealed, "--as", "ada", stdin=action * 2)
    assert done.code == ReadOnlyCorpus.exit_code
    assert [answer["ok"] for answer in done.lines()] == [False, False]
    assert str(sealed) in done.lines()[0]["error"]


@pytest.fixture
def locked(corpus: Path) -> Iterator[Path]:
    """A corpus that another connection holds for itself."""
    with closing(sqlite3.connect(corpus, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield corpus


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("command", ALL, ids=lambda c: c[0])
def test_a_corpus_that_another_program_holds(
    run: Shell, locked: Path, command: tuple[str, ...]
) -> None:
    assert_failed(on(run, locked, command), BusyCorpus, locked, "held by another program", "Wait")


@pytest.mark.usefixtures("impatient")
def test_a_corpus_that_another_program_writes_to(run: Shell, corpus: Path) -> None:
    page = run.json("show", corpus)["articles"][0]
    action = f'{{"do": "accept", "suggestion": "{page["suggestions"][0]["id"]}"}}\n'
    run("annotate", corpus, "--as", "ada")
    with closing(sqlite3.connect(corpus, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert run("stories", corpus).code == 0
        done = run("annotate", corpus, "--as", "ada", stdin=action)
        assert done.code == BusyCorpus.exit_code
        assert done.lines()[0]["ok"] is False
        assert on(run, corpus, WRITING[0]).code == BusyCorpus.exit_code
    assert run.json("stats", corpus)["corpus"]["events"] == 0
    assert run("annotate", corpus, "--as", "ada", stdin=action).code == 0


def test_a_corpus_cut_in_half(run: Shell, corpus: Path) -> None:
    raw = corpus.read_bytes()
    corpus.write_bytes(raw[: len(raw) // 2])
    done = run("show", corpus)
    assert done.code in (DamagedCorpus.exit_code, NotACorpus.exit_code)
    assert str(corpus) in done.err
    assert run("doctor", corpus).code != 0


def test_an_error_does_not_repeat_all_that_was_given(run: Shell, corpus: Path) -> None:
    done = run("export", corpus, "--format", "jsonl", "--as", "y" * 100_000)
    assert done.code == UsageError.exit_code
    assert "yyy…\n  " in done.err
    assert len(done.err) < 5_000
