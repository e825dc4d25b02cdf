"""The command line as a whole: help, typos, exit codes, and what is imported on the way."""

import subprocess
import sys
from pathlib import Path

import pytest
from shell import Shell

from annotator import __version__, errors
from annotator.cli import COMMANDS, nearest_command


def test_help_lists_every_command(run: Shell) -> None:
    done = run("--help")
    assert (done.code, done.err) == (0, "")
    listed = {line.split()[0] for line in done.out.splitlines() if line.startswith("  ")}
    assert set(COMMANDS) <= listed


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(run: Shell, name: str) -> None:
    done = run(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: annotator")
    assert "--help" in done.out


def test_help_brings_neither_the_screen_nor_spacy() -> None:
    code = (
        "import sys, importlib\n"
        "from annotator.cli import COMMANDS, main\n"
        "for words in [['--help'], *([name, '--help'] for name in COMMANDS)]:\n"
        "    try: main(words)\n"
        "    except SystemExit as end: assert not end.code, (words, end.code)\n"
        "heavy = [m for m in ('textual', 'rich', 'spacy', 'vaderSentiment') if m in sys.modules]\n"
        "sys.exit(' '.join(heavy) or None)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version(run: Shell) -> None:
    assert __version__ in run("--version").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("exprt", "export"), ("stat", "stats"), ("anotate", "annotate"), ("lst", "list")],
)
@pytest.mark.parametrize("rest", [(), ("c.db",), ("c.db", "--json"), ("c.db", "x", "y")])
def test_a_typo_names_the_command_that_was_meant(
    run: Shell, typed: str, meant: str, rest: tuple[str, ...]
) -> None:
    done = run(typed, *rest)
    assert done.out == ""
    assert done.code in (errors.UsageError.exit_code, errors.NotACorpus.exit_code)
    assert f"Did you mean the command '{meant}'?" in done.err


def test_no_command_is_far_from_everything() -> None:
    assert nearest_command("zebra") is None


def test_a_corpus_that_is_not_there_is_not_made(run: Shell) -> None:
    done = run("elections.db")
    assert done.code == errors.NotACorpus.exit_code
    assert "elections.db: no such" in done.err
    assert "annotator new elections.db" in done.err
    assert not Path("elections.db").exists()


@pytest.mark.parametrize(
    "words",
    [("show",), ("export", "c.db"), ("add", "c.db"), ("stats", "--nope"), ("list", "c.db", "x")],
    ids=" ".join,
)
def test_a_wrong_command_line_says_how_it_goes(run: Shell, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert f"annotator {words[0]} --help" in done.err


def test_every_error_has_its_own_exit_code() -> None:
    classes = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.AnnotatorError)
    ]
    assert sorted(kind.exit_code for kind in classes) == list(range(1, len(classes) + 1))
    assert "├── UsageError                2" in (errors.__doc__ or "")


def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    command = f"{sys.executable} -m annotator show {sample} --json | head -c 10"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False
    )
    assert done.stdout == '{\n  "story'
    assert done.stderr == ""


def test_a_terminal_of_another_alphabet_shows_what_it_can(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "show", sample, "--width", "70"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
        check=False,
    )
    assert done.returncode == 0
    assert b"Regime" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ag"], ["plain,agreement"]),
        (["elec"], ["file,elec"]),
        (["agreement", "c.db", "--lay"], ["plain,--layer"]),
        (["agreement", "c.db", "--layer", "sp"], ["plain,span"]),
    ],
    ids=" ".join,
)
def test_the_shell_is_told_how_a_word_may_go_on(
    run: Shell, monkeypatch: pytest.MonkeyPatch, words: list[str], offered: list[str]
) -> None:
    monkeypatch.setenv("_ANNOTATOR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["annotator", *words]))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    assert run().out.splitlines() == offered
