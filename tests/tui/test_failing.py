"""The program itself fails, wherever that is: terminal given back, log named, no text told."""

from pathlib import Path

import pytest
from hand import make_corpus
from terminal import at_work, labels

SECRET = "harbour"
BEGIN = """
from annotator.cli import main
from annotator import facttable, finding
from annotator.tui import commands, shell
from annotator.tui.screens import form, help, reader, search, statistics, stories
def fail(*_):
    text = 'The harbour is closed'
    raise ValueError(text)
"""
FAILURES = {
    "an action": "commands.COMMANDS['word_right'] = fail",
    "a screen's compose": "help.HelpScreen.compose = fail; KEY = '?'",
    "a screen's making": "statistics.StatisticsScreen.__init__ = fail",
    "a dialog's filling": "form.FormScreen.fill = fail",
    "a row that is drawn": "reader.bars.hints = fail",
    "a worker": "commands.COMMANDS['word_right'] = lambda r: r.run_worker(fail, thread=True)",
    "a callback": "commands.COMMANDS['word_right'] = lambda r: r.call_later(fail)",
    "a thread": "facttable.fact_table = fail",
    "a search": "finding.search = fail",
    "a timer": "commands.COMMANDS['word_right'] = lambda r: r.set_timer(0.01, fail)",
}
KEYS = {
    "a screen's compose": "?",
    "a screen's making": "I",
    "a dialog's filling": "t",
    "a thread": "V",
    "a search": "Cx\r",
}


@pytest.mark.parametrize("where", FAILURES)
def test_a_failure_gives_the_terminal_back_and_names_a_log(tmp_path: Path, where: str) -> None:
    code = f"{BEGIN}{FAILURES[where]}\nmain()"
    if where == "a row that is drawn":
        code = code.replace("reader.bars.hints = fail", "from itertools import count; n = count()\n"
            "hints = reader.bars.hints\n"
            "reader.bars.hints = lambda *a: fail() if next(n) > 20 else hints(*a)")  # fmt: skip
    path = make_corpus(tmp_path)
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with at_work(path, code=code, env=env) as terminal:
        terminal.press("ny")
        key = KEYS.get(where, "l")
        for _ in range(30 if where == "a row that is drawn" else 1):
            if terminal.process.poll() is None:
                terminal.press(key)
        assert terminal.end() == 1
        assert terminal.is_restored()
        said = terminal.raw[terminal.raw.rindex(b"\x1b[?1049l") :]
        assert b"the reader failed" in said
        assert b"your labels are saved" in said
        assert b"reader.log" in said
        assert SECRET.encode() not in said
        assert b"Traceback" not in said
        assert labels(path) == ["brutal"]
        log = next((tmp_path / "state").rglob("reader.log")).read_text("utf-8")
        assert "ValueError" in log
        assert SECRET not in log.replace("The harbour is closed'\n", "")


def test_input_that_cannot_be_read_any_more_is_told_in_a_line(tmp_path: Path) -> None:
    broken = "from annotator.tui import terminal\nterminal.Parser.parse_mouse_code = fail\n"
    code = f"{BEGIN}{broken}main()"
    path = make_corpus(tmp_path)
    with at_work(path, code=code) as terminal:
        terminal.press("ny")
        terminal.press("\x1b[<0;5;5M")
        assert terminal.end() == 1
        assert terminal.is_restored()
        said = terminal.raw[terminal.raw.rindex(b"\x1b[?1049l") :]
        assert b"the terminal cannot be read any more" in said
        assert b"Traceback" not in said
        assert labels(path) == ["brutal"]
