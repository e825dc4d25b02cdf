"""The config file: keys and theme, and errors that name the line."""

from pathlib import Path

import pytest
from hand import Hand, make_corpus

from annotator.errors import UsageError
from annotator.project import open_project
from annotator.tui import settings
from annotator.tui.shell import AnnotatorApp


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_all_is_as_usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORFGBG", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert settings.read(tmp_path / "none.toml") == settings.Settings("ink", {})
    assert settings.read(Path("/dev/null/home/none.toml")) == settings.Settings("ink", {})
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert settings.read(tmp_path / "none.toml").theme == "paper"
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "linux")
    assert settings.read(tmp_path / "none.toml").theme == "ansi-dark"
    monkeypatch.setenv("TERM", "tmux-256color")
    assert settings.read(tmp_path / "none.toml").theme == "paper"
    monkeypatch.setenv("NO_COLOR", "1")
    assert settings.read(written(tmp_path, 'theme = "paper"')).theme == "ansi-dark"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\ntheme = "papier"', 2, "did you mean 'paper'"),
        ('thema = "paper"', 1, "did you mean 'theme'"),
        ('[keys]\n\nacept = "a"', 3, "did you mean 'accept'"),
        ("[keys]\naccept = 4", 2, "a key or a list of keys"),
        ('[keys]\naccept = "x"', 2, "'x' means both"),
        ("advance = 3", 1, "true or false"),
        ("keys = 3", 1, "must be a table"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        settings.read(path)
    assert caught.value.message.startswith(f"{path}:{line}: ")
    assert words in caught.value.message


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="end of document"):
        settings.read(written(tmp_path, "[keys"))


async def test_remapped_keys_work_and_are_shown(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path)
    chosen = settings.read(written(tmp_path, '[keys]\naccept = ["ctrl+y", "z"]\nreject = "o"'))
    with open_project(corpus) as project:
        app = AnnotatorApp(project, "ann", "story-1", chosen)
        async with app.run_test(size=(160, 40)) as pilot:
            hand = Hand(app, pilot)
            await hand.press("n", "y")
            assert hand.labels() == []
            await hand.press("z")
            assert hand.labels() == [("loaded", "brutal")]
            await hand.press("l")
            assert "ctrl+y accept" in hand.seen()
            await hand.press("question_mark")
            assert "ctrl+y" in hand.seen()


async def test_with_advance_a_decision_goes_on_to_the_next_suggestion(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path)
    chosen = settings.read(written(tmp_path, "advance = true"))
    with open_project(corpus) as project:
        app = AnnotatorApp(project, "ann", "story-1", chosen)
        async with app.run_test(size=(160, 40)) as pilot:
            hand = Hand(app, pilot)
            await hand.press("n", "y")
            assert hand.word == "regime"
            assert "accepted Loaded language “brutal”" in hand.seen()
            await hand.press("x")
            assert hand.word == "reportedly"
            assert "rejected Loaded language “regime”" in hand.seen()
            await hand.press("u")
            await hand.saved()
            assert hand.word == "regime"
            assert "undone: reject Loaded language “regime”" in hand.seen()
